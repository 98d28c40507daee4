import { FACETS, type SearchManifest, type Facet } from './manifest.ts';

/** Ids chosen in each facet; a facet without a choice lets every entry pass. */
export type Selection = Partial<Record<Facet, readonly string[]>>;

/** The questions by which results are narrowed on the page: those of an index, and where several sites are searched, which of them. */
export type PageFacet = Facet | 'office';

/** Ids chosen in each facet of the page. */
export type PageSelection = Partial<Record<PageFacet, readonly string[]>>;

/** A value of a facet, with the number of entries that choosing it alone in this facet would leave. */
export interface FacetCount {
  id: string;
  name: string;
  count: number;
  selected: boolean;
}

/** The entries left by a selection, and the counts to show beside each value. */
export interface Faceted {
  pages: number[];
  counts: Record<Facet, FacetCount[]>;
}

type Test = (page: number) => boolean;

function testFor(manifest: SearchManifest, facet: Facet, ids: readonly string[] | undefined): Test {
  if (!ids || ids.length === 0) return () => true;
  const wanted = new Set<number>();
  manifest.values[facet].forEach(({ id }, number) => {
    if (ids.includes(id)) wanted.add(number);
  });
  const column = manifest.entries.facets[facet];
  return (page) => column[page]!.some((number) => wanted.has(number));
}

function countFacet(
  manifest: SearchManifest,
  facet: Facet,
  pages: readonly number[],
  ids: readonly string[],
): FacetCount[] {
  const counts = manifest.values[facet].map(() => 0);
  const column = manifest.entries.facets[facet];
  for (const page of pages) {
    for (const number of column[page]!) counts[number]! += 1;
  }
  return manifest.values[facet]
    .map(({ id, name }, number) => ({ id, name, count: counts[number]!, selected: ids.includes(id) }))
    .filter(({ count, selected }) => count > 0 || selected);
}

/**
 * Narrows pages by a selection: values within a facet are alternatives, facets must all hold. Each facet is counted
 * as though nothing were chosen in it, so its counts say what another value would add.
 */
export function applyFacets(
  manifest: SearchManifest,
  pages: readonly number[],
  selection: Selection,
): Faceted {
  const tests = FACETS.map((facet) => testFor(manifest, facet, selection[facet]));
  const counts = {} as Record<Facet, FacetCount[]>;
  FACETS.forEach((facet, own) => {
    const passing = pages.filter((page) => tests.every((test, index) => index === own || test(page)));
    counts[facet] = countFacet(manifest, facet, passing, selection[facet] ?? []);
  });
  return { pages: pages.filter((page) => tests.every((test) => test(page))), counts };
}
