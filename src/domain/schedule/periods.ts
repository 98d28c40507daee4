import { chineseNumber } from '../chinese-number.ts';
import { isInYears, type Day } from '../day.ts';
import { halfMonthOf, lastDayOf } from '../month.ts';
import type { MonthPart, RHYTHMS } from './plan.ts';
import { weekOf } from './week.ts';

type Rhythm = (typeof RHYTHMS)[number];

/** Months of a period; those of a half month and of a week are no whole ones. */
const MONTHS = { month: 1, quarter: 3, 'half-year': 6 } as const;
const HALVES = ['上半', '下半'] as const;

/** A period of the calendar, whole: its first and its last day. */
export interface Period {
  /** What tells it from others: 2027-03, 2027-q1, 2027-03-a, 2027-h1, and for a week its Monday. */
  key: string;
  /** In words without the year: 3月, 第一季度, 3月上半月, 上半年; a week has its number only. */
  name: string | undefined;
  from: Day;
  until: Day;
}

/** The period of a rhythm in which a day lies. */
export function periodAt(every: Rhythm, day: Day): Period {
  const month = day.slice(0, 7);
  const [year, number] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (every === 'week') {
    const { from, until } = weekOf(day, 1);
    return { key: from, name: undefined, from, until };
  }
  if (every === 'half-month') {
    const half = halfMonthOf(day);
    const isFirst = half.from.endsWith('-01');
    return {
      key: `${month}-${isFirst ? 'a' : 'b'}`,
      name: `${number}月${HALVES[isFirst ? 0 : 1]}月`,
      ...half,
    };
  }
  const length = MONTHS[every];
  const index = Math.floor((number - 1) / length);
  const first = monthAt(year, index * length + 1);
  const last = monthAt(year, index * length + length);
  const keys = {
    month: [month, `${number}月`],
    quarter: [`${year}-q${index + 1}`, `第${chineseNumber(index + 1)}季度`],
    'half-year': [`${year}-h${index + 1}`, `${HALVES[index as 0 | 1]}年`],
  } as const;
  const [key, name] = keys[every];
  return { key, name, from: `${first}-01`, until: lastDayOf(last) };
}

function monthAt(year: string, number: number): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}

/** The key of a quarter, a half-year or a half month; a month is written `month`. */
const KEY = /^(\d{4})-(?:q([1-4])|h([12])|(0[1-9]|1[0-2])-([ab]))$/;

/** The quarter, half-year or half month of a key; `undefined` for what is none. */
export function periodOfKey(key: string): Period | undefined {
  const [, year = '', quarter, half, month, halfMonth] = KEY.exec(key) ?? [];
  const first = quarter ? Number(quarter) * 3 - 2 : half ? Number(half) * 6 - 5 : Number(month);
  const day = `${monthAt(year, first)}-${halfMonth === 'b' ? '16' : '01'}`;
  if (Number.isNaN(first) || !isInYears(day)) return undefined;
  return periodAt(quarter ? 'quarter' : half ? 'half-year' : 'half-month', day);
}

/** The days by which parts of a month are ordered. 旬 are ten days each, the last one to the month's end; 月初 and 月底 have no fixed days and stand with the first and the last. */
const PARTS: Record<MonthPart, { name: string; from: string; until?: string }> = {
  start: { name: '月初', from: '01', until: '10' },
  early: { name: '上旬', from: '01', until: '10' },
  mid: { name: '中旬', from: '11', until: '20' },
  late: { name: '下旬', from: '21' },
  end: { name: '月底', from: '21' },
};

/** Days within one of which something is held, and how that is said: 2027年3月上旬, 2027年第一季度. */
export interface Within {
  from: Day;
  until: Day;
  words: string;
}

/** The days of a month or of a part of it. */
export function withinMonth(month: string, part?: MonthPart): Within {
  const { name, from, until } = part ? PARTS[part] : { name: '', from: '01', until: undefined };
  return {
    from: `${month}-${from}`,
    until: until === undefined ? lastDayOf(month) : `${month}-${until}`,
    words: `${month.slice(0, 4)}年${Number(month.slice(5))}${/^月/u.test(name) ? '' : '月'}${name}`,
  };
}

/** The days of a quarter, a half-year or a half month by its key; `undefined` for what is none. */
export function withinPeriod(key: string): Within | undefined {
  const period = periodOfKey(key);
  return period && { from: period.from, until: period.until, words: `${key.slice(0, 4)}年${period.name}` };
}
