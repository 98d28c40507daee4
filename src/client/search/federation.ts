import { FACETS, type Facet } from '../../domain/search/manifest.ts';
import {
  interleave,
  mergeFacets,
  mergeRankings,
  selectionAt,
  type Office,
} from '../../domain/search/federation.ts';
import type { FacetCount } from '../../domain/search/facets.ts';
import { HANDBOOK_KIND } from '../../domain/search/record.ts';
import type { SearchResult } from './describe-result.ts';
import type { Search, SearchAnswer } from './engine.ts';
import { isOutdated, SearchFault, type FaultReason } from './fault.ts';
import type { PageAnswer, PageSearch } from './page-search.ts';

/** An office that did not answer: it was too slow, or one of the reasons for which a search fails. */
export interface SilentOffice {
  office: Office;
  reason: FaultReason | 'slow';
  /** Resolves where an office that was too slow has answered after all. */
  late?: Promise<unknown>;
}

/** The answers of all offices as one, without those that did not answer. Every result has its office. */
export interface FederatedAnswer extends Omit<PageAnswer, 'notice'> {
  silent: SilentOffice[];
}

/** Several sites searched as one. */
export interface Federation extends PageSearch {
  /** Throws SearchFault only where no office answers. */
  search(...request: Parameters<PageSearch['search']>): Promise<FederatedAnswer>;
}

/**
 * Milliseconds to wait for answers, and again for their texts: longer for the own site, whose page the reader already sees; for the others as
 * long as the own one takes, and at least long enough for an answer within a second.
 */
export const PATIENCE = { own: 10_000, others: 700 };

class TooSlow extends Error {
  override name = 'TooSlow';
}

/** Rejects where a promise has not resolved when another does. */
const before = <T>(end: Promise<unknown>, promise: Promise<T>): Promise<T> =>
  Promise.race([
    promise,
    end.then(() => {
      throw new TooSlow();
    }),
  ]);

/** A timer that can be cancelled. */
function wait(milliseconds: number): { over: Promise<void>; cancel: () => void } {
  let timer: ReturnType<typeof setTimeout>;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  return { over, cancel: () => clearTimeout(timer) };
}

function reasonOf(error: unknown): SilentOffice['reason'] {
  if (error instanceof TooSlow) return 'slow';
  return error instanceof SearchFault ? error.reason : 'browser';
}

interface Answered {
  office: Office;
  answer: SearchAnswer;
  ranks: number[];
}

/** How many results each of several offices contributes to a given total. */
const shareOf = (limit: number, offices: number): number => Math.max(2, Math.ceil(limit / offices));

/** Adds up the facets of those offices that are chosen, or of all. */
function facetsOf(answered: readonly Answered[], own: Office): Record<Facet, FacetCount[]> {
  const countsAt = ({ office, answer }: Answered, facet: Facet): FacetCount[] =>
    answer.facets[facet].filter(({ id }) => facet !== 'kind' || office === own || id !== HANDBOOK_KIND);
  return Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      mergeFacets(
        facet,
        answered.map((one) => countsAt(one, facet)),
      ),
    ]),
  ) as Record<Facet, FacetCount[]>;
}

/**
 * Several sites as one search, the own first. An office that is slow, fails or has another version costs only its own results. Best results come
 * first, by date the newest; ties: lower position first, then order of offices. Texts are read only for what is shown. The handbook, the same
 * everywhere, and suggestions come from the own site. `open` opens a site; there is at least one.
 */
export function openFederation(
  offices: readonly Office[],
  open: (office: Office) => Promise<Search>,
  patience = PATIENCE,
): Federation {
  const own = offices[0]!;
  const opened = new Map<Office, Promise<Search>>();
  const searchOf = (office: Office): Promise<Search> => {
    let search = opened.get(office);
    if (!search) {
      opened.set(office, (search = open(office)));
      search.catch(() => opened.delete(office));
    }
    return search;
  };

  /** Runs a request on an office's search; once more with the newest index where it has changed. */
  async function withNewest<T>(office: Office, work: (search: Search) => Promise<T>): Promise<T> {
    try {
      return await work(await searchOf(office));
    } catch (error) {
      if (!isOutdated(error)) throw error;
      opened.delete(office);
      return work(await searchOf(office));
    }
  }

  /** The answers of the offices in order; offices that do not answer in time are added to the silent ones. */
  async function ask<T>(
    asked: readonly Office[],
    work: (office: Office, at: number) => Promise<T>,
    silent: SilentOffice[],
  ): Promise<(T | undefined)[]> {
    const [ownTime, othersTime] = [wait(patience.own), wait(patience.others)];
    const works = asked.map(work);
    const at = asked.indexOf(own);
    const ownWork = Promise.race([works[at], ownTime.over]).catch(() => undefined);
    const othersEnd = Promise.all([othersTime.over, ownWork]);
    try {
      return await Promise.all(
        works.map(async (promise, at) => {
          const office = asked[at]!;
          try {
            return await before(office === own ? ownTime.over : othersEnd, promise);
          } catch (error) {
            const reason = reasonOf(error);
            silent.push({ office, reason, ...(reason === 'slow' ? { late: promise } : {}) });
            // What failed is opened anew when asked again: its index may be another by then.
            if (reason !== 'slow') opened.delete(office);
            return undefined;
          }
        }),
      );
    } finally {
      ownTime.cancel();
      othersTime.cancel();
    }
  }

  const atOffice = (office: Office, results: readonly SearchResult[]): SearchResult[] =>
    results.map((result) => ({ ...result, office }));

  return {
    suggestions: () => withNewest(own, (search) => search.suggestions()),
    search: (request) => searchAll(request, false),
  };

  async function searchAll(
    asked: Parameters<Federation['search']>[0],
    isAgain: boolean,
  ): Promise<FederatedAnswer> {
    const { selection, aside, offset, limit, ...request } = asked;
    const silent: SilentOffice[] = [];
    const askOffice = async (office: Office, search: Search): Promise<Answered> => {
      const answer = await search.search({
        ...request,
        selection: selectionAt(search.values, selection, office === own),
        offset: 0,
        limit: 0,
        aside: {
          kinds: aside?.kinds ?? [HANDBOOK_KIND],
          limit: office === own ? (aside?.limit ?? 0) : 0,
        },
      });
      return { office, answer, ranks: await answer.ranks() };
    };
    const found = await ask(
      offices,
      (office) => {
        const ask = (search: Search) => askOffice(office, search);
        return isAgain ? searchOf(office).then(ask) : withNewest(office, ask);
      },
      silent,
    );
    const answered = found.filter((one) => one !== undefined);
    const isChosen = ({ name }: Office): boolean =>
      !selection.office?.length || selection.office.includes(name);
    const chosen = answered.filter(({ office }) => isChosen(office));
    const wanted = mergeRankings(chosen.map(({ ranks }) => ranks)).slice(offset, offset + limit);
    const read = await ask(
      chosen.map(({ office }) => office),
      async (office, list) => {
        const places = wanted.filter((place) => place.list === list).map(({ at }) => at);
        return atOffice(office, await chosen[list]!.answer.read(places));
      },
      silent,
    );
    // The places of what was read are those of an index that is another by now.
    const isOutOfDate = chosen.some(({ office }) =>
      silent.some((one) => one.office === office && one.reason === 'missing'),
    );
    if (isOutOfDate && !isAgain) return searchAll(asked, true);
    silent.sort((one, other) => offices.indexOf(one.office) - offices.indexOf(other.office));
    const isSilent = (office: Office): boolean => silent.some((one) => one.office === office);
    const whole = answered.filter(({ office }) => !isSilent(office));
    if (whole.length === 0) {
      const reason = silent.find(({ office }) => office === own)?.reason ?? 'network';
      throw new SearchFault(reason === 'slow' ? 'network' : reason, 'no office answered');
    }
    const shown = whole.filter(({ office }) => isChosen(office));
    const officeCounts = offices.map((office): FacetCount => {
      const count = whole.find((one) => one.office === office)?.answer.exactCount ?? 0;
      const selected = selection.office?.includes(office.name) === true;
      return { id: office.name, name: office.name, count, selected };
    });
    return {
      query: whole[0]!.answer.query,
      exactCount: shown.reduce((sum, { answer }) => sum + answer.exactCount, 0),
      facets: {
        ...facetsOf(shown, own),
        office: officeCounts.filter(({ count, selected }) => count > 0 || selected),
      },
      results: wanted.flatMap(({ list }) => read[list]?.splice(0, 1) ?? []),
      aside: whole.find(({ office }) => office === own)?.answer.aside ?? [],
      silent,
      async near(most) {
        const share = shareOf(most, shown.length);
        const near = await ask(
          shown.map(({ office }) => office),
          async (office, list) => {
            const near = shown[list]!.answer.near(share).catch((error: unknown) => {
              if (!isOutdated(error)) throw error;
              opened.delete(office);
              return searchOf(office)
                .then((search) => askOffice(office, search))
                .then(({ answer }) => answer.near(share));
            });
            return atOffice(office, await near);
          },
          [],
        );
        return interleave(near.map((results) => results ?? [])).slice(0, most);
      },
    };
  }
}
