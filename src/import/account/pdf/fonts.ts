import { STAND_IN } from '../../../domain/characters.ts';
import { bytesOf, isList, isStream, nameOf, numberOf, type Dictionary, type Value } from './values.ts';
import type { PdfFile } from './file.ts';
import { lengthsOf, type CodeLengths } from './code-lengths.ts';
import type { Stated } from './stated.ts';
import { readUnicodeMap, type CodeMap } from './unicode-map.ts';

/**
 * A code that a page shows, and the character that it stands for: U+FFFD where the file gives none, `undefined` where this reader knows
 * too little of the encoding to say more than that a glyph is shown.
 */
export interface ShownCode {
  code: number;
  character: string | undefined;
  /** What the file states for it and, it may be, for others beside it. */
  stated?: Stated;
}

/** Takes the codes of a font out of the bytes that a page shows with it. */
export type CodeReader = (bytes: string) => ShownCode[];

const FIRST_HAN_OF_GB1 = 940;
const HAN_IN_A_ROW = 94;
/** The last row of the first level of GB 2312 has five cells fewer. */
const FIRST_LEVEL = 3755;
const SECOND_LEVEL = 3008;
const GBK = new TextDecoder('gbk');

/** How the codes of a font are read (ISO 32000-1, 9.10.2). */
export function codeReaderOf(file: PdfFile, font: Dictionary): CodeReader {
  const stated = file.resolve(font.get('ToUnicode'));
  const map = isStream(stated) ? readUnicodeMap(file.contentOf(stated)) : undefined;
  return nameOf(file.resolve(font.get('Subtype'))) === 'Type0'
    ? compositeReader(file, font, map)
    : simpleReader(file, font, map);
}

function compositeReader(file: PdfFile, font: Dictionary, map: CodeMap | undefined): CodeReader {
  const encoding = file.resolve(font.get('Encoding'));
  const name = nameOf(encoding) ?? '';
  const lengths = isStream(encoding) ? lengthsOf('', file.contentOf(encoding)) : lengthsOf(name);
  const isIdentity = name.startsWith('Identity');
  const ordering = orderingOf(file, font);
  // The numbers of glyphs mean nothing outside their font, unless they are those of a known collection (ISO 32000-1, 9.7.3).
  const hasMeaning = !isIdentity || (ordering !== undefined && ordering !== 'Identity');
  return (bytes) =>
    cutCodes(bytes, lengths).map((code) => ({
      code: numberOfBytes(code),
      character: map
        ? characterIn(map, numberOfBytes(code))
        : !hasMeaning
          ? STAND_IN
          : isIdentity
            ? hanOfCollection(ordering, numberOfBytes(code))
            : lengths.decode(code),
    }));
}

function orderingOf(file: PdfFile, font: Dictionary): string | undefined {
  const descendant = file.dictionaryIn(file.listIn(font.get('DescendantFonts'))[0]);
  const system = file.dictionaryIn(descendant.get('CIDSystemInfo'));
  return bytesOf(file.resolve(system.get('Ordering')));
}

/** Chinese characters by their number in Adobe-GB1 (Adobe Technical Note 5079): those of GB 2312 stand there in its order. */
function hanOfCollection(ordering: string | undefined, number: number): string | undefined {
  const index = number - FIRST_HAN_OF_GB1;
  if (ordering !== 'GB1' || index < 0 || index >= FIRST_LEVEL + SECOND_LEVEL) return undefined;
  const place = index < FIRST_LEVEL ? index : index + (HAN_IN_A_ROW - (FIRST_LEVEL % HAN_IN_A_ROW));
  const bytes = [0xb0 + Math.floor(place / HAN_IN_A_ROW), 0xa1 + (place % HAN_IN_A_ROW)];
  return GBK.decode(Uint8Array.from(bytes));
}

function simpleReader(file: PdfFile, font: Dictionary, map: CodeMap | undefined): CodeReader {
  const names = namesOf(file, font);
  return (bytes) =>
    Array.from(bytes, (byte) => {
      const code = byte.charCodeAt(0);
      return { code, character: map?.has(code) ? characterIn(map, code) : characterOfName(names(code)) };
    });
}

/** Fonts of signs have codes of their own (ISO 32000-1, table 123). */
const SYMBOLIC = 4;

/** The name of a code's glyph, as far as its font gives one. Letters and figures have the same codes in all Latin encodings. */
function namesOf(file: PdfFile, font: Dictionary): (code: number) => string | undefined {
  const encoding = file.resolve(font.get('Encoding'));
  const differences = new Map<number, string>();
  let code = 0;
  for (const each of file.listIn(file.dictionaryIn(encoding).get('Differences'))) {
    const value = file.resolve(each);
    code = numberOf(value) ?? code;
    const name = nameOf(value);
    if (name !== undefined) differences.set(code++, name);
  }
  const flags = numberOf(file.resolve(file.dictionaryIn(font.get('FontDescriptor')).get('Flags'))) ?? 0;
  const isLatin =
    nameOf(encoding) !== undefined || (file.dictionaryIn(encoding).size > 0 && (flags & SYMBOLIC) === 0);
  return (asked) => {
    const plain = String.fromCharCode(asked);
    return differences.get(asked) ?? (isLatin && /^[A-Za-z0-9]$/.test(plain) ? plain : undefined);
  };
}

/** Letters name themselves, and so do characters whose name holds their number; other names are not known here. */
function characterOfName(name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (/^[A-Za-z0-9]$/.test(name)) return name;
  const hex = /^(?:uni([0-9A-F]{4})|u([0-9A-F]{5,6}))$/.exec(name);
  return hex
    ? String.fromCodePoint(Math.min(0x10ffff, Number.parseInt(hex[1] ?? hex[2] ?? '', 16)))
    : undefined;
}

/** What a font's own map says of a code; what it says nothing of, or maps to nothing, cannot be told. */
function characterIn(map: CodeMap, code: number): string {
  const found = map.get(code);
  return found === undefined || /^[\0\ufffd]*$/.test(found) ? STAND_IN : found;
}

function cutCodes(bytes: string, { lengthAt }: CodeLengths): string[] {
  const codes: string[] = [];
  for (let at = 0; at < bytes.length;) {
    const length = Math.max(1, lengthAt(bytes, at));
    codes.push(bytes.slice(at, at + length));
    at += length;
  }
  return codes;
}

function numberOfBytes(code: string): number {
  let number = 0;
  for (let at = 0; at < code.length; at += 1) number = number * 256 + code.charCodeAt(at);
  return number;
}

/** The fonts that resources name. */
export function fontIn(file: PdfFile, resources: Dictionary, name: string): Dictionary | undefined {
  const fonts = file.dictionaryIn(resources.get('Font'));
  const font: Value | undefined = file.resolve(fonts.get(name));
  return font === undefined || isList(font) ? undefined : file.dictionaryIn(font);
}
