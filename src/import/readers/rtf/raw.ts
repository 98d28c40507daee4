import { isDoubleByteLead } from './code-pages.ts';

/** Groups that hold no words for people, by their first control word. */
const NO_WORDS =
  /^\\(?:\*\s*\\(?!shpinst|shptxt|ud\b|pn\b|fldrslt|footnote|listtext|pntext|annotation|atn\w+|atrf\w+)|fonttbl|colortbl|stylesheet|info|pict|object\b|fldinst|sp\b|shprslt|nonesttables|nesttableprops|revtbl|filetbl|background|themedata|listtable|listoverridetable|tc\b|xe\b|template|password|generator)/;

/**
 * The words of an RTF file by a second way: its groups are cut out of the source one by one and what is left is decoded as one
 * string; fonts, tables and styles are not looked at. Only for sources whose bytes are all of one encoding.
 */
export function rawRtfWords(source: string, charset: string): string {
  const bytes: number[] = [];
  let words = '';
  const flush = () => {
    words += new TextDecoder(charset).decode(Uint8Array.from(bytes.splice(0)));
  };
  let [skip, fallbacks] = [0, 0];
  const counts: number[] = [1];
  const piece =
    /\{|\}|\\'([0-9a-f]{2})|\\u(-?\d+) ?|\\uc(\d+) ?|\\([a-z]+)(?:-?\d+)? ?|\\([^a-z])|[\r\n\0]|[^\\{}\r\n\0]/giy;
  for (let match = piece.exec(source); match; match = piece.exec(source)) {
    const [token, hex, unicode, count, name, symbol] = match;
    if (token === '{') {
      counts.push(counts.at(-1) ?? 1);
      if (skip > 0 || NO_WORDS.test(source.slice(piece.lastIndex, piece.lastIndex + 40).trimStart()))
        skip += 1;
      fallbacks = 0;
    } else if (token === '}') {
      counts.pop();
      if (skip > 0) skip -= 1;
      fallbacks = 0;
    } else if (skip > 0) continue;
    else if (count !== undefined) counts[counts.length - 1] = Number(count);
    else if (unicode !== undefined) {
      flush();
      words += String.fromCharCode((Number(unicode) + 65536) % 65536);
      fallbacks = counts.at(-1) ?? 1;
    } else if (/^[\r\n\0]$/.test(token)) continue;
    else if (fallbacks > 0 && (hex !== undefined || (name === undefined && symbol === undefined)))
      fallbacks -= 1;
    else if (hex !== undefined) bytes.push(Number.parseInt(hex, 16));
    else if (name !== undefined || symbol !== undefined) {
      flush();
      words += SYMBOLS[name ?? symbol ?? ''] ?? '';
    } else if (token.charCodeAt(0) >= 0x80 || isDoubleByteLead(bytes, charset))
      bytes.push(token.charCodeAt(0));
    else {
      flush();
      words += token;
    }
  }
  flush();
  return words;
}

const SYMBOLS: Record<string, string> = {
  ...{ emdash: '—', endash: '–', lquote: '‘', rquote: '’', ldblquote: '“', rdblquote: '”', bullet: '•' },
  ...{ _: '-', '{': '{', '}': '}', '\\': '\\' },
};
