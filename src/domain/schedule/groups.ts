import type { Adjustment, Meeting, PlannedGroup, ScheduleUnit } from './plan.ts';

/** A group (分批) with its name, and what it has of the part of the unit that it is. */
export interface Group extends Omit<PlannedGroup, 'name'> {
  name: string;
  /** When and where the part meets as a rule. */
  usual?: Meeting | undefined;
}

/** A unit's change to a session, its groups with what they have of the unit's parts. */
export interface FilledAdjustment extends Omit<Adjustment, 'groups'> {
  groups?: readonly Group[] | undefined;
}

/** The parts that a unit's groups may name: its own, and where it is a part itself the others of its unit. */
export function namableParts<Part>({
  parts = [],
  siblings = [],
}: {
  parts?: readonly Part[] | undefined;
  siblings?: readonly Part[] | undefined;
}): readonly Part[] {
  return [...parts, ...siblings];
}

/**
 * An adjustment whose groups have what the parts of the unit that they name have: name, chair, hours and room, as far as they have none of their
 * own. A part that the unit has not, which the content check reports, is called by its id.
 */
export function withPartsOf(unit: ScheduleUnit, adjustment: Adjustment): FilledAdjustment {
  const parts = namableParts(unit);
  const groups = adjustment.groups?.map((group): Group => {
    const part = parts.find(({ id }) => id === group.part);
    return {
      ...group,
      name: part?.name ?? group.name ?? group.part ?? '',
      chair: group.chair ?? part?.chair,
      usual: part?.meeting,
    };
  });
  return { ...adjustment, groups };
}
