import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addDays, longDay, mondayOf, weekdayNameOf, type Day } from '../day.ts';
import { dayInMonth, halfMonthDays } from '../month.ts';
import { dated } from './announce.ts';
import type { DeadlineResult, Rhythm, RhythmDeadline } from './deadline.ts';
import type { KnownMoment } from './moment.ts';
import { timeWords } from './wording.ts';

const SUNDAY = 7;

/**
 * Every date of a rhythm between two moments, both included. Without a `day`, a period's report is due on its last day: the week's Sunday,
 * the 15th and the last of the month, the last of the month, the last of the quarter. With one, on that day of the month (of a quarter's last month),
 * in a half-month rhythm also fifteen days from it; a day that a month lacks is its last. Of a week, on its `weekday`.
 */
export function rhythm(
  { every, day, weekday, time }: RhythmDeadline,
  from: KnownMoment,
  until: KnownMoment,
  calendar: WorkCalendar,
): DeadlineResult {
  const dates =
    every === 'week'
      ? weekdaysBetween(from.day, until.day, weekday ?? SUNDAY)
      : monthsBetween(from.day, until.day).flatMap((month) => daysInMonth(month, every, day));
  const occurrences = dates
    .filter((date) => from.day <= date && date <= until.day)
    .map((date) => dated(date, calendar));
  const span = `从${longDay(from.day)}到${longDay(until.day)}`;
  const explanation = `${rhythmWords({ every, day, weekday })}${timeWords(time)}，${span}共${occurrences.length}次。`;
  return { kind: 'occurrences', occurrences, time, explanation };
}

/** `每半个月一次，每月15日和月末` */
export function rhythmWords({
  every,
  day,
  weekday,
}: Pick<RhythmDeadline, 'every' | 'day' | 'weekday'>): string {
  switch (every) {
    case 'week':
      return `每周一次，每${weekdayNameOf(weekday ?? SUNDAY)}`;
    case 'month':
      return `每月一次，${day === undefined ? '月末' : `每月${day}日`}`;
    case 'quarter':
      return `每季度一次，${day === undefined ? '季末' : `季末月${day}日`}`;
    case 'half-month': {
      const [first, second] = halfMonthDays(day);
      return `每半个月一次，每月${first}日和${second > 30 ? '月末' : `${second}日`}`;
    }
  }
}

/** Every such weekday from a day until another. */
function weekdaysBetween(from: Day, until: Day, wanted: number): Day[] {
  const days: Day[] = [];
  for (let day = addDays(mondayOf(from), wanted - 1); day <= until; day = addDays(day, 7)) days.push(day);
  return days;
}

function monthsBetween(from: Day, until: Day): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= until.slice(0, 7); month = nextMonth(month)) months.push(month);
  return months;
}

function nextMonth(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}

function daysInMonth(month: string, every: Exclude<Rhythm, 'week'>, day: number | undefined): Day[] {
  if (every === 'half-month')
    return [...new Set(halfMonthDays(day).map((number) => dayInMonth(month, number)))];
  if (every === 'quarter' && Number(month.slice(5)) % 3 !== 0) return [];
  return [dayInMonth(month, day ?? 31)];
}
