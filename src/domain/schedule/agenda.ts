import type { DatedDeadline } from '../deadlines/deadline.ts';
import { addDays, mondayOf, type Day } from '../day.ts';
import type { ScheduledSession, Sitting } from './schedule.ts';
import type { ScheduledDeadline, UnitPlan } from './work-out.ts';
import { occasionsOf, weekOnly } from './sittings.ts';

/** One line of a unit's agenda: a session, one sitting of it, or a deadline. */
export type AgendaItem<Followed extends UnitPlan = UnitPlan> = { of: Followed } & (
  | {
      kind: 'session';
      session: ScheduledSession;
      sitting?: Sitting | undefined;
      /** Held some day of the week: its day, the Sunday, is none to meet on. */
      isSomeDay?: boolean;
    }
  | { kind: 'deadline'; deadline: ScheduledDeadline; dated?: DatedDeadline | undefined }
);

/** A week from Monday to Sunday with what falls into it, in the order of days and hours. */
export interface AgendaWeek<Followed extends UnitPlan = UnitPlan> {
  from: Day;
  until: Day;
  items: (AgendaItem<Followed> & { day: Day })[];
}

/** Order within a day: items with a time, items without one, deadlines, what is held some day of the week. */
const NO_TIME = '24:00';
const DEADLINE = '24:01';
const SOME_DAY = '24:02';

export interface Agenda<Followed extends UnitPlan = UnitPlan> {
  weeks: AgendaWeek<Followed>[];
  /** What has no day yet. */
  undated: AgendaItem<Followed>[];
}

/** The weeks of some schedules taken together. Dropped sessions are left out: there is nothing to attend. */
export function agendaOf<Followed extends UnitPlan>(schedules: readonly Followed[]): Agenda<Followed> {
  const dated: (AgendaItem<Followed> & { day: Day; time: string })[] = [];
  const undated: AgendaItem<Followed>[] = [];
  for (const of of schedules) {
    for (const session of of.schedule.sessions) {
      if (session.status === 'dropped') continue;
      const week = weekOnly(session);
      if (week)
        dated.push({ of, kind: 'session', session, isSomeDay: true, day: week.until, time: SOME_DAY });
      else if (session.day === null) undated.push({ of, kind: 'session', session });
      for (const { day, time, sitting } of sittingsOf(session))
        dated.push({ of, kind: 'session', session, sitting, day, time });
    }
    for (const deadline of of.deadlines) {
      const days = datesOf(deadline);
      if (days.length === 0) undated.push({ of, kind: 'deadline', deadline });
      for (const date of days)
        dated.push({ of, kind: 'deadline', deadline, dated: date, day: date.date, time: DEADLINE });
    }
  }
  return { weeks: weeksOf(dated), undated };
}

function sittingsOf(session: ScheduledSession): { day: Day; time: string; sitting?: Sitting | undefined }[] {
  return occasionsOf(session).map(({ kind, ...occasion }) => ({
    day: occasion.day,
    time: occasion.time ?? NO_TIME,
    ...((kind === 'group' || kind === 'sitting') && { sitting: occasion }),
    ...(kind === 'makeUp' && { sitting: { ...occasion, name: '补学' } }),
  }));
}

function datesOf({ result }: ScheduledDeadline): DatedDeadline[] {
  if (result.kind === 'date') return [result];
  return result.kind === 'occurrences' ? result.occurrences : [];
}

function weeksOf<Item extends { day: Day; time: string }>(
  items: Item[],
): { from: Day; until: Day; items: Item[] }[] {
  const weeks = new Map<Day, Item[]>();
  for (const item of items) {
    const monday = mondayOf(item.day);
    const week = weeks.get(monday);
    if (week) week.push(item);
    else weeks.set(monday, [item]);
  }
  return [...weeks]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([from, inWeek]) => ({
      from,
      until: addDays(from, 6),
      items: inWeek.sort((a, b) =>
        a.day + a.time < b.day + b.time ? -1 : a.day + a.time > b.day + b.time ? 1 : 0,
      ),
    }));
}
