import { addDays, weekday, weekdayName, type Day } from '../day.ts';
import { fixedHoliday } from './fixed-holidays.ts';
import { hasTable, yearOfDay, type WorkCalendar } from './work-calendar.ts';

/** Words where the State Council has not yet arranged the year. */
export const AWAITING_TABLE = '待国务院办公厅公布';

/**
 * Whether a day is worked. `reason` names what makes it so: 国庆节, 周日, 调休上班; an ordinary weekday needs none.
 * `working` is `undefined` where the day's year has no table and the regulation itself does not make it a day off.
 */
export type DayStatus =
  | { working: true; reason?: '调休上班' }
  | { working: false; reason: string }
  | { working: undefined; reason: typeof AWAITING_TABLE; unknownYear: number };

/**
 * What the calendar says of a day, and why. Never guesses: a year without a table gives no answer, not even for a Sunday, but for the
 * holidays that the regulation itself fixes.
 */
export function isWorkingDay(day: Day, calendar: WorkCalendar): DayStatus {
  if (!hasTable(day, calendar)) {
    const holiday = fixedHoliday(day);
    return holiday === undefined
      ? { working: undefined, reason: AWAITING_TABLE, unknownYear: yearOfDay(day) }
      : { working: false, reason: holiday };
  }
  const holiday = calendar.holidays.get(day);
  if (holiday !== undefined) return { working: false, reason: holiday };
  if (calendar.workdays.has(day)) return { working: true, reason: '调休上班' };
  return isWeekend(day) ? { working: false, reason: weekdayName(day) } : { working: true };
}

/** Saturday or Sunday, whatever the tables say. */
export function isWeekend(day: Day): boolean {
  return weekday(day) > 5;
}

/** The working day nearest to `day` in a direction, `day` itself left out; `undefined` where the search leaves the tables. */
export function nearestWorkingDay(
  day: Day,
  direction: 'forward' | 'backward',
  calendar: WorkCalendar,
): Day | undefined {
  const step = direction === 'forward' ? 1 : -1;
  for (let next = addDays(day, step); ; next = addDays(next, step)) {
    const { working } = isWorkingDay(next, calendar);
    if (working === undefined) return undefined;
    if (working) return next;
  }
}
