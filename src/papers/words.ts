import { longDay, shortDay, weekdayName } from '../domain/day.ts';
import { period } from '../domain/period.ts';
import type { DatedDeadline, DeadlineResult } from '../domain/deadlines/deadline.ts';
import { openTime, TIME_FOLLOWS, TO_BE_ANNOUNCED } from '../domain/schedule/notice.ts';
import type { ScheduledSession, Sitting } from '../domain/schedule/schedule.ts';
import { chairOfAll, placeOfAll, severalOf } from '../domain/schedule/sittings.ts';

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

/** When a session is held, in full; `undefined` where nothing is known. Groups and sittings stand one after another. */
export function sessionTime(session: ScheduledSession): string | undefined {
  const { day, timing, said, time, until } = session;
  const several = severalOf(session);
  if (several.length > 0) return several.map(sittingWords).join('；');
  const named = said === undefined ? '' : `${said}，`;
  if (day && timing === 'by') return `${named}${dayAndHours(day, time)}前完成`;
  if (day) return `${named}${dayAndHours(day, time, until)}`;
  return said ?? openTime(session);
}

/** When a session is held, as its notice (behind 时间：) and forms say it: of a meeting that is to be held by a day or within some days, only that. */
export function meetingTime(session: ScheduledSession): { notice: string; form: string | undefined } {
  const time = sessionTime(session);
  const named = openTime(session);
  return named === undefined
    ? { notice: time ?? TO_BE_ANNOUNCED, form: time }
    : { notice: `${named}，${TIME_FOLLOWS}`, form: undefined };
}

/** Where a session is held: groups and sittings in different places, each with its own; `undefined` where nothing is known. */
export function sessionPlace(session: ScheduledSession): string | undefined {
  const several = severalOf(session);
  const known = several.filter(({ place }) => place !== undefined);
  return placeOfAll(session) ?? (known.length > 0 ? several.map(sittingPlace).join('；') : undefined);
}

function sittingPlace(sitting: Sitting): string {
  return `${sittingName(sitting)}在${sitting.place ?? '另行通知的地点'}`;
}

function sittingName({ name, day, time = '' }: Sitting): string {
  return name ?? shortDay(day) + time;
}

/** Who chairs and who speaks at each sitting of a session, where that is its own: “甲”由乙主持，丙发言. */
export function sittingPeople(session: ScheduledSession): string[] {
  return severalOf(session).flatMap(({ kind, name, day, time, chair, speakers }) => {
    if (kind !== 'sitting') return [];
    const people = [chair && `由${chair}主持`, speakers && `${speakers.join('、')}发言`].filter(Boolean);
    const which = name === undefined ? `${shortDay(day)}${time ?? ''}` : quoted(name);
    return people.length > 0 ? [`${which}${people.join('，')}`] : [];
  });
}

/** When and where a session is held, for a narrow cell: a line each for group, time and place. */
export function timeAndPlace(session: ScheduledSession): string {
  const several = severalOf(session);
  const held =
    several.length > 0
      ? several.flatMap((each) => [each.name, sittingTime(each), each.place])
      : [sessionTime(session) ?? UNDATED, session.place];
  return held.filter(Boolean).join('\n');
}

/** Who takes part: all, and of groups those of each where they are told. */
export function sessionAttendees(session: ScheduledSession): string | undefined {
  return saidOfAll(session, session.attendees, ({ attendees }) => attendees);
}

/** Who chairs a session, and those of its groups and sittings that another one chairs. */
export function sessionChair(session: ScheduledSession): string | undefined {
  return saidOfAll(session, chairOfAll(session), ({ chair }) => chair);
}

/** Who speaks at a session, and at which of its sittings. */
export function sessionSpeakers(session: ScheduledSession): string | undefined {
  return saidOfAll(session, session.speakers?.join('、'), ({ speakers }) => speakers?.join('、'));
}

function saidOfAll(
  session: ScheduledSession,
  all: string | undefined,
  ofOne: (sitting: Sitting) => string | undefined,
): string | undefined {
  const own = severalOf(session).flatMap((sitting) => {
    const said = ofOne(sitting);
    return said ? [`${sittingName(sitting)}：${said}`] : [];
  });
  return [all, ...own].filter(Boolean).join('；') || undefined;
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

/** An author's words as a sentence, whatever mark they end with. */
export function sentence(words: string): string {
  return `${words.replace(/[\s。；，、]+$/u, '')}。`;
}

/** Words inside “”: their own quotation marks become ‘’, as GB/T 15834-2011, 4.8.3.4 has it. */
export function quoted(words: string): string {
  return `“${words.replaceAll('“', '‘').replaceAll('”', '’')}”`;
}
