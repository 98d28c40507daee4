import type { CollectionName, Fields, Site } from '../schemas/collections.ts';
import type { Item, BodyItem } from '../source/read-content.ts';
import type { ShownContent, Withdrawn } from './shown-content.ts';

/** An item that a site shows, without the places of its fields. */
export interface PlainItem<Name extends CollectionName = CollectionName> {
  id: string;
  /** Path relative to the content folder, `/` between parts. */
  file: string;
  fields: Fields<Name>;
  /** Where its file has one. */
  body?: string | undefined;
}

/** The content that a site shows, as plain data. */
export interface SiteContent {
  site: Site;
  items: { [Name in CollectionName]: readonly PlainItem<Name>[] };
  withdrawn: readonly Withdrawn[];
}

/** Shown content without what only a check needs. */
export function plainContent({ site, items, withdrawn }: ShownContent): SiteContent {
  const lists = Object.entries(items) as [CollectionName, (Item | BodyItem)[]][];
  const plain = lists.map(([name, list]) => [name, list.map(plainItem)] as const);
  return { site, items: Object.fromEntries(plain) as unknown as SiteContent['items'], withdrawn };
}

function plainItem(item: Item | BodyItem): PlainItem {
  const { id, file, fields } = item;
  return { id, file, fields, ...('body' in item ? { body: item.body } : {}) };
}
