import { restBlockBefore } from '../calendar/rest-block.ts';
import { hasTable, type WorkCalendar } from '../calendar/work-calendar.ts';
import { AWAITING_TABLE, isWorkingDay, nearestWorkingDay } from '../calendar/working-day.ts';
import { shortDay, type Day } from '../day.ts';
import type { Announcement, DatedDeadline } from './deadline.ts';

/** Days off in a row from which on a deadline right after them is announced before them. */
const LONG_HOLIDAY = 3;

/** A date that stands, with what the calendar adds: an earlier day to hand in by, or that the year's table is not out. */
export function dated(date: Day, calendar: WorkCalendar): DatedDeadline {
  const { working } = isWorkingDay(date, calendar);
  const announce = working === undefined ? undefined : announcement(date, working, calendar);
  const awaiting = hasTable(date, calendar) ? undefined : AWAITING_TABLE;
  return { date, ...(announce && { announce }), ...(awaiting && { awaiting }) };
}

function announcement(date: Day, working: boolean, calendar: WorkCalendar): Announcement | undefined {
  const block = restBlockBefore(date, calendar);
  if (working && (!block || block.length < LONG_HOLIDAY || block.holidays.length === 0)) return undefined;
  const day = nearestWorkingDay(date, 'backward', calendar);
  if (day === undefined) return undefined;
  if (!working) return { day, because: 'rest day', text: `请于${shortDay(day)}前报送` };
  return {
    day,
    because: 'after holiday',
    text: `${block?.holidays.join('、')}放假后即截止，请于${shortDay(day)}前报送`,
  };
}
