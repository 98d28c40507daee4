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

/** Whether a path is that of a script or style that is named by its content; whatever else may be withdrawn or change. */
export const isCode = (base: string, path: string): boolean => path.startsWith(`${base}_astro/`);

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
 * Throws when a file cannot be had, is of another build, or finds no room; what was kept before then stays, but for what the site no longer
 * has, which goes at once, and unless it is the network that failed for what has changed. Where there is no such unit any more, nothing stays.
 */
export async function keepUnit(
  base: string,
  unit: string,
  users: () => Promise<string[]>,
  report: Report,
): Promise<OfflineSet> {
  const listPath = pathOf(base, setAddress(unit));
  const response = await fetch(listPath, { cache: 'no-cache' });
  if (isGone(response)) await dropSets(base);
  if (!response.ok) throw new Error(`${listPath}: ${response.status}`);
  const set = (await response.clone().json()) as OfflineSet;
  const before = await currentSet(base);
  const name = `${setPrefix(base)}${unit}:${set.build}`;
  await removeUnfinished(base, name);
  if (before?.set.unit === unit && before.set.build === set.build) return before.set;
  if (before?.set.unit === unit) await removeAll(base, before, missingIn(set, before.set));
  const cache = await caches.open(name);
  try {
    await fillSet(base, { cache, set }, before, report);
  } catch (error) {
    const isOfNetwork = error instanceof TypeError;
    if (before?.set.unit === unit && !isOfNetwork) await removeAll(base, before, changedIn(set, before.set));
    throw error;
  }
  await cache.put(listPath, response);
  if (before) await before.cache.put(usersPath(base), new Response(JSON.stringify(await users())));
  await trimReplaced(base);
  return set;
}

/** Whether the site says of something that it is no more. */
export const isGone = ({ status }: Response): boolean => status === 404 || status === 410;

/** Addresses of files of a set that a newer one lacks, or has otherwise. */
function missingIn(newer: OfflineSet, older: OfflineSet): string[] {
  const there = new Map(newer.files);
  return older.files.map(([address]) => address).filter((address) => !there.has(address));
}

function changedIn(newer: OfflineSet, older: OfflineSet): string[] {
  const there = new Map(newer.files);
  return older.files.filter(([address, digest]) => there.get(address) !== digest).map(([address]) => address);
}

async function removeAll(base: string, { cache }: KeptSet, addresses: readonly string[]): Promise<void> {
  await Promise.all(addresses.map((address) => cache.delete(pathOf(base, address))));
}

/** Fills the cache of a set with its files, those that have not changed from the set before. */
async function fillSet(
  base: string,
  { cache, set }: KeptSet,
  before: KeptSet | undefined,
  report: Report,
): Promise<void> {
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
}

/** Lets go of a page of the set that the site has no more. */
export async function forgetInSet(base: string, path: string): Promise<void> {
  await (await currentSet(base))?.cache.delete(path);
}

/** Leaves of replaced sets only what open windows still load: scripts and styles. The site may have withdrawn whatever else is in them. */
async function trimReplaced(base: string): Promise<void> {
  for (const name of await setNames(base)) {
    const cache = await caches.open(name);
    if (!(await cache.match(usersPath(base)))) continue;
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    const others = paths.filter((path) => !isCode(base, path) && path !== usersPath(base));
    await Promise.all(others.map((path) => cache.delete(path)));
  }
}

/** Deletes replaced sets that no open window began with. */
export async function removeUnused(
  base: string,
  isOpen: (window: string) => Promise<boolean>,
): Promise<void> {
  await trimReplaced(base);
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
    if (name === fetching) continue;
    const cache = await caches.open(name);
    const isWanted = (await cache.match(listPathIn(base, name))) ?? (await cache.match(usersPath(base)));
    if (!isWanted) await caches.delete(name);
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
