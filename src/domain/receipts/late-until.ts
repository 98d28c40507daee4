import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { isWorkingDay } from '../calendar/working-day.ts';
import { addDays, dayNumber, type Day } from '../day.ts';

/**
 * Until when what is handed in after a turn's date, and does not say for which turn it is, is taken to be late for that turn and not early for the
 * next: to the middle of the working days between the two dates, the middle one included. Where no calendar is given or a year between
 * has no table, to the middle of all days.
 */
export function lateUntil(due: Day, next: Day, calendar: WorkCalendar | undefined): Day {
  const working = calendar && workingDaysUntil(due, next, calendar);
  const half = working && working[Math.floor(working.length / 2) - 1];
  return half ?? addDays(due, working ? 0 : Math.floor((dayNumber(next) - dayNumber(due)) / 2));
}

/** The working days after a day until another one, that one included; `undefined` where some day's year has no table. */
function workingDaysUntil(from: Day, until: Day, calendar: WorkCalendar): Day[] | undefined {
  const days: Day[] = [];
  for (let day = addDays(from, 1); day <= until; day = addDays(day, 1)) {
    const { working } = isWorkingDay(day, calendar);
    if (working === undefined) return undefined;
    if (working) days.push(day);
  }
  return days;
}
