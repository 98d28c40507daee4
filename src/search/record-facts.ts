import { UNKNOWN_YEAR, type Facet } from '../domain/search/manifest.ts';
import type { Named, SearchRecord } from '../domain/search/record.ts';

/** Names of the kinds of entry, such as 讲话发言 for `speeches`. A kind without one is shown by its id. */
export type KindNames = Readonly<Record<string, string>>;

/** Order of equals: newest first, undated last, then by entry. */
export function byDateThenEntry(one: SearchRecord, other: SearchRecord): number {
  const [day, otherDay] = [one.date ?? '', other.date ?? ''];
  if (day !== otherDay) return day > otherDay ? -1 : 1;
  return one.entry < other.entry ? -1 : 1;
}

/** What a record is narrowed by in one facet. */
export function facetValues(record: SearchRecord, facet: Facet, kinds: KindNames = {}): Named[] {
  switch (facet) {
    case 'kind':
      return [{ id: record.kind, name: kinds[record.kind] ?? record.kind }];
    case 'speaker':
      return record.speaker ? [record.speaker] : [];
    case 'year': {
      const year = record.date?.slice(0, 4) ?? UNKNOWN_YEAR;
      return [{ id: year, name: year }];
    }
    case 'unit':
      return record.units;
    case 'topic':
      return record.topics;
    case 'campaign':
      return record.campaign ? [record.campaign] : [];
  }
}
