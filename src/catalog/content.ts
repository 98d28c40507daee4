import { hash } from 'node:crypto';
import type { BodyCollection, CollectionName, Site } from '../schemas/collections.ts';
import type { HandedContent, PlainItem } from '../site/hand-over.ts';
import type { Withdrawn } from '../site/shown-content.ts';

/** The body of a file as it was written. */
export interface WrittenBody {
  text: string;
  isMdx: boolean;
}

/** Content as pages ask for it. */
interface KeptContent {
  content: HandedContent;
  /** Its items by collection and id. */
  byKey: ReadonlyMap<string, PlainItem>;
  /** The keys under which they stood before. */
  formerKeys: ReadonlySet<string>;
}

/**
 * Content stays in memory instead of Astro's store, which would write all of it out and read it back. What reads it and the pages
 * run in one process but as two copies of this module: what they share hangs on the process.
 */
const shared = globalThis as { zhixingContent?: KeptContent; zhixingKept?: () => void };

/** Says what is to be done whenever content was kept. */
export function whenKept(act: () => void): void {
  shared.zhixingKept = act;
}

/** Keeps checked content for the pages, in the place of what was kept before. */
export function keepContent(content: HandedContent): void {
  const lists = Object.entries(content.items) as [CollectionName, PlainItem[]][];
  const keyed = lists.flatMap(([name, items]) => items.map((item) => [`${name}/${item.id}`, item] as const));
  const former = lists.flatMap(([name, items]) =>
    items.flatMap(({ fields }) =>
      ('formerIds' in fields ? (fields.formerIds ?? []) : []).map((id) => `${name}/${id}`),
    ),
  );
  shared.zhixingContent = { content, byKey: new Map(keyed), formerKeys: new Set(former) };
  shared.zhixingKept?.();
}

function keptContent(): KeptContent {
  if (!shared.zhixingContent) throw new Error('no content has been read');
  return shared.zhixingContent;
}

/** The fields of `site.yaml`. */
export function siteFields(): Site {
  return keptContent().content.site;
}

/** What the site no longer shows. */
export function withdrawnItems(): readonly Withdrawn[] {
  return keptContent().content.withdrawn;
}

/** Everything in a collection, in the order of its files. */
export function itemsOf<Name extends CollectionName>(collection: Name): readonly PlainItem<Name>[] {
  return keptContent().content.items[collection];
}

/** An item of a collection, where there is one by that id. */
export function itemOf<Name extends CollectionName>(
  collection: Name,
  id: string,
): PlainItem<Name> | undefined {
  return keptContent().byKey.get(`${collection}/${id}`) as PlainItem<Name> | undefined;
}

/** Whether the site shows an item, by its key or by one that it had before, such as `texts/outline`. */
export function isShown(key: string): boolean {
  const { byKey, formerKeys } = keptContent();
  return byKey.has(key) || formerKeys.has(key);
}

/** The body of an item as it was written. Throws where there is no such item. */
export function writtenBody(collection: BodyCollection, id: string): WrittenBody {
  const { body, file } = itemOf(collection, id) ?? {};
  if (body === undefined || file === undefined) throw new Error(`no body ${collection}/${id}`);
  return { text: body, isMdx: file.endsWith('.mdx') };
}

/** A digest of a body as it was written. */
export function bodyDigest(collection: BodyCollection, id: string): string {
  const { text, isMdx } = writtenBody(collection, id);
  return hash('sha1', `${isMdx ? 'mdx' : 'md'}${text}`, 'base64');
}

/** Makes a function that works something out of the content once; after an edit in `dev`, once again. */
export function oncePerContent<Value>(workOut: () => Value): () => Value {
  let known: { of: KeptContent; value: Value } | undefined;
  return () => {
    const of = keptContent();
    if (known?.of !== of) known = { of, value: workOut() };
    return known.value;
  };
}
