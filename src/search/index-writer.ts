import { borderBetween } from '../domain/search/catalogue.ts';
import { ChunkWriter } from '../domain/search/pagefind-format.ts';
import { packUnit, type UnitPlaces } from '../domain/search/places.ts';
import { Postings } from './postings.ts';
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
    let border = '';
    let before = '';
    const take = (): Chunk => ({ border, size: sizeOf(writer), bytes: writer.take() });
    for (const number of order) {
      const word = words[number]!;
      const isNewLetter = !word.startsWith(String.fromCodePoint(before.codePointAt(0) ?? 0));
      if (writer.size > (isNewLetter ? HALF_CHUNK : FULL_CHUNK)) {
        yield take();
        border = borderBetween(before, word);
      }
      writer.add(word, pages, places, starts[number]!, starts[number + 1]!);
      before = word;
    }
    if (order.length > 0) yield take();
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
