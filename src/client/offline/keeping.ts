import { setAddress, type OfflineSet } from '../../domain/offline/offline-set.ts';
import { deviceStore } from '../store.ts';
import { cachePrefix, currentSet, dropSets, pathOf, type Report } from './kept-set.ts';
import type { KeepAnswer, KeepRequest } from './messages.ts';
import { isPage, visitedName } from './visited.ts';

const OFF_KEY = 'offline';
/** What is stored where a reader wants nothing kept unasked. */
const OFF = 'off';

const base = (): string => import.meta.env.BASE_URL;
const store = deviceStore(() => localStorage);
const isOff = (value: unknown): value is typeof OFF => value === OFF;

/** Whether this browser, over this connection, can keep pages: only over https or on the machine itself. */
export function canKeep(): boolean {
  const worker = navigator.serviceWorker as ServiceWorkerContainer | undefined;
  return import.meta.env.PROD && worker !== undefined && 'caches' in window;
}

/** Whether a chosen unit's set is kept without being asked for: unless the reader switched that off or saves traffic. */
export function keepsUnasked(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return canKeep() && store.read(OFF_KEY, isOff) === undefined && connection?.saveData !== true;
}

/** What a unit's set would hold and take. Rejects without network. */
export async function offeredSet(unit: string): Promise<OfflineSet> {
  const response = await fetch(pathOf(base(), setAddress(unit)), { cache: 'no-cache' });
  if (!response.ok) throw new Error(String(response.status));
  return (await response.json()) as OfflineSet;
}

/** The set that this device keeps. */
export async function keptSet(): Promise<OfflineSet | undefined> {
  return canKeep() ? (await currentSet(base()))?.set : undefined;
}

/** Has the worker keep a unit's set as it is now; the sets of other units go. Rejects when it could not be kept whole. */
export async function keepSet(unit: string, report: Report = () => undefined): Promise<OfflineSet> {
  store.write(OFF_KEY, undefined);
  await navigator.serviceWorker.register(`${base()}sw.js`);
  const { active } = await navigator.serviceWorker.ready;
  return new Promise((resolve, reject) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<KeepAnswer>) => {
      if ('kept' in data) resolve(data.kept);
      else if ('failed' in data) reject(new Error(data.failed));
      else report(data.done, data.all);
    };
    active?.postMessage({ keep: unit } satisfies KeepRequest, [port2]);
  });
}

/** Deletes the set, and keeps none until the reader asks for one again. */
export async function dropSet(): Promise<void> {
  store.write(OFF_KEY, OFF);
  await dropSets(base());
}

/** Pages and bytes of the last visits. */
export async function visitedPages(): Promise<{ pages: { path: string; title: string }[]; bytes: number }> {
  if (!canKeep() || !(await caches.has(visitedName(base())))) return { pages: [], bytes: 0 };
  const cache = await caches.open(visitedName(base()));
  const pages: { path: string; title: string }[] = [];
  let bytes = 0;
  for (const request of await cache.keys()) {
    const body = await (await cache.match(request))?.blob();
    bytes += body?.size ?? 0;
    const path = new URL(request.url).pathname;
    if (body && isPage(path)) pages.push({ path, title: titleOf(await body.text()) });
  }
  return { pages: pages.filter(({ path }) => path !== `${base()}offline/`).reverse(), bytes };
}

/** Deletes the pages last visited. */
export async function dropVisited(): Promise<void> {
  await caches.delete(visitedName(base()));
}

/** Deletes everything that the worker keeps for this site. */
export async function dropAll(): Promise<void> {
  if (!canKeep()) return;
  const names = (await caches.keys()).filter((name) => name.startsWith(cachePrefix(base())));
  await Promise.all(names.map((name) => caches.delete(name)));
}

function titleOf(html: string): string {
  const title = new DOMParser().parseFromString(html, 'text/html').querySelector('h1')?.textContent;
  return title?.trim() ?? '';
}
