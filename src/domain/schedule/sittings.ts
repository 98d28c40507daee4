import type { Schedule, ScheduledSession, Sitting } from './schedule.ts';

/**
 * An occasion on which people meet: the session itself, one of its groups (分批), one of the sittings to which all come, or a day on which
 * absentees make it up (补学).
 */
export interface Occasion extends Sitting {
  kind: 'whole' | 'group' | 'sitting' | 'makeUp';
}

/**
 * Who goes where when: every occasion of a session, from which all outputs take it. A session that is not held and one without a day have
 * none of its own; of work due by a day the day stands for the whole.
 */
export function occasionsOf(session: ScheduledSession): Occasion[] {
  const { status, makeUp = [], day, time, until, place, chair } = session;
  if (status === 'dropped') return [];
  const later = makeUp.map((each): Occasion => ({ ...each, kind: 'makeUp' }));
  const several = severalOf(session);
  if (several.length > 0) return [...several, ...later];
  if (day === null) return later;
  return [{ kind: 'whole', day, time, until, place, chair }, ...later];
}

/**
 * The groups of a session, or its sittings; empty where all come together once. Where they are chaired by several each is told with its chair; else
 * none is, and the chair of all is told once (`chairOfAll`).
 */
export function severalOf(session: ScheduledSession): Occasion[] {
  const { groups, sittings = [] } = session;
  const [kind, several] = groups ? (['group', groups] as const) : (['sitting', sittings] as const);
  const chairs = chairsOf(session);
  return several.map(({ chair = session.chair, ...each }): Occasion => ({
    ...each,
    ...(chairs.size > 1 && chair !== undefined && { chair }),
    kind,
  }));
}

/** Who chairs the groups or sittings of a session, or all of it. */
function chairsOf({ chair: ofAll, groups, sittings = [] }: ScheduledSession): Set<string | undefined> {
  const several = groups ?? sittings;
  return new Set(several.length > 0 ? several.map(({ chair = ofAll }) => chair) : [ofAll]);
}

/** The occasions on which people really come together. */
export function meetingsOf(session: ScheduledSession): Occasion[] {
  return occasionsOf(session).filter(({ kind }) => kind !== 'whole' || session.timing === 'on');
}

/** The place at which all meet, always and whatever their group; `undefined` where there are several, or none is known. */
export function placeOfAll(session: ScheduledSession): string | undefined {
  const several = severalOf(session);
  if (several.length === 0) return session.place;
  const places = new Set(several.map(({ place }) => place));
  const [only] = places;
  return places.size === 1 ? only : undefined;
}

/** Who chairs a session; `undefined` where its groups or sittings are chaired by several, each of which then says by whom. */
export function chairOfAll(session: ScheduledSession): string | undefined {
  const [only, ...others] = chairsOf(session);
  return others.length > 0 ? undefined : only;
}

/** The week in which a session is held some day that is not known yet, as with a unit that has no meeting day; `undefined` where more or less is known. */
export function weekOnly({
  status,
  timing,
  day,
  plannedDay,
  week,
}: ScheduledSession): ScheduledSession['week'] {
  const isOpen = status !== 'dropped' && timing === 'week' && day === null && plannedDay === undefined;
  return isOpen ? week : undefined;
}

/** How many sessions of these schedules have no day yet, and so stand in no calendar file. */
export function undatedCount(schedules: readonly { schedule: Schedule }[]): number {
  return schedules.flatMap(({ schedule }) => schedule.sessions).filter(isUndated).length;
}

function isUndated(session: ScheduledSession): boolean {
  return session.status !== 'dropped' && occasionsOf(session).length === 0;
}
