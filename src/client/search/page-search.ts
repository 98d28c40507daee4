import type { FacetCount, PageFacet, PageSelection } from '../../domain/search/facets.ts';
import type { SearchAnswer, SearchRequest } from './engine.ts';
import type { Suggestion } from '../../domain/search/suggestions.ts';

/** What the page shows of an answer. */
export interface PageAnswer extends Pick<
  SearchAnswer,
  'query' | 'exactCount' | 'results' | 'near' | 'aside'
> {
  facets: Partial<Record<PageFacet, FacetCount[]>>;
  /** Says what is missing in the answer, if anything is; `again` asks once more. */
  notice?: ((again: () => void) => Node) | undefined;
}

/** What the page asks: the search of one site, or of several as one. */
export interface PageSearch {
  /** Throws SearchFault where there is no answer at all. */
  search(request: SearchRequest & { selection: PageSelection }): Promise<PageAnswer>;
  suggestions(): Promise<Suggestion[]>;
}
