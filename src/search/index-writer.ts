import { borderBetween } from '../domain/search/manifest.ts';
import { ChunkWriter } from '../domain/search/pagefind-format.ts';
import { packUnit, type UnitPositions } from '../domain/search/positions.ts';
import { Postings } from './postings.ts';
import type { WordIndex } from './word-index.ts';
import { WordTable } from './word-table.ts';

/** Bytes after which a chunk ends as soon as the first letter of the words changes, and after which it ends in any case. */
const HALF_CHUNK = 6_000;
const FULL_CHUNK = 12_000;

/** A title or paragraph in normal form, and the place of its first unit. */
export interface Row {
  place: number;
  units: readonly string[];
}

/** A file of the index, not yet packed. */
export interface Chunk {
  /** Its first word is not before this, and the last of the chunk before it is. */
  border: string;
  /** How many times a full chunk's size it is, as a power of two up to 9. */
  size: number;
  bytes: Uint8Array<ArrayBuffer>;
}

const sizeOf = ({ size }: ChunkWriter): number =>
  Math.min(9, Math.max(0, Math.floor(Math.log2(size / FULL_CHUNK))));

/** Where a unit was last met. */
interface Meeting {
  page: number;
  row: number;
  places: UnitPositions;
}

/** Cuts an index into chunks, one at a time. The words are in the order of their code points, so a word can only be in one chunk. */
export function* chunksOf({ words, starts, pages, places }: WordIndex): Generator<Chunk> {
  const writer = new ChunkWriter();
  let border = '';
  let before = '';
  const take = (): Chunk => ({ border, size: sizeOf(writer), bytes: writer.take() });
  for (const [rank, word] of words.entries()) {
    const isNewLetter = !word.startsWith(String.fromCodePoint(before.codePointAt(0) ?? 0));
    if (writer.size > (isNewLetter ? HALF_CHUNK : FULL_CHUNK)) {
      yield take();
      border = borderBetween(before, word);
    }
    writer.add(word, pages, places, starts[rank]!, starts[rank + 1]!);
    before = word;
  }
  if (words.length > 0) yield take();
}

/** Makes an index from the units of its entries. An entry's number is the order in which it came. */
export class IndexWriter {
  readonly #table = new WordTable();
  readonly #postings = new Postings();
  readonly #meetings: Meeting[] = [];
  #page = -1;
  #row = 0;

  /** Adds the next entry. */
  add(title: Row, paragraphs: readonly Row[]): void {
    this.#page += 1;
    this.#postings.startPage();
    const met: number[] = [];
    this.#addRow(title, true, met);
    for (const paragraph of paragraphs) this.#addRow(paragraph, false, met);
    for (const unit of met) {
      const word = this.#table.alone(unit);
      for (const place of packUnit(this.#meetings[unit]!.places)) this.#postings.add(word, place);
    }
  }

  /** Passes over the number of an entry whose places are known from elsewhere. */
  skip(): void {
    this.#page += 1;
    this.#postings.startPage();
  }

  /** All that was added, by word. */
  finish(): WordIndex {
    const words = this.#table.words();
    const order = Array.from(words.keys()).sort((one, other) => (words[one]! < words[other]! ? -1 : 1));
    const ranks = new Int32Array(words.length);
    order.forEach((number, rank) => (ranks[number] = rank));
    return { words: order.map((number) => words[number]!), ...this.#postings.sort(ranks) };
  }

  #addRow({ place, units }: Row, isTitle: boolean, met: number[]): void {
    this.#row += 1;
    let before = -1;
    for (let at = 0; at < units.length; at += 1) {
      const unit = this.#table.unit(units[at]!);
      this.#meet(unit, place + at, isTitle, met);
      if (before >= 0) this.#postings.add(this.#table.pair(before, unit), place + at - 1);
      before = unit;
    }
  }

  #meet(unit: number, place: number, isTitle: boolean, met: number[]): void {
    const meeting = (this.#meetings[unit] ??= { page: -1, row: 0, places: { paragraphs: 0 } });
    if (meeting.row === this.#row) return;
    meeting.row = this.#row;
    if (meeting.page !== this.#page) {
      meeting.page = this.#page;
      meeting.places = { paragraphs: 0 };
      met.push(unit);
    }
    if (isTitle) {
      meeting.places.inTitle = place;
      return;
    }
    meeting.places.first ??= place;
    meeting.places.paragraphs += 1;
  }
}
