import { SEPARATOR, type Normalise } from '../search/normal-form.ts';
import type { CheckedParagraph } from './checked-text.ts';
import {
  BREAK_CODE,
  codeOf,
  normalFormOf,
  SEPARATOR_CODE,
  type LibraryFingerprint,
  type LibrarySource,
} from './library-fingerprint.ts';

/** Least length in units of a passage that is reported. */
export const SHORTEST_PASSAGE = 13;

/** A passage of the text that stands in the library. */
export interface Overlap {
  /** Paragraph or line of the text. */
  number: number;
  /** As the text has it. */
  words: string;
  /** Units of the normal form. */
  length: number;
  source: LibrarySource;
  /** Where in the source, from 1, and its anchor. */
  paragraph: number;
  anchor: string;
  /** How many more entries hold all of it. */
  others: number;
}

interface TextFingerprint {
  codes: Uint8Array;
  /** For each code the paragraph, and where in its text the unit stands. */
  owner: Int32Array;
  starts: Int32Array;
  ends: Int32Array;
}

interface Match {
  at: number;
  length: number;
  /** Place in the library's codes. */
  place: number;
}

/**
 * Units that are looked up at once. Of every row of 13 units in the library, 7 stand between two multiples of 7, so it is enough to look
 * there, and to see how far the agreement goes on both sides.
 */
const GRAM = 7;
const BASE = 0x01000193;
const SIEVE_BITS = 20;

/**
 * Passages of 13 units or more of the search's normal form (marks and spaces folded, Traditional as Simplified) that stand in one paragraph of
 * the library, each with the source that holds the longest part, the oldest of equals; in the order of the text.
 */
export function findOverlaps(
  paragraphs: readonly CheckedParagraph[],
  fingerprint: LibraryFingerprint,
): Overlap[] {
  const text = fingerprintOf(paragraphs, normalFormOf(fingerprint));
  const places = pagePlaces(fingerprint);
  const matches = findMatches(text.codes, fingerprint.codes);
  const sourceOf = (place: number) => sourceAt(places, place);
  return choose(matches, sourceOf, (source) => fingerprint.sources[source]?.date ?? '9999').map(
    ({ match, sources }) => overlapOf(match, sources.size - 1, { text, paragraphs, fingerprint, places }),
  );
}

function fingerprintOf(paragraphs: readonly CheckedParagraph[], normalise: Normalise): TextFingerprint {
  const forms = paragraphs.map(({ text }) => normalise(text));
  const size = forms.reduce((sum, { units }) => sum + units.length + 1, 0);
  const fingerprint: TextFingerprint = {
    codes: new Uint8Array(size),
    owner: new Int32Array(size),
    starts: new Int32Array(size),
    ends: new Int32Array(size),
  };
  let at = 0;
  forms.forEach(({ units, starts, ends }, paragraph) => {
    units.forEach((unit, index) => {
      fingerprint.codes[at] = codeOf(unit, SEPARATOR);
      fingerprint.owner[at] = paragraph;
      fingerprint.starts[at] = starts[index] ?? 0;
      fingerprint.ends[at] = ends[index] ?? 0;
      at += 1;
    });
    fingerprint.codes[at] = BREAK_CODE;
    at += 1;
  });
  return fingerprint;
}

/** The hash of a gram, 0 if it spans a break. */
function gramAt(codes: Uint8Array, at: number): number {
  let hash = 1;
  for (let end = at + GRAM; at < end; at += 1) {
    const code = codes[at] ?? BREAK_CODE;
    if (code === BREAK_CODE) return 0;
    hash = (Math.imul(hash, BASE) + code) | 0;
  }
  return hash;
}

function sieveSlot(hash: number): number {
  return (hash ^ (hash >>> SIEVE_BITS)) & ((1 << SIEVE_BITS) - 1);
}

/** Where each gram of the text stands, and a filter that rejects most grams of the library. */
function gramsOf(text: Uint8Array): { sieve: Uint8Array; places: Map<number, number[]> } {
  const sieve = new Uint8Array(1 << SIEVE_BITS);
  const places = new Map<number, number[]>();
  for (let at = 0; at + GRAM <= text.length; at += 1) {
    const hash = gramAt(text, at);
    if (hash === 0) continue;
    sieve[sieveSlot(hash)] = 1;
    const known = places.get(hash);
    if (known) known.push(at);
    else places.set(hash, [at]);
  }
  return { sieve, places };
}

/** Runs of equal codes, as long as they go, of at least the length of a passage. */
function findMatches(text: Uint8Array, library: Uint8Array): Match[] {
  const { sieve, places } = gramsOf(text);
  const matches: Match[] = [];
  // A run is found at its first gram; the later ones on the same diagonal lie before its end.
  const reached = new Map<number, number>();
  for (let place = 0; place + GRAM <= library.length; place += GRAM) {
    const hash = gramAt(library, place);
    if (hash === 0 || !sieve[sieveSlot(hash)]) continue;
    for (const at of places.get(hash) ?? []) {
      const diagonal = place - at;
      if ((reached.get(diagonal) ?? -1) > place) continue;
      const before = equalBefore(text, at, library, place);
      const length = before + equalLength(text, at, library, place);
      reached.set(diagonal, place - before + length);
      const match = trimmed({ at: at - before, length, place: place - before }, text);
      if (match.length >= SHORTEST_PASSAGE) matches.push(match);
    }
  }
  return matches;
}

function equalLength(text: Uint8Array, at: number, library: Uint8Array, place: number): number {
  let length = 0;
  while (
    at + length < text.length &&
    text[at + length] !== BREAK_CODE &&
    text[at + length] === library[place + length]
  ) {
    length += 1;
  }
  return length;
}

function equalBefore(text: Uint8Array, at: number, library: Uint8Array, place: number): number {
  let length = 0;
  while (
    at - length > 0 &&
    place - length > 0 &&
    text[at - length - 1] !== BREAK_CODE &&
    text[at - length - 1] === library[place - length - 1]
  ) {
    length += 1;
  }
  return length;
}

/** Without punctuation at its ends. */
function trimmed({ at, length, place }: Match, text: Uint8Array): Match {
  const before = text[at] === SEPARATOR_CODE ? 1 : 0;
  const behind = text[at + length - 1] === SEPARATOR_CODE ? 1 : 0;
  return { at: at + before, length: length - before - behind, place: place + before };
}

interface Chosen {
  match: Match;
  sources: Set<number>;
}

/** The longest passages, none of which lies within another; ties go to the oldest source. */
function choose(
  matches: readonly Match[],
  sourceOf: (place: number) => number,
  dateOf: (source: number) => string,
): Chosen[] {
  const dateAt = (place: number) => dateOf(sourceOf(place));
  const sorted = [...matches].sort(
    (a, b) =>
      a.at - b.at || b.length - a.length || compare(dateAt(a.place), dateAt(b.place)) || a.place - b.place,
  );
  const chosen: Chosen[] = [];
  let end = -1;
  for (const match of sorted) {
    const last = chosen[chosen.length - 1];
    if (last?.match.at === match.at && last.match.length === match.length)
      last.sources.add(sourceOf(match.place));
    if (match.at + match.length <= end) continue;
    end = match.at + match.length;
    chosen.push({ match, sources: new Set([sourceOf(match.place)]) });
  }
  return chosen;
}

function compare(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

/** Where each source begins. */
function pagePlaces({ sources }: LibraryFingerprint): number[] {
  let place = 0;
  return sources.map(({ size }) => {
    const start = place;
    place += size;
    return start;
  });
}

function sourceAt(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] ?? 0) <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

interface Around {
  text: TextFingerprint;
  paragraphs: readonly CheckedParagraph[];
  fingerprint: LibraryFingerprint;
  places: readonly number[];
}

function overlapOf(
  { at, length, place }: Match,
  others: number,
  { text, paragraphs, fingerprint, places }: Around,
): Overlap {
  const paragraph = paragraphs[text.owner[at] ?? 0];
  const index = sourceAt(places, place);
  const source = fingerprint.sources[index];
  if (!paragraph || !source) throw new RangeError('a match outside the texts');
  let before = 0;
  for (let one = places[index] ?? 0; one < place; one += 1)
    if (fingerprint.codes[one] === BREAK_CODE) before += 1;
  return {
    number: paragraph.number,
    words: paragraph.text.slice(text.starts[at], text.ends[at + length - 1]),
    length,
    source,
    paragraph: before + 1,
    anchor: source.anchors?.[before] ?? `p${before + 1}`,
    others,
  };
}
