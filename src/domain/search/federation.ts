import type { FacetCount } from './facets.ts';

/** One place of several lists. */
export interface Place {
  list: number;
  at: number;
}

/** The places of several lists of descending scores as one, best first; of equals the earlier in its list, then the earlier list. */
export function mergeRankings(lists: readonly (readonly number[])[]): Place[] {
  const places = lists.flatMap((scores, list) => scores.map((score, at) => ({ list, at, score })));
  places.sort((one, other) => other.score - one.score || one.at - other.at || one.list - other.list);
  return places.map(({ list, at }) => ({ list, at }));
}

/** The values of a facet over several sites: the same id is the same value, and its counts are added. */
export function mergeFacets(counts: readonly (readonly FacetCount[])[]): FacetCount[] {
  const merged = new Map<string, FacetCount>();
  for (const value of counts.flat()) {
    const there = merged.get(value.id);
    merged.set(value.id, there ? { ...there, count: there.count + value.count } : value);
  }
  return [...merged.values()].sort((one, other) => (one.id < other.id ? -1 : 1));
}
