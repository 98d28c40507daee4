/** A calendar day `YYYY-MM-DD` in Asia/Shanghai. Days carry no time and no zone, so machines in any zone agree. */
export type Day = string;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLISECONDS_A_DAY = 86_400_000;
const SHORTEST_MONTH = 28;
/** Days from 1 March of the year 0 to 1970-01-01. */
const DAYS_TO_1970 = 719_468;
const WEEKDAYS = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** Whether the text is a day that exists in the calendar: `2026-02-28` is, `2026-02-30` is not. */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8))];
  return month >= 1 && month <= 12 && day >= 1 && day <= lengthOfMonth(Number(text.slice(0, 4)), month);
}

/** The number of days in a month of the Gregorian calendar. */
function lengthOfMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

/** The years of which an office writes. Days are counted onwards from them, and a year after 9999 or before 1 has no such form. */
export const YEARS = { first: 1800, last: 2200 };

/** Whether a day lies in those years. */
export function isInYears(day: Day): boolean {
  const year = Number(day.slice(0, 4));
  return YEARS.first <= year && year <= YEARS.last;
}

/** Days since 1970-01-01, for counting. Throws a RangeError when the text is no day. */
export function dayNumber(day: Day): number {
  if (!isDay(day)) throw new RangeError(`not a calendar day: ${day}`);
  return numberOf(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8)));
}

/** Days since 1970-01-01 of a date of the Gregorian calendar, by whole years that begin in March, so that a leap day is the last of its year. */
function numberOf(year: number, month: number, date: number): number {
  const yearOfMarch = month < 3 ? year - 1 : year;
  const days = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + date - 1;
  const leaps = Math.floor(yearOfMarch / 4) - Math.floor(yearOfMarch / 100) + Math.floor(yearOfMarch / 400);
  return 365 * yearOfMarch + leaps + days - DAYS_TO_1970;
}

/** The day that lies `count` days after `day` (before it when negative). */
export function addDays(day: Day, count: number): Day {
  const date = Number(day.slice(8)) + count;
  // Most steps stay in the days that every month has: then nothing needs to be counted.
  if (date >= 1 && date <= SHORTEST_MONTH) return `${day.slice(0, 8)}${twoFigures(date)}`;
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
  const length = lengthOfMonth(year, month);
  if (date >= 1 && date <= length) return `${day.slice(0, 8)}${date}`;
  // So do most of the others end in the month before or behind.
  if (date > length && date <= length + SHORTEST_MONTH && month < 12)
    return `${day.slice(0, 5)}${twoFigures(month + 1)}-${twoFigures(date - length)}`;
  const before = month > 1 ? lengthOfMonth(year, month - 1) : 0;
  if (date < 1 && date > -before)
    return `${day.slice(0, 5)}${twoFigures(month - 1)}-${twoFigures(date + before)}`;
  return new Date((dayNumber(day) + count) * MILLISECONDS_A_DAY).toISOString().slice(0, 10);
}

function twoFigures(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}

/** Weekday from 1 (Monday) to 7 (Sunday), as in ISO 8601. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of a day's week. */
export function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekday(day));
}

/** `周五` for a day that is a Friday. */
export function weekdayName(day: Day): string {
  return weekdayNameOf(weekday(day));
}

/** A day as official papers write it, Arabic figures without leading zeros: `2026年9月18日` (GB/T 9704-2012, 7.3.5.4). */
export function longDay(day: Day): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** The day that such words are, 2026年9月3日; `undefined` where they are none. */
export function dayOfLong(words: string | undefined): Day | undefined {
  const [, year = '', month = '', date = ''] = /^(\d{4})年(\d{1,2})月(\d{1,2})日$/u.exec(words ?? '') ?? [];
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** Month and day only: `9月18日`. */
export function shortDay(day: Day): string {
  const [, month, date] = day.split('-').map(Number);
  return `${month}月${date}日`;
}

/** The last day of a span behind its first day: 12月6日, with the year where that is another one. */
export function lastDay(from: Day, until: Day): string {
  return from.slice(0, 4) === until.slice(0, 4) ? shortDay(until) : longDay(until);
}

/** Orders two dates from old to new; an unknown date (`null`) stands last. */
export function compareDates(a: Day | null, b: Day | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}

/** `周五` for 5; weekdays run from 1 (Monday) to 7 (Sunday). */
export function weekdayNameOf(number: number): string {
  return `周${WEEKDAYS[number % 7]}`;
}

/** The latest of some days, `undefined` where there is none. */
export function latestDay(days: readonly (Day | undefined)[]): Day | undefined {
  return days.reduce<Day | undefined>(
    (latest, day) => (day && (!latest || day > latest) ? day : latest),
    undefined,
  );
}
