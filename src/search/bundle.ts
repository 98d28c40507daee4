import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { BUNDLE_FOLDER, bundlePage, metaOf, type Filters } from '../domain/search/bundle-page.ts';
import { FACETS, UNKNOWN_YEAR } from '../domain/search/manifest.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import { noCache, type BuildCache } from '../build-cache/build-cache.ts';
import { takeFile } from '../build-cache/take-file.ts';
import { searchWords } from '../strings/search.ts';
import type { BundleParts, WrittenBundle, WrittenFile } from './assemble-bundle.ts';
import type { Assembly } from './assemble-worker.ts';
import { BundleError } from './bundle-error.ts';
import { startIndexer, type PageToIndex } from './bundle-indexer.ts';
import { byDateThenEntry, facetValues, type KindNames } from './record-facts.ts';

/** A bundle as a build leaves it for the next. */
export interface SavedBundle extends WrittenBundle {
  /** The keys of the entries that its pages stand for, in their order. */
  keys: string[];
  /** The fields that its entries have. */
  fields: string[];
}

/** How a bundle is made. */
export interface BundleOptions {
  kinds?: KindNames;
  /** The bundle that was made last, and the site in which it was published. */
  earlier?: { saved: BuildCache<SavedBundle>; site: string };
}

/** A bundle that is being made in a process of its own. */
export interface Bundle {
  /** Has the files written and resolves when all are there. Throws BundleError. */
  finish(): Promise<void>;
  /** Ends what still runs of it, and waits until that is gone. */
  stop(): Promise<void>;
}

const LAST = 'last';

/** The folder in the bundle's where the indexer writes. */
const MADE_FOLDER = 'made';

const WORKER = new URL('./assemble-worker.ts', import.meta.url);

/**
 * Starts Pagefind's own bundle of a site's entries at `<outDir>/pagefind/`, which its clients read. Equal records give equal files in whatever
 * order they come. Of the bundle that was published last everything is taken that has not changed, and Pagefind reads but the other entries. Where
 * there is none, or it is not as it was, Pagefind reads all of them at once, and the files are written when that is asked for.
 */
export function startBundle(
  records: readonly SearchRecord[],
  outDir: string,
  { kinds, earlier = { saved: noCache, site: '' } }: BundleOptions = {},
): Bundle {
  const folder = join(outDir, BUNDLE_FOLDER);
  const published = join(earlier.site, BUNDLE_FOLDER);
  const sorted = [...records].sort(byDateThenEntry);
  const keys = sorted.flatMap(({ key }) => key ?? []);
  const firstWith = fieldsOf(sorted);
  const fields = [...firstWith.keys()].sort();
  const last = keys.length === sorted.length ? earlier.saved.get(LAST) : undefined;
  if (last && isSame(last.keys, keys) && takeBundle(published, folder, last.files))
    return { finish: () => Promise.resolve(), stop: () => Promise.resolve() };

  const make = ({ indexed, pageOf, taken }: Plan): Making =>
    startMaking(folder, pagesFor(sorted, indexed, kinds), {
      made: { folder: join(folder, MADE_FOLDER), pageOf },
      earlier: last && taken && { ...last, folder: published, pageOf: taken },
      dates: sorted.map(({ date }) => date ?? ''),
    });
  const plan = last && isSame(last.fields, fields) ? planOnTop(last.keys, keys, firstWith) : undefined;
  let making = make(plan ?? planWhole(sorted.length));
  // Few pages need so little memory that nothing has to end before they are written.
  const onTop = plan && making.finish();
  onTop?.catch(() => undefined);
  let isStopped = false;
  const anew = (error: unknown): Promise<WrittenBundle> => {
    if (!plan || isStopped) throw error;
    rmSync(folder, { recursive: true, force: true });
    making = make(planWhole(sorted.length));
    return making.finish();
  };
  return {
    async finish() {
      const written = await (onTop ?? making.finish()).catch(anew);
      if (keys.length === sorted.length) earlier.saved.add(LAST, { ...written, keys, fields });
    },
    stop() {
      isStopped = true;
      return making.stop();
    },
  };
}

/** Which pages Pagefind reads and which are taken from the bundle that was published. */
interface Plan {
  /** The numbers of the pages that are read, in their order. */
  indexed: number[];
  /** What becomes of each of these: its number, or -1 where it is read for its fields only. */
  pageOf: number[];
  /** What becomes of each page of the earlier bundle. */
  taken?: number[];
}

function planWhole(pages: number): Plan {
  const all = Array.from({ length: pages }, (_, page) => page);
  return { indexed: all, pageOf: all };
}

/**
 * What is to be done on top of an earlier bundle; nothing where no page of it is left. With the pages that have changed those are read that are the
 * first to have a field: words in fields are numbered by all fields that the indexer meets.
 */
function planOnTop(
  before: readonly string[],
  keys: readonly string[],
  firstWith: ReadonlyMap<string, number>,
): Plan | undefined {
  const pages = new Map(keys.map((key, page) => [key, page]));
  const taken = before.map((key) => pages.get(key) ?? -1);
  const kept = new Set(taken.filter((page) => page >= 0));
  if (kept.size === 0) return undefined;
  const changed = keys.flatMap((_, page) => (kept.has(page) ? [] : [page]));
  const forFields = [...new Set(firstWith.values())].filter((page) => kept.has(page));
  return {
    indexed: [...changed, ...forFields],
    pageOf: [...changed, ...forFields.map(() => -1)],
    taken,
  };
}

/** The fields that entries have, each with the first that has it. */
function fieldsOf(records: readonly SearchRecord[]): Map<string, number> {
  const first = new Map<string, number>();
  for (const [page, record] of records.entries())
    for (const [name, value] of Object.entries({ ...metaOf(record), title: record.title }))
      if (value !== undefined && !first.has(name)) first.set(name, page);
  return first;
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** A bundle on its way. */
interface Making {
  finish(): Promise<WrittenBundle>;
  stop(): Promise<void>;
}

/** Has Pagefind index pages, and when that is asked for, what it wrote put together with the other parts in a thread of its own. */
function startMaking(folder: string, pages: Iterable<PageToIndex>, parts: BundleParts): Making {
  const indexer = startIndexer(pages, parts.made.folder);
  let worker: Worker | undefined;
  return {
    async finish() {
      await indexer.finish();
      requireRoom(parts.made.folder);
      try {
        worker = new Worker(WORKER, { workerData: { folder, ...parts } satisfies Assembly });
        return await answerOf<WrittenBundle>(worker);
      } catch (error) {
        // A full disk, for instance, says itself what to do.
        if ((error as NodeJS.ErrnoException).code) throw error;
        throw new BundleError(String(error), { cause: error });
      } finally {
        rmSync(parts.made.folder, { recursive: true, force: true });
      }
    },
    async stop() {
      await Promise.all([indexer.stop(), worker?.terminate()]);
    },
  };
}

function answerOf<Answer>(worker: Worker): Promise<Answer> {
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', () => reject(new Error('the thread has ended')));
  });
}

/** Throws the error of a full disk, of which the indexer does not tell. */
function requireRoom(folder: string): void {
  if (statfsSync(folder).bavail === 0)
    throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC', path: folder });
}

/** Pages for the indexer, made when it asks for them. */
function* pagesFor(
  records: readonly SearchRecord[],
  pages: readonly number[],
  kinds: KindNames | undefined,
): Generator<PageToIndex> {
  for (const page of pages) {
    const record = records[page]!;
    yield { url: record.address, content: bundlePage(record, filtersOf(record, kinds)) };
  }
}

/** The values by which an entry is found: names, as readers see them. */
function filtersOf(record: SearchRecord, kinds: KindNames | undefined): Filters {
  return Object.fromEntries(
    FACETS.map((facet) => [
      facet,
      facetValues(record, facet, kinds).map(({ id, name }) =>
        facet === 'year' && id === UNKNOWN_YEAR ? searchWords.unknownYear : name,
      ),
    ]),
  ) as unknown as Filters;
}

/** Puts the files of an earlier bundle into this one; false, and no file of it, where they are not as they were. */
function takeBundle(from: string, to: string, files: readonly WrittenFile[]): boolean {
  for (const [path, digest] of files) {
    mkdirSync(dirname(join(to, path)), { recursive: true });
    if (takeFile(join(from, path), join(to, path), digest)) continue;
    rmSync(to, { recursive: true });
    return false;
  }
  return true;
}
