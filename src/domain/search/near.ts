import { SEPARATOR } from './normal-form.ts';
import type { Postings } from './pagefind-format.ts';
import { divide } from './positions.ts';

/** A stretch of an entry that resembles a phrase. */
export interface Resemblance {
  page: number;
  isInTitle: boolean;
  /** Place of the stretch's first unit. */
  place: number;
  /** Number of units of the stretch. */
  units: number;
  /** The share of the sampled pairs of the phrase that also stand in the stretch. */
  share: number;
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
const MOST_PAIRS = 10;
const CANDIDATES = 40;
const LEAST_SHARE = 0.5;

/** The letters of a phrase, without its punctuation. */
export const lettersOf = (units: readonly string[]): string[] => units.filter((unit) => unit !== SEPARATOR);

/** Offsets of the pairs by which resemblance is judged: all of a short phrase, a sample of a long one. Each may cost a file. */
export function sampledOffsets(length: number): number[] {
  const step = Math.max(1, Math.ceil((length - 1) / MOST_PAIRS));
  return Array.from({ length: length - 1 }, (_, offset) => offset).filter((offset) => offset % step === 0);
}

/** Postings of the phrase's pairs in one entry: of each pair its offset and its places. */
interface PairPositions {
  offset: number;
  body: readonly number[];
  title: readonly number[];
}

function placesOf(
  page: number,
  offsets: readonly number[],
  found: readonly (Postings | undefined)[],
  titleLength: number,
): PairPositions[] {
  return offsets.map((offset, index) => {
    const postings = found[index];
    const at = postings ? postings.pages.indexOf(page) : -1;
    const { inTitle, inBody } = divide(postings?.places[at] ?? [], titleLength);
    return { offset, body: inBody, title: inTitle };
  });
}

function stonesOf(pairs: readonly PairPositions[], where: 'body' | 'title'): Stone[] {
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

function describe(page: number, isInTitle: boolean, last: Stone, pairs: number): Resemblance {
  let first = last;
  while (first.before) first = first.before;
  return {
    page,
    isInTitle,
    place: first.place,
    units: last.place + 2 - first.place,
    share: last.length / pairs,
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
    stretches.push(describe(page, isInTitle, last, offsets.length));
  }
  return stretches.sort(byShare);
}

const byShare = (one: Resemblance, other: Resemblance): number =>
  other.share - one.share || one.page - other.page;

/**
 * Where a row of units holds a phrase, punctuation aside: the first unit of it there, and how many units it takes.
 * `letters` is the phrase without its punctuation.
 */
export function findAside(
  units: readonly string[],
  letters: readonly string[],
): { at: number; units: number } | undefined {
  const places = [...units.keys()].filter((at) => units[at] !== SEPARATOR);
  for (let start = 0; start + letters.length <= places.length; start += 1) {
    if (!letters.every((letter, index) => units[places[start + index]!] === letter)) continue;
    const at = places[start]!;
    return { at, units: places[start + letters.length - 1]! + 1 - at };
  }
  return undefined;
}
