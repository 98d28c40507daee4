import type { CollectionName } from '../../schemas/collections.ts';
import { siteCalls } from '../../site/essays.ts';
import { byId } from '../../site/library.ts';
import { siteSchedules } from '../../site/schedules.ts';
import type { PlainItem } from '../../site/site-content.ts';
import type { Campaign, SiteSchedules, Unit } from '../../site/site.ts';
import type { Content, Item } from '../../source/read-content.ts';
import type { SourcePosition } from '../../source/fault.ts';

/** The collections of which schedules are made. */
const NAMES = ['units', 'plans', 'campaigns', 'calendar', 'essays', 'receipts'] as const;
type Name = (typeof NAMES)[number];

/** An item as its file gives it, as plain data. */
export type GroundItem<Of extends CollectionName> = Omit<PlainItem<Of>, 'body'>;

/** All of the content that plans, schedules and receipts are made of, as plain data. */
export type PlanGround = { [Of in Name]: GroundItem<Of>[] };

/** What a content folder holds of it. */
export function groundOfPlans({ items }: Content): PlanGround {
  const plain = NAMES.map((name) => [
    name,
    (items[name] as Item[]).map(({ id, file, fields }) => ({ id, file, fields })),
  ]);
  return Object.fromEntries(plain) as PlanGround;
}

/** The units and campaigns of the ground, as schedules take them. */
export function partiesOf(ground: PlanGround): { units: Unit[]; campaigns: Campaign[] } {
  return { units: byId<'units'>(ground.units), campaigns: byId<'campaigns'>(ground.campaigns) };
}

/** Every plan of every unit worked out, by the function that works them out for the site. */
export function schedulesOn(ground: PlanGround): SiteSchedules {
  const parties = partiesOf(ground);
  return siteSchedules({ items: ground }, parties, siteCalls(ground.essays, parties));
}

/** The ground as the checks of schedules take content: what is found in it stands at the first line of its file. */
export function asContent(ground: PlanGround): Pick<Content, 'items'> {
  const lists = Object.entries(ground).map(([name, items]) => [
    name,
    items.map((item) => ({
      ...item,
      collection: name,
      positionOf: (): SourcePosition => ({ file: item.file, line: 1, column: 1 }),
    })),
  ]);
  return { items: Object.fromEntries(lists) as Content['items'] };
}

/** The same ground with one item in the place of that of its id, or beside the others. */
export function withItem<Of extends Name>(ground: PlanGround, name: Of, item: GroundItem<Of>): PlanGround {
  const others = ground[name].filter(({ id }) => id !== item.id);
  return { ...ground, [name]: [...others, item] };
}
