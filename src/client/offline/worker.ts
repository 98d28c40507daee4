/**
 * The service worker of the site. It keeps the set of the chosen unit and the pages last visited, and serves them when the network does not
 * answer. Files named by their content are taken from any cache; everything else comes from the network first. Each visit checks whether the
 * site has changed, and then removes from the caches what the site no longer has.
 */
import { answerAsset, answerFile, answerPage } from './answer.ts';
import { followSite } from './follow-site.ts';
import { currentSet, forgetInSet, isCode, isGone, keepUnit, removeUnused, type Report } from './kept-set.ts';
import type { KeepAnswer, KeepRequest } from './messages.ts';
import { forgetPage, isPage, rememberPage } from './visited.ts';
import type { WorkerScope } from './worker-scope.ts';

const scope = globalThis as unknown as WorkerScope;
const base = new URL(scope.registration.scope).pathname;
const keeping = new Map<string, ReturnType<typeof keepUnit>>();
let following: Promise<void> | undefined;

const windows = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
const isOpen = async (id: string) => (await scope.clients.get(id)) !== undefined;

scope.addEventListener('install', (event) => {
  const begun = keepPage(`${base}offline/`).then(() => follow().catch(() => undefined));
  event.waitUntil(Promise.all([begun, scope.skipWaiting()]));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim().then(keepOpenPages).then(follow));
});

scope.addEventListener('message', (event) => {
  const { keep } = event.data as KeepRequest;
  const answer = (words: KeepAnswer) => event.ports[0]?.postMessage(words);
  const work = keepNewest(keep, (done, all) => answer({ done, all })).then(
    (kept) => answer({ kept }),
    (error: unknown) => answer({ failed: String(error) }),
  );
  event.waitUntil(work);
});

scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = request.method === 'GET' && origin === location.origin && pathname.startsWith(base);
  if (!isOurs || request.headers.has('range')) return;
  if (request.mode === 'navigate' && isPage(pathname)) {
    const { answer, after } = answerPage(base, request, (page) => afterVisit(pathname, page));
    event.respondWith(answer);
    event.waitUntil(after);
  } else if (isCode(base, pathname)) {
    event.respondWith(answerAsset(request));
  } else {
    event.respondWith(answerFile(base, request));
  }
});

/**
 * After the network answered for a page: stores the page, or deletes it where it no longer exists, and deletes everything that the site has
 * withdrawn.
 */
async function afterVisit(path: string, page: Response): Promise<void> {
  try {
    if (isGone(page)) await Promise.all([forgetPage(base, path), forgetInSet(base, path)]);
    else if (page.ok && !(await isInSet(path))) await rememberPage(base, path, page);
  } finally {
    // A device without room for another page has room to let go of some.
    await removeUnused(base, isOpen);
    await follow();
  }
}

async function isInSet(path: string): Promise<boolean> {
  return (await (await currentSet(base))?.cache.match(path)) !== undefined;
}

/** Checks whether the site has changed; calls during a check share it. */
function follow(): Promise<void> {
  following ??= followSite(base, renewSet).finally(() => (following = undefined));
  return following;
}

async function renewSet(): Promise<void> {
  const kept = await currentSet(base);
  if (kept) await keepNewest(kept.set.unit, () => undefined);
}

/** Stores a unit's newest set; calls during that share the same work. */
function keepNewest(unit: string, report: Report) {
  const users = async () => (await windows()).map(({ id }) => id);
  const work = keeping.get(unit) ?? keepUnit(base, unit, users, report).finally(() => keeping.delete(unit));
  keeping.set(unit, work);
  return work;
}

/** The first page of a visit was loaded before there was a worker; the browser's own cache has it if it is current. */
async function keepOpenPages(): Promise<void> {
  const paths = (await windows()).map(({ url }) => new URL(url).pathname);
  await Promise.all(paths.filter((path) => path.startsWith(base) && isPage(path)).map(keepPage));
}

async function keepPage(path: string): Promise<void> {
  const page = await fetch(path, { cache: 'no-cache' });
  if (page.ok) await rememberPage(base, path, page);
}
