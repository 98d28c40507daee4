/**
 * What a spreadsheet program makes of words that come to it by the clipboard or in a file of plain text: a formula, which it works out; a
 * value (a number, a day, a time), which it shows in its own way; or words, which it leaves alone.
 */
export type Reading = 'formula' | 'value' | 'words';

/** Marks that begin a formula, after blanks too; and blanks that a cell may begin with only by intent (https://owasp.org/www-community/attacks/CSV_Injection). */
const FORMULA = /^[\s\p{C}]*[=+\-@]|^[\t\r\n\0]/u;
/** A number that every program shows as it is written: no zero to lose at either end, and no more digits than are shown. */
const PLAIN_NUMBER = /^(?=.{1,11}$)(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/;
/** Figures with what stands between figures in numbers, fractions, days and times, in English and Chinese. */
const FIGURES = /^[\d\s.,:;/\-+%‰()'¥$€£⁄年月日号时点分秒上下午eamp]*$/iu;
const MONTH = /^[\d\s.,/-]*(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*[\d\s.,/-]*$/i;
/** Truth and the names of errors, which are values too. */
const NAMED_VALUE = /^(?:true|false|#[A-Z/0]+[!?]?)$/i;

/**
 * How a spreadsheet program would read the words of a cell. Full-width marks and figures count as what they stand for, since programs in
 * Chinese take them so. Where programs differ, the reading that changes most.
 */
export function readingOf(words: string): Reading {
  const plain = words.normalize('NFKC');
  if (FORMULA.test(words) || FORMULA.test(plain)) return 'formula';
  const shown = plain.trim();
  if (NAMED_VALUE.test(shown)) return 'value';
  if (!/\d/.test(shown) || (PLAIN_NUMBER.test(shown) && shown === words.trim())) return 'words';
  return FIGURES.test(shown) || MONTH.test(shown) ? 'value' : 'words';
}

/** Apostrophes that stand before a formula: one more is put there, so that whoever takes one away has the words again. */
const GUARDS = /^'*/;

/** Words behind an apostrophe where a program would work them out: the way for plain text, which can say nothing of a cell but its words. */
export function guarded(words: string): string {
  return isGuardable(words) ? `'${words}` : words;
}

/** Words as they were before `guarded`. */
export function unguarded(words: string): string {
  return words.startsWith("'") && isGuardable(words) ? words.slice(1) : words;
}

function isGuardable(words: string): boolean {
  return readingOf(words.replace(GUARDS, '')) === 'formula';
}

/** Words as a cell between tabs: on one line, without a tab of their own, and no quotation mark that would open a longer cell. */
export function tabbedCell(words: string): string {
  const cell = guarded(words).replace(/\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/gu, ' ');
  return cell.startsWith('"') ? quoted(cell) : cell;
}

/** Words as a cell of a .csv file (RFC 4180), in quotation marks wherever a reader might part or trim them otherwise. */
export function csvCell(words: string): string {
  const cell = guarded(words);
  return cell !== words || /[",;，\t\r\n]|^\s|\s$/u.test(cell) ? quoted(cell) : cell;
}

function quoted(cell: string): string {
  return `"${cell.replaceAll('"', '""')}"`;
}
