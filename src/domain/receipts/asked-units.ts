import type { UnitPart } from '../schedule/plan.ts';
import { asksPart, partsById } from '../unit-parts.ts';
import { unitFinder, type UnitNames } from '../units.ts';

/** A unit with the names by which it is asked, and its parts. */
export interface AskedUnit extends UnitNames {
  parts?: readonly Pick<UnitPart, 'id' | 'name'>[] | undefined;
}

/**
 * Ids of the units that a matter is asked of, in the order of the units. Where the words name units (市人民医院、市血液中心), those; where they only
 * describe them (各单位, 各单位党政主要负责人), all that take part; a part beside its unit only where they have a word for it (see `asksPart`).
 */
export function askedUnits(
  from: string | undefined,
  units: readonly AskedUnit[],
  takingPart: readonly string[],
): string[] {
  const find = unitFinder(units);
  const named = new Set(
    (from ?? '')
      .split(/[、，,；;和]/u)
      .map((name) => find(name.trim(), null))
      .filter((id) => id !== undefined),
  );
  if (named.size > 0) return units.map(({ id }) => id).filter((id) => named.has(id));
  const parts = partsById(units);
  return takingPart.filter((id) => {
    const part = parts.get(id);
    return !part || !takingPart.includes(part.unit.id) || asksPart(from, part);
  });
}

/** Ids of the units that take part in a campaign: those that follow one of its plans; all units where none does. */
export function unitsTakingPart(
  campaign: string,
  units: readonly { id: string; plans?: readonly { plan: string }[] | undefined }[],
  plans: readonly { id: string; campaign: string }[],
): string[] {
  const own = new Set(plans.filter((plan) => plan.campaign === campaign).map(({ id }) => id));
  const following = units.filter((unit) => unit.plans?.some(({ plan }) => own.has(plan)));
  return (following.length > 0 ? following : units).map(({ id }) => id);
}
