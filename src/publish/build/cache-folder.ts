import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Settings } from '../../source/settings.ts';

/** All that decides what a build makes of its content. */
const CODE = ['src', 'public', 'astro.config.mjs', 'package-lock.json', 'tsconfig.json'];

const CACHE = 'node_modules/.cache/zhixing';

/** The folder of the build caches of one output, outside the output, which holds nothing but the site. */
export function cacheFolder(root: string, { outDir }: Settings): string {
  const name = createHash('sha256').update(outDir).digest('hex').slice(0, 16);
  return join(root, CACHE, name);
}

/** The file of the build cache of that name. */
export function cacheFile(folder: string, name: string): string {
  return join(folder, `${name}.cache`);
}

/** The file of a build cache that serves every output. */
export function sharedCacheFile(root: string, name: string): string {
  return cacheFile(join(root, CACHE), name);
}

/** File in which a cache folder names the output that it is for. */
const OUTPUT_FILE = 'output';
/** Milliseconds after which a missing output counts as gone: a first build may last some minutes, a disk may be unmounted for some hours. */
const LONG_AGO = 24 * 60 * 60 * 1000;

/** Notes in a cache folder which output it is for. Throws file system errors. */
export async function noteOutput(folder: string, output: string): Promise<void> {
  await writeFile(join(folder, OUTPUT_FILE), output);
}

/** Removes the caches of outputs that have been gone for a day. Never throws. */
export async function forgetGoneOutputs(root: string, now = Date.now()): Promise<void> {
  await forgetGone(join(root, CACHE), now);
}

/** Removes those folders in `parent` whose noted output has been gone for a day. Never throws. */
export async function forgetGone(parent: string, now = Date.now()): Promise<void> {
  const names = await readdir(parent).catch(() => []);
  for (const folder of names.map((name) => join(parent, name))) {
    const file = join(folder, OUTPUT_FILE);
    const [output, about] = await Promise.all([readFile(file, 'utf8'), stat(file)]).catch(() => []);
    if (output === undefined || existsSync(output) || now - about.mtimeMs < LONG_AGO) continue;
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}

/** A digest of the project's code and of the settings that pages depend on: when it changes, everything is rendered again. */
export async function codeDigest(root: string, settings: Settings): Promise<string> {
  const { basePath, siteUrl, audience, drafts } = settings;
  const hash = createHash('sha256').update(
    JSON.stringify([process.version, basePath, siteUrl, audience, drafts]),
  );
  for (const file of await filesOf(root)) hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest('hex').slice(0, 16);
}

async function filesOf(root: string): Promise<string[]> {
  const found: string[] = [];
  for (const name of CODE) {
    const inside = await readdir(join(root, name), { recursive: true, withFileTypes: true }).catch(
      () => undefined,
    );
    if (!inside) found.push(name);
    else
      found.push(
        ...inside
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length)),
      );
  }
  return found.sort();
}

/** Makes the cache folder of an output; `undefined` where it cannot be written, and then nothing is cached. */
export async function makeCacheFolder(root: string, settings: Settings): Promise<string | undefined> {
  const folder = cacheFolder(root, settings);
  try {
    await mkdir(folder, { recursive: true });
    await noteOutput(folder, settings.outDir);
    return folder;
  } catch {
    return undefined;
  }
}
