import type { Day } from './day.ts';

/** The library's kinds: the folder of an entry and the first part of its address. */
export type EntryKind = 'texts' | 'speeches' | 'articles';

/** A thing with an address of its own, as other things name it. */
export interface Named {
  id: string;
  name: string;
}

/** Where an entry comes from; the days of publication and of the web page stand beside the entry's own date. */
export interface Source {
  name: string;
  url?: string | undefined;
  publishedOn?: Day | undefined;
  retrievedOn?: Day | undefined;
  note?: string | undefined;
  rules?: string[] | undefined;
}

/** A reviewed change to a source. */
export interface Correction {
  paragraph: string;
  original: string;
  corrected: string;
  reason: string;
  role?: string | undefined;
  on?: Day | undefined;
}

/** What an entry's file says, before names are resolved: the fields of all three kinds. */
export interface EntryFields {
  title: string;
  date: string;
  subtitle?: string | undefined;
  topics?: string[] | undefined;
  campaign?: string | undefined;
  units?: string[] | undefined;
  summary?: string | undefined;
  access: 'public' | 'internal';
  approval?:
    | { draftedBy?: string | undefined; reviewedBy?: string | undefined; issuedBy?: string | undefined }
    | undefined;
  source?: Source | undefined;
  corrections?: Correction[] | undefined;
  formerIds?: string[] | undefined;
  draft: boolean;
  issuer?: string | undefined;
  author?: string | undefined;
  documentNumber?: string | undefined;
  speaker?: { name?: string | undefined; role: string } | undefined;
  occasion?: string | undefined;
  place?: string | undefined;
  byline?: string | undefined;
  newspaper?: string | undefined;
}

/** A library entry whose names are resolved: what pages, search and feeds print. */
export interface Entry extends Omit<EntryFields, 'date' | 'topics' | 'units' | 'campaign' | 'speaker'> {
  kind: EntryKind;
  id: string;
  /** `speeches/mid-year`: unique in the library. */
  key: string;
  /** Site-relative address without the base path: `/speeches/mid-year/`. */
  address: string;
  /** The day of the event or of the document, `null` where the source does not say. */
  date: Day | null;
  topics: Named[];
  units: Named[];
  campaign?: Named;
  speaker?: Named & { role: string };
}

/** Newest first, unknown dates last; equals in the order of their keys. */
export function byNewest(a: Entry, b: Entry): number {
  if (a.date !== b.date) {
    if (a.date === null) return 1;
    if (b.date === null) return -1;
    return a.date < b.date ? 1 : -1;
  }
  return a.key < b.key ? -1 : 1;
}

/** The year of an entry as facets and lists write it: `2026`, or `unknown`. */
export function yearOf({ date }: { date: Day | null }): string {
  return date === null ? 'unknown' : date.slice(0, 4);
}

/** Whether a title fills more than two lines, and is set smaller. */
export function hasLongTitle({ title }: Pick<Entry, 'title'>): boolean {
  return title.length > 40;
}
