import { addDays, dayNumber, type Day } from '../day.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { isWorkingDay } from './working-day.ts';

/** An unbroken run of days off, both ends included, with the holidays in it. */
export interface RestBlock {
  from: Day;
  until: Day;
  length: number;
  /** Names of the holidays in it, in order; none where it is an ordinary weekend. */
  holidays: string[];
}

/** The run of days off that ends on the day before `day`, or `undefined` where that day is worked or has no table. */
export function restBlockBefore(day: Day, calendar: WorkCalendar): RestBlock | undefined {
  const until = addDays(day, -1);
  const names: string[] = [];
  let from = day;
  for (
    let current = until;
    isWorkingDay(current, calendar).working === false;
    current = addDays(current, -1)
  ) {
    from = current;
    const name = calendar.holidays.get(current);
    if (name !== undefined && names[0] !== name) names.unshift(name);
  }
  if (from === day) return undefined;
  return { from, until, length: dayNumber(until) - dayNumber(from) + 1, holidays: names };
}
