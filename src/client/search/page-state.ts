import type { PageFacet, PageSelection } from '../../domain/search/facets.ts';

/** What the search page shows, as its address says it. */
export interface PageState {
  text: string;
  /** In the order in which the facets are shown. */
  selection: PageSelection;
  sort: 'relevance' | 'date';
}

/** Reads the state from the query part of an address. Keys other than the facets that there are are passed over. */
export function readState(search: string, facets: readonly PageFacet[]): PageState {
  const params = new URLSearchParams(search);
  const selection: Partial<Record<PageFacet, string[]>> = {};
  for (const facet of facets) {
    const values = params.getAll(facet).filter((value) => value !== '');
    if (values.length > 0) selection[facet] = [...new Set(values)];
  }
  return {
    text: params.get('q') ?? '',
    selection,
    sort: params.get('sort') === 'date' ? 'date' : 'relevance',
  };
}

/** The query part of the address for a state, beginning with `?`, or nothing for the empty state. */
export function writeState({ text, selection, sort }: PageState): string {
  const params = new URLSearchParams();
  if (text !== '') params.set('q', text);
  for (const [facet, values] of Object.entries(selection)) {
    for (const value of values) params.append(facet, value);
  }
  if (sort === 'date') params.set('sort', 'date');
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** Whether the state asks for anything. */
export function isAsking({ text, selection }: PageState): boolean {
  return text.trim() !== '' || Object.keys(selection).length > 0;
}
