import type { UnitPart } from './schedule/plan.ts';
import { shortNameOf, type UnitNames } from './units.ts';

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
  return {
    name: holdsNameOf(unit, part.name) ? part.name : unit.name + part.name,
    shortName: joined(unit, shortNameOf(unit), shortNameOf(part)),
  };
}

function joined(unit: Named, short: string, own: string): string {
  return holdsNameOf(unit, own) ? own : short + own;
}

function holdsNameOf({ name, shortName }: Named, words: string): boolean {
  return words.includes(name) || (shortName !== undefined && words.includes(shortName));
}

/** A part that is a unit of its own, with the unit to which it belongs. */
interface OwnedPart<Unit> {
  unit: Unit;
  /** The part's own name, without its unit's. */
  name: string;
}

/** The parts of units by the ids that they have as units of their own. */
export function partsById<
  Unit extends { id: string; parts?: readonly Pick<UnitPart, 'id' | 'name'>[] | undefined },
>(units: readonly Unit[]): Map<string, OwnedPart<Unit>> {
  return new Map(
    units.flatMap((unit) =>
      (unit.parts ?? []).map((part) => [idOfPart(unit.id, part), { unit, name: part.name }] as const),
    ),
  );
}

/** What parts are called, as a report names those who hand it in. */
const KINDS = ['党总支', '支部', '党小组', '中心组'];

/**
 * Whether a report is asked of a part beside its unit, where both take part in a campaign: 各党支部 is asked of 第一党支部 by itself, 各单位 is not.
 * What is asked of the unit is not asked of its parts once more.
 */
export function asksPart(from: string | undefined, { name }: { name: string }): boolean {
  return KINDS.some((kind) => from?.includes(kind) && name.includes(kind));
}

/** Whether a body is one of the party's own (支部, 党总支, 党小组), which has members and no staff, by its name. */
export function isPartyBody(name: string): boolean {
  return /(?:支部|党总支|党小组)/u.test(name);
}
