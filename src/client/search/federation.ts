import { FACETS, type Facet } from '../../domain/search/catalogue.ts';
import { mergeFacets, mergeRankings } from '../../domain/search/federation.ts';
import type { FacetCount } from '../../domain/search/facets.ts';
import type { SearchResult } from './describe-result.ts';
import { openSearch, type Search, type SearchAnswer, type SearchRequest } from './engine.ts';
import { SearchFault, type FaultReason } from './fault.ts';

/** A site that is searched together with others. */
export interface Office {
  name: string;
  /** The site's base address, which ends in `/`. */
  address: string;
}

/** A result and the office it is from. */
export interface OfficeResult {
  office: Office;
  result: SearchResult;
}

/** An office that did not answer: it was too slow, or one of the reasons for which a search fails. */
export interface SilentOffice {
  office: Office;
  reason: FaultReason | 'slow';
}

/** The answers of all offices as one, without those that did not answer. */
export interface FederatedAnswer {
  exactCount: number;
  facets: Record<Facet, FacetCount[]>;
  results: OfficeResult[];
  silent: SilentOffice[];
}

/** Several sites searched as one. */
export interface Federation {
  /** Never throws: an office that fails is named among the silent ones. */
  search(request: Omit<SearchRequest, 'aside'>): Promise<FederatedAnswer>;
}

class TooSlow extends Error {
  override name = 'TooSlow';
}

/** Rejects where a promise takes longer than so many milliseconds. */
async function within<T>(promise: Promise<T>, limit: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooSlow = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TooSlow());
    }, limit);
  });
  try {
    return await Promise.race([promise, tooSlow]);
  } finally {
    clearTimeout(timer);
  }
}

function reasonOf(error: unknown): SilentOffice['reason'] {
  if (error instanceof TooSlow) return 'slow';
  return error instanceof SearchFault ? error.reason : 'browser';
}

interface Answered {
  office: Office;
  answer: SearchAnswer;
}

/**
 * Opens the searches of several sites. Each is given `timeLimit` milliseconds for an answer, and as many again for its
 * texts; what it would have found is missing otherwise. Best results come first, equals in the order of the offices; by
 * date, the newest of each office do.
 */
export function openFederation(offices: readonly Office[], timeLimit: number): Federation {
  const opened = new Map<Office, Promise<Search>>();
  const open = (office: Office): Promise<Search> => {
    let search = opened.get(office);
    if (!search) {
      opened.set(office, (search = openSearch(office.address)));
      search.catch(() => opened.delete(office));
    }
    return search;
  };

  return {
    async search(request) {
      const silent: SilentOffice[] = [];
      const ask = async <T>(office: Office, work: () => Promise<T>): Promise<T | undefined> => {
        try {
          return await within(work(), timeLimit);
        } catch (error) {
          silent.push({ office, reason: reasonOf(error) });
          return undefined;
        }
      };
      const found = await Promise.all(
        offices.map(async (office): Promise<Answered | undefined> => {
          const answer = await ask(office, async () =>
            (await open(office)).search({ ...request, offset: 0, limit: 0 }),
          );
          return answer && { office, answer };
        }),
      );
      const answered = found.filter((one) => one !== undefined);
      const { offset, limit } = request;
      const wanted = mergeRankings(answered.map(({ answer }) => answer.scores)).slice(offset, offset + limit);
      const read = await Promise.all(
        answered.map(({ office, answer }, list) => {
          const places = wanted.filter((place) => place.list === list).map(({ at }) => at);
          return ask(office, () => answer.read(places));
        }),
      );
      const whole = answered.filter((_, list) => read[list]);
      const next = answered.map(() => 0);
      const results = wanted.flatMap(({ list }) => {
        const result = read[list]?.[next[list]!];
        next[list]! += 1;
        return result ? [{ office: answered[list]!.office, result }] : [];
      });
      const facets = Object.fromEntries(
        FACETS.map((facet) => [facet, mergeFacets(whole.map(({ answer }) => answer.facets[facet]))]),
      ) as FederatedAnswer['facets'];
      const exactCount = whole.reduce((sum, { answer }) => sum + answer.exactCount, 0);
      return { exactCount, facets, results, silent };
    },
  };
}
