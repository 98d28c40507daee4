import { isSignFont, signOf } from '../signs/sign-fonts.ts';
import { eqWords } from './eq.ts';
import type { FieldNumbers } from './field-numbers.ts';

/** What becomes of a field that has no result of its own: words that it shows, or nothing, and why. */
export type FieldWords = { shown: string; reason: string } | { leftOut: string };

/** What a field is read with besides its instruction. */
export interface FieldSurroundings {
  /** The font of the words around it. */
  font: string | undefined;
  /** Whether the check box that the field stands for is checked. */
  isChecked: boolean;
  numbers: FieldNumbers;
}

const UNSEEN = new Set(['XE', 'TC', 'RD', 'TA', 'SET', 'PRIVATE', 'BOOKMARK']);
/** As forms show them on paper. */
const [CHECKED, UNCHECKED] = ['☑', '□'];

/** The name of a field, in capitals: EQ, SYMBOL; empty for none. */
export function fieldName(instruction: string): string {
  return (/^\s*(?<name>=|[A-Za-z]+)/.exec(instruction)?.groups?.name ?? '').toUpperCase();
}

/** Whether readers see nothing of a field: index entries and the like. */
export function isUnseenField(instruction: string): boolean {
  return UNSEEN.has(fieldName(instruction));
}

/** What a word processor shows for a field whose file holds no result (ECMA-376-1, 17.16.5). */
export function fieldWords(instruction: string, surroundings: FieldSurroundings): FieldWords {
  const name = fieldName(instruction);
  const shown = shownBy(name, instruction, surroundings);
  if (shown !== undefined) return shown;
  if (isUnseenField(instruction)) return { leftOut: '索引项等域代码（读者本来看不到）' };
  return { leftOut: name === '' ? '域代码' : `没有结果的 ${name} 域` };
}

function shownBy(
  name: string,
  instruction: string,
  { font, isChecked, numbers }: FieldSurroundings,
): FieldWords | undefined {
  switch (name) {
    case 'EQ': {
      const { shown, readings } = eqWords(instruction);
      if (shown === '') return undefined;
      return { shown, reason: readings.length > 0 ? `注音（${readings.join(' ')}）的字` : '排版域（EQ）' };
    }
    case 'SYMBOL': {
      const shown = symbolWords(instruction, font);
      return shown === undefined ? { leftOut: '认不出的符号（SYMBOL 域）' } : { shown, reason: '符号域' };
    }
    case 'MACROBUTTON':
    case 'GOTOBUTTON': {
      const words = /^\s*\S+\s+(?:"[^"]*"|\S+)\s+(?<words>[\s\S]*\S)/.exec(instruction)?.groups?.words;
      return words === undefined ? undefined : { shown: words, reason: '按钮域' };
    }
    case 'QUOTE': {
      const words = /^\s*QUOTE\s+"(?<words>[^"]*)"/i.exec(instruction)?.groups?.words;
      return words ? { shown: words, reason: '引文域' } : undefined;
    }
    case 'FORMCHECKBOX':
      return { shown: isChecked ? CHECKED : UNCHECKED, reason: '复选框' };
    case 'LISTNUM':
      return { shown: numbers.listNumber(instruction), reason: '编号域' };
    case 'AUTONUM':
    case 'AUTONUMLGL':
    case 'AUTONUMOUT':
      return { shown: numbers.autoNumber(name), reason: '编号域' };
    default:
      return undefined;
  }
}

/** `SYMBOL 254 \f "Wingdings"`; a code is one of Windows' own unless the font draws signs or \u says otherwise. */
function symbolWords(instruction: string, around: string | undefined): string | undefined {
  const match = /^\s*SYMBOL\s+"?(?<code>0x[0-9a-f]+|\d+|[^\s"])"?/i.exec(instruction);
  const written = match?.groups?.code;
  if (written === undefined) return undefined;
  const code = /^(?:0x[0-9a-f]+|\d+)$/i.test(written) ? Number(written) : (written.codePointAt(0) ?? 0);
  const named = /\\f\s*(?:"(?<quoted>[^"]*)"|(?<bare>\S+))/i.exec(instruction)?.groups;
  const font = named?.quoted ?? named?.bare ?? around;
  if (font !== undefined && isSignFont(font)) return signOf(font, code);
  if (!Number.isInteger(code) || code < 0x20 || code > 0x10ffff) return undefined;
  if (/\\u\b/i.test(instruction) || code > 0xff) return String.fromCodePoint(code);
  return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
}
