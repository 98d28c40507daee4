import { festivalDay, isLunar, type Festival } from '../../domain/calendar/festivals.ts';
import { isInYears, YEARS } from '../../domain/day.ts';
import { readTime } from '../../domain/time-words/read-time.ts';
import type { SaidPeriod, SaidTime } from '../../domain/time-words/said.ts';
import { yearsOfRows, type RowYear } from '../../domain/time-words/years.ts';
import type { SessionRows } from './plan-rows.ts';

/** The words for a row's time by column, and the year of a day in them that has none. */
export interface RowTime {
  columns: readonly string[];
  year?: number | undefined;
  whyNoYear?: string | undefined;
  /** The year that only the cell's stored date gives. */
  storedYear?: number | undefined;
  /** Whether the heading over the row is a time: 一、第一季度. */
  isUnderTime?: boolean | undefined;
  /** Where the heading over the row is of another time than the row, in Chinese. */
  doubt?: string | undefined;
}

/** What a table as a whole says of its times. */
export interface TableTimes {
  /** The years of its title, or of the name of its sheet or file. */
  years: readonly number[];
  /** Its one month (3月), of its title or of the name of its sheet. */
  month?: string | undefined;
}

/** The times of a table's rows, each with its year as far as the title, the rows above or the cell itself give one. */
export function rowTimes(rows: readonly SessionRows[], { years: titleYears, month }: TableTimes): RowTime[] {
  const columns = rows.map((row) => columnsOf(row, month));
  const periods = columns.map((each) => periodOf(readTime(each).time));
  const months = periods.map((period, index) => ({
    month: period.month,
    year: plausible(period.year) ?? ownYear(rows[index]?.hiddenYear, titleYears),
  }));
  const years = yearsOfRows(months, titleYears);
  return rows.map((row, index) => ({
    columns: columns[index] ?? [],
    ...yearOf(row, years[index] ?? {}, titleYears),
    isUnderTime: headTime(row.stageHead) !== undefined,
    doubt: headDoubt(row),
  }));
}

function yearOf(
  { hiddenYear }: SessionRows,
  { year, why }: RowYear,
  titleYears: readonly number[],
): Pick<RowTime, 'year' | 'whyNoYear' | 'storedYear'> {
  if (hiddenYear === undefined || titleYears.includes(hiddenYear)) return { year, whyNoYear: why };
  if (titleYears.length === 0) return { year, whyNoYear: why, storedYear: hiddenYear };
  return { whyNoYear: `存在表里是${hiddenYear}年，标题写的是${titleYears.join('、')}年，没有选定` };
}

/** A heading over the row, or a title, that is a month or quarter belongs to a time that is none without it. */
function columnsOf({ times, stageHead }: SessionRows, month: string | undefined): string[] {
  if (times.length === 0 || readTime(times).time.kind !== 'unread') return times;
  const heads = [headTime(stageHead), month].filter((head) => head !== undefined);
  const found = heads.find((head) => readTime([head, ...times]).time.kind !== 'unread');
  return found === undefined ? times : [found, ...times];
}

const NUMBERED = /^(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十\d]{1,3}[、.．])\s*/u;

/** The words of a heading that is a period: 一、第一季度. */
function headTime(head: string | undefined): string | undefined {
  const words = head?.replace(NUMBERED, '');
  return words !== undefined && readTime(words).time.kind === 'within' ? words : undefined;
}

function headDoubt({ times, stageHead }: SessionRows): string | undefined {
  const head = headTime(stageHead);
  if (head === undefined || readTime(times).time.kind === 'unread') return undefined;
  const { conflict } = readTime([head, ...times]);
  return conflict === undefined ? undefined : `时间“${times.join(' ')}”不在小标题“${head}”里`;
}

/** A year that no paper is of is a mistake of one row. */
function plausible(year: number | undefined): number | undefined {
  return year !== undefined && isInYears(`${year}-01-01`) ? year : undefined;
}

function ownYear(hidden: number | undefined, titleYears: readonly number[]): number | undefined {
  return titleYears.length === 0 || (hidden !== undefined && titleYears.includes(hidden))
    ? hidden
    : undefined;
}

function periodOf(time: SaidTime): SaidPeriod {
  switch (time.kind) {
    case 'day':
    case 'by':
      return time.day;
    case 'span':
      return time.from;
    case 'by end':
      return time.of;
    case 'within':
      return time.period;
    case 'festival':
      return { month: solarMonth(time.festival), ...time.period };
    default:
      return {};
  }
}

/** The month of a festival that has the same one each year. */
function solarMonth(festival: Festival): number | undefined {
  const day = isLunar(festival) ? undefined : festivalDay(festival, YEARS.first);
  return day === undefined ? undefined : Number(day.slice(5, 7));
}
