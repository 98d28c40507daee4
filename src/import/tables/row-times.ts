import { isInYears } from '../../domain/day.ts';
import { readTime } from '../../domain/time-words/read-time.ts';
import type { SaidPeriod, SaidTime } from '../../domain/time-words/said.ts';
import { yearsOfRows } from '../../domain/time-words/years.ts';
import type { SessionRows } from './plan-rows.ts';

/** The words for a row's time by column, and the year of a day in them that has none. */
export interface RowTime {
  columns: readonly string[];
  year?: number | undefined;
  whyNoYear?: string | undefined;
  /** The year that only the cell's stored date gives. */
  storedYear?: number | undefined;
}

/** The times of a table's rows, each with its year as far as the title, the rows above or the cell itself give one. */
export function rowTimes(rows: readonly SessionRows[], titleYears: readonly number[]): RowTime[] {
  const columns = rows.map(columnsOf);
  const periods = columns.map((each) => periodOf(readTime(each).time));
  const months = periods.map(({ year, month }, index) => ({
    month,
    year: plausible(year) ?? ownYear(rows[index]?.hiddenYear, titleYears),
  }));
  const years = yearsOfRows(months, titleYears);
  return columns.map((each, index) => {
    const hidden = rows[index]?.hiddenYear;
    if (hidden !== undefined && titleYears.length > 0 && !titleYears.includes(hidden))
      return {
        columns: each,
        whyNoYear: `存在表里是${hidden}年，标题写的是${titleYears.join('、')}年，没有选定`,
      };
    const storedYear = titleYears.length === 0 ? hidden : undefined;
    return { columns: each, year: years[index]?.year, whyNoYear: years[index]?.why, storedYear };
  });
}

/** A heading over the row that is a month or quarter belongs to a time that is none without it. */
function columnsOf({ times, stageHead }: SessionRows): string[] {
  if (stageHead === undefined || times.length === 0) return times;
  const isHeadTime = readTime(stageHead).time.kind === 'within';
  const [alone, under] = [readTime(times), readTime([stageHead, ...times])];
  return isHeadTime && alone.time.kind === 'unread' && under.time.kind !== 'unread'
    ? [stageHead, ...times]
    : times;
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
    default:
      return {};
  }
}
