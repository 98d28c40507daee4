import { SEPARATOR } from './normal-form.ts';

/**
 * How units become words of the index. Every two neighbouring units make a word, and every unit of an entry makes one by
 * itself. Pagefind takes a row of letters for one word, strips accents and breaks words at punctuation; so that its own
 * indexer reads the same words, a separator is written as a letter that no normal form contains as such, and any unit
 * that would be altered is written as its code points. Two runs of Latin letters or digits are parted by a letter, or
 * 2018 beside 12 and 20181 beside 2 would be one word.
 */
const SEPARATOR_LETTER = 'ˌ';
const CODE_LETTER = 'ˎ';
const RUNS_LETTER = 'ˑ';
const ALONE_LETTER = 'ˈ';

const PLAIN = /^[0-9a-z]+$|^[\u3400-\u4DBF\u4E00-\u9FFF\u{20000}-\u{2A6DF}]$/u;
const RUN = /^[\p{Script=Latin}\p{Nd}]/u;

interface Spelling {
  letters: string;
  isRun: boolean;
}

const spelled = new Map<string, Spelling>();

function spell(unit: string): string {
  if (unit === SEPARATOR) return SEPARATOR_LETTER;
  if (PLAIN.test(unit)) return unit;
  return Array.from(
    unit,
    (character) => `${CODE_LETTER}${character.codePointAt(0)!.toString(36)}${CODE_LETTER}`,
  ).join('');
}

function spellingOf(unit: string): Spelling {
  let spelling = spelled.get(unit);
  if (!spelling) spelled.set(unit, (spelling = { letters: spell(unit), isRun: RUN.test(unit) }));
  return spelling;
}

/** The word for a unit by itself. */
export const wordOf = (unit: string): string => ALONE_LETTER + spellingOf(unit).letters;

/** The word for two neighbours. */
export function pairWord(left: string, right: string): string {
  const [one, other] = [spellingOf(left), spellingOf(right)];
  return one.letters + (one.isRun && other.isRun ? RUNS_LETTER : '') + other.letters;
}

/** The words for a row of units: one for each pair of neighbours, so one fewer than there are units. */
export function pairWords(units: readonly string[]): string[] {
  return units.slice(1).map((unit, at) => pairWord(units[at]!, unit));
}
