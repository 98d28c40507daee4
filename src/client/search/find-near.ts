import {
  acceptPunctuation,
  findResembling,
  gapWords,
  lettersOf,
  sampledOffsets,
  type Resemblance,
} from '../../domain/search/near.ts';
import type { Term } from '../../domain/search/query.ts';
import type { TermHit } from '../../domain/search/rank.ts';
import { pairWords } from '../../domain/search/words.ts';
import type { IndexReader } from './index-reader.ts';

/** Stretches that are looked at closely, and gaps in the phrase that are. */
const CLOSE_LOOKS = 20;
const GAPS = 6;

/** A near match, with what stands for the query's hit in it. */
export interface NearMatch {
  page: number;
  hits: TermHit[];
}

function asHit({ page, isInTitle, place, units }: Resemblance): TermHit {
  const places = [place];
  return { hit: { page, places: isInTitle ? [] : places, titlePlaces: isInTitle ? places : [] }, units };
}

/**
 * Entries that hold something like the term, best first: before all others those that hold its letters with other
 * punctuation, then those that hold most of it in a row. Entries for which `isWanted` is false are left out.
 * Throws SearchFault.
 */
export async function findNear(
  term: Term,
  isWanted: (page: number) => boolean,
  reader: IndexReader,
): Promise<NearMatch[]> {
  const letters = lettersOf(term.units);
  if (letters.length < 2) return [];
  const words = pairWords(letters);
  const sampled = sampledOffsets(letters.length).map((offset) => words[offset]!);
  const postings = await reader.postings(sampled);
  const found = sampled.map((word) => postings.get(word));
  const stretches = findResembling(letters, found, reader.catalogue.entries.titles).filter(({ page }) =>
    isWanted(page),
  );
  const offsets = new Set(
    stretches.slice(0, CLOSE_LOOKS).flatMap(({ gaps }) => gaps.map(({ offset }) => offset)),
  );
  const separators = [...offsets].slice(0, GAPS).flatMap((offset) => gapWords(letters, offset));
  const judged = acceptPunctuation(stretches, letters, await reader.postings(separators));
  return judged.map((stretch) => ({ page: stretch.page, hits: [asHit(stretch)] }));
}
