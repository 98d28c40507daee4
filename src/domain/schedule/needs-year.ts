import type { Day } from '../day.ts';
import type { Span } from '../deadlines/moment.ts';

/** Whether a schedule writes the year of a day: everywhere but within a campaign that begins and ends in one year, where it goes without saying. */
export function needsYear(day: Day, { from, until }: Span): boolean {
  if (from === undefined || until === undefined) return true;
  return from.slice(0, 4) !== until.slice(0, 4) || day < from || until < day;
}
