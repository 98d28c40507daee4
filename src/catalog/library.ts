import type { Entry, EntryKind, Named } from '../domain/entry.ts';
import { mentionFinder, type FindMentions } from '../domain/formulas.ts';
import { resolveLibrary, type Library, type RawEntry, type Register } from '../domain/library.ts';
import { neighboursOf, type Neighbours } from '../domain/neighbours.ts';
import { readingNamer, type NameReading } from '../domain/schedule/reading-names.ts';
import type { Fields, Site } from '../schemas/collections.ts';
import { withdrawnKeys, type Withdrawn } from '../site/shown-content.ts';
import { itemsOf, oncePerContent, siteFields, withdrawnItems } from './content.ts';
import { filterRows, type FilterRow } from './filters.ts';

/** A campaign or unit as its file gives it. */
export type Campaign = Fields<'campaigns'> & { id: string };
export type Unit = Fields<'units'> & { id: string };
/** A formula (名词解释) as its file gives it. */
export type Formula = Fields<'formulas'> & { id: string };

/** Everything the pages ask of the content, resolved once a build. */
export interface Catalog {
  site: Site;
  library: Library;
  campaigns: Campaign[];
  units: Unit[];
  neighbours: Map<string, Neighbours>;
  /** The rows of links above the library's lists. */
  filters: FilterRow[];
  /** The entries that this build shows, by their keys. */
  byKey: ReadonlyMap<string, Entry>;
  formulas: Formula[];
  /** Names the readings of schedules. */
  nameReading: NameReading;
  /** What was withdrawn, by keys such as `texts/outline`. */
  withdrawn: readonly Withdrawn[];
  /** Finds formulas in a text. */
  mentions: FindMentions;
}

const KINDS: readonly EntryKind[] = ['texts', 'speeches', 'articles'];

/** The catalog of this build. */
export const getCatalog: () => Promise<Catalog> = oncePerContent(() => Promise.resolve(readCatalog()));

function readCatalog(): Catalog {
  const [campaigns, units] = [sortedItems('campaigns'), sortedItems('units')];
  const formulas = sortedItems('formulas');
  const raw = KINDS.flatMap((kind) =>
    itemsOf(kind).map(({ id, fields }): RawEntry => ({ kind, id, fields })),
  );
  raw.sort((a, b) => (`${a.kind}/${a.id}` < `${b.kind}/${b.id}` ? -1 : 1));
  const register: Register = {
    units,
    campaigns,
    topics: sortedItems('topics'),
    speakers: sortedItems('speakers'),
  };
  const library = resolveLibrary(raw, register);
  const byKey = new Map(library.entries.map((entry) => [entry.key, entry]));
  campaigns.sort((a, b) => compare(b.from ?? '', a.from ?? '') || compare(a.id, b.id));
  const withdrawn = withdrawnItems();
  return {
    site: siteFields(),
    library,
    campaigns,
    units,
    neighbours: neighboursOf(library.entries),
    filters: filterRows(library, units, campaigns),
    byKey,
    formulas,
    nameReading: readingNamer(
      new Map(library.entries.map(({ key, title }) => [key, title])),
      withdrawnKeys(withdrawn),
    ),
    withdrawn,
    mentions: mentionFinder(formulas),
  };
}

function sortedItems<Name extends 'campaigns' | 'units' | 'topics' | 'speakers' | 'formulas'>(name: Name) {
  return itemsOf(name)
    .map(({ id, fields }) => ({ ...fields, id }))
    .sort((a, b) => compare(a.id, b.id));
}

/** A unit's parent and children among the units. */
export function familyOf(
  unit: Unit,
  units: readonly Unit[],
): { parent?: Named | undefined; children: Named[] } {
  return {
    parent: units.find(({ id }) => id === unit.parent),
    children: units.filter(({ parent }) => parent === unit.id),
  };
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
