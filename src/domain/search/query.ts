import { SEPARATOR, type Normalise } from './normal-form.ts';

/** Units that must stand in a row, and the words as they were typed. */
export interface Term {
  text: string;
  units: string[];
}

/** A query taken apart: an entry is found when it holds every term of `all` and none of `none`. */
export interface ParsedQuery {
  text: string;
  all: Term[];
  none: Term[];
}

const QUOTES = /["“”„‟＂]/;
const LINE_BREAK = /[\r\n\u2028\u2029]/;
const SPACE = /\s/;
const EXCLUDE = /^[-－]/;

/**
 * Cuts at white space outside quotation marks; a quotation mark without its partner is ignored. Line breaks, which a
 * pasted quotation carries, do not cut unless `cutAtLineBreaks`.
 */
function cut(text: string, cutAtLineBreaks: boolean): string[] {
  const pieces = [''];
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]!;
    if (QUOTES.test(character)) {
      quoted = !quoted && QUOTES.test(text.slice(at + 1));
    } else if (LINE_BREAK.test(character) ? cutAtLineBreaks : SPACE.test(character) && !quoted) {
      pieces.push('');
      continue;
    }
    pieces[pieces.length - 1] += character;
  }
  return pieces;
}

/**
 * Reads what a reader typed: words separated by spaces are all required, `"…"` keeps words in a row, `-词` excludes.
 * Line breaks join, as in a quotation pasted from a document with fixed lines; with `cutAtLineBreaks` they separate.
 * Pieces without a letter or digit are dropped.
 */
export function parseQuery(text: string, normalise: Normalise, cutAtLineBreaks = false): ParsedQuery {
  const query: ParsedQuery = { text, all: [], none: [] };
  for (const piece of cut(text, cutAtLineBreaks)) {
    const excluded = EXCLUDE.test(piece);
    const words = excluded ? piece.slice(1) : piece;
    const { units } = normalise(words);
    if (units.every((unit) => unit === SEPARATOR)) continue;
    (excluded ? query.none : query.all).push({ text: words, units });
  }
  return query;
}

/** Whether a query asks for nothing, though something was typed: signs alone. */
export function asksNothing({ text, all, none }: ParsedQuery): boolean {
  return Boolean(text.trim()) && all.length + none.length === 0;
}
