import type { Day } from './day.ts';

/** The last day of a month, which is written `YYYY-MM`. */
export function lastDayOf(month: string): Day {
  return dayInMonth(month, 31);
}

/** A day of a month by its number; one that the month lacks is its last. */
export function dayInMonth(month: string, number: number): Day {
  const [year, of] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, of, 0)).getUTCDate();
  return `${month}-${String(Math.min(number, last)).padStart(2, '0')}`;
}

/** The half month that a day lies in: the 1st to the 15th, or the 16th to the last of the month. */
export function halfMonthOf(day: Day): { from: Day; until: Day } {
  const month = day.slice(0, 7);
  return day.slice(8) <= '15'
    ? { from: `${month}-01`, until: `${month}-15` }
    : { from: `${month}-16`, until: lastDayOf(month) };
}

/** The two days of a month, fifteen apart, on one of which something that comes every half month falls; 31 stands for the last. */
export function halfMonthDays(day: number | undefined): [number, number] {
  if (day === undefined || day === 15 || day > 30) return [15, 31];
  return day < 15 ? [day, day + 15] : [day - 15, day];
}
