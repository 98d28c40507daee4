import { EDITION_FILE } from '../../domain/offline/offline-set.ts';
import { neededBy } from '../../domain/site-references.ts';
import { cachePrefix, isCode, pathOf } from './kept-set.ts';

/** Number of visited pages to keep, and the number at which older ones are deleted. */
const KEPT_PAGES = 30;
const MOST_PAGES = 40;

/** Requests under way at once while pages are fetched anew. */
const AT_ONCE = 6;

/** Name of the cache of the pages last visited. */
export const visitedName = (base: string): string => `${cachePrefix(base)}visited`;

/** Whether a path is that of a page: pages end in a slash. */
export const isPage = (path: string): boolean => path.endsWith('/');

/** Stores a page that was just visited, together with every file that it needs to be shown, as they are now. */
export async function rememberPage(base: string, path: string, page: Response): Promise<void> {
  const cache = await caches.open(visitedName(base));
  const kept = await plain(page);
  await cache.delete(path);
  await cache.put(path, kept);
  await neededFrom([path], base, fetchInto(base, cache));
  const pages = (await pathsIn(cache)).filter(isPage);
  if (pages.length > MOST_PAGES) await keepOnly(base, cache, pages.slice(-KEPT_PAGES));
}

/** Deletes a page that the site no longer has, and the files that only that page needs. */
export async function forgetPage(base: string, path: string): Promise<void> {
  if (!(await caches.has(visitedName(base)))) return;
  const cache = await caches.open(visitedName(base));
  if (await cache.delete(path)) await keepOnly(base, cache, (await pathsIn(cache)).filter(isPage));
}

/**
 * Fetches the visited pages again with all that they need, and deletes those that the site no longer has or has moved. Resolves to whether all
 * could be requested.
 */
export async function refreshVisited(base: string): Promise<boolean> {
  if (!(await caches.has(visitedName(base)))) return true;
  const cache = await caches.open(visitedName(base));
  const paths = (await pathsIn(cache)).filter((path) => !isCode(base, path) && path !== base + EDITION_FILE);
  const answers = await askAnew(paths);
  let isWhole = true;
  // One after the other, so that they stay in the order of visits.
  for (const [at, path] of paths.entries()) {
    const answer = answers[at];
    if (!answer || answer.status >= 500) isWhole = false;
    else if (!answer.ok || answer.redirected) await cache.delete(path);
    else await cache.put(path, await plain(answer));
  }
  const pages = (await pathsIn(cache)).filter(isPage);
  await neededFrom(pages, base, fetchInto(base, cache));
  await keepOnly(base, cache, pages);
  return isWhole;
}

/** The site's answer for each path; `undefined` where the request failed. */
async function askAnew(paths: readonly string[]): Promise<(Response | undefined)[]> {
  const answers: (Response | undefined)[] = [];
  const waiting = [...paths.entries()];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, path] = next;
      answers[at] = await fetch(path, { cache: 'no-cache' }).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return answers;
}

/** Paths of everything that the pages need, theirs included. `read` gives a file's text, or nothing. */
async function neededFrom(
  paths: readonly string[],
  base: string,
  read: (path: string) => Promise<string | undefined>,
): Promise<string[]> {
  const found = new Set(paths);
  for (const path of found) {
    const text = await read(path);
    if (text === undefined) continue;
    for (const address of neededBy(text, `/${path.slice(base.length)}`, base, 'shown'))
      found.add(pathOf(base, address));
  }
  return [...found];
}

/**
 * Reads a file from the cache, or fetches it into the cache: files named by their content from any other cache, all others from the site. Files
 * that cannot be fetched now are skipped.
 */
function fetchInto(base: string, cache: Cache) {
  return async (path: string): Promise<string | undefined> => {
    let file = await cache.match(path);
    if (!file) {
      const copy = isCode(base, path) ? await caches.match(path) : undefined;
      file = copy ?? (await fetch(path, { cache: 'no-cache' }).catch(() => undefined));
      if (!file?.ok) return undefined;
      await cache.put(path, file.clone());
    }
    return textOf(path, file);
  };
}

/** Deletes everything except some pages, the files that they need, and the edition. */
async function keepOnly(base: string, cache: Cache, pages: readonly string[]): Promise<void> {
  const needed = await neededFrom(pages, base, async (path) => {
    const file = await cache.match(path);
    return file && textOf(path, file);
  });
  const kept = new Set([...needed, base + EDITION_FILE]);
  const others = (await pathsIn(cache)).filter((path) => !kept.has(path));
  await Promise.all(others.map((path) => cache.delete(path)));
}

async function pathsIn(cache: Cache): Promise<string[]> {
  return (await cache.keys()).map(({ url }) => new URL(url).pathname);
}

/** The text of a file that may name others. */
async function textOf(path: string, file: Response): Promise<string | undefined> {
  return /(\/|\.js|\.css|\.html)$/.test(path) ? file.text() : undefined;
}

/** A response that was redirected may not answer a navigation, so a plain one is kept. */
async function plain(page: Response): Promise<Response> {
  return new Response(await page.arrayBuffer(), {
    headers: { 'content-type': page.headers.get('content-type') ?? '' },
  });
}
