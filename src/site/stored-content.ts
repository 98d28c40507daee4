import { hash } from 'node:crypto';
import { COLLECTION_NAMES, type CollectionName } from '../schemas/collections.ts';
import type { SiteEntry } from '../schemas/site-entry.ts';
import { holdsPictureMark } from '../source/picture-mark.ts';
import type { Withdrawn } from './shown-content.ts';
import type { PlainItem, SiteContent } from './site-content.ts';

/** An item as Astro's store holds it: without its body, which is read where it is printed. */
export interface StoredItem<Name extends CollectionName = CollectionName> extends Omit<
  PlainItem<Name>,
  'body'
> {
  /** Differs after every change of fields or body. */
  digest: string;
}

/** The content that a site shows, as Astro's store holds it. */
export interface StoredContent {
  site: SiteEntry;
  items: { [Name in CollectionName]: readonly StoredItem<Name>[] };
}

/** Bodies, by their files relative to the content folder. */
export type BodyTexts = ReadonlyMap<string, string>;

/**
 * Takes content apart: what is stored, and the bodies. Items that the store would take for the names of pictures, which the content check reports,
 * are left out.
 */
export function toStore(content: SiteContent): { stored: StoredContent; bodies: BodyTexts } {
  const bodies = new Map<string, string>();
  const storedItem = ({ body, ...item }: PlainItem): StoredItem[] => {
    const fields = JSON.stringify(item.fields);
    if (holdsPictureMark(item.fields, fields)) return [];
    if (body !== undefined) bodies.set(item.file, body);
    return [{ ...item, digest: hash('sha1', `${fields}\n${body ?? ''}`, 'base64') }];
  };
  const lists = COLLECTION_NAMES.map((name) => [name, content.items[name].flatMap(storedItem)] as const);
  const items = Object.fromEntries(lists) as unknown as StoredContent['items'];
  return { stored: { site: siteEntry(content), items }, bodies };
}

/** Puts content together again. Throws where the body of an item is not among `bodies`. */
export function fromStore({ site, items }: StoredContent, bodies: BodyTexts): SiteContent {
  const plainItem = ({ id, file, fields }: StoredItem): PlainItem => {
    if (!hasBody(file)) return { id, file, fields };
    const body = bodies.get(file);
    if (body === undefined) throw new Error(`no body of ${file}`);
    return { id, file, fields, body };
  };
  const lists = COLLECTION_NAMES.map(
    (name) => [name, inOrder(items[name] as readonly StoredItem[]).map(plainItem)] as const,
  );
  return {
    site: site.fields,
    items: Object.fromEntries(lists) as unknown as SiteContent['items'],
    withdrawn: site.withdrawn.map(withdrawnItem),
  };
}

/** Whether a file of the content has a body beside its fields. */
export function hasBody(file: string): boolean {
  return /\.mdx?$/.test(file);
}

/** The order in which a content folder is read, a unit before its parts; the store has one of its own. */
function inOrder(items: readonly StoredItem[]): StoredItem[] {
  const key = ({ file, id }: StoredItem) => `${file} ${id}`;
  return [...items].sort((one, other) => (key(one) < key(other) ? -1 : 1));
}

function siteEntry({ site, items, withdrawn }: SiteContent): SiteEntry {
  return {
    fields: holdsPictureMark(site, JSON.stringify(site)) ? { name: '', organisation: '' } : site,
    filled: COLLECTION_NAMES.filter((name) => items[name].length > 0),
    withdrawn: withdrawn.map(({ collection, id, ...mark }) => ({ key: `${collection}/${id}`, ...mark })),
  };
}

function withdrawnItem({ key, ...mark }: SiteEntry['withdrawn'][number]): Withdrawn {
  const [collection, id] = key.split('/');
  return { collection, id, ...mark } as Withdrawn;
}
