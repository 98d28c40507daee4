import { campaignFinder } from '../domain/library.ts';
import { EDITORS_VIEW } from '../domain/visibility.ts';
import { unitFinder, type UnitFinder } from '../domain/units.ts';
import type { BodySurvey } from '../markdown/body.ts';
import { LIBRARY_KINDS, type CollectionName } from '../schemas/collections.ts';
import { bodiesOf, type Bodies } from '../site/bodies.ts';
import { keysOf } from '../site/library.ts';
import { resolveSite } from '../site/resolve-site.ts';
import type { ResolvedSite } from '../site/site.ts';
import type { Content, Item, LibraryItem } from '../source/read-content.ts';

/** The paragraphs of an entry that a reference may name. */
export interface Paragraphs {
  count: number;
  has(anchor: string): boolean;
}

/** Resolves the names used in a content folder; built once per check. */
export interface Register {
  /** A campaign by its file name or name. */
  campaign(name: string | undefined): Item<'campaigns'> | undefined;
  campaigns: readonly Item<'campaigns'>[];
  /** The id of a unit by its file name or any name it bears or bore. */
  unit: UnitFinder;
  /** An entry of the library by its key, such as `texts/outline`. */
  entry(key: string): LibraryItem | undefined;
  /** Whether there is an item that has a page of its own and may be hidden, by its key or a former one. */
  has(key: string): boolean;
  units: readonly Item<'units'>[];
  plan(id: string): Item<'plans'> | undefined;
  plans: readonly Item<'plans'>[];
  /** Whether a faulty file of that collection has that file name or name: references to it are not reported again. */
  isFaulty(collection: CollectionName, name: string): boolean;
  /** The paragraphs of an entry, `undefined` where its body is at fault itself. */
  paragraphs(entry: LibraryItem): Paragraphs | undefined;
  bodies: Bodies;
  /** The site as an editor sees it, resolved when it is first asked for. */
  site(): ResolvedSite;
}

/** Every library item, kind by kind. */
export function libraryItems(content: Content): LibraryItem[] {
  return LIBRARY_KINDS.flatMap((kind) => content.items[kind] as LibraryItem[]);
}

/** Makes the register of a content folder. */
export function registerOf(content: Content): Register {
  const { campaigns, units, plans } = content.items;
  const findCampaign = campaignFinder(
    campaigns.map((item) => ({ id: item.id, name: item.fields.name, item })),
  );
  const planById = byId(plans);
  const entries = new Map(libraryItems(content).map((item) => [`${item.collection}/${item.id}`, item]));
  const keys = keysOf(content.items);
  const faulty = new Set(
    content.faulty.flatMap(({ collection, id, names }) =>
      [id, ...names].map((name) => `${collection} ${name}`),
    ),
  );
  const bodies = bodiesOf(content.items);
  let site: ResolvedSite | undefined;
  return {
    campaign: (name) => findCampaign(name)?.item,
    campaigns,
    units,
    unit: unitFinder(units.map(({ id, fields }) => ({ id, ...fields }))),
    entry: (key) => entries.get(key),
    has: (key) => keys.has(key),
    plan: (id) => planById.get(id),
    plans,
    isFaulty: (collection, name) => faulty.has(`${collection} ${name}`),
    paragraphs: ({ collection, id }) => paragraphsOf(bodies.survey(`${collection}/${id}`)),
    bodies,
    site: () => (site ??= resolveSite(content, EDITORS_VIEW, bodies)),
  };
}

function byId<Each extends { id: string }>(items: readonly Each[]): ReadonlyMap<string, Each> {
  return new Map(items.map((item) => [item.id, item]));
}

/** Anchors run p1, p2, … through the whole entry. */
function paragraphsOf({ writtenBlocks, faults }: BodySurvey): Paragraphs | undefined {
  if (faults.length > 0) return undefined;
  return {
    count: writtenBlocks.length,
    has: (anchor) => writtenBlocks.some((block) => block.anchor === anchor),
  };
}
