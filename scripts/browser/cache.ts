import { lstat, mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { noCacheFolder, reasons } from './messages.ts';

const ABANDONED_AFTER_MS = 15 * 60 * 1000;

/** Where cached things may live, best first: `node_modules/.cache`, then the user's own folder under the temporary one. */
export function cacheRoots(): string[] {
  return [fileURLToPath(new URL('../../node_modules/.cache', import.meta.url)), privateCache()];
}

/**
 * The path of a cached folder or file `name`, made by `fill(path)` when it is not there yet.
 * It lives in the first of `roots` that holds it or can be written.
 * Several processes may ask at once: each fills a path of its own and the first rename wins, so nobody sees half a result.
 * Throws what `fill` throws, and an Error in Chinese when no folder can be written.
 */
export async function cached(
  name: string,
  fill: (path: string) => Promise<void>,
  roots: readonly string[] = cacheRoots(),
): Promise<string> {
  const attempts: string[] = [];
  for (const root of roots) {
    const path = join(root, name);
    if (await readable(path)) return path;
    try {
      await prepareRoot(root);
      await fillAside(path, fill);
      return path;
    } catch (error) {
      if (!isRefusal(error)) throw error;
      attempts.push(`${root}：${error.message}`);
    }
  }
  throw new Error(noCacheFolder(attempts));
}

function privateCache(): string {
  return join(tmpdir(), `zhixing-cache-${process.getuid?.() ?? 'user'}`);
}

async function readable(path: string): Promise<boolean> {
  if (dirname(path) === privateCache() && (await isForeign(dirname(path)))) return false;
  return stat(path).then(
    () => true,
    () => false,
  );
}

async function prepareRoot(root: string): Promise<void> {
  const isPrivate = root === privateCache();
  await mkdir(root, { recursive: true, mode: isPrivate ? 0o700 : 0o777 });
  if (isPrivate && (await isForeign(root))) throw new RefusedFolder(reasons.foreignFolder);
}

/** Another user could plant a program in a shared temporary folder. */
async function isForeign(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch(() => undefined);
  if (found === undefined || process.getuid === undefined) return false;
  return !found.isDirectory() || found.uid !== process.getuid() || (found.mode & 0o022) !== 0;
}

async function fillAside(path: string, fill: (path: string) => Promise<void>): Promise<void> {
  await removeAbandoned(path);
  const aside = await mkdtemp(`${path}.partial-`);
  try {
    const result = join(aside, basename(path));
    await fill(result);
    await rename(result, path);
  } catch (error) {
    if (!(isTaken(error) && (await readable(path)))) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
}

/** A process that was killed while filling leaves some 200 MB behind. */
async function removeAbandoned(path: string): Promise<void> {
  for (const entry of await readdir(dirname(path))) {
    if (!entry.startsWith(`${basename(path)}.partial-`)) continue;
    const left = join(dirname(path), entry);
    const age = Date.now() - ((await stat(left).catch(() => undefined))?.mtimeMs ?? Date.now());
    if (age > ABANDONED_AFTER_MS) await rm(left, { recursive: true, force: true });
  }
}

class RefusedFolder extends Error {
  readonly code = 'EACCES';
}

function isRefusal(error: unknown): error is NodeJS.ErrnoException {
  return hasCode(error, ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR']);
}

function isTaken(error: unknown): boolean {
  return hasCode(error, ['EEXIST', 'ENOTEMPTY', 'EPERM']);
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code));
}
