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
  /** Names the folder that holds the files of this build, so that no file of another build is taken for one of it. */
  build: string;
  /** Values of each facet; entries name them by their place in these lists. */
  values: Record<Facet, Named[]>;
  /** Columns over the entries, newest first, undated last: the order of equals everywhere. */
  entries: {
    /** Values of each facet. */
    facets: Record<Facet, number[][]>;
    /** Units in the title. */
    titles: number[];
    /** Place behind the last paragraph, which tells the entry's length. */
    lengths: number[];
    /** Place of the first paragraph of each part of the text after the first. */
    parts: number[][];
  };
  /** First word of each chunk of the index, ascending. */
  chunks: string[];
}

export const CATALOGUE_FORMAT = 2;

/** The catalogue's file in the folder of the index. Its name is fixed; all other names hang on the build. */
export const CATALOGUE_FILE = 'catalogue.pf_meta';

/** The file of a chunk of the index, by the chunk's number. */
export const chunkFile = (build: string, chunk: number): string => `${build}/${chunk}.pf_index`;

/** The file of a part of a text, by the part's number among the parts of all texts. */
export const textFile = (build: string, part: number): string => `${build}/${part}.pf_fragment`;

/** The file of the table of Traditional characters. */
export const traditionalFile = (build: string): string => `${build}/traditional.pf_meta`;

/** The file of what is offered while typing. */
export const suggestionsFile = (build: string): string => `${build}/suggestions.pf_meta`;

/** Number, among the parts of all texts, of the first part of each entry's text. */
export function firstParts({ entries }: Catalogue): number[] {
  let next = 0;
  return entries.parts.map((places) => {
    const first = next;
    next += places.length + 1;
    return first;
  });
}

/** The mean length of the entries, in places. */
export function meanLength({ entries }: Catalogue): number {
  return entries.lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, entries.lengths.length);
}

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
  /** For all paragraphs of the entry, the distance in the index from the start of the one before, of the first from 0. */
  starts: number[];
  /** How many paragraphs of the entry stand before this part. */
  before: number;
  /** Anchors of all paragraphs of the entry, left out where they are p1, p2 and so on. */
  anchors?: string[];
  /** Paragraphs of this part. */
  paragraphs: string[];
}
