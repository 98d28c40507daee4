import { ChunkWriter } from '../domain/search/pagefind-format.ts';
import { packUnit, type UnitPlaces } from '../domain/search/places.ts';
import { Postings } from './postings.ts';
import { WordTable } from './word-table.ts';

/** Bytes after which a chunk ends as soon as the first letter of the words changes, and after which it ends in any case. */
const HALF_CHUNK = 12_000;
const FULL_CHUNK = 24_000;

/** A title or paragraph in normal form, and the place of its first unit. */
export interface Row {
  place: number;
  units: readonly string[];
}

/** A file of the index, not yet packed. */
export interface Chunk {
  /** Its first word. */
  first: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** Where a unit was last met. */
interface Meeting {
  page: number;
  row: number;
  places: UnitPlaces;
}

/**
 * Makes the chunks of an index from the units of its entries. An entry's number is the order in which it was added. The
 * words are in the order of their code points, so a word can only be in one chunk.
 */
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

  /** The chunks, one at a time. */
  *chunks(): Generator<Chunk> {
    const words = this.#table.words();
    const order = Array.from(words.keys()).sort((one, other) => (words[one]! < words[other]! ? -1 : 1));
    const { starts, pages, places } = this.#postings.sort(words.length);
    const writer = new ChunkWriter();
    let first = '';
    let letter = '';
    for (const number of order) {
      const word = words[number]!;
      const ends = writer.size > FULL_CHUNK || (writer.size > HALF_CHUNK && !word.startsWith(letter));
      if (ends && !writer.isEmpty) yield { first, bytes: writer.take() };
      if (writer.isEmpty) first = word;
      letter = String.fromCodePoint(word.codePointAt(0)!);
      writer.add(word, pages, places, starts[number]!, starts[number + 1]!);
    }
    if (!writer.isEmpty) yield { first, bytes: writer.take() };
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
