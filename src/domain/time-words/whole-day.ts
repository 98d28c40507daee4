import { isDay, isInYears, weekday, type Day } from '../day.ts';
import { readTime } from './read-time.ts';

/** The day that words are and say nothing besides; a day without a year is one of `year`. A weekday that is another one makes it none. */
export function wholeDay(words: string, year: number | undefined): Day | undefined {
  const said = readTime(words);
  if (said.time.kind !== 'day' || !said.isWhole) return undefined;
  const { day } = said.time;
  const of = day.year ?? year;
  if (of === undefined) return undefined;
  const text = `${of}-${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
  if (!isDay(text) || !isInYears(text)) return undefined;
  return said.weekday === undefined || weekday(text) === said.weekday ? text : undefined;
}
