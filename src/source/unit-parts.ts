import { idOfPart, namesOfPart } from '../domain/unit-parts.ts';
import type { Fields } from '../schemas/collections.ts';
import type { Fault } from './fault.ts';
import type { Item } from './read-content.ts';

type UnitItem = Item<'units'>;
type Part = NonNullable<Fields<'units'>['parts']>[number];

/**
 * Units with those of their parts that follow plans of their own as units beside them, each behind its unit, in the order of ids. Such a part has the
 * contact of its unit and, where it has none of its own, its meeting; its places are those of its lines in the unit's file. What it
 * follows is left out of the unit and of the other parts, which may name it, so that it stands at one place only. A part whose id is another's is left out and at fault.
 */
export function withParts(units: readonly UnitItem[]): { units: UnitItem[]; faults: Fault[] } {
  const taken = new Map(units.map(({ id, file }) => [id, file]));
  const faults: Fault[] = [];
  const all = units.flatMap((unit) => {
    const { parts = [] } = unit.fields;
    const own = parts.flatMap((part, index) => {
      if (part.plans === undefined) return [];
      const id = idOfPart(unit.id, part);
      const owner = taken.get(id);
      if (owner !== undefined) {
        faults.push({ ...unit.positionOf(['parts', index, 'id']), ...takenId(id, owner) });
        return [];
      }
      taken.set(id, unit.file);
      return [unitOfPart(unit, part, index)];
    });
    return [withoutPlansOfParts(unit), ...own.sort((a, b) => (a.id < b.id ? -1 : 1))];
  });
  return { units: all, faults };
}

function takenId(id: string, owner: string): Pick<Fault, 'reason' | 'remedy'> {
  return { reason: `地址 /units/${id}/ 已属于 ${owner}`, remedy: '换一个代号，如 group-1' };
}

function unitOfPart(unit: UnitItem, part: Part, index: number): UnitItem {
  const { contact, meeting, parts = [] } = unit.fields;
  const siblings = parts.filter((other) => other !== part).map(withoutPlans);
  const { id, ...own } = part;
  return {
    ...unit,
    id: idOfPart(unit.id, { id }),
    fields: { meeting, ...own, ...namesOfPart(unit.fields, part), parent: unit.id, contact, siblings },
    positionOf: (path) => unit.positionOf(['parts', index, ...path]),
  };
}

function withoutPlansOfParts(unit: UnitItem): UnitItem {
  const { parts } = unit.fields;
  if (!parts) return unit;
  return { ...unit, fields: { ...unit.fields, parts: parts.map(withoutPlans) } };
}

function withoutPlans(part: Part): Part {
  return { ...part, plans: undefined };
}
