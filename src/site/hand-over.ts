import { readFile, rename, stat, writeFile } from 'node:fs/promises';
import { setTimeout } from 'node:timers/promises';
import { deserialize, serialize } from 'node:v8';
import type { CollectionName, Fields, Site } from '../schemas/collections.ts';
import type { BodyItem, Item } from '../source/read-content.ts';
import type { ShownContent, Withdrawn } from './shown-content.ts';

/** An item as pages need it, without the places of its fields. */
export interface PlainItem<Name extends CollectionName = CollectionName> {
  id: string;
  file: string;
  fields: Fields<Name>;
  body?: string;
}

/** Checked content that a site shows, as one process of a build hands it to another: what one has read the other need not read again. */
export interface HandedContent {
  site: Site;
  items: { [Name in CollectionName]: PlainItem<Name>[] };
  withdrawn: Withdrawn[];
}

/** The part of it that pages need. */
export function plainContent({ site, items, withdrawn }: ShownContent): HandedContent {
  const lists = Object.entries(items) as [CollectionName, (Item | BodyItem)[]][];
  const plain = lists.map(([name, list]) => [name, list.map(plainItem)] as const);
  return { site, items: Object.fromEntries(plain) as HandedContent['items'], withdrawn };
}

function plainItem(item: Item | BodyItem): PlainItem {
  const { id, file, fields } = item;
  return { id, file, fields, ...('body' in item ? { body: item.body } : {}) };
}

/** Leaves content in a file, which is there whole or not at all. */
export async function handOver(content: HandedContent, file: string): Promise<void> {
  await writeFile(`${file}.part`, serialize(content));
  await rename(`${file}.part`, file);
}

const LOOK_EVERY = 20;

/** Waits for the parent process to leave content in a file, and reads it. Throws when the parent is gone. */
export async function takeOver(file: string): Promise<HandedContent> {
  const parent = process.ppid;
  const isThere = () => stat(file).then(Boolean, () => false);
  while (!(await isThere())) {
    if (process.ppid !== parent) throw new Error('the build that was to hand over its content has ended');
    await setTimeout(LOOK_EVERY);
  }
  return deserialize(await readFile(file)) as HandedContent;
}
