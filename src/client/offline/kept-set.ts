import { digestOf, setAddress, type OfflineSet } from '../../domain/offline/offline-set.ts';

/** Requests under way at once while a set is fetched. */
const AT_ONCE = 6;

/** Called after each file with the number of files done and the total. */
export type Report = (done: number, all: number) => void;

/** A set that a device keeps whole. */
export interface KeptSet {
  cache: Cache;
  set: OfflineSet;
}

/** Prefix of this site's cache names; the sets of one site leave those of another on the same host alone. */
export const cachePrefix = (base: string): string => `zhixing:${base}:`;
const setPrefix = (base: string): string => `${cachePrefix(base)}unit:`;

/** The full path of a site-relative address. */
export const pathOf = (base: string, address: string): string => base + address.slice(1);

/** Whether a path is a script or style named by its content; everything else may be withdrawn or change. */
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
 * Stores a unit's set as the site has it now, and resolves to it. Unchanged files are copied from the old set; all others are fetched and
 * compared with their digest, so that a set never mixes two builds. The list is stored last: a set without it is incomplete and is never shown.
 * Throws when a file cannot be fetched, is of another build, or finds no room. The old set then stays, except for files that the site no longer
 * has and, unless the network failed, those that have changed. Where the unit no longer exists, nothing stays.
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

/** Whether an answer says that something no longer exists. */
export const isGone = ({ status }: Response): boolean => status === 404 || status === 410;

/** Addresses of files of a set that a newer one lacks or has in another version. */
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

/** Deletes a page of the set that the site no longer has. */
export async function forgetInSet(base: string, path: string): Promise<void> {
  await (await currentSet(base))?.cache.delete(path);
}

/** Deletes everything from replaced sets except what open windows still load: scripts and styles. All other files may have been withdrawn. */
async function trimReplaced(base: string): Promise<void> {
  for (const name of await setNames(base)) {
    const cache = await caches.open(name);
    if (!(await cache.match(usersPath(base)))) continue;
    const paths = (await cache.keys()).map(({ url }) => new URL(url).pathname);
    const others = paths.filter((path) => !isCode(base, path) && path !== usersPath(base));
    await Promise.all(others.map((path) => cache.delete(path)));
  }
}

/** Deletes replaced sets that no open window was loaded from. */
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

/** Remains of unfinished sets, other than the one being fetched. */
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
