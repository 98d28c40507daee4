import { longDay, weekdayName } from '../domain/day.ts';
import { period } from '../domain/period.ts';
import type { DatedDeadline, DeadlineResult } from '../domain/deadlines/deadline.ts';
import type { ScheduledSession, Sitting } from '../domain/schedule/schedule.ts';
import { placeOfAll } from '../domain/schedule/sittings.ts';

/** Words where a schedule has no day yet. */
export const UNDATED = '时间待定，另行通知';

function dayAndHours(day: string, time?: string, until?: string): string {
  return `${longDay(day)}（${weekdayName(day)}）${time ? `${time}${until ? `—${until}` : ''}` : ''}`;
}

/** A time in a narrow cell: lines are broken before the weekday and after each sitting, never inside a day. */
export function inCell(words: string): string {
  return words.replace(/(?<=日)（(?=周)/g, '\n（').replaceAll('；', '\n');
}

function sittingWords({ name, day, time, until }: Sitting): string {
  return `${name ? `${name} ` : ''}${dayAndHours(day, time, until)}`;
}

/** When a session is held, in full; `undefined` where nothing is known. Sittings in groups stand one after another. */
export function sessionTime(session: ScheduledSession): string | undefined {
  const { groups = [], day, timing, month, time, until } = session;
  if (groups.length > 0) return groups.map(sittingWords).join('；');
  if (day && timing === 'by') return `${dayAndHours(day, time)}前完成`;
  if (day) return dayAndHours(day, time, until);
  if (month) return `${month.slice(0, 4)}年${Number(month.slice(5))}月`;
  return undefined;
}

/** When a session is held, as its notice and forms say it: of a meeting that is to be held by a day, only that. */
export function meetingTime(session: ScheduledSession): { notice: string; form: string | undefined } {
  const time = sessionTime(session);
  if (session.timing !== 'by' || session.day === null) return { notice: time ?? UNDATED, form: time };
  return { notice: `${dayAndHours(session.day)}前，具体时间另行通知`, form: undefined };
}

/** Where a session is held: groups that go to different places, each with its own; `undefined` where nothing is known. */
export function sessionPlace(session: ScheduledSession): string | undefined {
  const { groups = [] } = session;
  const known = groups.filter(({ place }) => place !== undefined);
  return placeOfAll(session) ?? (known.length > 0 ? groups.map(groupPlace).join('；') : undefined);
}

function groupPlace({ name, place }: Sitting): string {
  return `${name ?? ''}在${place ?? '另行通知的地点'}`;
}

/** When one sitting of a session is held. */
export function sittingTime(sitting: Sitting): string {
  return dayAndHours(sitting.day, sitting.time, sitting.until);
}

/** When absentees make a session up. */
export function makeUpTime({ makeUp }: ScheduledSession): string | undefined {
  return makeUp && `${sittingWords(makeUp)}${makeUp.place ? `，${makeUp.place}` : ''}`;
}

/** A deadline as a table shows it: its dates, each with what is announced and awaited, or why there is none. */
export function deadlineWords(result: DeadlineResult): string {
  switch (result.kind) {
    case 'date':
      return datedWords(result, result.time);
    case 'month':
      return `${result.month.slice(0, 4)}年${Number(result.month.slice(5))}月`;
    case 'occurrences':
      return result.occurrences.map((dated) => datedWords(dated, result.time)).join('；');
    case 'unknown':
      return result.reason;
  }
}

function datedWords({ date, announce, awaiting }: DatedDeadline, time: string | undefined): string {
  const said = [announce?.text, awaiting && `放假安排${awaiting}`].filter((words) => words !== undefined);
  return `${dayAndHours(date, time)}前${said.length > 0 ? `（${said.join('，')}）` : ''}`;
}

/** The days of a campaign or stage; 原文未注明 where it gives none. */
export function periodWords(span: { from?: string | undefined; until?: string | undefined }): string {
  return period(span) || '原文未注明';
}

/** Words inside “”: their own quotation marks become ‘’, as GB/T 15834-2011, 4.8.3.4 has it. */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
