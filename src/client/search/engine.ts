import { applyFacets, type FacetCount, type Selection } from '../../domain/search/facets.ts';
import { meanLength, type Facet } from '../../domain/search/catalogue.ts';
import type { Hit } from '../../domain/search/match.ts';
import type { Segment } from '../../domain/search/passage.ts';
import { parseQuery, type ParsedQuery, type Term } from '../../domain/search/query.ts';
import { score, type TermHit } from '../../domain/search/rank.ts';
import { findTerm } from './find-term.ts';
import { openIndex, type IndexReader } from './index-reader.ts';
import { createNormalForms, type NormalForms } from './normal-forms.ts';
import { describeResult } from './describe-result.ts';

/** A question to the search. */
export interface SearchRequest {
  text: string;
  selection: Selection;
  sort: 'relevance' | 'date';
  /** Number of results to pass over, and to return. */
  offset: number;
  limit: number;
}

/** One entry of the answer, with what is shown of it. */
export interface SearchResult {
  entry: string;
  address: string;
  kind: string;
  title: Segment[];
  subtitle?: string;
  date: string | null;
  documentNumber?: string;
  speaker?: string;
  /** Anchor of the first matching paragraph, or null where only the title matches. */
  anchor: string | null;
  /** Anchor and text of the best passage, or null for an entry without text. */
  passage: { anchor: string; segments: Segment[] } | null;
  /** Number of paragraphs that hold a term. */
  paragraphs: number;
  /** Every paragraph that holds a term, in order. */
  occurrences(): Promise<{ anchor: string; segments: Segment[] }[]>;
}

/** The answer: the exact matches, counted and narrowed; what merely resembles the query stands apart. */
export interface SearchAnswer {
  query: ParsedQuery;
  exactCount: number;
  facets: Record<Facet, FacetCount[]>;
  results: SearchResult[];
  near: SearchResult[];
}

/** An opened search. */
export interface Search {
  /** Throws SearchFault when any file that the answer needs could not be read. */
  search(request: SearchRequest): Promise<SearchAnswer>;
}

type Found = Map<number, TermHit[]>;

/** The entries that hold all terms and none of the excluded ones. Without terms, every entry not excluded. */
function combine(all: { term: Term; hits: Hit[] }[], excluded: ReadonlySet<number>, entries: number): Found {
  const found: Found = new Map();
  if (all.length === 0) for (let page = 0; page < entries; page += 1) found.set(page, []);
  all.forEach(({ term, hits }, index) => {
    for (const hit of hits) {
      const before = index === 0 ? [] : found.get(hit.page);
      if (before?.length === index) found.set(hit.page, [...before, { hit, units: term.units.length }]);
    }
  });
  for (const [page, hits] of found) {
    if (hits.length < all.length || excluded.has(page)) found.delete(page);
  }
  return found;
}

async function findAll(query: ParsedQuery, reader: IndexReader, forms: NormalForms): Promise<Found> {
  const find = async (term: Term) => ({ term, hits: await findTerm(term, reader, forms) });
  const [all, none] = await Promise.all([Promise.all(query.all.map(find)), Promise.all(query.none.map(find))]);
  const excluded = new Set(none.flatMap(({ hits }) => hits.map((hit) => hit.page)));
  return combine(all, excluded, reader.catalogue.entries.titles.length);
}

function rank(pages: number[], found: Found, { catalogue }: IndexReader): number[] {
  const { titles, lengths } = catalogue.entries;
  const mean = meanLength(catalogue);
  const scores = new Map(
    pages.map((page) => {
      const entry = { titleLength: titles[page]!, length: lengths[page]!, meanLength: mean };
      return [page, score(found.get(page)!, entry)];
    }),
  );
  return [...pages].sort((one, other) => scores.get(other)! - scores.get(one)! || one - other);
}

const LINE_BREAK = /[\r\n]/;

/** Opens the search of the site with this base address, which ends in `/`. Throws SearchFault. */
export async function openSearch(base: string): Promise<Search> {
  const reader = await openIndex(`${base}pagefind/`);
  const forms = createNormalForms(reader.traditional);

  async function find(text: string): Promise<{ query: ParsedQuery; found: Found }> {
    const normalise = await forms.functionFor(text);
    const query = parseQuery(text, normalise);
    const found = await findAll(query, reader, forms);
    if (found.size > 0 || !LINE_BREAK.test(text)) return { query, found };
    const byLine = parseQuery(text, normalise, true);
    return { query: byLine, found: await findAll(byLine, reader, forms) };
  }

  return {
    async search({ text, selection, sort, offset, limit }) {
      const { query, found } = await find(text);
      const pages = [...found.keys()].sort((one, other) => one - other);
      const { pages: exact, counts } = applyFacets(reader.catalogue, pages, selection);
      const ordered = sort === 'date' || query.all.length === 0 ? exact : rank(exact, found, reader);
      const shown = ordered.slice(offset, offset + limit);
      return {
        query,
        exactCount: exact.length,
        facets: counts,
        results: await Promise.all(shown.map((page) => describeResult(page, found.get(page)!, query, reader, forms))),
        near: [],
      };
    },
  };
}
