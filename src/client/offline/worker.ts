/**
 * The service worker of the site. It keeps the set of the unit that is chosen on this device and the pages last visited, and answers from
 * them when the network does not. Files named by their content are never mixed up; everything else comes from the network first.
 */
import { answerAsset, answerFile, answerPage } from './answer.ts';
import { currentSet, keepUnit, removeUnused, type Report } from './kept-set.ts';
import type { KeepAnswer, KeepRequest } from './messages.ts';
import { isPage, rememberPage } from './visited.ts';
import type { WorkerScope } from './worker-scope.ts';

/** Milliseconds between two looks for a newer set. */
const LOOKED_EVERY = 600_000;

const scope = globalThis as unknown as WorkerScope;
const base = new URL(scope.registration.scope).pathname;
const keeping = new Map<string, ReturnType<typeof keepUnit>>();
let looked = 0;

const windows = () => scope.clients.matchAll({ type: 'window', includeUncontrolled: true });
const isOpen = async (id: string) => (await scope.clients.get(id)) !== undefined;

scope.addEventListener('install', (event) => {
  event.waitUntil(Promise.all([keepPage(`${base}offline/`), scope.skipWaiting()]));
});

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim().then(keepOpenPages));
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
  } else if (pathname.startsWith(`${base}_astro/`)) {
    event.respondWith(answerAsset(request));
  } else {
    event.respondWith(answerFile(base, request));
  }
});

/** Work after a page came from the network: it is kept, sets that nobody uses go, and now and then a newer set is looked for. */
async function afterVisit(path: string, page: Response): Promise<void> {
  const kept = await currentSet(base);
  const isInSet = await kept?.cache.match(path);
  if (!isInSet) await rememberPage(base, path, page);
  await removeUnused(base, isOpen);
  if (!kept || Date.now() - looked < LOOKED_EVERY) return;
  await keepNewest(kept.set.unit, () => undefined).catch(() => undefined);
}

/** Keeps a unit's newest set; who asks while that is under way is told of the same work. */
function keepNewest(unit: string, report: Report) {
  looked = Date.now();
  const users = async () => (await windows()).map(({ id }) => id);
  const work = keeping.get(unit) ?? keepUnit(base, unit, users, report).finally(() => keeping.delete(unit));
  keeping.set(unit, work);
  return work;
}

/** The page from which the site was first entered was loaded before there was a worker; it is kept from the browser's own cache. */
async function keepOpenPages(): Promise<void> {
  const paths = (await windows()).map(({ url }) => new URL(url).pathname);
  await Promise.all(paths.filter((path) => path.startsWith(base) && isPage(path)).map(keepPage));
}

async function keepPage(path: string): Promise<void> {
  const page = await fetch(path, { cache: 'force-cache' });
  if (page.ok) await rememberPage(base, path, page);
}
