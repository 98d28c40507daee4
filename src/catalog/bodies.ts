import { createHash } from 'node:crypto';
import type { BodyCollection, CollectionName } from '../schemas/collections.ts';
import type { PlainItem } from '../source/hand-over.ts';

/** The body of a file as it was written. */
export interface WrittenBody {
  text: string;
  isMdx: boolean;
}

/**
 * Bodies stay in memory instead of Astro's store, which would write all of them out and read them back. Loaders and pages
 * run in one process but as two copies of this module: what they share hangs on the process.
 */
const shared = globalThis as { zhixingBodies?: Map<string, WrittenBody> };
const bodies = (shared.zhixingBodies ??= new Map());

/** Keeps the bodies of a collection, in the place of those kept before. */
export function keepBodies(collection: CollectionName, items: readonly PlainItem[]): void {
  for (const key of bodies.keys()) if (key.startsWith(`${collection}/`)) bodies.delete(key);
  for (const { id, file, body } of items) {
    if (body !== undefined) bodies.set(`${collection}/${id}`, { text: body, isMdx: file.endsWith('.mdx') });
  }
}

/** The body of an item as it was written. Throws where there is no such item. */
export function writtenBody(collection: BodyCollection, id: string): WrittenBody {
  const body = bodies.get(`${collection}/${id}`);
  if (!body) throw new Error(`no body ${collection}/${id}`);
  return body;
}

/** A digest of a body as it was written. */
export function bodyDigest(collection: BodyCollection, id: string): string {
  const { text, isMdx } = writtenBody(collection, id);
  return createHash('sha1')
    .update(isMdx ? 'mdx' : 'md')
    .update(text)
    .digest('base64');
}
