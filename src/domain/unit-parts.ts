import type { UnitPart } from './schedule/plan.ts';
import type { UnitNames } from './units.ts';

type Named = Pick<UnitNames, 'name' | 'shortName'>;

/** The id of a part that is a unit of its own, and so its address: `blood-center-group-1`. */
export function idOfPart(unit: string, part: Pick<UnitPart, 'id'>): string {
  return `${unit}-${part.id}`;
}

/**
 * The names of a part that is a unit of its own, which tell it from the parts of other units: the unit's name stands before its own, unless its own
 * holds it already.
 */
export function namesOfPart(unit: Named, part: Named): { name: string; shortName: string } {
  const short = unit.shortName ?? unit.name;
  return {
    name: holdsNameOf(unit, part.name) ? part.name : unit.name + part.name,
    shortName: joined(unit, short, part.shortName ?? part.name),
  };
}

function joined(unit: Named, short: string, own: string): string {
  return holdsNameOf(unit, own) ? own : short + own;
}

function holdsNameOf({ name, shortName }: Named, words: string): boolean {
  return words.includes(name) || (shortName !== undefined && words.includes(shortName));
}

/** Whether a body is one of the party's own (支部, 党总支, 党小组), which has members and no staff, by its name. */
export function isPartyBody(name: string): boolean {
  return /(?:支部|党总支|党小组)/u.test(name);
}
