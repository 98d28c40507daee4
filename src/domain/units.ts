import type { Day } from './day.ts';

/** A unit's names: the current ones, and earlier ones with the days between which they held. */
export interface UnitNames {
  id: string;
  name: string;
  shortName?: string | undefined;
  aliases?: FormerName[] | undefined;
}

/** A name that a unit bore, with the short one of its time. */
export interface FormerName {
  name: string;
  shortName?: string | undefined;
  from?: Day | undefined;
  until?: Day | undefined;
}

/** What a unit is called where it is known: its short name, or its only one. */
export function shortNameOf({ name, shortName = name }: Pick<UnitNames, 'name' | 'shortName'>): string {
  return shortName;
}

/** Finds units by any of their names. */
export type UnitFinder = (name: string, on: Day | null) => string | undefined;

/**
 * A finder of unit ids by id, name, short name or alias, the short names of earlier times included. Where two units bore the same name at different times, the day decides;
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
    for (const { name: former, shortName: short, from, until } of aliases) {
      for (const each of [former, short]) if (each !== undefined) add(each, { id, from, until });
    }
  }
  return (name, on) => {
    const found = bearers.get(name) ?? [];
    const held = found.find(
      ({ from, until }) => on !== null && (!from || from <= on) && (!until || on <= until),
    );
    return (held ?? found[0])?.id;
  };
}

/** Every name that a unit bears or bore, its own first. */
export function namesOfUnit({ name, shortName, aliases = [] }: Omit<UnitNames, 'id'>): string[] {
  const names = [name, shortName, ...aliases.flatMap((former) => [former.name, former.shortName])];
  return names.filter((each) => each !== undefined);
}
