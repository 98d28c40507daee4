import type { CheckedParagraph } from './checked-text.ts';
import { surroundings, type Finding } from './finding.ts';

const FULL_WIDTH: Record<string, string> = {
  ',': '，',
  '.': '。',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
  '(': '（',
  ')': '）',
  '"': '“ 或 ”',
  "'": '‘ 或 ’',
};
const CHINESE = /[\p{Script=Han}，。；：？！、）》”’】〕]/u;
const OPENS_CHINESE = /[\p{Script=Han}《“‘（【〔]/u;

/** A mark of a text and where it stands. */
export interface Mark {
  mark: string;
  at: number;
}

/** Half-width marks that stand in Chinese text: behind a Chinese character, for an opening bracket or a quotation mark also before one. */
export function halfWidthMarks(text: string): Mark[] {
  if (!/[,.;:?!()"']/.test(text)) return [];
  return Array.from(text.matchAll(/[,.;:?!()"']/gu)).flatMap(({ 0: mark, index: at }) =>
    isInChinese(mark, characterBefore(text, at), characterAt(text, at + 1)) ? [{ mark, at }] : [],
  );
}

/** Findings for `halfWidthMarks`, paragraph by paragraph. */
export function checkHalfWidth(paragraphs: readonly CheckedParagraph[]): Finding[] {
  return paragraphs.flatMap(({ number, text }) =>
    halfWidthMarks(text).map(({ mark, at }): Finding => ({
      kind: 'half-width',
      number,
      words: surroundings(text, at, 1),
      mark,
      instead: FULL_WIDTH[mark] ?? mark,
    })),
  );
}

function isInChinese(mark: string, before: string, after: string): boolean {
  const follows = CHINESE.test(before);
  const precedes = OPENS_CHINESE.test(after);
  if (mark === '(') return precedes || (follows && after !== '');
  if (mark === '"' || mark === "'") return follows || precedes;
  if (mark === '.') return follows && (after === '' || /\s/u.test(after) || CHINESE.test(after) || precedes);
  return follows;
}

function characterBefore(text: string, at: number): string {
  return Array.from(text.slice(Math.max(0, at - 2), at)).pop() ?? '';
}

function characterAt(text: string, at: number): string {
  return Array.from(text.slice(at, at + 2))[0] ?? '';
}

const PAIRS: Record<string, string> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '［': '］',
  '{': '}',
};
const OPENER_OF = new Map(Object.entries(PAIRS).map(([open, close]) => [close, open]));
/** A bracket of the other width still counts as the partner; that it is half-width is reported separately. */
const FULL_BRACKET: Record<string, string> = { '(': '（', ')': '）', '[': '［', ']': '］' };
const PAIRED = new Set([...Object.entries(PAIRS).flat(), ...Object.keys(FULL_BRACKET)]);

/** Whether a code unit is one of the common Chinese characters, which are most of a text and no marks. */
function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff;
}

/**
 * Quotation marks, brackets and title marks of a paragraph without their other half, knowing the next paragraph. A quotation that goes on there
 * is not closed before it ends, and opens anew (GB/T 15834-2011, 4.8.3.5); an apostrophe is no quotation mark.
 */
export function unpairedMarks(text: string, next: string | undefined): Mark[] {
  const goesOn = next?.startsWith('“') ?? false;
  const lastClosed = text.lastIndexOf('”');
  return unmatched(text).filter(({ mark, at }) => !(mark === '“' && goesOn && at > lastClosed));
}

/** Findings for `unpairedMarks`, paragraph by paragraph. */
export function checkPairs(paragraphs: readonly CheckedParagraph[]): Finding[] {
  return paragraphs.flatMap(({ number, text }, index) =>
    unpairedMarks(text, paragraphs[index + 1]?.text).map(({ mark, at }): Finding => ({
      kind: 'unmatched',
      number,
      words: surroundings(text, at, 1),
      mark,
    })),
  );
}

/** Characters of an indent and a number before a bracket that only closes: 1) and 一）. */
const LONGEST_NUMBER = 24;

function unmatched(text: string): Mark[] {
  const open: Mark[] = [];
  const lone: Mark[] = [];
  /** How many of each opening mark are open. */
  const opened = new Map<string, number>();
  for (let at = 0; at < text.length; at += 1) {
    if (isHan(text.charCodeAt(at))) continue;
    const mark = text.charAt(at);
    if (!PAIRED.has(mark)) continue;
    if (mark === '’' && /[A-Za-z]/u.test(text[at - 1] ?? '') && /[A-Za-z]/u.test(text[at + 1] ?? ''))
      continue;
    if (
      at <= LONGEST_NUMBER &&
      /^[)）]$/u.test(mark) &&
      /^\s*(?:[\dA-Za-z]{1,2}|[一二三四五六七八九十]{1,3})$/u.test(text.slice(0, at))
    )
      continue;
    const opener = OPENER_OF.get(FULL_BRACKET[mark] ?? mark);
    if (opener === undefined) {
      open.push({ mark, at });
      opened.set(openerOf(mark), (opened.get(openerOf(mark)) ?? 0) + 1);
      continue;
    }
    if (!opened.get(opener)) {
      lone.push({ mark, at });
      continue;
    }
    for (let inner = open.pop(); inner; inner = open.pop()) {
      const name = openerOf(inner.mark);
      opened.set(name, (opened.get(name) ?? 0) - 1);
      if (name === opener) break;
      lone.push(inner);
    }
  }
  return [...lone, ...open].sort((a, b) => a.at - b.at);
}

function openerOf(mark: string): string {
  return FULL_BRACKET[mark] ?? mark;
}
