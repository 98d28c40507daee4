import { neededBy } from '../../domain/site-references.ts';
import { cachePrefix, pathOf } from './kept-set.ts';

/** Pages of the last visits that are kept, and the number at which older ones are let go. */
const KEPT_PAGES = 30;
const MOST_PAGES = 40;

/** Name of the cache of the pages last visited. */
export const visitedName = (base: string): string => `${cachePrefix(base)}visited`;

/** Whether a path is that of a page: pages end in a slash. */
export const isPage = (path: string): boolean => path.endsWith('/');

/** Keeps a page that was just visited, together with every file that it needs to be shown, as they stand now. */
export async function rememberPage(base: string, path: string, page: Response): Promise<void> {
  const cache = await caches.open(visitedName(base));
  const kept = await plain(page);
  await cache.delete(path);
  await cache.put(path, kept);
  await neededFrom([path], base, fetchInto(cache));
  await letGo(base, cache);
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

/** Reads a file from the cache, or from wherever it is and into the cache. A file that cannot be had now is passed over. */
function fetchInto(cache: Cache) {
  return async (path: string): Promise<string | undefined> => {
    let file = await cache.match(path);
    if (!file) {
      file = (await caches.match(path)) ?? (await fetch(path).catch(() => undefined));
      if (!file?.ok) return undefined;
      await cache.put(path, file.clone());
    }
    return textOf(path, file);
  };
}

/** Lets the oldest pages go, and the files that no page needs any more. */
async function letGo(base: string, cache: Cache): Promise<void> {
  const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
  const pages = paths.filter(isPage);
  if (pages.length <= MOST_PAGES) return;
  const needed = await neededFrom(pages.slice(-KEPT_PAGES), base, async (path) => {
    const file = await cache.match(path);
    return file && textOf(path, file);
  });
  const kept = new Set(needed);
  await Promise.all(paths.filter((path) => !kept.has(path)).map((path) => cache.delete(path)));
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
