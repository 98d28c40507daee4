import type { CountedDay, SkippedDay } from '../calendar/count-working-days.ts';
import { addDays, longDay, shortDay, weekdayName, type Day } from '../day.ts';

/** Above this many days a sentence names only the first and the last; the list itself stays whole. */
const MOST_DAYS_NAMED = 15;

/** A day as it reads after another one: only what differs from it, `12日` after `2026-10-10`. */
export function dayAfter(previous: Day | undefined, day: Day): string {
  if (previous?.slice(0, 4) !== day.slice(0, 4)) return longDay(day);
  return previous.slice(0, 7) === day.slice(0, 7) ? `${Number(day.slice(8))}日` : shortDay(day);
}

/** A day with its weekday: `10月10日（周六，调休上班）`. */
export function dayWithWeekday(day: Day, words: string = shortDay(day), reason?: string): string {
  return `${words}（${weekdayName(day)}${reason ? `，${reason}` : ''}）`;
}

/** Counted days in a row: `10月10日（周六，调休上班）、12日、13日`. `start` is the day the sentence named last. */
export function countedWords(counted: readonly CountedDay[], start: Day): string {
  const first = counted[0];
  const last = counted.at(-1);
  if (!first || !last) return '';
  if (counted.length > MOST_DAYS_NAMED) {
    return `${namedDay(first, sameYear(start, first.day))}起，到${namedDay(last, sameYear(first.day, last.day))}止`;
  }
  return counted
    .map((item, index) => {
      const previous = counted[index - 1]?.day ?? sameYear(start, item.day);
      return namedDay(item, previous);
    })
    .join('、');
}

function namedDay({ day, reason }: CountedDay, previous: Day | undefined): string {
  const words = dayAfter(previous, day);
  return reason ? dayWithWeekday(day, words, reason) : words;
}

/** A day of the same year that lies in another month, so that a first mention keeps its month but not its year. */
function sameYear(start: Day, day: Day): Day | undefined {
  return start.slice(0, 4) === day.slice(0, 4) ? `${day.slice(0, 4)}-00-00` : undefined;
}

/** Days passed over, run by run in the order of the calendar: `10月1日至7日国庆节、10月11日周日不计`. Empty for none. */
export function skippedWords(skipped: readonly SkippedDay[], start: Day): string {
  const runs = runsOf([...skipped].sort((a, b) => (a.day < b.day ? -1 : 1)));
  if (runs.length === 0) return '';
  return `${runs.map(({ from, until, name }) => spanWords(from, until, start) + name).join('、')}不计`;
}

interface Run {
  from: Day;
  until: Day;
  name: string;
}

function runsOf(skipped: readonly SkippedDay[]): Run[] {
  const runs: Run[] = [];
  for (const { day, reason } of skipped) {
    const last = runs.at(-1);
    const follows = last !== undefined && addDays(last.until, 1) === day;
    if (follows && last.name === reason) last.until = day;
    else if (follows && last.name === '周六' && reason === '周日')
      Object.assign(last, { until: day, name: '周末' });
    else runs.push({ from: day, until: day, name: reason });
  }
  return runs;
}

/** `10月1日至7日`; the year stands only where it is not the year of `start`. */
export function spanWords(from: Day, until: Day, start: Day): string {
  const first = dayAfter(sameYear(start, from), from);
  return from === until ? first : `${first}至${dayAfter(from, until)}`;
}

/** `17:30前` where a time of day is set. */
export function timeWords(time: string | undefined): string {
  return time === undefined ? '' : `${time}前`;
}

/** Whether the reason for a rest day is only that it is a Saturday or Sunday. */
export function isWeekendName(reason: string, day: Day): boolean {
  return reason === weekdayName(day);
}
