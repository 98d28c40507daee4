import type { Day } from '../day.ts';
import type { PlanSession } from './plan.ts';
import type { ScheduledSession } from './schedule.ts';

/** The plan's sessions with a unit's own ones, each of these behind the last session of its stage. */
export function withOwn(planned: readonly PlanSession[], own: readonly PlanSession[]): PlanSession[] {
  const all = [...planned];
  for (const session of own) {
    const last = all.findLastIndex(({ stage }) => stage !== undefined && stage === session.stage);
    all.splice(last < 0 ? all.length : last + 1, 0, session);
  }
  return all;
}

/**
 * Sessions by day and hour; one that has only a week, a month or another period stands at its end. A session about whose time nothing is known
 * stays behind the one before it in the plan.
 */
export function inOrderOfDays(planned: readonly ScheduledSession[]): ScheduledSession[] {
  const groups: { key: string; sessions: ScheduledSession[] }[] = [];
  const leading: ScheduledSession[] = [];
  for (const session of planned) {
    const day = orderDay(session);
    if (day !== undefined) groups.push({ key: `${day} ${session.time ?? '99:99'}`, sessions: [session] });
    else (groups.at(-1)?.sessions ?? leading).push(session);
  }
  const sorted = groups.toSorted((a, b) => (a.key === b.key ? 0 : a.key < b.key ? -1 : 1));
  return [...leading, ...sorted.flatMap(({ sessions }) => sessions)];
}

/** The day by which a session is ordered; `undefined` where nothing is known of its time. Of several days, a week or a period it is the last. */
export function orderDay({ day, plannedDay, week, within }: ScheduledSession): Day | undefined {
  return day ?? plannedDay ?? week?.until ?? within?.until;
}
