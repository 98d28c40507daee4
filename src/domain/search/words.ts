import { SEPARATOR } from './normal-form.ts';

/**
 * How units become words of the index. Every two neighbouring units make a word, and every unit of a document makes
 * one by itself. The indexer takes a row of letters for one word, strips accents and breaks words at punctuation;
 * so a separator is written as a letter that no normal form contains as such, and any unit that the indexer would
 * alter is written as its code points.
 */
const SEPARATOR_LETTER = 'ˌ';
const CODE_LETTER = 'ˎ';

/**
 * The word between two paragraphs, which no query contains. It stands there twice, because a phrase is looked up by
 * every second of its pairs: over a single break the last pair before and the first behind would be two places apart.
 */
export const BREAK = 'ˎˎ';

const PLAIN = /^[0-9a-z]+$|^[\u3400-\u4DBF\u4E00-\u9FFF\u{20000}-\u{2A6DF}]$/u;
const spelled = new Map<string, string>();

function spell(unit: string): string {
  if (unit === SEPARATOR) return SEPARATOR_LETTER;
  if (PLAIN.test(unit)) return unit;
  return Array.from(
    unit,
    (character) => `${CODE_LETTER}${character.codePointAt(0)!.toString(36)}${CODE_LETTER}`,
  ).join('');
}

/** The word of the index for one unit. */
export function wordOf(unit: string): string {
  let word = spelled.get(unit);
  if (word === undefined) spelled.set(unit, (word = spell(unit)));
  return word;
}

/** The words of the index for a row of units: one for each pair of neighbours, so one fewer than there are units. */
export function pairWords(units: readonly string[]): string[] {
  const words: string[] = [];
  for (let at = 1; at < units.length; at += 1) words.push(wordOf(units[at - 1]!) + wordOf(units[at]!));
  return words;
}
