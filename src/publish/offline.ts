import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  digestOf,
  type OfflinePages,
  type OfflineSet,
  type PublishedSet,
} from '../domain/offline/offline-set.ts';
import { bundleScript } from './bundle.ts';
import { filesOf } from './site-files.ts';

const WORKER = fileURLToPath(new URL('../client/offline/worker.ts', import.meta.url));

/**
 * Makes a built site readable without network: writes the service worker, and in place of each unit's list of pages the list of every
 * file that a device keeps for it. Equal files give equal lists.
 */
export async function writeOffline(siteDir: string, basePath: string): Promise<void> {
  await writeFile(join(siteDir, 'sw.js'), await bundleScript(WORKER));
  const folder = join(siteDir, 'offline');
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.json'))) {
    const path = join(folder, name);
    const { kept, packed } = JSON.parse(await readFile(path, 'utf8')) as OfflinePages;
    const set = setOf(name.replace(/\.json$/, ''), await filesOf(siteDir, kept, basePath));
    await writeFile(path, JSON.stringify({ ...set, packed } satisfies PublishedSet));
  }
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
