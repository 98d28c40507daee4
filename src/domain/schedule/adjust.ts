import { shortDay, weekdayName, type Day } from '../day.ts';
import type { Adjustment } from './plan.ts';
import type { ScheduledSession, Sitting } from './schedule.ts';

/** What a dropped session says where its unit gives no reason. */
const NOT_HELD = '不单独安排';

/** A session with its unit's adjustments applied one after another. */
export function adjust(session: ScheduledSession, adjustments: readonly Adjustment[]): ScheduledSession {
  return adjustments.reduce(applyOne, session);
}

function applyOne(session: ScheduledSession, adjustment: Adjustment): ScheduledSession {
  if (adjustment.drop) return dropped(session, adjustment.reason);
  let next = adjustment.add
    ? { ...note(session, 'added', adjustment), reason: adjustment.reason ?? session.reason }
    : session;
  if (adjustment.on !== undefined) next = movedTo(next, adjustment.on, adjustment);
  if (adjustment.groups?.length) next = inGroups(next, adjustment);
  if (adjustment.makeUp)
    next = { ...note(next, 'makeUp', adjustment), makeUp: sitting(adjustment.makeUp, next) };
  if (adjustment.time !== undefined)
    next = { ...note(next, 'time', adjustment), time: adjustment.time, until: undefined };
  if (adjustment.place !== undefined) {
    next = {
      ...note(next, 'place', adjustment),
      place: adjustment.place,
      ownPlace: next.ownPlace && next.place === adjustment.place,
    };
  }
  if (adjustment.chair !== undefined) next = { ...note(next, 'chair', adjustment), chair: adjustment.chair };
  return next;
}

function note(
  session: ScheduledSession,
  kind: ScheduledSession['adjustments'][number]['kind'],
  { reason }: Adjustment,
) {
  const applied = reason === undefined ? { kind } : { kind, reason };
  return { ...session, adjustments: [...session.adjustments, applied] };
}

function dropped(session: ScheduledSession, reason: string | undefined): ScheduledSession {
  return {
    ...note(session, 'dropped', { session: session.id, reason }),
    status: 'dropped',
    day: null,
    time: undefined,
    until: undefined,
    plannedDay: session.day ?? session.plannedDay,
    reason:
      reason === undefined || reason.includes(NOT_HELD) ? (reason ?? NOT_HELD) : `${reason}，${NOT_HELD}`,
  };
}

function movedTo(session: ScheduledSession, day: Day, adjustment: Adjustment): ScheduledSession {
  const planned = session.plannedDay ?? session.day ?? undefined;
  const words = planned === undefined ? '' : `原定${shortDay(planned)}（${weekdayName(planned)}），`;
  const reason = adjustment.reason ?? '本单位调整';
  const same = planned === day;
  return {
    ...note(session, 'moved', adjustment),
    timing: 'on',
    day,
    status: same ? 'fixed' : 'moved',
    plannedDay: same ? undefined : planned,
    reason: same ? adjustment.reason : `${words}${reason}，改在${shortDay(day)}（${weekdayName(day)}）`,
  };
}

function inGroups(session: ScheduledSession, adjustment: Adjustment): ScheduledSession {
  const groups = [...(adjustment.groups ?? [])]
    .map((group) => ({ name: group.name, ...sitting(group, session) }))
    .sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1));
  const first = groups[0]!;
  const planned = session.plannedDay ?? session.day ?? undefined;
  const unmoved = groups.some(({ day }) => day === planned);
  const words = groups.map(({ name, day }) => `${name}${shortDay(day)}（${weekdayName(day)}）`).join('、');
  return {
    ...note(session, 'groups', adjustment),
    timing: 'on',
    day: first.day,
    time: first.time,
    groups,
    status: unmoved ? 'fixed' : 'moved',
    plannedDay: unmoved ? undefined : planned,
    reason: `${adjustment.reason ? `${adjustment.reason}，` : ''}分批进行：${words}`,
  };
}

function sitting(
  { on, time, place }: { on: Day; time?: string | undefined; place?: string | undefined },
  session: ScheduledSession,
): Sitting {
  return { day: on, time: time ?? session.time, place: place ?? session.place };
}
