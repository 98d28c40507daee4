import type { Day } from './day.ts';

/** A unit's names: the current ones, and earlier ones with the days between which they held. */
export interface UnitNames {
  id: string;
  name: string;
  shortName?: string | undefined;
  aliases?: { name: string; from?: Day | undefined; until?: Day | undefined }[] | undefined;
}

/** Finds units by any of their names. */
export type UnitFinder = (name: string, on: Day | null) => string | undefined;

/**
 * A finder of unit ids by id, name, short name or alias. Where two units bore the same name at different times, the day decides;
 * an unknown day takes the first unit in order.
 */
export function unitFinder(units: readonly UnitNames[]): UnitFinder {
  const bearers = new Map<string, { id: string; from?: Day | undefined; until?: Day | undefined }[]>();
  const add = (name: string, bearer: { id: string; from?: Day | undefined; until?: Day | undefined }) => {
    bearers.set(name, [...(bearers.get(name) ?? []), bearer]);
  };
  for (const { id, name, shortName, aliases = [] } of units) {
    add(id, { id });
    add(name, { id });
    if (shortName) add(shortName, { id });
    for (const alias of aliases) add(alias.name, { id, from: alias.from, until: alias.until });
  }
  return (name, on) => {
    const found = bearers.get(name) ?? [];
    const held = found.find(
      ({ from, until }) => on !== null && (!from || from <= on) && (!until || on <= until),
    );
    return (held ?? found[0])?.id;
  };
}
