/**
 * Everything the project relies on in the form of Pagefind's files: the browser reads its index with this reader, and the
 * index is written in the same form by our own writer, because the stock indexer takes three times as long and cannot be
 * told which word stands where. None of it is a public promise of Pagefind, so the version is pinned, and a test in
 * which the stock indexer indexes the same words fails when an upgrade changes it. Relied on:
 *
 * - A file is gzip data: the 12 letters `pagefind_dcd`, then one CBOR value (RFC 8949) made of arrays, strings and integers.
 * - `pf_index` is `[words]`; a word is `[word, pages, variants]`; a page is `[page, places, metaPlaces]`, where `page` is
 *   the distance from the previous one; places are distances too, behind a negative number that is their weight, which
 *   our writer leaves out. `variants`, each `[form, pages]`, and `metaPlaces`, which name fields by their number in
 *   `metaFields`, are empty in what our writer writes of its own.
 * - `pf_meta` is `[version, pages, chunks, filters, sorts, metaFields]`. There a page is `[file, words]`; a chunk is
 *   `[from, to, file]`, its words between these two, which are cut where they first differ from the neighbour's; a filter
 *   is `[name, file]`; a sort `[name, pages]`, in ascending order of their values, equals as they are numbered. `pf_filter`
 *   is `[name, values]`, a value `[value, pages]`. `pagefind-entry.json` names for each language the `pf_meta` file.
 * - The stock indexer numbers pages in the order in which records were added, cuts content at white space, and takes a
 *   row of letters and digits for one word with one place.
 */
export const MAGIC = 'pagefind_dcd';

/** The language the index is written in: `und` keeps Pagefind from cutting words by its own dictionary. */
export const LANGUAGE = 'und';

/** Where a word stands, page after page. */
export interface Postings {
  pages: number[];
  /** For each page, the places in it, ascending. */
  places: number[][];
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

/** What such a file holds. */
export type Value = string | number | Value[];

/** Walks through CBOR data; only the few kinds of value that Pagefind writes are known. */
class Reader {
  #at: number;
  readonly #bytes: Uint8Array;
  readonly #decoder = new TextDecoder();

  /** Where the next value begins. */
  get at(): number {
    return this.#at;
  }

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

  value(): Value {
    const major = this.#bytes[this.#at]! >> 5;
    if (major === STRING) return this.string();
    if (major !== ARRAY) return this.integer();
    return Array.from({ length: this.list() }, () => this.value());
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

function field(reader: Reader, expected: number, name: string): void {
  const found = reader.list();
  if (found !== expected) throw new FormatError(`${name} has ${found} fields instead of ${expected}`);
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

function readPostings(reader: Reader): Postings {
  const postings: Postings = { pages: [], places: [] };
  let page = 0;
  for (let left = reader.list(); left > 0; left -= 1) {
    field(reader, 3, 'posting');
    postings.pages.push((page += reader.integer()));
    postings.places.push(readPlaces(reader));
    reader.skip();
  }
  return postings;
}

/** Which words to read: a set of them, for instance. */
export interface Wanted {
  has(word: string): boolean;
}

/** Reads those of the wanted words that an unpacked `pf_index` file holds. Throws FormatError. */
export function readChunk(bytes: Uint8Array, wanted: Wanted): Map<string, Postings> {
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

/** What a file says of a word on one page: the page, and the bytes that hold the places there. */
export interface StoredPage {
  page: number;
  bytes: Uint8Array;
  start: number;
  end: number;
}

/** A spelling and the pages that hold it, in ascending order. */
export interface StoredForm {
  form: string;
  pages: StoredPage[];
}

/** A word as a file holds it, with its other spellings. */
export interface StoredWord extends StoredForm {
  variants: StoredForm[];
}

/** Reads the words of an unpacked `pf_index` file one after another, in the order of their code points. Throws FormatError. */
export function* readWords(bytes: Uint8Array): Generator<StoredWord> {
  const reader = new Reader(bytes);
  field(reader, 1, 'pf_index');
  for (let left = reader.list(); left > 0; left -= 1) {
    field(reader, 3, 'word');
    const word = readForm(reader, bytes);
    const variants = Array.from({ length: reader.list() }, () => {
      field(reader, 2, 'variant');
      return readForm(reader, bytes);
    });
    yield { ...word, variants };
  }
}

function readForm(reader: Reader, bytes: Uint8Array): StoredForm {
  const form = reader.string();
  let page = 0;
  const pages = Array.from({ length: reader.list() }, () => {
    field(reader, 3, 'posting');
    page += reader.integer();
    const start = reader.at;
    reader.skip(2);
    return { page, bytes, start, end: reader.at };
  });
  return { form, pages };
}

/** Reads all that an unpacked file holds. Throws FormatError. */
export function readValue(bytes: Uint8Array): Value {
  return new Reader(bytes).value();
}

/** The unpacked file that holds a value whose numbers are not negative. Equal values give equal bytes. */
export function writeValue(value: Value): Uint8Array {
  const parts: Uint8Array[] = [];
  const encoder = new TextEncoder();
  const add = (each: Value): void => {
    if (typeof each === 'number') {
      parts.push(headOf(UNSIGNED, each));
    } else if (typeof each === 'string') {
      const text = encoder.encode(each);
      parts.push(headOf(STRING, text.length), text);
    } else {
      parts.push(headOf(ARRAY, each.length));
      each.forEach(add);
    }
  };
  parts.push(encoder.encode(MAGIC));
  add(value);
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** The head of a value in the shortest form: its major type and its argument, which is below 2^32. */
function headOf(major: number, argument: number): Uint8Array {
  const width = argument < 24 ? 0 : argument < 0x100 ? 1 : argument < 0x10000 ? 2 : 4;
  const low = { 0: argument, 1: 24, 2: 25, 4: 26 }[width];
  const head = new Uint8Array(1 + width);
  head[0] = (major << 5) | low;
  for (let at = width; at > 0; at -= 1) head[at] = (argument >>> (8 * (width - at))) & 0xff;
  return head;
}

const FIRST_SIZE = 1 << 16;
const COUNT_WIDTH = 4;
const EMPTY_LIST = ARRAY << 5;
/** Bytes that the head of a value may have, and a posting with one place. */
const MOST_IN_HEAD = 5;
const MOST_IN_POSTING = 2 + 3 * MOST_IN_HEAD;

/** Writes unpacked `pf_index` files, word after word in the order in which they come. */
export class ChunkWriter {
  #bytes = new Uint8Array(FIRST_SIZE);
  #size = 0;
  #words = 0;
  readonly #encoder = new TextEncoder();

  constructor() {
    this.#start();
  }

  /** Bytes of the file so far. */
  get size(): number {
    return this.#size;
  }

  /**
   * Adds a word that stands at `places[at]` of `pages[at]`, for each `at` from `start` up to `end`. Pages ascend, and so do
   * the places in a page.
   */
  add(word: string, pages: Int32Array, places: Int32Array, start: number, end: number): void {
    let count = 0;
    for (let at = start; at < end; at += 1) if (at === start || pages[at] !== pages[at - 1]) count += 1;
    this.#words += 1;
    this.#reserve(3 * word.length + 4 * MOST_IN_HEAD + (end - start) * MOST_IN_POSTING);
    this.#head(ARRAY, 3);
    this.#string(word);
    this.#head(ARRAY, count);
    let before = 0;
    for (let at = start; at < end;) {
      const page = pages[at]!;
      let next = at + 1;
      while (next < end && pages[next] === page) next += 1;
      this.#head(ARRAY, 3);
      this.#head(UNSIGNED, page - before);
      this.#head(ARRAY, next - at);
      let place = 0;
      for (; at < next; at += 1) {
        this.#head(UNSIGNED, places[at]! - place);
        place = places[at]!;
      }
      this.#bytes[this.#size++] = EMPTY_LIST;
      before = page;
    }
    this.#bytes[this.#size++] = EMPTY_LIST;
  }

  /** Adds a word as other files hold it. */
  addStored({ form, pages, variants }: StoredWord): void {
    this.#words += 1;
    this.#reserve(MOST_IN_HEAD);
    this.#head(ARRAY, 3);
    this.#storedForm(form, pages);
    this.#reserve(MOST_IN_HEAD);
    this.#head(ARRAY, variants.length);
    for (const variant of variants) {
      this.#reserve(MOST_IN_HEAD);
      this.#head(ARRAY, 2);
      this.#storedForm(variant.form, variant.pages);
    }
  }

  #storedForm(form: string, pages: readonly StoredPage[]): void {
    const most = pages.reduce((sum, { start, end }) => sum + 2 * MOST_IN_HEAD + end - start, 0);
    this.#reserve(3 * form.length + 3 * MOST_IN_HEAD + most);
    this.#string(form);
    this.#head(ARRAY, pages.length);
    let before = 0;
    for (const { page, bytes, start, end } of pages) {
      this.#head(ARRAY, 3);
      this.#head(UNSIGNED, page - before);
      // A few bytes: faster than the way through a view of them.
      for (let at = start; at < end; at += 1) this.#bytes[this.#size++] = bytes[at]!;
      before = page;
    }
  }

  /** The file with the words added, after which the next file begins. */
  take(): Uint8Array<ArrayBuffer> {
    new DataView(this.#bytes.buffer).setUint32(MAGIC.length + 2, this.#words);
    const file = this.#bytes.slice(0, this.#size);
    this.#start();
    return file;
  }

  /** The head of a file, whose number of words is filled in when it is taken. */
  #start(): void {
    this.#words = 0;
    this.#size = this.#encoder.encodeInto(MAGIC, this.#bytes).written;
    this.#head(ARRAY, 1);
    this.#bytes[this.#size] = (ARRAY << 5) | 26;
    this.#size += 1 + COUNT_WIDTH;
  }

  /** Makes room for so many bytes more. */
  #reserve(bytes: number): void {
    if (this.#size + bytes <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#bytes.length * 2, this.#size + bytes));
    larger.set(this.#bytes);
    this.#bytes = larger;
  }

  /** The head of a value, for which there is room: its major type and its argument, which is below 2^32. */
  #head(major: number, argument: number): void {
    const bytes = this.#bytes;
    const type = major << 5;
    if (argument < 24) {
      bytes[this.#size++] = type | argument;
    } else if (argument < 0x100) {
      bytes[this.#size++] = type | 24;
      bytes[this.#size++] = argument;
    } else if (argument < 0x10000) {
      bytes[this.#size++] = type | 25;
      bytes[this.#size++] = argument >> 8;
      bytes[this.#size++] = argument & 0xff;
    } else {
      bytes[this.#size++] = type | 26;
      for (let shift = 24; shift >= 0; shift -= 8) bytes[this.#size++] = (argument >>> shift) & 0xff;
    }
  }

  #string(text: string): void {
    const encoded = this.#encoder.encode(text);
    this.#head(STRING, encoded.length);
    this.#bytes.set(encoded, this.#size);
    this.#size += encoded.length;
  }
}
