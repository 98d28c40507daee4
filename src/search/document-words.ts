import type { Normalise } from '../domain/search/normal-form.ts';
import { bodyPlace, partPlace, placeBehind } from '../domain/search/positions.ts';
import type { Paragraph, SearchRecord } from '../domain/search/record.ts';
import type { Row } from './index-writer.ts';

/** A run of paragraphs that is stored as one file. */
export interface Part {
  /** Place in the index of the part's first unit. */
  place: number;
  /** Number of paragraphs before it. */
  before: number;
  paragraphs: Paragraph[];
}

/** What the index takes from a record. */
export interface DocumentWords {
  title: Row;
  /** One for each paragraph, also for those without a unit. */
  rows: Row[];
  parts: Part[];
  /** For each paragraph, the distance in the index from the start of the one before; the first from 0. */
  starts: number[];
  /** A place behind the last paragraph, at which a part might begin. */
  end: number;
}

/** Characters after which the next paragraph starts a new part. */
const PART_LENGTH = 2000;

/**
 * Brings a record to its normal form, row by row, and cuts its text into parts of some thousand characters at the ends of
 * paragraphs, so that a passage can be shown without the whole text.
 */
export function documentWords(record: SearchRecord, normalise: Normalise): DocumentWords {
  const title = { place: 0, units: normalise(record.title).units };
  const rows: Row[] = [];
  const starts: number[] = [];
  let place = bodyPlace(title.units.length);
  let part: Part = { place, before: 0, paragraphs: [] };
  const parts = [part];
  let length = 0;
  let previous = 0;
  for (const paragraph of record.paragraphs) {
    const { units } = normalise(paragraph.text);
    if (length >= PART_LENGTH) {
      place = partPlace(place);
      part = { place, before: starts.length, paragraphs: [] };
      parts.push(part);
      length = 0;
    }
    part.paragraphs.push(paragraph);
    length += paragraph.text.length;
    starts.push(place - previous);
    previous = place;
    rows.push({ place, units });
    if (units.length > 0) place = placeBehind(place, units.length);
  }
  return { title, rows, parts, starts, end: partPlace(place) };
}
