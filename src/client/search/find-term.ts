import {
  coveringOffsets,
  matchPhrase,
  matchSingle,
  type Hit,
  type PhraseWord,
} from '../../domain/search/match.ts';
import { chunkOf } from '../../domain/search/manifest.ts';
import type { Postings } from '../../domain/search/pagefind-format.ts';
import type { Term } from '../../domain/search/query.ts';
import { pairWords, wordOf } from '../../domain/search/words.ts';
import type { IndexReader } from './index-reader.ts';
import type { NormalForms } from './normal-forms.ts';
import { paragraphAt, paragraphPlaces, partAt } from './parts.ts';

/** A long phrase is looked up a few words at a time: soon so few candidates remain that reading them is cheaper. */
const WORDS_AT_ONCE = 4;
const FILES_WORTH_READING = 12;

const EMPTY: Postings = { pages: [], places: [] };

/** Offsets in rounds: the words of small chunks first, and each round spread over the whole phrase as far as that allows. */
function inRounds(offsets: readonly number[], sizeAt: (offset: number) => number): number[][] {
  const count = Math.ceil(offsets.length / WORDS_AT_ONCE);
  const spread = Array.from({ length: count }, (_, round) =>
    offsets.filter((_offset, at) => at % count === round),
  ).flat();
  const sorted = spread.sort((one, other) => sizeAt(one) - sizeAt(other));
  return Array.from({ length: count }, (_, round) =>
    sorted.slice(round * WORDS_AT_ONCE, (round + 1) * WORDS_AT_ONCE),
  );
}

/** How many files would have to be read to look at all places. */
function filesToRead(hits: readonly Hit[], { manifest }: IndexReader): number {
  const files = hits.map(({ page, places, titlePlaces }) => {
    const parts = places.map((place) => partAt(manifest, page, place));
    return new Set(titlePlaces.length > 0 ? [0, ...parts] : parts).size;
  });
  return files.reduce((sum, count) => sum + count, 0);
}

const standsAt = (units: readonly string[], at: number, phrase: readonly string[]): boolean =>
  phrase.every((unit, index) => units[at + index] === unit);

/** Reads the text at the places that are left and keeps those where the whole phrase stands. */
async function confirm(
  hit: Hit,
  phrase: readonly string[],
  reader: IndexReader,
  forms: NormalForms,
): Promise<Hit> {
  const places: number[] = [];
  for (const place of hit.places) {
    const text = await reader.text(hit.page, partAt(reader.manifest, hit.page, place));
    const starts = paragraphPlaces(text);
    const paragraph = paragraphAt(starts, place);
    const { units } = await forms.of(text.paragraphs[paragraph - text.before]!);
    if (standsAt(units, place - starts[paragraph]!, phrase)) places.push(place);
  }
  if (hit.titlePlaces.length === 0) return { ...hit, places };
  const { units } = await forms.of((await reader.text(hit.page, 0)).title);
  return { ...hit, places, titlePlaces: hit.titlePlaces.filter((place) => standsAt(units, place, phrase)) };
}

const isLeft = ({ places, titlePlaces }: Hit): boolean => places.length > 0 || titlePlaces.length > 0;

async function findPhrase(units: readonly string[], reader: IndexReader, forms: NormalForms): Promise<Hit[]> {
  const { titles } = reader.manifest.entries;
  const words = pairWords(units);
  const looked: PhraseWord[] = [];
  let hits: Hit[] = [];
  const { chunks } = reader.manifest;
  const rounds = inRounds(
    coveringOffsets(units.length),
    (offset) => chunks.sizes[chunkOf(words[offset]!, chunks)] ?? 0,
  );
  for (const [index, round] of rounds.entries()) {
    const found = await reader.postings(round.map((offset) => words[offset]!));
    for (const offset of round) looked.push({ offset, postings: found.get(words[offset]!) ?? EMPTY });
    hits = matchPhrase(looked, titles);
    if (hits.length === 0 || index === rounds.length - 1) return hits;
    if (filesToRead(hits, reader) <= FILES_WORTH_READING) break;
  }
  return (await Promise.all(hits.map((hit) => confirm(hit, units, reader, forms)))).filter(isLeft);
}

/** Every entry that holds the term's units in a row in its title or in one paragraph, and no other. Throws SearchFault. */
export async function findTerm({ units }: Term, reader: IndexReader, forms: NormalForms): Promise<Hit[]> {
  if (units.length > 1) return findPhrase(units, reader, forms);
  const unit = units[0]!;
  const word = wordOf(unit);
  const postings = (await reader.postings([word])).get(word) ?? EMPTY;
  return matchSingle(unit, postings, reader.manifest.entries.titles);
}
