import { SEPARATOR } from './normal-form.ts';
import type { Postings } from './pagefind-format.ts';
import { divide } from './places.ts';
import { pairWords } from './words.ts';

/** A stretch of an entry that resembles a phrase. */
export interface Resemblance {
  page: number;
  isInTitle: boolean;
  /** Place of the stretch's first unit. */
  place: number;
  /** Number of units of the stretch. */
  units: number;
  /** The share of the phrase's neighbours that also stand together, or with punctuation between, in the stretch. */
  share: number;
  /** Offsets of the neighbours that something stands between, with the place of the unit before it. */
  gaps: { offset: number; place: number }[];
}

/** A pair of the phrase standing somewhere in the entry. */
interface Stone {
  offset: number;
  place: number;
  /** Number of pairs of the best row of stones that ends here, and the stone before in that row. */
  length: number;
  before: Stone | undefined;
}

/** A stretch may hold this many units more between two pairs than the phrase does. */
const SLACK = 2;
const CANDIDATES = 40;
const LEAST_SHARE = 0.5;

/** The letters of a phrase, without its punctuation. */
export const lettersOf = (units: readonly string[]): string[] => units.filter((unit) => unit !== SEPARATOR);

/** Offsets of the pairs by which resemblance is judged: all of a short phrase, a sample of a long one. */
export function sampledOffsets(length: number): number[] {
  const step = Math.max(1, Math.ceil(length / 24));
  return Array.from({ length: length - 1 }, (_, offset) => offset).filter((offset) => offset % step === 0);
}

/** Postings of the phrase's pairs in one entry: of each pair its offset and its places. */
interface PairPlaces {
  offset: number;
  body: readonly number[];
  title: readonly number[];
}

function placesOf(
  page: number,
  offsets: readonly number[],
  found: readonly (Postings | undefined)[],
  titleLength: number,
): PairPlaces[] {
  return offsets.map((offset, index) => {
    const postings = found[index];
    const at = postings ? postings.pages.indexOf(page) : -1;
    const { inTitle, inBody } = divide(postings?.places[at] ?? [], titleLength);
    return { offset, body: inBody, title: inTitle };
  });
}

function stonesOf(pairs: readonly PairPlaces[], where: 'body' | 'title'): Stone[] {
  const stones = pairs.flatMap((pair): Stone[] =>
    pair[where].map((place) => ({ offset: pair.offset, place, length: 1, before: undefined })),
  );
  return stones.sort((one, other) => one.place - other.place || one.offset - other.offset);
}

function longestRow(stones: readonly Stone[], reach: number): Stone | undefined {
  let best: Stone | undefined;
  stones.forEach((stone, index) => {
    for (let earlier = index - 1; earlier >= 0; earlier -= 1) {
      const other = stones[earlier]!;
      const distance = stone.place - other.place;
      if (distance > reach) break;
      const steps = stone.offset - other.offset;
      if (steps > 0 && distance >= steps && distance <= steps + SLACK && other.length >= stone.length) {
        stone.length = other.length + 1;
        stone.before = other;
      }
    }
    if (!best || stone.length > best.length) best = stone;
  });
  return best;
}

function describe(page: number, isInTitle: boolean, last: Stone, pairs: number, step: number): Resemblance {
  const gaps: { offset: number; place: number }[] = [];
  let first = last;
  while (first.before) {
    const { before } = first;
    const isGap = first.offset - before.offset === 2 * step && first.place - before.place === 2 * step + 1;
    if (isGap && step === 1) gaps.push({ offset: before.offset + 1, place: before.place + 1 });
    first = before;
  }
  const units = last.place + 2 - first.place;
  return {
    page,
    isInTitle,
    place: first.place,
    units,
    share: last.length / pairs,
    gaps: isInTitle ? [] : gaps,
  };
}

/**
 * The stretches that hold most pairs of a phrase in order and close together, one for each entry, best first.
 * `found` holds the postings of the pairs at `sampledOffsets(letters.length)`, `titles` the number of units in each title.
 */
export function findResembling(
  letters: readonly string[],
  found: readonly (Postings | undefined)[],
  titles: readonly number[],
): Resemblance[] {
  const offsets = sampledOffsets(letters.length);
  const step = offsets.length > 1 ? offsets[1]! - offsets[0]! : 1;
  const counts = new Map<number, number>();
  for (const postings of found) {
    for (const page of postings?.pages ?? []) counts.set(page, (counts.get(page) ?? 0) + 1);
  }
  const candidates = [...counts]
    .filter(([, count]) => count / offsets.length >= LEAST_SHARE)
    .sort((one, other) => other[1] - one[1] || one[0] - other[0])
    .slice(0, CANDIDATES);
  const stretches: Resemblance[] = [];
  for (const [page] of candidates) {
    const pairs = placesOf(page, offsets, found, titles[page]!);
    const inBody = longestRow(stonesOf(pairs, 'body'), letters.length + SLACK);
    const inTitle = longestRow(stonesOf(pairs, 'title'), letters.length + SLACK);
    const isInTitle = (inTitle?.length ?? 0) >= (inBody?.length ?? 0);
    const last = isInTitle ? inTitle : inBody;
    if (!last || last.length / offsets.length < LEAST_SHARE) continue;
    stretches.push(describe(page, isInTitle, last, offsets.length, step));
  }
  return stretches.sort(byShare);
}

const byShare = (one: Resemblance, other: Resemblance): number =>
  other.share - one.share || one.page - other.page;

/** The words that tell whether only punctuation stands in a gap: the letter before with it, and it with the letter behind. */
export function gapWords(letters: readonly string[], offset: number): [string, string] {
  const [before = '', behind = ''] = pairWords([letters[offset]!, SEPARATOR, letters[offset + 1]!]);
  return [before, behind];
}

/** Raises the share of stretches in whose gaps nothing but punctuation stands, and puts the best first again. */
export function acceptPunctuation(
  stretches: readonly Resemblance[],
  letters: readonly string[],
  found: ReadonlyMap<string, Postings>,
): Resemblance[] {
  const pairs = sampledOffsets(letters.length).length;
  const stands = (word: string, page: number, place: number): boolean => {
    const postings = found.get(word);
    const at = postings ? postings.pages.indexOf(page) : -1;
    return at >= 0 && postings!.places[at]!.includes(place);
  };
  return stretches
    .map((stretch) => {
      const filled = stretch.gaps.filter(({ offset, place }) => {
        const [before, behind] = gapWords(letters, offset);
        return stands(before, stretch.page, place) && stands(behind, stretch.page, place + 1);
      });
      return { ...stretch, share: stretch.share + filled.length / pairs };
    })
    .sort(byShare);
}
