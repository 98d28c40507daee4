import { hash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ORDER } from '../domain/search/bundle-page.ts';
import { FormatError, writeValue, type Value } from '../domain/search/pagefind-format.ts';
import { fileDigest, takeFile } from '../build-cache/take-file.ts';
import {
  ENTRY_FILE,
  filesIn,
  filterFile,
  fragmentFile,
  metaFile,
  openBundle,
  unpacked,
  wordsFile,
  type OpenBundle,
  type PageRow,
  type ReadFile,
} from './bundle-files.ts';
import { createPacker, type PackedFiles } from './packer.ts';
import { cutBorders, merged, renumbered, wordFiles, type Border } from './stored-words.ts';

/** A written file: its path in the bundle, and a digest of its bytes. */
export type WrittenFile = [path: string, digest: string];

/** What was written of a bundle. */
export interface WrittenBundle {
  files: WrittenFile[];
  /** Those of its files that were packed here. */
  packed: PackedFiles;
}

/** A bundle and what becomes of its pages. */
export interface BundlePart {
  folder: string;
  /** The number in the whole of each of its pages, ascending, or -1 for one that is left out. */
  pageOf: readonly number[];
}

/** What a bundle is put together from. */
export interface BundleParts {
  /** As the indexer wrote it; its files are moved. */
  made: BundlePart;
  /** As it was assembled before; what does not change is taken from there. */
  earlier?: (BundlePart & WrittenBundle) | undefined;
  /** The day of each page of the whole, empty where there is none. */
  dates: readonly string[];
}

type OpenPart = OpenBundle & BundlePart;

/** A page of the whole: its number, its row in the list of pages, and a digest of its file. */
type TakenPage = [page: number, row: PageRow, digest: string];

/** Hex digits of a name that is given by content. */
const NAME_LENGTH = 12;

/**
 * Writes a bundle of pages that the indexer has read just now and, where there is an earlier bundle, of those that are taken from it. It has the
 * same bytes whether its pages come from one part or from two, and however often it is made: words, filters and values are sorted, and files are
 * called by what they hold, while the indexer has an order of its own each time. Throws FormatError where a file is missing, cut off or of another
 * form, since the indexer does not tell of it, and where a file of the earlier bundle is not as it was written.
 */
export async function assembleBundle(
  folder: string,
  { made, earlier, dates }: BundleParts,
): Promise<WrittenBundle> {
  const open = openPart(made, filesIn(made.folder));
  const files = moveCommon(made.folder, folder);
  if (!open) return { files, packed: new Map() };
  const before = earlier && openPart(earlier, filesAsWritten(earlier));
  if (before && before.fields.join() !== open.fields.join())
    throw new FormatError('the parts of the bundle have other fields');
  const parts = before ? [before, open] : [open];
  const nameOf = (digest: string) => `${open.language}_${digest.slice(0, NAME_LENGTH)}`;
  for (const path of [fragmentFile, wordsFile, filterFile])
    mkdirSync(join(folder, dirname(path(''))), { recursive: true });

  const rows: PageRow[] = [];
  const takenPages = [
    ...movedPages(open, folder, nameOf),
    ...(before ? linkedPages(before, folder, earlier.files) : []),
  ];
  for (const [page, row, digest] of takenPages) {
    rows[page] = row;
    files.push([fragmentFile(row[0]), digest]);
  }
  if (takenPages.length !== dates.length) throw new FormatError('the bundle lacks pages');

  const packer = createPacker(folder, earlier && { folder: earlier.folder, files: earlier.packed });
  const pack: Pack = async (bytes, fileOf) => {
    const digest = hash('sha256', bytes);
    await packer.write(fileOf(nameOf(digest)), bytes);
    return nameOf(digest);
  };
  const chunks = await packWords(parts, pack);
  const filters = await packFilters(parts, pack);
  const orders = [[ORDER, byDate(dates)]];
  const name = await pack(writeValue([open.version, rows, chunks, filters, orders, open.fields]), metaFile);
  const { files: packed } = await packer.finish();
  for (const { name: path, digest } of packed.values()) files.push([path, digest]);
  const about = { ...open.entry.languages[open.language]!, hash: name, page_count: dates.length };
  const entry = Buffer.from(JSON.stringify({ ...open.entry, languages: { [open.language]: about } }));
  writeFileSync(join(folder, ENTRY_FILE), entry);
  files.push([ENTRY_FILE, fileDigest(entry)]);
  return { files, packed };
}

/** Packs what a file holds, and resolves to the name that it is given. */
type Pack = (bytes: Uint8Array, fileOf: (name: string) => string) => Promise<string>;

function openPart(part: BundlePart, read: ReadFile): OpenPart | undefined {
  const open = openBundle(read);
  return open && { ...part, ...open };
}

/** Reads files of an earlier bundle. Throws FormatError where one is not as it was written. */
function filesAsWritten({ folder, files }: BundlePart & WrittenBundle): ReadFile {
  const digests = new Map(files);
  const read = filesIn(folder);
  return (path) => {
    const bytes = read(path);
    if (fileDigest(bytes) !== digests.get(path)) throw new FormatError(`${path} is not as it was written`);
    return bytes;
  };
}

/** Moves what every bundle has: the clients. */
function moveCommon(from: string, to: string): WrittenFile[] {
  const entries = readdirSync(from, { withFileTypes: true });
  const names = entries.flatMap(({ name }) => (/\.(?:js|css|pagefind)$/.test(name) ? [name] : []));
  return names.map((name) => {
    renameSync(join(from, name), join(to, name));
    return [name, fileDigest(readFileSync(join(to, name)))];
  });
}

/** Moves the pages that the indexer has written and calls them by what they hold: its own names are so short that two pages may want the same. */
function* movedPages(
  { folder, pages, pageOf }: OpenPart,
  to: string,
  nameOf: (digest: string) => string,
): Generator<TakenPage> {
  for (const [at, [file, words]] of pages.entries()) {
    const name = nameOf(hash('sha256', unpacked(filesIn(folder), fragmentFile(file))));
    const page = pageOf[at] ?? -1;
    if (page < 0) continue;
    const path = join(to, fragmentFile(name));
    renameSync(join(folder, fragmentFile(file)), path);
    yield [page, [name, words], fileDigest(readFileSync(path))];
  }
}

/** Takes pages from an earlier bundle. */
function* linkedPages(
  { folder, pages, pageOf }: OpenPart,
  to: string,
  files: readonly WrittenFile[],
): Generator<TakenPage> {
  const digests = new Map(files);
  for (const [at, row] of pages.entries()) {
    const page = pageOf[at] ?? -1;
    if (page < 0) continue;
    const path = fragmentFile(row[0]);
    const digest = digests.get(path) ?? '';
    if (!takeFile(join(folder, path), join(to, path), digest))
      throw new FormatError(`${path} is not as it was written`);
    yield [page, row, digest];
  }
}

/** Packs the words of all parts, and resolves to the list of their files. */
async function packWords(parts: readonly OpenPart[], pack: Pack): Promise<Value[]> {
  const [first = [], second = []] = parts.map(({ words, pageOf }) => renumbered(words(), pageOf));
  const borders: Border[] = [];
  const names: string[] = [];
  for (const { border, bytes } of wordFiles(merged(first, second))) {
    borders.push(border);
    names.push(await pack(bytes, wordsFile));
  }
  return cutBorders(borders).map((row, at) => [...row, names[at]!]);
}

/** Packs the filters of all parts, and resolves to the list of their files. */
async function packFilters(parts: readonly OpenPart[], pack: Pack): Promise<Value[]> {
  const found = new Map<string, Map<string, number[]>>();
  for (const { filters, pageOf } of parts) {
    for (const [name, values] of filters()) {
      const known = found.get(name) ?? new Map<string, number[]>();
      for (const [value, pages] of values) {
        const kept = pages.map((page) => pageOf[page] ?? -1).filter((page) => page >= 0);
        if (kept.length > 0) known.set(value, [...(known.get(value) ?? []), ...kept]);
      }
      if (known.size > 0) found.set(name, known);
    }
  }
  const rows: Value[] = [];
  for (const [name, values] of [...found].sort(byName)) {
    const sorted = [...values].sort(byName).map(([value, pages]) => [value, pages.sort((a, b) => a - b)]);
    rows.push([name, await pack(writeValue([name, sorted]), filterFile)]);
  }
  return rows;
}

/** The numbers of pages from the oldest to the newest, those without a day before all. */
function byDate(dates: readonly string[]): number[] {
  return Array.from(dates.keys()).sort((one, other) => byName([dates[one]!], [dates[other]!]));
}

function byName([one]: readonly [string, ...unknown[]], [other]: readonly [string, ...unknown[]]): number {
  return one < other ? -1 : Number(one > other);
}
