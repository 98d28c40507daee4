import { currentSet, pathOf } from './kept-set.ts';
import { visitedName } from './visited.ts';

/** Milliseconds that a page may keep a reader waiting when a kept copy is at hand. */
const PATIENCE = 4000;

/** The answer for a reader, and what happens with the page after it came from the network. */
export interface PageAnswer {
  answer: Promise<Response>;
  after: Promise<void>;
}

/**
 * Answers for a page: from the network, so that it is the newest with its own files; where the network or the server fails, or is slower than a
 * reader's patience, from the device; without a copy there, with the page that says so. `afterwards` gets what the network sent.
 */
export function answerPage(
  base: string,
  request: Request,
  afterwards: (page: Response) => Promise<void>,
): PageAnswer {
  const copy = keptCopy(base, new URL(request.url).pathname);
  const online = fetch(request);
  const after = online.then(
    (response) => afterwards(response.clone()),
    () => undefined,
  );
  return { answer: best(base, online, copy), after };
}

async function best(
  base: string,
  online: Promise<Response>,
  copy: Promise<Response | undefined>,
): Promise<Response> {
  const first = await Promise.race([online.catch(() => undefined), afterPatience(copy)]);
  if (first && first.status < 500) return first;
  return (await copy) ?? first ?? noCopy(base);
}

/** Answers for a file whose name changes with its content: the device's copy is as good as the site's. */
export async function answerAsset(request: Request): Promise<Response> {
  return (await caches.match(request.url)) ?? fetch(request);
}

/** Answers for any other file: the newest or, where that fails, the copy on the device. Throws the network's error without one. */
export async function answerFile(base: string, request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const copy = await keptCopy(base, new URL(request.url).pathname);
    if (copy) return copy;
    throw error;
  }
}

/** The copy on the device, whatever the query of the address: files do not depend on it. */
async function keptCopy(base: string, path: string): Promise<Response | undefined> {
  const set = await currentSet(base);
  return (await set?.cache.match(path)) ?? (await caches.match(path, { cacheName: visitedName(base) }));
}

async function afterPatience(copy: Promise<Response | undefined>): Promise<Response | undefined> {
  const response = await copy;
  // Without a copy there is nothing but to wait.
  if (!response) return new Promise<never>(() => undefined);
  return new Promise((resolve) => setTimeout(() => resolve(response.clone()), PATIENCE));
}

async function noCopy(base: string): Promise<Response> {
  const page = await caches.match(pathOf(base, '/offline/'));
  if (!page) return Response.error();
  return new Response(await page.arrayBuffer(), {
    status: 503,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
}
