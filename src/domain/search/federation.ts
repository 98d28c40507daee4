import { FACETS, type SearchManifest, type Facet } from './manifest.ts';
import type { FacetCount, Selection } from './facets.ts';
import { HANDBOOK_KIND, type Named } from './record.ts';

/** A site that is searched together with others. */
export interface Office {
  name: string;
  /** The site's base address, which ends in `/`. */
  address: string;
}

/** The sites that `site.yaml` lists, as they are searched. */
export function listedOffices(listed: readonly { name: string; url: string }[] = []): Office[] {
  return listed.map(({ name, url }) => {
    const { origin, pathname } = new URL(url);
    return { name, address: origin + pathname.replace(/\/*$/, '/') };
  });
}

/** The hosts of other sites that a page may ask: `http://10.0.0.2:8080`, each once. */
export const hostsOf = (offices: readonly Office[]): string[] => [
  ...new Set(offices.map(({ address }) => new URL(address).origin)),
];

/** One place of several lists. */
export interface RankedPosition {
  list: number;
  at: number;
}

/** The places of several lists of descending ranks as one list, best first; ties: lower position first, then list order. */
export function mergeRankings(lists: readonly (readonly number[])[]): RankedPosition[] {
  const places = lists.flatMap((ranks, list) => ranks.map((rank, at) => ({ list, at, rank })));
  places.sort((one, other) => other.rank - one.rank || one.at - other.at || one.list - other.list);
  return places.map(({ list, at }) => ({ list, at }));
}

/** All first places, then all second places, and so on. */
export function interleave<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}

/** Facets whose ids mean the same on every site. Elsewhere a site chooses its ids itself, and only a name says what is meant. */
const COMMON_IDS: readonly Facet[] = ['kind', 'year'];

/** The id of a value of a facet among several sites. */
const sharedId = (facet: Facet, { id, name }: Named): string => (COMMON_IDS.includes(facet) ? id : name);

/** An id that no value has. */
const NO_VALUE = '';

/**
 * A selection made over several sites, in the ids of one of them; a chosen value that the site does not know excludes all of its entries. The
 * own site also accepts its own ids, which its pages use in links, and only its handbook is shown: all have the same.
 */
export function selectionAt(
  values: SearchManifest['values'],
  selection: Selection,
  isOwn: boolean,
): Selection {
  const local: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
    const chosen = selection[facet];
    if (!chosen || chosen.length === 0) continue;
    const ids = values[facet]
      .filter((value) => chosen.includes(sharedId(facet, value)) || (isOwn && chosen.includes(value.id)))
      .map(({ id }) => id)
      .filter((id) => isOwn || facet !== 'kind' || id !== HANDBOOK_KIND);
    local[facet] = ids.length > 0 ? ids : [NO_VALUE];
  }
  return local;
}

/** The values of a facet over several sites: what is called the same is the same value, and its counts are added. */
export function mergeFacets(facet: Facet, counts: readonly (readonly FacetCount[])[]): FacetCount[] {
  const merged = new Map<string, FacetCount>();
  for (const value of counts.flat()) {
    const id = sharedId(facet, value);
    const there = merged.get(id);
    merged.set(id, {
      id,
      name: there?.name ?? value.name,
      count: (there?.count ?? 0) + value.count,
      selected: value.selected || there?.selected === true,
    });
  }
  return [...merged.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
