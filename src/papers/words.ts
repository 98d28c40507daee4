import { longDay, weekdayName } from '../domain/day.ts';
import { period } from '../domain/period.ts';
import type { DeadlineResult } from '../domain/deadlines/deadline.ts';
import type { ScheduledSession, Sitting } from '../domain/schedule/schedule.ts';
import { placeOfAll } from '../domain/schedule/sittings.ts';

/** Words where a schedule has no day yet. */
export const UNDATED = '时间待定，另行通知';

function dayAndHours(day: string, time?: string, until?: string): string {
  return `${longDay(day)}（${weekdayName(day)}）${time ? `${time}${until ? `—${until}` : ''}` : ''}`;
}

/** A time in a narrow cell: lines are broken before a day that has a name before it, before its weekday and after each sitting, never inside a day. */
export function inCell(words: string): string {
  return words
    .replace(/(?<=\S) (?=\d{4}年)/g, '\n')
    .replace(/(?<=日)（(?=周)/g, '\n（')
    .replaceAll('；', '\n');
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

/** When and where a session is held, for a narrow cell: a line each for group, time and place. */
export function timeAndPlace(session: ScheduledSession): string {
  const { groups = [], place } = session;
  const held =
    groups.length > 0
      ? groups.flatMap((group) => [group.name, sittingTime(group), group.place])
      : [sessionTime(session) ?? UNDATED, place];
  return held.filter(Boolean).join('\n');
}

/** Who takes part: all, and of groups those of each where they are told. */
export function sessionAttendees({ attendees, groups = [] }: ScheduledSession): string | undefined {
  return saidOfAll(attendees, groups, ({ name = '', attendees: own }) => own && `${name}：${own}`);
}

/** Who chairs a session, and those of its groups that another one chairs. */
export function sessionChair({ chair, groups = [] }: ScheduledSession): string | undefined {
  return saidOfAll(chair, groups, ({ name = '', chair: own }) => own && `${name}：${own}`);
}

function saidOfAll(
  all: string | undefined,
  groups: readonly Sitting[],
  ofOne: (group: Sitting) => string | undefined,
): string | undefined {
  return [all, ...groups.map(ofOne)].filter(Boolean).join('；') || undefined;
}

/** When one sitting of a session is held. */
export function sittingTime(sitting: Sitting): string {
  return dayAndHours(sitting.day, sitting.time, sitting.until);
}

/** When and where absentees make a session up, one day after another; `undefined` where no day is set. */
export function makeUpTime({ makeUp }: ScheduledSession): string | undefined {
  return makeUp
    ?.map((sitting) => [sittingTime(sitting), sitting.place].filter(Boolean).join('，'))
    .join('；');
}

/** A deadline as a table shows it: its dates, its announcement, or why there is none. */
export function deadlineWords(result: DeadlineResult): string {
  switch (result.kind) {
    case 'date':
      return `${dayAndHours(result.date, result.time)}前${result.announce ? `（${result.announce.text}）` : ''}`;
    case 'month':
      return `${result.month.slice(0, 4)}年${Number(result.month.slice(5))}月`;
    case 'occurrences':
      return result.occurrences.map(({ date }) => longDay(date)).join('、');
    case 'unknown':
      return result.reason;
  }
}

/** The days of a campaign or stage; 原文未注明 where it gives none. */
export function periodWords(span: { from?: string | undefined; until?: string | undefined }): string {
  return period(span) || '原文未注明';
}

/** An author's words as a sentence, whatever mark they end with. */
export function sentence(words: string): string {
  return `${words.replace(/[\s。；，、]+$/u, '')}。`;
}

/** Words inside “”: their own quotation marks become ‘’, as GB/T 15834-2011, 4.8.3.4 has it. */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
