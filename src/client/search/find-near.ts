import {
  findAside,
  findResembling,
  lettersOf,
  sampledOffsets,
  type Resemblance,
} from '../../domain/search/near.ts';
import type { Term } from '../../domain/search/query.ts';
import type { TermHit } from '../../domain/search/rank.ts';
import { pairWords } from '../../domain/search/words.ts';
import type { IndexReader } from './index-reader.ts';
import type { NormalForms } from './normal-forms.ts';
import { paragraphAt, paragraphPlaces, partAt } from './parts.ts';

/** Stretches whose text is read, as many as are shown. */
const CLOSE_LOOKS = 10;

/** A near match, with what stands for the query's hit in it. */
export interface NearMatch {
  page: number;
  hits: TermHit[];
}

function asHit({ page, isInTitle, place, units }: Resemblance): TermHit {
  const places = [place];
  return { hit: { page, places: isInTitle ? [] : places, titlePlaces: isInTitle ? places : [] }, units };
}

/** The stretch as it stands in the text, if the paragraph or title it is in holds the whole phrase, punctuation aside. */
async function readAside(
  stretch: Resemblance,
  letters: readonly string[],
  reader: IndexReader,
  forms: NormalForms,
): Promise<Resemblance | undefined> {
  const { page, isInTitle, place } = stretch;
  const text = await reader.text(page, isInTitle ? 0 : partAt(reader.manifest, page, place));
  const starts = paragraphPlaces(text);
  const paragraph = paragraphAt(starts, place);
  const row = isInTitle ? text.title : text.paragraphs[paragraph - text.before]!;
  const whole = findAside((await forms.of(row)).units, letters);
  return whole && { ...stretch, place: (isInTitle ? 0 : starts[paragraph]!) + whole.at, units: whole.units };
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
  forms: NormalForms,
): Promise<NearMatch[]> {
  const letters = lettersOf(term.units);
  if (letters.length < 2) return [];
  const words = pairWords(letters);
  const sampled = sampledOffsets(letters.length).map((offset) => words[offset]!);
  const postings = await reader.postings(sampled);
  const found = sampled.map((word) => postings.get(word));
  const stretches = findResembling(letters, found, reader.manifest.entries.titles).filter(({ page }) =>
    isWanted(page),
  );
  const close = stretches.slice(0, CLOSE_LOOKS);
  const read = await Promise.all(close.map((stretch) => readAside(stretch, letters, reader, forms)));
  const whole = read.filter((stretch) => stretch !== undefined);
  const others = stretches.filter((_, at) => !read[at]);
  return [...whole, ...others].map((stretch) => ({ page: stretch.page, hits: [asHit(stretch)] }));
}
