/**
 * Everything the project relies on in the files that Pagefind writes. None of it is a public promise of Pagefind, so
 * the version is pinned and a browser test fails when an upgrade changes it. Relied on:
 *
 * - A file is gzip data: the 12 letters `pagefind_dcd`, then one CBOR value made of arrays, strings and integers.
 * - `pagefind-entry.json` names, for each language, the hash in the name of `pagefind.<hash>.pf_meta`.
 * - `pf_meta` is `[version, pages, chunks, filters, sorts, metaFields]`; a page is `[fragment, words]` and pages stand
 *   in the order in which records were added; a chunk is `[firstWord, lastWord, name]` for `index/<name>.pf_index`;
 *   words are in code point order, so a word can only be in one chunk.
 * - `pf_index` is `[words]`; a word is `[word, pages, variants]`; a page is `[page, places, metaPlaces]`, where `page` is
 *   the distance from the previous one; places are distances too, behind a negative number that is their weight;
 *   in metaPlaces the negative number is the field (-1 is the first of metaFields) and distances start anew behind it.
 * - Content and metadata are cut at white space; a row of letters and digits is one word with one place.
 */
export const MAGIC = 'pagefind_dcd';

/** The language the index is written in: `und` keeps Pagefind from cutting words by its own dictionary. */
export const LANGUAGE = 'und';

/** Metadata fields in the order in which their numbers are given. */
export const META_FIELDS = ['singles', 'title', 'titleSingles'] as const;

export interface PagefindMeta {
  version: string;
  /** Number of words of each page. */
  pages: number[];
  chunks: { first: string; name: string }[];
  metaFields: string[];
}

/** Where a word stands, page after page. */
export interface Postings {
  pages: number[];
  /** For each page, the places in the content, ascending. */
  places: number[][];
  /** For each page, the places in each metadata field, by the field's number. */
  metaPlaces: number[][][];
}

/** Thrown when a file is not what this version of the project was built against. */
export class FormatError extends Error {
  override name = 'FormatError';
}

const UNSIGNED = 0;
const NEGATIVE = 1;
const STRING = 3;
const ARRAY = 4;
const WIDTHS: Record<number, number> = { 24: 1, 25: 2, 26: 4 };

/** Walks through CBOR data; only the few kinds of value that Pagefind writes are known. */
class Reader {
  #at: number;
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();

  constructor(bytes: Uint8Array) {
    const magic = this.#decoder.decode(bytes.subarray(0, MAGIC.length));
    if (magic !== MAGIC) throw new FormatError('not a file of the index');
    this.#bytes = bytes;
    this.#at = MAGIC.length;
  }

  /** Reads the argument of the next value, which must be of this major type. */
  #argument(major: number): number {
    const first = this.#bytes[this.#at++]!;
    if (first >> 5 !== major) throw new FormatError(`expected type ${major}, found ${first >> 5}`);
    return this.#size(first & 31);
  }

  #size(low: number): number {
    if (low < 24) return low;
    const width = WIDTHS[low];
    if (width === undefined) throw new FormatError(`length of unknown form ${low}`);
    let size = 0;
    for (let byte = 0; byte < width; byte += 1) size = size * 256 + this.#bytes[this.#at++]!;
    return size;
  }

  /** Offset of the next value. */
  get at(): number {
    return this.#at;
  }

  list(): number {
    return this.#argument(ARRAY);
  }

  integer(): number {
    const first = this.#bytes[this.#at]!;
    return first >> 5 === NEGATIVE ? -1 - this.#argument(NEGATIVE) : this.#argument(UNSIGNED);
  }

  string(): string {
    const size = this.#argument(STRING);
    this.#at += size;
    return this.#decoder.decode(this.#bytes.subarray(this.#at - size, this.#at));
  }

  /** Passes over the next values and everything inside them. */
  skip(values = 1): void {
    for (let left = values; left > 0; left -= 1) {
      const first = this.#bytes[this.#at++]!;
      if (first < 24) continue;
      const size = this.#size(first & 31);
      const major = first >> 5;
      if (major === STRING) this.#at += size;
      else if (major === ARRAY) left += size;
      else if (major > ARRAY) throw new FormatError(`unexpected type ${major}`);
    }
  }
}

const times = <T>(count: number, make: () => T): T[] => {
  const made: T[] = [];
  for (let index = 0; index < count; index += 1) made.push(make());
  return made;
};

function field(reader: Reader, expected: number, name: string): void {
  const found = reader.list();
  if (found !== expected) throw new FormatError(`${name} has ${found} fields instead of ${expected}`);
}

/** Reads an unpacked `pf_meta` file. Throws FormatError. */
export function readMeta(bytes: Uint8Array): PagefindMeta {
  const reader = new Reader(bytes);
  field(reader, 6, 'pf_meta');
  const version = reader.string();
  const pages = times(reader.list(), () => {
    field(reader, 2, 'page');
    reader.skip();
    return reader.integer();
  });
  const chunks = times(reader.list(), () => {
    field(reader, 3, 'chunk');
    const first = reader.string();
    reader.skip();
    return { first, name: reader.string() };
  });
  reader.skip(2);
  return { version, pages, chunks, metaFields: times(reader.list(), () => reader.string()) };
}

function readPlaces(reader: Reader): number[] {
  const places: number[] = [];
  let place = 0;
  for (let left = reader.list(); left > 0; left -= 1) {
    const distance = reader.integer();
    if (distance >= 0) places.push((place += distance));
  }
  return places;
}

function readMetaPlaces(reader: Reader): number[][] {
  const fields: number[][] = [];
  let current: number[] = [];
  let place = 0;
  for (let left = reader.list(); left > 0; left -= 1) {
    const distance = reader.integer();
    if (distance >= 0) {
      current.push((place += distance));
    } else {
      fields[-1 - distance] = current = [];
      place = 0;
    }
  }
  return fields;
}

function readPostings(reader: Reader): Postings {
  const postings: Postings = { pages: [], places: [], metaPlaces: [] };
  let page = 0;
  for (let left = reader.list(); left > 0; left -= 1) {
    field(reader, 3, 'posting');
    postings.pages.push((page += reader.integer()));
    postings.places.push(readPlaces(reader));
    postings.metaPlaces.push(readMetaPlaces(reader));
  }
  return postings;
}

/** Reads those of the wanted words that an unpacked `pf_index` file holds. Throws FormatError. */
export function readChunk(bytes: Uint8Array, wanted: ReadonlySet<string>): Map<string, Postings> {
  const reader = new Reader(bytes);
  const found = new Map<string, Postings>();
  field(reader, 1, 'pf_index');
  for (let left = reader.list(); left > 0; left -= 1) {
    field(reader, 3, 'word');
    const word = reader.string();
    if (wanted.has(word)) found.set(word, readPostings(reader));
    else reader.skip();
    reader.skip();
  }
  return found;
}

const LONGEST_LIST_HEAD = 5;

/** A list's head for this number of values, at its full width. */
function listHead(count: number): Uint8Array {
  const head = new Uint8Array(LONGEST_LIST_HEAD);
  head[0] = (ARRAY << 5) | 26;
  new DataView(head.buffer).setUint32(1, count);
  return head;
}

/** An unpacked `pf_index` file without one of its words; the same bytes when it does not hold the word. Throws FormatError. */
export function withoutWord(bytes: Uint8Array, word: string): Uint8Array {
  const reader = new Reader(bytes);
  field(reader, 1, 'pf_index');
  const head = reader.at;
  const count = reader.list();
  const first = reader.at;
  for (let left = count; left > 0; left -= 1) {
    const start = reader.at;
    field(reader, 3, 'word');
    const isIt = reader.string() === word;
    reader.skip(2);
    if (!isIt) continue;
    const kept = [
      bytes.subarray(0, head),
      listHead(count - 1),
      bytes.subarray(first, start),
      bytes.subarray(reader.at),
    ];
    const joined = new Uint8Array(kept.reduce((sum, part) => sum + part.length, 0));
    let at = 0;
    for (const part of kept) {
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }
  return bytes;
}
