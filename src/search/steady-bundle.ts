import { hash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { FormatError, readValue, writeValue, type Value } from '../domain/search/pagefind-format.ts';

/** Files of a bundle by their paths in it. */
export type BundleFiles = Map<string, Uint8Array>;

const ENTRY_FILE = 'pagefind-entry.json';

/** Hex digits of a name that is given by content. */
const NAME_LENGTH = 15;

/** Place of the list of filters in `pf_meta`. */
const FILTERS = 3;

/**
 * The same bundle in the same bytes however often it is made: the indexer lists filters and their values in an order of its own each time,
 * and calls those files, and the one that names them, by what they hold. Here they are sorted. Throws FormatError.
 */
export function steadyBundle(files: BundleFiles): BundleFiles {
  const steady = new Map(files);
  const entry = JSON.parse(new TextDecoder().decode(take(steady, ENTRY_FILE))) as {
    languages: Record<string, { hash: string }>;
  };
  for (const [language, about] of Object.entries(entry.languages)) {
    const put = (value: Value, fileOf: (name: string) => string): string => {
      const bytes = writeValue(value);
      const name = `${language}_${hash('sha256', bytes).slice(0, NAME_LENGTH)}`;
      steady.set(fileOf(name), gzipSync(bytes, { level: 9 }));
      return name;
    };
    const meta = listOf(unpacked(take(steady, metaFile(about.hash))));
    const filters = listOf(meta[FILTERS]).map((filter): [string, string] => {
      const [name, file] = listOf(filter) as [string, string];
      const [, values] = listOf(unpacked(take(steady, filterFile(file))));
      const sorted = listOf(values)
        .map((value) => listOf(value))
        .sort(byName);
      return [name, put([name, sorted], filterFile)];
    });
    about.hash = put(meta.with(FILTERS, filters.sort(byName)), metaFile);
  }
  steady.set(ENTRY_FILE, new TextEncoder().encode(JSON.stringify(entry)));
  return new Map([...steady].sort(byName));
}

const metaFile = (name: string): string => `pagefind.${name}.pf_meta`;
const filterFile = (name: string): string => `filter/${name}.pf_filter`;

function byName([one]: readonly unknown[], [other]: readonly unknown[]): number {
  return String(one) < String(other) ? -1 : 1;
}

function take(files: BundleFiles, path: string): Uint8Array {
  const bytes = files.get(path);
  if (!bytes) throw new FormatError(`the bundle has no ${path}`);
  files.delete(path);
  return bytes;
}

const unpacked = (bytes: Uint8Array): Value => readValue(gunzipSync(bytes));

function listOf(value: Value | undefined): Value[] {
  if (!Array.isArray(value)) throw new FormatError('a list was expected in the bundle');
  return value;
}
