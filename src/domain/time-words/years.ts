/** A word before a year that makes it part of what is studied: 学习贯彻2026年…精神. */
const OF_SUBJECT = /(?:学习|贯彻|落实|传达|宣传|学懂|领会|深入学)$/u;
const YEAR = '(?<!\\d)(20\\d{2})';
const TWO = new RegExp(
  `${YEAR}\\s*年?(?:\\s*\\d{1,2}\\s*月)?\\s*[—–\\-~/至到]+\\s*(20\\d{2})\\s*(?:年|学年)`,
  'u',
);
const ONE = new RegExp(`${YEAR}\\s*(?:年|学年)`, 'gu');

/**
 * The years that a table's title says it is for: one, or two where it goes from one into the next (2026—2027年度). What stands in 《》 or behind
 * 学习贯彻 is the subject, not the year of the table. Empty where it says none or several.
 */
export function yearsInTitle(title: string): number[] {
  const words = title
    .normalize('NFKC')
    .replace(/《[^》]*》/gu, '')
    .replace(/\s+/gu, ' ');
  const [, first, second] = TWO.exec(words) ?? [];
  if (first !== undefined && Number(second) === Number(first) + 1) return [Number(first), Number(second)];
  const years = new Set(
    [...words.matchAll(ONE)]
      .filter(({ index }) => !OF_SUBJECT.test(words.slice(Math.max(0, index - 4), index).trimEnd()))
      .map(([, year]) => Number(year)),
  );
  return years.size === 1 ? [...years] : [];
}

/** What a row of a table says of its time: the month, and the year where it names one. */
export interface RowMonth {
  year?: number | undefined;
  month?: number | undefined;
}

/** The year of a row that names none itself; `undefined` where it is not certain, then with the reason in Chinese. */
export interface RowYear {
  year?: number | undefined;
  why?: string | undefined;
}

/**
 * The years of rows that name none, from those that the title names and from rows above. A table in the order of the year that comes to January
 * behind December goes over New Year: its later rows are in the title's second year, and without one in no certain year.
 */
export function yearsOfRows(rows: readonly RowMonth[], titleYears: readonly number[]): RowYear[] {
  const turn = newYearAt(rows);
  let [above, beforeTurn]: (number | undefined)[] = [];
  return rows.map(({ year, month }, index) => {
    if (index === turn) [beforeTurn, above] = [above, undefined];
    if (year !== undefined) {
      above = year;
      return { year };
    }
    if (turn !== undefined && index >= turn)
      return above === undefined
        ? behindNewYear(rows[turn - 1]?.month, beforeTurn, titleYears)
        : { year: above };
    if (turn === undefined && titleYears.length > 1) return yearOfTwo(month, titleYears);
    return beforeNewYear(above, titleYears[0]);
  });
}

/** The title's year, unless a row above names another one. */
function beforeNewYear(above: number | undefined, title: number | undefined): RowYear {
  if (above === undefined || title === undefined || above === title) return { year: title ?? above };
  return { why: `在写明${above}年的一行之下，标题写的是${title}年，没有选定` };
}

/** The title's second year, or its only one where the rows before are in the year before it. */
function behindNewYear(
  month: number | undefined,
  beforeTurn: number | undefined,
  [first, second]: readonly number[],
): RowYear {
  if (second !== undefined) return { year: second };
  if (beforeTurn !== undefined && beforeTurn + 1 === first) return { year: first };
  return { why: `排在${month ?? 12}月之后，是当年还是次年原文没有写明` };
}

/** In a table for two years that does not come to January, nothing says in which of them a month lies. */
function yearOfTwo(month: number | undefined, [first, second]: readonly number[]): RowYear {
  return month === undefined ? {} : { why: `标题写了${first}、${second}两年，${month}月是哪一年没有写明` };
}

/** The row from which on a table that is in the order of the year is in the next one. */
function newYearAt(rows: readonly RowMonth[]): number | undefined {
  const months = rows.flatMap(({ month }, index) => (month === undefined ? [] : [{ month, index }]));
  const falls = months.filter(({ month }, at) => at > 0 && month < (months[at - 1]?.month ?? 0));
  const [fall] = falls;
  if (falls.length !== 1 || !fall) return undefined;
  const before = months[months.indexOf(fall) - 1]?.month ?? 0;
  const [start, end] = [months[0]?.month ?? 0, months.at(-1)?.month ?? 0];
  return before >= 9 && fall.month <= 3 && end < start ? fall.index : undefined;
}
