import { hash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { FormatError, readValue, writeValue, type Value } from '../domain/search/pagefind-format.ts';

const ENTRY_FILE = 'pagefind-entry.json';

/** Hex digits of a name that is given by content. */
const NAME_LENGTH = 15;

/** Where `pf_meta` lists pages, files of words and filters. */
const [PAGES, CHUNKS, FILTERS] = [1, 2, 3] as const;
/** Where the row of a page, and that of a file of words, names a file. */
const [FILE_OF_PAGE, FILE_OF_CHUNK] = [0, 2] as const;

/**
 * Gives the bundle in a folder the same bytes however often it is made: the indexer lists filters and their values in an order of its own each
 * time, and calls those files, and the one that names them, by what they hold. Here they are sorted. Throws FormatError where a file of the
 * bundle is missing or cut off: the indexer does not tell of it.
 */
export function steadyBundle(folder: string): void {
  const read = (path: string): Value => readValue(unpacked(folder, path));
  const entryFile = join(folder, ENTRY_FILE);
  const entry = JSON.parse(readFileSync(entryFile, 'utf8')) as {
    languages: Record<string, { hash: string }>;
  };
  for (const [language, about] of Object.entries(entry.languages)) {
    const replace = (value: Value, name: string, fileOf: (name: string) => string): string => {
      const bytes = writeValue(value);
      const steady = `${language}_${hash('sha256', bytes).slice(0, NAME_LENGTH)}`;
      rmSync(join(folder, fileOf(name)));
      writeFileSync(join(folder, fileOf(steady)), gzipSync(bytes, { level: 9 }));
      return steady;
    };
    const meta = listOf(read(metaFile(about.hash)));
    for (const page of listOf(meta[PAGES])) unpacked(folder, fragmentFile(nameIn(page, FILE_OF_PAGE)));
    for (const chunk of listOf(meta[CHUNKS])) unpacked(folder, indexFile(nameIn(chunk, FILE_OF_CHUNK)));
    const filters = listOf(meta[FILTERS]).map((filter): [string, string] => {
      const [name, file] = listOf(filter) as [string, string];
      const [, values] = listOf(read(filterFile(file)));
      const sorted = listOf(values)
        .map((value) => listOf(value))
        .sort(byName);
      return [name, replace([name, sorted], file, filterFile)];
    });
    about.hash = replace(meta.with(FILTERS, filters.sort(byName)), about.hash, metaFile);
  }
  writeFileSync(entryFile, JSON.stringify(entry));
}

const metaFile = (name: string): string => `pagefind.${name}.pf_meta`;
const fragmentFile = (name: string): string => `fragment/${name}.pf_fragment`;
const indexFile = (name: string): string => `index/${name}.pf_index`;
const filterFile = (name: string): string => `filter/${name}.pf_filter`;

function byName([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}

function nameIn(row: Value, at: number): string {
  return String(listOf(row)[at]);
}

function unpacked(folder: string, path: string): Uint8Array {
  try {
    return gunzipSync(readFileSync(join(folder, path)));
  } catch (error) {
    throw new FormatError(`${path} is missing from the bundle or cut off`, { cause: error });
  }
}

function listOf(value: Value | undefined): Value[] {
  if (!Array.isArray(value)) throw new FormatError('a list was expected in the bundle');
  return value;
}
