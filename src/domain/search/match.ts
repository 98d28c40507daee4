import { META_FIELDS, type Postings } from './pagefind-format.ts';

/** The postings of one word of a phrase, and how many units behind the phrase's first unit the word begins. */
export interface PhraseWord {
  offset: number;
  postings: Postings;
}

/** An entry that holds a term, and where. */
export interface Hit {
  page: number;
  /** Places in the index of the term's first unit, ascending. Empty for a term of one unit. */
  places: number[];
  /** Units before the term in the title, for each time it stands there. */
  titlePlaces: number[];
  /** For a term of one unit: the unit, and its place among the entry's units by number of occurrences. */
  single?: { unit: string; rank: number };
}

const TITLE = META_FIELDS.indexOf('title');
const SINGLES = META_FIELDS.indexOf('singles');
const TITLE_SINGLES = META_FIELDS.indexOf('titleSingles');
const NONE: readonly number[] = [];

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

/** Entries in whose title, or in one paragraph, all words stand at their offsets from one start. Ascending pages. */
export function matchPhrase(words: readonly PhraseWord[]): Hit[] {
  const [rarest, ...others] = [...words].sort((a, b) => a.postings.pages.length - b.postings.pages.length);
  if (!rarest) return [];
  const cursors = others.map(() => 0);
  const hits: Hit[] = [];
  const { pages, places, metaPlaces } = rarest.postings;
  for (let index = 0; index < pages.length; index += 1) {
    const page = pages[index]!;
    let starts = places[index]!;
    let titleStarts: readonly number[] = metaPlaces[index]![TITLE] ?? NONE;
    for (let other = 0; other < others.length; other += 1) {
      const { offset, postings } = others[other]!;
      let cursor = cursors[other]!;
      while (cursor < postings.pages.length && postings.pages[cursor]! < page) cursor += 1;
      cursors[other] = cursor;
      const there = postings.pages[cursor] === page;
      const distance = offset - rarest.offset;
      starts = there ? followed(starts, postings.places[cursor]!, distance) : [];
      titleStarts = there
        ? followed(titleStarts, postings.metaPlaces[cursor]![TITLE] ?? NONE, distance)
        : NONE;
      if (starts.length === 0 && titleStarts.length === 0) break;
    }
    if (starts.length === 0 && titleStarts.length === 0) continue;
    hits.push({
      page,
      places: starts.map((start) => start - rarest.offset),
      titlePlaces: titleStarts.map((start) => start - rarest.offset),
    });
  }
  return hits;
}

/** Entries that hold a unit, from the postings of the unit's own word. */
export function matchSingle(unit: string, postings: Postings): Hit[] {
  const hits: Hit[] = [];
  postings.pages.forEach((page, index) => {
    const fields = postings.metaPlaces[index]!;
    const rank = fields[SINGLES]?.[0];
    if (rank === undefined) return;
    hits.push({ page, places: [], titlePlaces: fields[TITLE_SINGLES] ? [0] : [], single: { unit, rank } });
  });
  return hits;
}
