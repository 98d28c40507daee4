import { digestOf, setAddress, type OfflineSet } from '../../domain/offline/offline-set.ts';

/** Requests under way at once while a set is fetched. */
const AT_ONCE = 6;

/** Told after each file how many of how many are there. */
export type Report = (done: number, all: number) => void;

/** A set that a device keeps whole. */
export interface KeptSet {
  cache: Cache;
  set: OfflineSet;
}

/** What the names of the caches of the site at `base` begin with; the sets of one site leave another's on the same host alone. */
export const cachePrefix = (base: string): string => `zhixing:${base}:`;
const setPrefix = (base: string): string => `${cachePrefix(base)}unit:`;

/** The full path of a site-relative address. */
export const pathOf = (base: string, address: string): string => base + address.slice(1);

/** Where the cache of a set that was replaced holds the ids of the windows that were open then. */
const usersPath = (base: string): string => `${base}offline/users`;

/** The set that this device keeps, the whole and newest one. */
export async function currentSet(base: string): Promise<KeptSet | undefined> {
  for (const name of await setNames(base)) {
    const cache = await caches.open(name);
    const list = await cache.match(listPathIn(base, name));
    if (list && !(await cache.match(usersPath(base))))
      return { cache, set: (await list.json()) as OfflineSet };
  }
  return undefined;
}

/**
 * Keeps a unit's set as the site has it now, and resolves to it. Files that have not changed are taken over; every other is fetched and
 * held against its digest, so that a set never mixes two builds. The list is put last: a set without it is not whole and is never shown.
 * Throws when a file cannot be had, is of another build, or finds no room; what was kept before then stays as it was.
 */
export async function keepUnit(
  base: string,
  unit: string,
  users: () => Promise<string[]>,
  report: Report,
): Promise<OfflineSet> {
  const listPath = pathOf(base, setAddress(unit));
  const response = await fetch(listPath, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${listPath}: ${response.status}`);
  const set = (await response.clone().json()) as OfflineSet;
  const before = await currentSet(base);
  if (before?.set.unit === unit && before.set.build === set.build) return before.set;
  const name = `${setPrefix(base)}${unit}:${set.build}`;
  await removeUnfinished(base, name);
  const cache = await caches.open(name);
  const known = new Map(before?.set.files);
  let done = 0;
  const waiting = [...set.files];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [address, digest] = next;
      const path = pathOf(base, address);
      const old = known.get(address) === digest ? await before?.cache.match(path) : undefined;
      if (!(await cache.match(path))) await cache.put(path, old ?? (await fetchOf(path, digest)));
      report((done += 1), set.files.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  await cache.put(listPath, response);
  if (before) await before.cache.put(usersPath(base), new Response(JSON.stringify(await users())));
  return set;
}

/** Deletes replaced sets that no open window began with. */
export async function removeUnused(
  base: string,
  isOpen: (window: string) => Promise<boolean>,
): Promise<void> {
  for (const name of await setNames(base)) {
    const users = await (await caches.open(name)).match(usersPath(base));
    if (!users) continue;
    const open = await Promise.all(((await users.json()) as string[]).map(isOpen));
    if (!open.includes(true)) await caches.delete(name);
  }
}

/** Deletes all sets of this site. */
export async function dropSets(base: string): Promise<void> {
  await Promise.all((await setNames(base)).map((name) => caches.delete(name)));
}

/** What is left of sets that were never finished, other than the one being fetched. */
async function removeUnfinished(base: string, fetching: string): Promise<void> {
  for (const name of await setNames(base)) {
    if (name !== fetching && !(await (await caches.open(name)).match(listPathIn(base, name))))
      await caches.delete(name);
  }
}

async function fetchOf(path: string, digest: string): Promise<Response> {
  const response = await fetch(path, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  const body = await response.arrayBuffer();
  if (digestOf(await crypto.subtle.digest('SHA-256', body)) !== digest)
    throw new Error(`${path}: of another build`);
  // A response that was redirected may not answer a navigation, so a plain one is kept.
  return new Response(body, { headers: { 'content-type': response.headers.get('content-type') ?? '' } });
}

async function setNames(base: string): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(setPrefix(base)));
}

function listPathIn(base: string, name: string): string {
  const [unit = ''] = name.slice(setPrefix(base).length).split(':');
  return pathOf(base, setAddress(unit));
}
