import { Parser } from './parse.ts';
import { bytesOf, isList, keywordOf } from './values.ts';

/** What codes stand for, as a font says of itself. */
export interface CodeMap {
  get(code: number): string | undefined;
  has(code: number): boolean;
}

interface Range {
  from: number;
  to: number;
  /** What the first code stands for; the others follow in order. */
  first: string;
}

/** Reads a font's map to Unicode (ISO 32000-1, 9.10.3). */
export function readUnicodeMap(program: string): CodeMap {
  const single = new Map<number, string>();
  const ranges: Range[] = [];
  const parser = new Parser(program);
  let open = '';
  for (let value = parser.next(); value !== undefined; value = parser.next()) {
    const word = keywordOf(value);
    if (word !== undefined) open = word;
    const from = bytesOf(value);
    if (from === undefined || (open !== 'beginbfchar' && open !== 'beginbfrange')) continue;
    const start = numberIn(from);
    if (open === 'beginbfchar') single.set(start, unicodeIn(bytesOf(parser.next()) ?? ''));
    else readRange(start, numberIn(bytesOf(parser.next()) ?? from), parser, single, ranges);
  }
  const inRange = (code: number) => ranges.findLast(({ from, to }) => code >= from && code <= to);
  return {
    get: (code) => single.get(code) ?? shifted(inRange(code), code),
    has: (code) => single.has(code) || inRange(code) !== undefined,
  };
}

function readRange(
  from: number,
  to: number,
  parser: Parser,
  single: Map<number, string>,
  ranges: Range[],
): void {
  const target = parser.next();
  if (isList(target))
    target.forEach((each, index) => single.set(from + index, unicodeIn(bytesOf(each) ?? '')));
  else ranges.push({ from, to, first: unicodeIn(bytesOf(target) ?? '') });
}

/** The last character of a range's first code counts up. */
function shifted(range: Range | undefined, code: number): string | undefined {
  if (!range) return undefined;
  const characters = Array.from(range.first);
  const last = characters.pop()?.codePointAt(0) ?? 0;
  return characters.join('') + String.fromCodePoint(Math.min(0x10ffff, last + code - range.from));
}

const UTF16 = new TextDecoder('utf-16be', { ignoreBOM: true });

function unicodeIn(bytes: string): string {
  return UTF16.decode(Buffer.from(bytes.length % 2 === 0 ? bytes : `\0${bytes}`, 'latin1'));
}

function numberIn(bytes: string): number {
  return Array.from(bytes).reduce((sum, byte) => sum * 256 + byte.charCodeAt(0), 0);
}
