import type { EntryKind, Named } from '../domain/entry.ts';
import { mentionFinder } from '../domain/formulas.ts';
import { resolveLibrary, type RawEntry } from '../domain/library.ts';
import { neighboursOf } from '../domain/neighbours.ts';
import { LIBRARY_KINDS, type CollectionName } from '../schemas/collections.ts';
import { withdrawnKeys } from './shown-content.ts';
import type { PlainItem, SiteContent } from './site-content.ts';
import type { SiteLibrary, Unit, WithId } from './site.ts';

/** Resolves the library of a site: its entries with every name in them, and what stands beside each. */
export function siteLibrary(content: SiteContent): SiteLibrary {
  const { items } = content;
  const campaigns = byId(items.campaigns);
  const units = byId(items.units);
  const formulas = byId(items.formulas);
  const raw = LIBRARY_KINDS.flatMap((kind: EntryKind) =>
    items[kind].map(({ id, fields }): RawEntry => ({ kind, id, fields })),
  ).sort((a, b) => compare(`${a.kind}/${a.id}`, `${b.kind}/${b.id}`));
  const names = { units, campaigns, topics: byId(items.topics), speakers: byId(items.speakers) };
  const library = resolveLibrary(raw, names);
  const keys = keysOf(items);
  const withdrawn = withdrawnKeys(content.withdrawn);
  const titles = new Map([
    ...library.entries.map(({ key, title }) => [key, title] as const),
    ...formulas.map(({ id, name }) => [`formulas/${id}`, name] as const),
  ]);
  return {
    fields: content.site,
    library,
    byKey: new Map(library.entries.map((entry) => [entry.key, entry])),
    campaigns: campaigns.sort((a, b) => compare(b.from ?? '', a.from ?? '') || compare(a.id, b.id)),
    units,
    formulas,
    neighbours: neighboursOf(library.entries),
    withdrawn: content.withdrawn,
    mentions: mentionFinder(formulas),
    shows: (key) => keys.has(key),
    titleOf: (key) => titles.get(key),
    isWithdrawn: (key) => withdrawn.has(key),
  };
}

/** A unit's parent and children among the units. */
export function familyOf(
  unit: Unit,
  units: readonly Unit[],
): { parent?: Named | undefined; children: Named[] } {
  const parent = units.find(({ id }) => id === unit.parent);
  const children = units.filter((other) => other.parent === unit.id);
  return { parent: parent && named(parent), children: children.map(named) };
}

function named({ id, name }: Named): Named {
  return { id, name };
}

/** The keys of all items, such as `texts/outline`, and those that they had before. */
export function keysOf(items: SiteContent['items']): ReadonlySet<string> {
  const lists = Object.entries(items) as [CollectionName, readonly PlainItem[]][];
  return new Set(
    lists.flatMap(([collection, list]) =>
      list.flatMap(({ id, fields }) => {
        const { formerIds = [] } = fields as { formerIds?: readonly string[] };
        return [id, ...formerIds].map((each) => `${collection}/${each}`);
      }),
    ),
  );
}

/** Items with their ids among their fields, in the order of ids. */
export function byId<Name extends CollectionName>(items: readonly PlainItem<Name>[]): WithId<Name>[] {
  return items.map(({ id, fields }) => ({ ...fields, id })).sort((a, b) => compare(a.id, b.id));
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
