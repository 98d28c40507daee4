import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import {
  FormatError,
  readValue,
  readWords,
  type StoredWord,
  type Value,
} from '../domain/search/pagefind-format.ts';

/** The file that a client of Pagefind reads first. */
export const ENTRY_FILE = 'pagefind-entry.json';

/** The files of a bundle that are called by what they hold, by their names. */
export const metaFile = (name: string): string => `pagefind.${name}.pf_meta`;
export const fragmentFile = (name: string): string => `fragment/${name}.pf_fragment`;
export const wordsFile = (name: string): string => `index/${name}.pf_index`;
export const filterFile = (name: string): string => `filter/${name}.pf_filter`;

/** A page in a list of pages: the name of its file, and how many words it has. */
export type PageRow = [name: string, words: Value];

/** A filter and its values, each with the pages that have it. */
export type Filter = [name: string, values: [value: string, pages: number[]][]];

/** What the first file says of a bundle in one language. */
export interface BundleEntry {
  languages: Record<string, { hash: string; page_count: number }>;
}

/** A bundle that holds pages. */
export interface OpenBundle {
  entry: BundleEntry;
  language: string;
  /** The version of the indexer. */
  version: Value;
  pages: PageRow[];
  /** The names of the fields, by which words in them are numbered. */
  fields: Value[];
  /** The files of words: the first and last word of each, and its name. */
  chunks: Value[][];
  filters(): Filter[];
  words(): Generator<StoredWord>;
}

/** Reads a file of a bundle by its path in it. */
export type ReadFile = (path: string) => Uint8Array;

/** Reads files of a bundle in a folder. Throws FormatError where one is missing. */
export function filesIn(folder: string): ReadFile {
  return (path) => {
    try {
      return readFileSync(join(folder, path));
    } catch (error) {
      throw new FormatError(`${path} is missing from the bundle`, { cause: error });
    }
  };
}

/** Reads the list of what a bundle in one language holds; nothing where it has no page. Throws FormatError where a file is missing, cut off or of another form. */
export function openBundle(read: ReadFile): OpenBundle | undefined {
  const entry = JSON.parse(new TextDecoder().decode(read(ENTRY_FILE))) as BundleEntry;
  const [first, ...others] = Object.entries(entry.languages);
  if (!first) return undefined;
  if (others.length > 0) throw new FormatError('the bundle has more than one language');
  const [language, { hash: name }] = first;
  const [version, pages, chunks, filters, , fields] = listOf(readValue(unpacked(read, metaFile(name))));
  return {
    entry,
    language,
    version: version!,
    pages: rowsOf(pages).map(([page, words]) => [String(page), words!]),
    fields: listOf(fields),
    chunks: rowsOf(chunks),
    filters: () =>
      rowsOf(filters).map(([filter, file]) => {
        const [, values] = listOf(readValue(unpacked(read, filterFile(String(file)))));
        const rows = rowsOf(values).map(([value, having]) => [String(value), listOf(having)]);
        return [String(filter), rows as Filter[1]];
      }),
    *words() {
      for (const [, , file] of rowsOf(chunks)) yield* readWords(unpacked(read, wordsFile(String(file))));
    },
  };
}

/** What a packed file of a bundle holds. Throws FormatError where it is missing or cut off. */
export function unpacked(read: ReadFile, path: string): Uint8Array {
  const bytes = read(path);
  try {
    return gunzipSync(bytes);
  } catch (error) {
    throw new FormatError(`${path} is cut off`, { cause: error });
  }
}

function rowsOf(value: Value | undefined): Value[][] {
  return listOf(value).map(listOf);
}

function listOf(value: Value | undefined): Value[] {
  if (!Array.isArray(value)) throw new FormatError('a list was expected in the bundle');
  return value;
}
