/**
 * The service worker of the site. It keeps the set of the unit that is chosen on this device and the pages last visited, and answers from
 * them when the network does not. Files named by their content are never mixed up; everything else comes from the network first. With each
 * visit it asks whether the site is another by now, and then lets go of what the site no longer has.
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

/** Work after the network answered for a page: it is kept, or let go of where there is none any more; and so is all that the site has withdrawn. */
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

/** Looks whether the site is another by now; who asks while that is under way waits for the same look. */
function follow(): Promise<void> {
  following ??= followSite(base, renewSet).finally(() => (following = undefined));
  return following;
}

async function renewSet(): Promise<void> {
  const kept = await currentSet(base);
  if (kept) await keepNewest(kept.set.unit, () => undefined);
}

/** Keeps a unit's newest set; who asks while that is under way is told of the same work. */
function keepNewest(unit: string, report: Report) {
  const users = async () => (await windows()).map(({ id }) => id);
  const work = keeping.get(unit) ?? keepUnit(base, unit, users, report).finally(() => keeping.delete(unit));
  keeping.set(unit, work);
  return work;
}

/** The page from which the site was first entered was loaded before there was a worker; the browser's own cache has it if it is the newest. */
async function keepOpenPages(): Promise<void> {
  const paths = (await windows()).map(({ url }) => new URL(url).pathname);
  await Promise.all(paths.filter((path) => path.startsWith(base) && isPage(path)).map(keepPage));
}

async function keepPage(path: string): Promise<void> {
  const page = await fetch(path, { cache: 'no-cache' });
  if (page.ok) await rememberPage(base, path, page);
}
