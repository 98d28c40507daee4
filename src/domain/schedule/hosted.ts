import { isRoomOfAnyUnit } from './bookings.ts';
import type { ScheduledSession, Sitting } from './schedule.ts';

/** Between the parts of a reason. */
const BETWEEN = '；';
/** Guests named one by one. */
const MOST_NAMED = 5;

/** A session as the unit that holds it for several has it. */
export interface Hosting {
  host: { id: string; name: string };
  held: ScheduledSession;
}

/**
 * A session of a unit that goes to another one for it: day, hours, place and chair are the host's, so that they are written once. A room that
 * means nothing elsewhere is called by the host's name. What the unit does itself stays: who sits in, the day on which absentees make it up.
 */
export function atHost(
  session: ScheduledSession,
  { host, held }: Hosting,
  reason: string | undefined,
): ScheduledSession {
  const { timing, day, said, within, week, time, until, status, plannedDay, chair, groups, sittings } = held;
  const placed = <Of extends Pick<Sitting, 'place'>>(of: Of, isOwn: boolean): Of => {
    const { place } = of;
    if (place === undefined || !(isOwn || isRoomOfAnyUnit(place))) return of;
    return place.startsWith(host.name) ? of : { ...of, place: host.name + place };
  };
  const ofHost = (each: Sitting) => placed(each, held.ownPlace && each.place === held.place);
  return {
    ...session,
    ...{ timing, day, said, within, week, time, until, status, plannedDay, chair, host },
    ...placed({ place: held.place }, held.ownPlace),
    ownPlace: false,
    groups: groups?.map(ofHost).map(ofOthers),
    sittings: sittings?.map(ofHost),
    reason: [reason, hostWords({ host }), held.reason].filter((words) => words !== undefined).join(BETWEEN),
  };
}

/** By whom a session is held for this unit: 由机关一支部承办; `undefined` of one that the unit holds itself. */
export function hostWords({ host }: Pick<ScheduledSession, 'host'>): string | undefined {
  return host && `由${host.name}承办`;
}

/** Why a session is when and where it is, for papers that name its host in a line of its own. */
export function reasonBesideHost(session: Pick<ScheduledSession, 'host' | 'reason'>): string | undefined {
  const parts = session.reason?.split(BETWEEN).filter((words) => words !== hostWords(session)) ?? [];
  return parts.join(BETWEEN) || undefined;
}

/** A group of the host's people: its part and its head count tell nothing of the guest's. */
function ofOthers({ ...group }: Sitting): Sitting {
  delete group.part;
  delete group.headcount;
  return group;
}

/** With whom a host holds a session: of many, the first five. `undefined` for every other session. */
export function guestNames({ guests }: Pick<ScheduledSession, 'guests'>): string | undefined {
  if (!guests) return undefined;
  const names = guests.slice(0, MOST_NAMED).join('、');
  return names + (guests.length > MOST_NAMED ? `等 ${guests.length} 个单位` : '');
}

/** The same as words of their own: 与市疾控中心联合开展. */
export function guestWords(session: Pick<ScheduledSession, 'guests'>): string | undefined {
  const names = guestNames(session);
  return names === undefined ? undefined : `与${names}联合开展`;
}
