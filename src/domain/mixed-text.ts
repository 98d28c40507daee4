import { STAND_IN } from './characters.ts';

/** A text that no single encoding reads, put together line by line. */
export interface MixedText {
  text: string;
  /** The encoding of most lines. */
  label: string;
  /** Lines in UTF-8 among others, counted from 1. */
  otherLines: number[];
  /** Places that no encoding reads, where U+FFFD stands. */
  unread: number;
}

const LINE_END = 0x0a;
const LOST = new RegExp(`${STAND_IN}{1,4}`, 'gu');
/** The share of characters beyond ASCII that may be unreadable before a text is taken for none. */
const MOST_UNREAD = 0.02;
/**
 * Reads bytes that no encoding fits as a whole: lines pasted in UTF-8 among others, a character cut off at the end, a few bytes that were lost.
 * `labels` are tried for lines that are not UTF-8; `worth` tells the better one of two readings. `undefined` where too much cannot be read.
 */
export function readMixed(
  bytes: Uint8Array,
  labels: readonly string[],
  worth: (text: string) => number,
): MixedText | undefined {
  const lines = linesOf(bytes);
  const inUtf8 = lines.map(readUtf8);
  if (inUtf8.every((line) => line !== undefined))
    return acceptable({ text: inUtf8.join('\n'), label: 'utf-8', otherLines: [] });
  const otherLines = lines.flatMap((line, index) =>
    inUtf8[index] !== undefined && line.some((byte) => byte > 0x7f) ? [index + 1] : [],
  );
  return labels
    .flatMap((label) => {
      const text = lines.map((line, index) => inUtf8[index] ?? loosely(label, line)).join('\n');
      return acceptable({ text, label, otherLines }) ?? [];
    })
    .sort((a, b) => worth(b.text) - worth(a.text))[0];
}

/**
 * A line as UTF-8, perhaps with some characters lost; `undefined` where it is in another encoding, whose bytes hardly ever make a Chinese
 * character of UTF-8.
 */
function readUtf8(line: Uint8Array): string | undefined {
  const text = loosely('utf-8', line);
  const lost = lostIn(text);
  return lost === 0 || lost <= (text.match(/\p{Script=Han}/gu)?.length ?? 0) ? text : undefined;
}

function acceptable(read: Omit<MixedText, 'unread'>): MixedText | undefined {
  const unread = lostIn(read.text);
  // A short text may have lost a character or two as well.
  return unread <= Math.max(2, othersIn(read.text) * MOST_UNREAD) ? { ...read, unread } : undefined;
}

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  let from = 0;
  for (let end = bytes.indexOf(LINE_END); end >= 0; end = bytes.indexOf(LINE_END, from)) {
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return [...lines, bytes.subarray(from)];
}

function loosely(label: string, bytes: Uint8Array): string {
  return new TextDecoder(label, { ignoreBOM: true }).decode(bytes);
}

/** In how many places something is lost; the bytes of one character that was hurt may all be unreadable. */
function lostIn(text: string): number {
  return text.match(LOST)?.length ?? 0;
}

/** How many characters of a text are beyond ASCII. */
function othersIn(text: string): number {
  return text.match(/[^\0-\x7f]/gu)?.length ?? 0;
}
