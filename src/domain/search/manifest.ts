import { bodyPlace, readPartPlaces, writePartPlaces } from './positions.ts';
import type { Named } from './record.ts';

/** The questions by which results are narrowed, in the order in which they are shown. */
export const FACETS = ['kind', 'speaker', 'year', 'unit', 'topic', 'campaign'] as const;

export type Facet = (typeof FACETS)[number];

/** The value of the year facet for an entry whose date is unknown. */
export const UNKNOWN_YEAR = 'unknown';

/** What the browser must know of the whole index before it reads any part of it. */
export interface SearchManifest {
  /** Names the folder that holds the files of this build, so that no file of another build is taken for one of it. */
  build: string;
  /** Values of each facet; entries name them by their place in these lists. */
  values: Record<Facet, Named[]>;
  /** Columns over the entries, newest first, undated last; this order breaks ties everywhere. */
  entries: {
    /** Values of each facet. */
    facets: Record<Facet, number[][]>;
    /** Units in the title. */
    titles: number[];
    /** Place of the first paragraph of each part of the text, and at last the place behind all of them. */
    parts: number[][];
  };
  chunks: Chunks;
}

/** The chunks of the index in the order of their words. */
export interface Chunks {
  /** Lower bound of the words of each chunk, above all words of the chunk before it. */
  borders: string[];
  /** How many times a common chunk's size each is, as a power of two. */
  sizes: number[];
}

/** The manifest as it is written: places as steps, the chunks in one row of letters. */
interface Written {
  /** Changes whenever the layout does. */
  format: number;
  build: string;
  values: SearchManifest['values'];
  facets: SearchManifest['entries']['facets'];
  titles: number[];
  parts: number[][];
  borders: string;
  sizes: string;
}

const FORMAT = 3;
const BORDER_MARK = ' ';

/** The manifest as text. Equal manifests give equal text. */
export function writeManifest({ build, values, entries, chunks }: SearchManifest): string {
  const written: Written = {
    format: FORMAT,
    build,
    values,
    facets: entries.facets,
    titles: entries.titles,
    parts: entries.parts.map((places) => writePartPlaces(places.slice(1))),
    borders: chunks.borders.join(BORDER_MARK),
    sizes: chunks.sizes.join(''),
  };
  return JSON.stringify(written);
}

/** Reads the text of a manifest; `undefined` for another version. Throws a SyntaxError when it is not JSON. */
export function readManifest(text: string): SearchManifest | undefined {
  const written = JSON.parse(text) as Written;
  if (written.format !== FORMAT) return undefined;
  const { build, values, facets, titles, parts, borders, sizes } = written;
  return {
    build,
    values,
    entries: {
      facets,
      titles,
      parts: parts.map((steps, entry) => [bodyPlace(titles[entry]!), ...readPartPlaces(steps)]),
    },
    chunks: { borders: sizes === '' ? [] : borders.split(BORDER_MARK), sizes: Array.from(sizes, Number) },
  };
}

/** The shortest text that is after one word and not after the next. */
export function borderBetween(word: string, next: string): string {
  let at = 0;
  while (at < word.length && word[at] === next[at]) at += 1;
  return next.slice(0, at + 1);
}

/** Number of the only chunk that can hold a word, or -1. */
export function chunkOf(word: string, { borders }: Chunks): number {
  let low = 0;
  let high = borders.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (borders[middle]! > word) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/** The folder of the index in a site. */
export const INDEX_FOLDER = 'search-index/';

/** The manifest's file in the folder of the index. Its name is fixed; all other names change with the build. */
export const MANIFEST_FILE = 'catalogue.pf_meta';

/** The file of a chunk of the index, by the chunk's number. */
export const chunkFile = (build: string, chunk: number): string => `${build}/${chunk}.pf_index`;

/** The file of a part of a text, by the part's number among the parts of all texts. */
export const textFile = (build: string, part: number): string => `${build}/${part}.pf_fragment`;

/** The file of the table of Traditional characters. */
export const traditionalFile = (build: string): string => `${build}/traditional.pf_meta`;

/** The file of what is offered while typing. */
export const suggestionsFile = (build: string): string => `${build}/suggestions.pf_meta`;

/** The file of the days of all entries, which only an order over several sites needs. */
export const daysFile = (build: string): string => `${build}/days.pf_meta`;

/** Number, among the parts of all texts, of the first part of each entry's text. */
export function firstParts({ entries }: SearchManifest): number[] {
  let next = 0;
  return entries.parts.map((places) => {
    const first = next;
    next += places.length - 1;
    return first;
  });
}

/** The length of an entry, in places. */
export function lengthOf({ entries }: SearchManifest, entry: number): number {
  const places = entries.parts[entry]!;
  return places[places.length - 1]!;
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
