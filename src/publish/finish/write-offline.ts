import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fileDigest } from '../../build-cache/take-file.ts';
import {
  digestOf,
  EDITION_FILE,
  type OfflinePages,
  type OfflineSet,
  type PublishedSet,
} from '../../domain/offline/offline-set.ts';
import { bundleScript } from './bundle-script.ts';
import { isIndexPart } from '../hosting/caching.ts';
import { filesInside, type Inside } from '../build/mark.ts';
import type { PageDigests } from '../render/page-cache.ts';
import { filesOf } from './site-files.ts';

const WORKER_FILE = 'sw.js';
const WORKER = fileURLToPath(new URL('../../client/offline/worker.ts', import.meta.url));

/**
 * Makes a built site readable offline: writes the service worker, replaces each unit's list of pages by the list of all files that a device
 * stores for it, and last the edition. Equal files give equal lists. `known` are digests already computed, `inside` is what the folder holds
 * before. Resolves to the paths of all files of the site.
 */
export async function writeOffline(
  siteDir: string,
  basePath: string,
  known: PageDigests = {},
  inside: readonly Inside[] = filesInside(siteDir),
): Promise<string[]> {
  await writeFile(join(siteDir, WORKER_FILE), await bundleScript(WORKER));
  const folder = join(siteDir, 'offline');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json'))) {
    const path = join(folder, name);
    const { kept, packed } = JSON.parse(await readFile(path, 'utf8')) as OfflinePages;
    const set = setOf(name.replace(/\.json$/, ''), await filesOf(siteDir, kept, basePath));
    await writeFile(path, JSON.stringify({ ...set, packed } satisfies PublishedSet));
  }
  const before = inside.map(({ path }) => path).filter((path) => path !== EDITION_FILE);
  const paths = [...new Set([...before, WORKER_FILE])].sort();
  await writeFile(join(siteDir, EDITION_FILE), await editionOf(siteDir, paths, known));
  return [...paths, EDITION_FILE];
}

/** A digest of a site's files. Parts of the search index carry theirs in their names. */
async function editionOf(siteDir: string, paths: readonly string[], known: PageDigests): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    const digest = isIndexPart(path) ? '' : (known[path] ?? fileDigest(await readFile(join(siteDir, path))));
    hash.update(`${path}\0${digest}\n`);
  }
  return digestOf(hash.digest());
}

function setOf(unit: string, contents: ReadonlyMap<string, Buffer>): OfflineSet {
  const files = [...contents].map(([address, bytes]): [string, string] => [address, digestOf(sha256(bytes))]);
  return {
    unit,
    build: digestOf(sha256(JSON.stringify(files))),
    pages: files.filter(([address]) => address.endsWith('/')).length,
    bytes: [...contents.values()].reduce((sum, { length }) => sum + length, 0),
    files,
  };
}

function sha256(data: Buffer | string): Buffer {
  return createHash('sha256').update(data).digest();
}
