import { SEPARATOR, type Normalise } from '../domain/search/normal-form.ts';
import type { Paragraph, SearchRecord } from '../domain/search/record.ts';
import { BREAK, pairWords, wordOf } from '../domain/search/words.ts';
import type { IndexedWords } from './pagefind-writer.ts';

/** A run of paragraphs that is stored as one file. */
export interface Part {
  /** Place in the index of the part's first word. */
  place: number;
  /** Number of paragraphs before it. */
  before: number;
  paragraphs: Paragraph[];
}

/** What the index takes from a record. */
export interface DocumentWords {
  words: IndexedWords;
  parts: Part[];
  /** For each paragraph, the distance in the index from the start of the one before. */
  starts: number[];
  /** Units in the title. */
  titleLength: number;
}

/** Characters after which the next paragraph starts a new part. */
const PART_LENGTH = 3000;

function distinctByCount(counts: ReadonlyMap<string, number>): string {
  const units = [...counts].filter(([unit]) => unit !== SEPARATOR);
  units.sort((one, other) => other[1] - one[1]);
  return units.map(([unit]) => wordOf(unit)).join(' ');
}

function countInto(counts: Map<string, number>, units: readonly string[]): void {
  for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
}

/**
 * Turns a record into words for the index, paragraph by paragraph with a break between, and cuts its text into parts
 * of some thousand characters at the ends of paragraphs, so that a passage can be shown without the whole text.
 */
export function documentWords(record: SearchRecord, normalise: Normalise): DocumentWords {
  const title = normalise(record.title).units;
  const counts = new Map<string, number>();
  countInto(counts, title);
  const content: string[] = [];
  const parts: Part[] = [{ place: 0, before: 0, paragraphs: [] }];
  const starts: number[] = [];
  let length = 0;
  let previous = 0;
  for (const paragraph of record.paragraphs) {
    const { units } = normalise(paragraph.text);
    if (length >= PART_LENGTH) {
      parts.push({ place: content.length, before: starts.length, paragraphs: [] });
      length = 0;
    }
    parts.at(-1)!.paragraphs.push(paragraph);
    length += paragraph.text.length;
    starts.push(content.length - previous);
    previous = content.length;
    if (units.length === 0) continue;
    countInto(counts, units);
    for (const word of pairWords(units)) content.push(word);
    content.push(BREAK, BREAK);
  }
  if (content.length === 0) content.push(BREAK); // Pagefind leaves out a page without words and renumbers the rest.
  const titleCounts = new Map<string, number>();
  countInto(titleCounts, title);
  return {
    words: {
      address: record.address,
      content: content.join(' '),
      meta: {
        singles: distinctByCount(counts),
        title: pairWords(title).join(' '),
        titleSingles: distinctByCount(titleCounts),
      },
    },
    parts,
    starts,
    titleLength: title.length,
  };
}
