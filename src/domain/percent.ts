import { isForbidden } from './characters.ts';

/** Decodes a percent-encoded text (RFC 3986, section 2.1); returns one that cannot be decoded unchanged. */
export function fromPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The bytes of one percent-encoded character (UTF-8); invalid bytes stand alone. */
const CODED =
  /%[0-7][\dA-F]|%[C-D][\dA-F]%[89AB][\dA-F]|%E[\dA-F](?:%[89AB][\dA-F]){2}|%F[0-7](?:%[89AB][\dA-F]){3}/gi;

/** The percent codes in an address that stand for a character which no text may hold, line ends and tabs included; mail to somebody may hold those. */
export function forbiddenCodesIn(address: string): { at: number; written: string; code: number }[] {
  const isMail = /^mailto:/i.test(address);
  return Array.from(address.matchAll(CODED), ({ 0: written, index }) => ({
    at: index,
    written,
    code: fromPercent(written).codePointAt(0) ?? 0,
  })).filter(({ code }) => isForbidden(code) || (!isMail && WHITE.includes(code)));
}

/** Tab, line feed, carriage return. */
const WHITE = [9, 10, 13];

/** Whether an address holds such a code. */
export function holdsForbiddenCode(address: string): boolean {
  return forbiddenCodesIn(address).length > 0;
}
