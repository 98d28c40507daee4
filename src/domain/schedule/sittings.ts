import type { ScheduledSession, Sitting } from './schedule.ts';

/** An occasion on which people meet: the session itself, one of its groups (分批), or a day on which absentees make it up (补学). */
export interface Occasion extends Sitting {
  kind: 'whole' | 'group' | 'makeUp';
}

/**
 * Who goes where when: every occasion of a session, from which all outputs take it. A session that is not held and one without a day have
 * none of its own; of work due by a day the day stands for the whole.
 */
export function occasionsOf(session: ScheduledSession): Occasion[] {
  const { status, groups, makeUp = [], day, time, until, place, chair } = session;
  if (status === 'dropped') return [];
  const later = makeUp.map((each): Occasion => ({ ...each, kind: 'makeUp' }));
  if (groups) return [...groups.map((group): Occasion => ({ ...group, kind: 'group' })), ...later];
  if (day === null) return later;
  return [{ kind: 'whole', day, time, until, place, chair }, ...later];
}

/** The occasions on which people really come together. */
export function meetingsOf(session: ScheduledSession): Occasion[] {
  return occasionsOf(session).filter(({ kind }) => kind !== 'whole' || session.timing === 'on');
}

/** The place at which all meet, whatever their group; `undefined` where groups go to different ones, or none is known. */
export function placeOfAll({ place, groups }: ScheduledSession): string | undefined {
  if (!groups) return place;
  const places = new Set(groups.map((group) => group.place));
  const [only] = places;
  return places.size === 1 ? only : undefined;
}
