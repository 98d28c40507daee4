import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { isWorkingDay, type DayStatus } from '../calendar/working-day.ts';
import { longDay, type Day } from '../day.ts';
import { dated } from './announce.ts';
import type { DatedDeadline, DeadlineResult } from './deadline.ts';
import type { KnownMoment } from './moment.ts';
import { dayWithWeekday, isWeekendName, timeWords } from './wording.ts';

/** A deadline on the very day of a moment: the day stands even where it is a rest day. */
export function fixedDay(
  moment: KnownMoment,
  time: string | undefined,
  calendar: WorkCalendar,
): DeadlineResult {
  const { day, before, after } = moment;
  const facts = dated(day, calendar);
  const status = isWorkingDay(day, calendar);
  const words = before
    ? `${before}${longDay(day)}${after}，当天${timeWords(time)}截止。`
    : `${dayWithWeekday(day, longDay(day), status.working ? status.reason : undefined)}${timeWords(time)}截止。`;
  const explanation = words + calendarWords(facts, status);
  return { kind: 'date', ...facts, counted: [], skipped: [], time, explanation };
}

/** What the calendar adds to a date that stands, as sentences; empty for an ordinary working day. */
export function calendarWords(facts: DatedDeadline, status: DayStatus): string {
  const rest = status.working === false ? `当天${restWords(facts.date, status.reason)}` : undefined;
  const awaited = facts.awaiting && `${facts.date.slice(0, 4)}年放假安排${facts.awaiting}`;
  if (!facts.announce && !awaited) return '';
  return `${[rest, facts.announce?.text, awaited].filter((words) => words !== undefined).join('，')}。`;
}

function restWords(day: Day, reason: string): string {
  return isWeekendName(reason, day) ? `是${reason}` : `${reason}放假`;
}
