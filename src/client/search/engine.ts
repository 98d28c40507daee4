import { INDEX_FOLDER, lengthOf, type SearchManifest, type Facet } from '../../domain/search/manifest.ts';
import { NO_DAY } from '../../domain/search/days.ts';
import { applyFacets, type FacetCount, type Selection } from '../../domain/search/facets.ts';
import type { Hit } from '../../domain/search/match.ts';
import { parseQuery, type ParsedQuery, type Term } from '../../domain/search/query.ts';
import { score, type TermHit } from '../../domain/search/rank.ts';
import type { Suggestion } from '../../domain/search/suggestions.ts';
import { describeResult, type SearchResult } from './describe-result.ts';
import { findNear, type NearMatch } from './find-near.ts';
import { findTerm } from './find-term.ts';
import { openIndex, type IndexReader } from './index-reader.ts';
import { createNormalForms, type NormalForms } from './normal-forms.ts';

/** A question to the search. */
export interface SearchRequest {
  text: string;
  selection: Selection;
  sort: 'relevance' | 'date';
  /** Number of results to pass over, and to return. */
  offset: number;
  limit: number;
  /** Kinds that are no entries of the library: they count as results only where they are chosen and are listed separately unless selected. */
  aside?: { kinds: readonly string[]; limit: number };
}

/** The answer: the exact matches, counted and narrowed. Near matches are a separate request. */
export interface SearchAnswer {
  query: ParsedQuery;
  exactCount: number;
  facets: Record<Facet, FacetCount[]>;
  results: SearchResult[];
  /** What all exact matches are ordered by, in that order and descending: their scores, or their days as days since 1970. Throws SearchFault. */
  ranks(): Promise<number[]>;
  /** What is shown of some of the exact matches, by their places in that order. Throws SearchFault. */
  read(places: readonly number[]): Promise<SearchResult[]>;
  /** Entries that resemble the query and are no exact matches, best first, under the same selection. Throws SearchFault. */
  near(limit: number): Promise<SearchResult[]>;
  /** Exact matches of the kinds that stand aside, best first; none where they are among the results. */
  aside: SearchResult[];
}

/** An opened search. */
export interface Search {
  /** All values of each facet. */
  values: SearchManifest['values'];
  /** Throws SearchFault when any file that the answer needs could not be read. */
  search(request: SearchRequest): Promise<SearchAnswer>;
  /** What is offered while typing. Throws SearchFault. */
  suggestions(): Promise<Suggestion[]>;
}

/** Hits of each term in each entry. */
type Found = Map<number, TermHit[]>;

interface Lookup {
  query: ParsedQuery;
  /** Entries that hold at least one term and none of the excluded ones, with a gap for each term that is missing. */
  some: Map<number, (TermHit | undefined)[]>;
  excluded: ReadonlySet<number>;
  /** Entries that hold all. */
  found: Found;
}

function collect(
  query: ParsedQuery,
  hits: readonly Hit[][],
  excluded: ReadonlySet<number>,
  entries: number,
): Lookup {
  const some: Lookup['some'] = new Map();
  hits.forEach((ofTerm, index) => {
    const units = query.all[index]!.units.length;
    for (const hit of ofTerm) {
      if (excluded.has(hit.page)) continue;
      let there = some.get(hit.page);
      if (!there) some.set(hit.page, (there = query.all.map(() => undefined)));
      there[index] = { hit, units };
    }
  });
  const found: Found = new Map();
  if (query.all.length === 0) {
    for (let page = 0; page < entries; page += 1) if (!excluded.has(page)) found.set(page, []);
  }
  for (const [page, there] of some) {
    const all = there.filter((hit) => hit !== undefined);
    if (all.length === query.all.length) found.set(page, all);
  }
  return { query, some, excluded, found };
}

async function lookUp(query: ParsedQuery, reader: IndexReader, forms: NormalForms): Promise<Lookup> {
  const find = (term: Term): Promise<Hit[]> => findTerm(term, reader, forms);
  const [all, none] = await Promise.all([
    Promise.all(query.all.map(find)),
    Promise.all(query.none.map(find)),
  ]);
  const excluded = new Set(none.flat().map((hit) => hit.page));
  return collect(query, all, excluded, reader.manifest.entries.titles.length);
}

interface Ranked {
  page: number;
  score: number;
}

function rank(
  pages: readonly number[],
  hitsOf: (page: number) => readonly TermHit[],
  { manifest }: IndexReader,
): Ranked[] {
  const { titles } = manifest.entries;
  const all = titles.reduce((sum, _, page) => sum + lengthOf(manifest, page), 0);
  const meanLength = all / Math.max(1, titles.length);
  const ranked = pages.map((page) => {
    const entry = { titleLength: titles[page]!, length: lengthOf(manifest, page), meanLength };
    return { page, score: score(hitsOf(page), entry) };
  });
  return ranked.sort((one, other) => other.score - one.score || one.page - other.page);
}

/** Entries that hold some of several terms, those with most of them first. */
function withSomeTerms({ some, found }: Lookup, reader: IndexReader): NearMatch[] {
  const hitsOf = (page: number): TermHit[] => some.get(page)!.filter((hit) => hit !== undefined);
  const pages = rank(
    [...some.keys()].filter((page) => !found.has(page)),
    hitsOf,
    reader,
  );
  return pages
    .map(({ page }) => ({ page, hits: hitsOf(page) }))
    .sort((one, other) => other.hits.length - one.hits.length);
}

/** Whether an entry is listed separately: it is of such a kind, and that kind is not chosen. */
function asideTest(
  { manifest }: IndexReader,
  aside: readonly string[],
  selection: Selection,
): (page: number) => boolean {
  const kinds = new Set<number>();
  manifest.values.kind.forEach(({ id }, number) => {
    if (aside.includes(id) && !selection.kind?.includes(id)) kinds.add(number);
  });
  return (page) => manifest.entries.facets.kind[page]!.some((kind) => kinds.has(kind));
}

const LINE_BREAK = /[\r\n]/;

/**
 * Opens the search of the site with this base address, which ends in `/`; `early` is the answer to a request for its
 * manifest that is already on its way. Throws SearchFault.
 */
export async function openSearch(base: string, early?: Promise<Response>): Promise<Search> {
  const reader = await openIndex(base + INDEX_FOLDER, early);
  const forms = createNormalForms(reader.traditional);

  async function lookUpText(text: string): Promise<Lookup> {
    const normalise = await forms.functionFor(text);
    const lookup = await lookUp(parseQuery(text, normalise), reader, forms);
    if (lookup.found.size > 0 || !LINE_BREAK.test(text)) return lookup;
    const byLine = await lookUp(parseQuery(text, normalise, true), reader, forms);
    return byLine.found.size > 0 ? byLine : lookup;
  }

  async function findSimilar(lookup: Lookup, selection: Selection): Promise<NearMatch[]> {
    const [term, ...others] = lookup.query.all;
    if (!term) return [];
    const isWanted = (page: number): boolean => !lookup.found.has(page) && !lookup.excluded.has(page);
    const matches =
      others.length > 0 ? withSomeTerms(lookup, reader) : await findNear(term, isWanted, reader, forms);
    const narrowed = new Set(
      applyFacets(
        reader.manifest,
        matches.map(({ page }) => page),
        selection,
      ).pages,
    );
    return matches.filter(({ page }) => narrowed.has(page));
  }

  return {
    values: reader.manifest.values,
    suggestions: reader.suggestions,
    async search({ text, selection, sort, offset, limit, aside }) {
      const lookup = await lookUpText(text);
      const { query, found } = lookup;
      const isAside = asideTest(reader, aside?.kinds ?? [], selection);
      const all = [...found.keys()].sort((one, other) => one - other);
      const { pages: passing, counts: allCounts } = applyFacets(reader.manifest, all, selection);
      const { pages: exact, counts } = applyFacets(
        reader.manifest,
        all.filter((page) => !isAside(page)),
        selection,
      );
      const describe = (ranked: readonly Ranked[]): Promise<SearchResult[]> =>
        Promise.all(
          ranked.map(({ page }) => describeResult({ page, hits: found.get(page)! }, reader, forms)),
        );
      const isRanked = sort === 'relevance' && query.all.length > 0;
      const ordered = isRanked
        ? rank(exact, (page) => found.get(page)!, reader)
        : exact.map((page) => ({ page, score: 0 }));
      const apart = rank(passing.filter(isAside), (page) => found.get(page)!, reader);
      const [results, asideResults] = await Promise.all([
        describe(ordered.slice(offset, offset + limit)),
        describe(apart.slice(0, aside?.limit ?? 0)),
      ]);
      return {
        query,
        exactCount: exact.length,
        facets: { ...counts, kind: allCounts.kind },
        results,
        async ranks() {
          if (isRanked) return ordered.map(({ score }) => score);
          const days = await reader.days();
          return ordered.map(({ page }) => days[page] ?? NO_DAY);
        },
        read: (places) => describe(places.map((place) => ordered[place]!)),
        aside: asideResults,
        async near(most) {
          const matches = (await findSimilar(lookup, selection)).filter(({ page }) => !isAside(page));
          return Promise.all(matches.slice(0, most).map((match) => describeResult(match, reader, forms)));
        },
      };
    },
  };
}
