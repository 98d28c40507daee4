import type { DatedEvent, Move, UnitMoves } from './publishing.ts';

/**
 * What moves in the calendars of units between two publications, unit by unit in the order in which they stand now, those that are gone last. Events are
 * known by their uid, so that one whose title alone has changed does not move. Within a unit the order is that of the days that they have now, or had last.
 */
export function movesOf(was: readonly DatedEvent[], now: readonly DatedEvent[]): UnitMoves[] {
  const before = new Map(was.map((event) => [event.uid, event]));
  const after = new Map(now.map((event) => [event.uid, event]));
  const moves = new Map<string, { move: Move; at: string }[]>();
  const add = (unit: string, at: string, move: Move) =>
    moves.set(unit, [...(moves.get(unit) ?? []), { move, at }]);
  for (const event of now) {
    const known = before.get(event.uid);
    const [old, when] = [known && momentOf(known), momentOf(event)];
    if (old !== when) add(event.unit, when, { title: event.title, ...(old && { was: old }), now: when });
  }
  for (const event of was) {
    const when = momentOf(event);
    if (!after.has(event.uid)) add(event.unit, when, { title: event.title, was: when });
  }
  return [...moves].map(([unit, list]) => ({
    unit,
    moves: list.sort((one, other) => (one.at < other.at ? -1 : 1)).map(({ move }) => move),
  }));
}

/** A day, and its time where it has one: `2026-03-05 14:30`. */
export function momentOf({ day, time }: Pick<DatedEvent, 'day' | 'time'>): string {
  return time === undefined ? day : `${day} ${time}`;
}
