/**
 * What no text may hold: control characters (C0 but for the white space among it, DEL, C1), marks that turn the direction of what follows, line
 * ends of Unicode's own, byte-order marks, and codes that are no character. None of them can be seen; several cannot stand in XML
 * (XML 1.0, 2.2), and a terminal obeys them.
 */
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\p{Surrogate}\p{Noncharacter_Code_Point}]/u;
const ALL_FORBIDDEN = new RegExp(FORBIDDEN, 'gu');
/** What stands for a character that may not be read. */
export const STAND_IN = '\ufffd';

/** A character that may not stand where it stands. */
export interface Stray {
  /** Where it begins, in UTF-16 units. */
  at: number;
  code: number;
}

/** Whether a text holds a character that none may hold. */
export function holdsForbidden(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** Whether a code point is forbidden in texts; so are lone surrogates and codes beyond Unicode. */
export function isForbidden(code: number): boolean {
  return code > 0x10ffff || FORBIDDEN.test(String.fromCodePoint(code));
}

/** Every character of a text that none may hold, in order. */
export function forbiddenIn(text: string): Stray[] {
  if (!FORBIDDEN.test(text)) return [];
  return Array.from(text.matchAll(ALL_FORBIDDEN), ({ 0: found, index }) => ({
    at: index,
    code: found.codePointAt(0) ?? 0,
  }));
}

/** The same text with U+FFFD for what it may not hold; everything else stays at its place. */
export function withStandIns(text: string): string {
  return text.replace(ALL_FORBIDDEN, (found) => STAND_IN.repeat(found.length));
}

/** The same text without what it may not hold; what ends a line somewhere becomes a line end. */
export function withoutForbidden(text: string): string {
  return text.replace(ALL_FORBIDDEN, (found) => (LINE_ENDS.includes(found) ? '\n' : ''));
}

/** Vertical tab, form feed, next line, line and paragraph separator. */
const LINE_ENDS = '\u000b\u000c\u0085\u2028\u2029';

/** Words of one line: every run of white space that has a line end or a tab in it becomes one blank, as browsers show it. */
export function onOneLine(text: string): string {
  return text.replace(/ *[\t\n\r][ \t\n\r]*/g, ' ');
}

/** What is wrong with a character that none may hold, and what to do about it. */
export function forbiddenWords(code: number): { reason: string; remedy: string } {
  if (code === 0) return { reason: '含有空字符，不是文本文件', remedy: '删去空字符，或换成文本文件' };
  return {
    reason: `含有${kindOf(code)} ${codeName(code)}`,
    remedy: '删去它；看不见就把前后几个字删掉重打',
  };
}

function kindOf(code: number): string {
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return '控制字符';
  if (code === 0x2028 || code === 0x2029) return '特殊的换行符';
  if (code === 0xfeff) return '多余的字节序标记';
  return code > 0x10ffff || /[\p{Surrogate}\p{NChar}]/u.test(String.fromCodePoint(code))
    ? '不成字的编码'
    : '改变文字方向的字符';
}

/** `U+001B` */
function codeName(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * Words as a line that a terminal shows and does not obey: control characters by their pictures (␛) or codes (\u{9b}), a tab as a blank. A line
 * end within is shown, too: what is one line stays one.
 */
export function printable(line: string): string {
  return visible(line.replace(/\t/g, ' ').replace(/[\n\r]/g, shownCode));
}

/** The same, but keeps white space as it is. */
export function visible(text: string): string {
  return text.replace(ALL_FORBIDDEN, shownCode);
}

const PICTURES = 0x2400;

function shownCode(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code < 0x20) return String.fromCharCode(PICTURES + code);
  return code === 0x7f ? '␡' : `\\u{${code.toString(16)}}`;
}
