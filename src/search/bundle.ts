import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { BUNDLE_FOLDER, bundlePage, type Filters } from '../domain/search/bundle-page.ts';
import { FACETS, UNKNOWN_YEAR } from '../domain/search/manifest.ts';
import type { SearchRecord } from '../domain/search/record.ts';
import { noCache, type BuildCache } from '../build-cache/build-cache.ts';
import { fileDigest, takeFile } from '../build-cache/take-file.ts';
import { searchWords } from '../strings/search.ts';
import { END } from './bundle-protocol.ts';
import { byDateThenEntry, facetValues, type KindNames } from './record-facts.ts';
import { steadyBundle } from './steady-bundle.ts';

/** A written file: its path in the bundle, and a digest of its bytes. */
export type WrittenFile = [path: string, digest: string];

/** How a bundle is made. */
export interface BundleOptions {
  kinds?: KindNames;
  /** The files of bundles made earlier by what they were made of, and the site in which the last one was published. */
  earlier?: { files: BuildCache<WrittenFile[]>; site: string };
}

/** A bundle that is being made in a process of its own. */
export interface Bundle {
  /** Has the files written and resolves when all are there. Throws BundleError. */
  finish(): Promise<void>;
  /** Ends the process, if it still runs, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Thrown where Pagefind made no bundle; the message says in Chinese what to do. */
export class BundleError extends Error {
  override name = 'BundleError';
}

const PROGRAM = join(import.meta.dirname, 'bundle-process.ts');

/**
 * Starts Pagefind's own bundle of a site's entries at `<outDir>/pagefind/`, which its clients read: the entries are read at once, the files
 * written when that is asked for. Equal records give equal files in whatever order they come; where the same were made into a bundle before,
 * its files are taken from the site that was published.
 */
export function startBundle(
  records: readonly SearchRecord[],
  outDir: string,
  { kinds, earlier = { files: noCache, site: '' } }: BundleOptions = {},
): Bundle {
  const folder = join(outDir, BUNDLE_FOLDER);
  const sorted = [...records].sort(byDateThenEntry);
  const key = sorted.every((record) => record.key)
    ? hash('sha256', sorted.map((record) => record.key).join('\n'))
    : undefined;
  const known = key === undefined ? undefined : earlier.files.get(key);
  if (known && takeBundle(join(earlier.site, BUNDLE_FOLDER), folder, known))
    return { finish: () => Promise.resolve(), stop: () => Promise.resolve() };
  const child = spawn(process.execPath, ['--experimental-strip-types', '--no-warnings', PROGRAM, folder], {
    stdio: ['pipe', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  // If it stops reading, `ended` says why.
  child.stdin.on('error', () => undefined);
  const ended = (once(child, 'close') as Promise<[number | null, string | null]>).then(
    ([code, signal]) => {
      if (code !== 0) throw new BundleError(troubleOf(said, code, signal));
    },
    (error: unknown) => {
      throw new BundleError(troubleOf(String(error), null, null));
    },
  );
  const send = async (line: string): Promise<void> => {
    if (child.stdin.write(`${line}\n`)) return;
    // Where it cannot read on, its end says why.
    await Promise.race([once(child.stdin, 'drain').catch(() => ended), ended]);
  };
  const sendAll = async (): Promise<void> => {
    for (const record of sorted) {
      const content = bundlePage(record, filtersOf(record, kinds));
      await send(JSON.stringify({ url: record.address, content }));
    }
  };
  const read = sendAll();
  for (const promise of [read, ended]) promise.catch(() => undefined); // Reported where the files are awaited.
  return {
    async finish() {
      await read;
      await send(END);
      await ended;
      settle(folder);
      if (key !== undefined) earlier.files.add(key, filesIn(folder));
    },
    async stop() {
      child.kill();
      await ended.catch(() => undefined);
    },
  };
}

/** Checks that all was written, which the indexer does not, and gives it its lasting names. Throws BundleError, or the error of a full disk. */
function settle(folder: string): void {
  if (statfsSync(folder).bavail === 0)
    throw Object.assign(new Error('the disk is full'), { code: 'ENOSPC', path: folder });
  try {
    steadyBundle(folder);
  } catch (error) {
    throw new BundleError(troubleOf(String(error), null, null), { cause: error });
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

function filesIn(folder: string): WrittenFile[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file), fileDigest(readFileSync(file))];
    });
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

function troubleOf(output: string, code: number | null, signal: string | null): string {
  const why = output.trim() === '' ? (signal ?? `退出码 ${code}`) : output.trim();
  return `Pagefind 的检索数据（${BUNDLE_FOLDER}）没有生成：${why} — 内存不足的关掉别的程序重试；没有装全的运行 npm ci；这台机器用不了的，在 site.yaml 里写 pagefind: false`;
}
