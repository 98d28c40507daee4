import { EDITION_FILE, isDigest } from '../../domain/offline/offline-set.ts';
import { refreshVisited, visitedName } from './visited.ts';

/**
 * Lets go of all that the site no longer has or has changed, when it says that it is another than at the last look: the pages of the last
 * visits are fetched anew, and with `renewSet` the unit's set. What could not be looked after is tried again at the next visit.
 */
export async function followSite(base: string, renewSet: () => Promise<unknown>): Promise<void> {
  const path = base + EDITION_FILE;
  const edition = await newestEdition(path);
  if (edition === undefined || edition === (await lastEdition(base, path))) return;
  const isRenewed = renewSet().then(
    () => true,
    () => false,
  );
  const isRefreshed = await refreshVisited(base);
  if (!(await isRenewed) || !isRefreshed || !(await caches.has(visitedName(base)))) return;
  const cache = await caches.open(visitedName(base));
  await cache.put(path, new Response(edition));
}

/** What the site says; nothing where it cannot be asked, or somebody else answers in its place. */
async function newestEdition(path: string): Promise<string | undefined> {
  const response = await fetch(path, { cache: 'no-cache' }).catch(() => undefined);
  if (!response?.ok) return undefined;
  const edition = (await response.text()).trim();
  return isDigest(edition) ? edition : undefined;
}

async function lastEdition(base: string, path: string): Promise<string | undefined> {
  return (await caches.match(path, { cacheName: visitedName(base) }))?.text();
}
