import type { Named } from './record.ts';

/** The questions by which results are narrowed, in the order in which they are shown. */
export const FACETS = ['kind', 'speaker', 'year', 'unit', 'topic', 'campaign'] as const;

export type Facet = (typeof FACETS)[number];

/** The value of the year facet for an entry whose date is unknown. */
export const UNKNOWN_YEAR = 'unknown';

/** What the browser must know of the whole index before it reads any part of it. */
export interface Catalogue {
  /** Changes whenever the layout does. */
  format: number;
  /** Values of each facet; entries name them by their place in these lists. */
  values: Record<Facet, Named[]>;
  /** Columns over the entries, newest first, undated last: the order of equals everywhere. */
  entries: {
    /** Values of each facet. */
    facets: Record<Facet, number[][]>;
    /** Units in the title. */
    titles: number[];
    /** Words of the entry in the index. */
    lengths: number[];
    /** Names of the files that hold the text, in parts. */
    texts: string[][];
    /** Place in the index of the first word of each part after the first. */
    parts: number[][];
  };
  /** The chunks of the index in the order of their first words. */
  chunks: { firsts: string[]; names: string[] };
}

export const CATALOGUE_FORMAT = 1;

/** One part of an entry's text, with what a result shows besides it. */
export interface TextPart {
  entry: string;
  address: string;
  kind: string;
  title: string;
  subtitle?: string;
  date: string | null;
  documentNumber?: string;
  speaker?: string;
  /** For all paragraphs of the entry, the distance in the index from the start of the one before (the first: 0). */
  starts: number[];
  /** How many paragraphs of the entry stand before this part. */
  before: number;
  /** Anchors of all paragraphs of the entry, left out where they are p1, p2 and so on. */
  anchors?: string[];
  /** Paragraphs of this part. */
  paragraphs: string[];
}
