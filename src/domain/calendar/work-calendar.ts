import { addDays, isDay, type Day } from '../day.ts';
import { OFFICIAL_TABLES } from './official-tables.ts';
import type { Notice, YearTable } from './year-table.ts';

/** Every known year's days off and make-up working days, ready for look-ups by day. */
export interface WorkCalendar {
  /** What each known year rests on. A year that is not a key has no table. */
  notices: ReadonlyMap<number, readonly Notice[]>;
  /** Days off by the name of their holiday. */
  holidays: ReadonlyMap<Day, string>;
  /** Weekend days that are worked. */
  workdays: ReadonlySet<Day>;
}

/**
 * The official tables with an office's own laid over them, in the order given. A day named by a later table counts as that table says;
 * every other day stays as it was, so a correction names only what it changes and a new year is given whole.
 * Throws a RangeError where a table holds something that is no day.
 */
export function workCalendar(
  additions: readonly YearTable[] = [],
  official: readonly YearTable[] = OFFICIAL_TABLES,
): WorkCalendar {
  const notices = new Map<number, readonly Notice[]>();
  const holidays = new Map<Day, string>();
  const workdays = new Set<Day>();
  for (const table of [...official, ...additions]) {
    notices.set(table.year, [...(notices.get(table.year) ?? []), ...table.notices]);
    for (const { name, from, until } of table.holidays) {
      for (const day of daysBetween(from, until)) {
        holidays.set(day, name);
        workdays.delete(day);
      }
    }
    for (const day of table.workdays) {
      if (!isDay(day)) throw new RangeError(`not a calendar day: ${day}`);
      workdays.add(day);
      holidays.delete(day);
    }
  }
  return { notices, holidays, workdays };
}

/** Whether the day's year has a table. */
export function hasTable(day: Day, calendar: WorkCalendar): boolean {
  return calendar.notices.has(yearOfDay(day));
}

/** The year of a day, as a number. */
export function yearOfDay(day: Day): number {
  return Number(day.slice(0, 4));
}

function daysBetween(from: Day, until: Day): Day[] {
  const days: Day[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
}
