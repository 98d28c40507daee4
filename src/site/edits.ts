import type { CollectionName } from '../schemas/collections.ts';
import type { SiteEntry } from '../schemas/site-entry.ts';
import type { BodyTexts, StoredContent, StoredItem } from './stored-content.ts';

/** What has changed in the content since it was stored: plain data. */
export interface Edits {
  site: SiteEntry;
  /** Items that are new or no longer what was stored, by collection, with the bodies of those that have one. */
  changed: Partial<Record<CollectionName, StoredItem[]>>;
  bodies: Record<string, string>;
  /** Files of items that are no longer shown. */
  gone: string[];
}

/** What tells apart two states of content: the digests of the items of each file, a unit's parts stand in its own. */
export type Digests = ReadonlyMap<string, string>;

/** The digests of content as it is stored. */
export function digestsOf({ items }: StoredContent): Digests {
  const digests = new Map<string, string>();
  for (const { file, digest } of Object.values(items).flat())
    digests.set(file, [digests.get(file), digest].filter(Boolean).join(' '));
  return digests;
}

/** The edits that lead from stored content to content as it is now. */
export function editsSince(before: Digests, now: { stored: StoredContent; bodies: BodyTexts }): Edits {
  const { site, items } = now.stored;
  const still = digestsOf(now.stored);
  const lists = Object.entries(items) as [CollectionName, readonly StoredItem[]][];
  const changed = lists.map(
    ([name, list]) => [name, list.filter(({ file }) => before.get(file) !== still.get(file))] as const,
  );
  const files = changed.flatMap(([, list]) => list.map(({ file }) => file));
  return {
    site,
    changed: Object.fromEntries(changed.filter(([, list]) => list.length > 0)),
    bodies: Object.fromEntries(files.flatMap((file) => bodyOf(file, now.bodies))),
    gone: [...before.keys()].filter((file) => !still.has(file)),
  };
}

/** Stored content with edits made in it. */
export function withEdits(stored: StoredContent, { site, changed, gone }: Edits): StoredContent {
  const isOld = new Set([...gone, ...Object.values(changed).flatMap((list) => list.map(({ file }) => file))]);
  const lists = Object.entries(stored.items) as [CollectionName, readonly StoredItem[]][];
  const items = lists.map(([name, list]) => [
    name,
    [...list.filter(({ file }) => !isOld.has(file)), ...(changed[name] ?? [])],
  ]);
  return { site, items: Object.fromEntries(items) as StoredContent['items'] };
}

function bodyOf(file: string, bodies: BodyTexts): [string, string][] {
  const body = bodies.get(file);
  return body === undefined ? [] : [[file, body]];
}
