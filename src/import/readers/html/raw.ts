import { decodeNamedCharacterReference } from 'decode-named-character-reference';

const UNSEEN = 'script|style|noscript|template|iframe|object|select|textarea|button|svg|math|head|title';

/** The words of a page by a second way: its source with everything that is markup taken away, no tree built. */
export function rawPageWords(html: string): string {
  return html
    .replace(/<!--[\s\S]*?(?:-->|$)/g, '')
    .replace(new RegExp(`<(${UNSEEN})(?=[\\s>/])[^>]*>[\\s\\S]*?</\\1\\s*>`, 'gi'), '')
    .replace(/<[!?/]?[A-Za-z](?:[^>"']|"[^"]*"|'[^']*')*>/g, '')
    .replace(/<!DOCTYPE[^>]*>/gi, '')
    .replace(
      /&(?:#x(?<hex>[0-9a-f]+)|#(?<decimal>\d+)|(?<name>[a-z][a-z0-9]*));?/gi,
      (whole, hex?: string, decimal?: string, name?: string) => {
        if (name !== undefined) return decodeNamedCharacterReference(name) || whole;
        return characterOf(Number.parseInt(hex ?? decimal ?? '0', hex === undefined ? 10 : 16));
      },
    );
}

/** Browsers read the numbers of control codes as Windows characters (HTML, 13.2.5.80). */
function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return new TextDecoder('windows-1252').decode(Uint8Array.of(code));
  return code === 0 || code > 0x10ffff ? '\uFFFD' : String.fromCodePoint(code);
}
