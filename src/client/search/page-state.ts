import { FACETS, type Facet } from '../../domain/search/catalogue.ts';
import type { Selection } from '../../domain/search/facets.ts';

/** What the search page shows, as its address says it. */
export interface PageState {
  text: string;
  selection: Selection;
  sort: 'relevance' | 'date';
}

/** Reads the state from the query part of an address. Unknown keys are passed over. */
export function readState(search: string): PageState {
  const params = new URLSearchParams(search);
  const selection: Partial<Record<Facet, string[]>> = {};
  for (const facet of FACETS) {
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
  for (const facet of FACETS) {
    for (const value of selection[facet] ?? []) params.append(facet, value);
  }
  if (sort === 'date') params.set('sort', 'date');
  const query = params.toString();
  return query === '' ? '' : `?${query}`;
}

/** Whether the state asks for anything. */
export function isAsking({ text, selection }: PageState): boolean {
  return text.trim() !== '' || FACETS.some((facet) => (selection[facet]?.length ?? 0) > 0);
}
