import type { Postings } from './pagefind-format.ts';
import { divide, unpackUnit } from './positions.ts';

/** The postings of one word of a phrase, and how many units behind the phrase's first unit the word begins. */
export interface PhraseWord {
  offset: number;
  postings: Postings;
}

/** An entry that holds a term, and where. */
export interface Hit {
  page: number;
  /** Places of the term's first unit in the paragraphs, ascending. Of a term of one unit only the first is known. */
  places: number[];
  /** Its places in the title. */
  titlePlaces: number[];
  /** For a term of one unit: the unit, and how many paragraphs hold it. */
  single?: { unit: string; paragraphs: number };
}

/** Those of the starts behind which, at the given distance, one of the places stands. Both lists ascend. */
function followed(starts: readonly number[], places: readonly number[], distance: number): number[] {
  const kept: number[] = [];
  let at = 0;
  for (const start of starts) {
    while (at < places.length && places[at]! < start + distance) at += 1;
    if (at === places.length) break;
    if (places[at] === start + distance) kept.push(start);
  }
  return kept;
}

/** Offsets of the fewest pairs of neighbours that together hold all units of a phrase of this length. */
export function coveringOffsets(length: number): number[] {
  const offsets: number[] = [];
  for (let offset = 0; offset < length - 1; offset += 2) offsets.push(offset);
  if (offsets[offsets.length - 1]! < length - 2) offsets.push(length - 2);
  return offsets;
}

/**
 * Entries in whose title, or in one paragraph, all words stand at their offsets from one start. Ascending pages.
 * `titles` has the number of units in the title of each page.
 */
export function matchPhrase(words: readonly PhraseWord[], titles: readonly number[]): Hit[] {
  const [rarest, ...others] = [...words].sort((a, b) => a.postings.pages.length - b.postings.pages.length);
  if (!rarest) return [];
  const cursors = others.map(() => 0);
  const hits: Hit[] = [];
  const { pages, places } = rarest.postings;
  for (let index = 0; index < pages.length; index += 1) {
    const page = pages[index]!;
    let starts = places[index]!;
    for (let other = 0; other < others.length && starts.length > 0; other += 1) {
      const { offset, postings } = others[other]!;
      let cursor = cursors[other]!;
      while (cursor < postings.pages.length && postings.pages[cursor]! < page) cursor += 1;
      cursors[other] = cursor;
      starts =
        postings.pages[cursor] === page
          ? followed(starts, postings.places[cursor]!, offset - rarest.offset)
          : [];
    }
    if (starts.length === 0) continue;
    const first = starts.map((start) => start - rarest.offset);
    const { inTitle, inBody } = divide(first, titles[page]!);
    hits.push({ page, places: inBody, titlePlaces: inTitle });
  }
  return hits;
}

/** Entries that hold a unit, from the postings of the unit's own word. `titles` as for `matchPhrase`. */
export function matchSingle(unit: string, postings: Postings, titles: readonly number[]): Hit[] {
  return postings.pages.map((page, index) => {
    const { inTitle, first, paragraphs } = unpackUnit(postings.places[index]!, titles[page]!);
    return {
      page,
      places: first === undefined ? [] : [first],
      titlePlaces: inTitle === undefined ? [] : [inTitle],
      single: { unit, paragraphs },
    };
  });
}
