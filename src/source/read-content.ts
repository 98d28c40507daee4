import { slugFromChinese } from '../domain/slug.ts';
import { COLLECTIONS, LIBRARY_KINDS, siteSchema } from '../schemas/collections.ts';
import type { CollectionName, Fields, LibraryKind, Site } from '../schemas/collections.ts';
import { idOfFile, listItemFiles } from './content-files.ts';
import type { Fault, Place } from './fault.ts';
import { splitFrontMatter } from './front-matter.ts';
import { readTextFile } from './read-text-file.ts';
import { validate } from './validate.ts';
import { parseYaml, type LocatedYaml } from './yaml.ts';

/** One item of a collection as its file gives it. */
export interface Item<Name extends CollectionName = CollectionName> {
  collection: Name;
  id: string;
  /** Path relative to the content folder, `/` between parts. */
  file: string;
  fields: Fields<Name>;
  /** The place of a field in the file, for faults that only show when items are held against each other. */
  placeOf(path: readonly PropertyKey[]): Place;
}

/** A library item: an item with a Markdown body. */
export interface LibraryItem<Name extends LibraryKind = LibraryKind> extends Item<Name> {
  body: string;
  /** The file's line on which the body begins. */
  bodyLine: number;
  /** Whether the body may use components (`.mdx`). */
  isMdx: boolean;
}

/** All that a content folder holds, with every fault found while reading it. */
export interface Content {
  site: Site;
  items: { [Name in CollectionName]: (Name extends LibraryKind ? LibraryItem<Name> : Item<Name>)[] };
  faults: Fault[];
}

const ID = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const COLLECTION_NAMES = Object.keys(COLLECTIONS) as CollectionName[];

/** Reads and validates a whole content folder. Faulty items are left out and their faults listed; never throws for content. */
export async function readContent(contentDir: string): Promise<Content> {
  const content: Content = {
    site: { name: '', organisation: '' },
    items: Object.fromEntries(COLLECTION_NAMES.map((name) => [name, []])) as unknown as Content['items'],
    faults: [],
  };
  await readSite(contentDir, content);
  for (const name of COLLECTION_NAMES) await readCollection(contentDir, name, content);
  return content;
}

async function readSite(contentDir: string, content: Content): Promise<void> {
  const file = 'site.yaml';
  const { text, fault } = await readTextFile(contentDir, file);
  if (text === undefined) {
    content.faults.push({ ...fault, remedy: '在内容文件夹里建 site.yaml，写 name: 网站名称 和 organisation: 主办单位' });
    return;
  }
  const { fields, faults } = validate(siteSchema, parseYaml(text, file));
  if (fields) content.site = fields;
  content.faults.push(...faults);
}

async function readCollection(contentDir: string, name: CollectionName, content: Content): Promise<void> {
  const files = await listItemFiles(contentDir, name, COLLECTIONS[name].form);
  const firstFileOf = new Map<string, string>();
  for (const file of files) {
    const id = idOfFile(file);
    content.faults.push(...fileNameFaults(file, id, firstFileOf));
    const { item, faults } = await readItem(contentDir, name, file, id);
    content.faults.push(...faults);
    if (item) (content.items[name] as Item[]).push(item);
  }
}

function fileNameFaults(file: string, id: string, firstFileOf: Map<string, string>): Fault[] {
  const faults: Fault[] = [];
  if (!ID.test(id)) {
    faults.push({
      file,
      line: 1,
      column: 1,
      reason: `文件名“${id}”不能作地址`,
      remedy: `只用小写英文、数字和连字符，如 ${slugFromChinese(id)}`,
    });
  }
  const first = firstFileOf.get(id);
  if (first) {
    faults.push({ file, line: 1, column: 1, reason: `与 ${first} 重名，地址相同`, remedy: '改其中一个的文件名' });
  } else {
    firstFileOf.set(id, file);
  }
  return faults;
}

async function readItem(
  contentDir: string,
  collection: CollectionName,
  file: string,
  id: string,
): Promise<{ item?: Item | LibraryItem; faults: Fault[] }> {
  const { text, fault } = await readTextFile(contentDir, file);
  if (text === undefined) return { faults: [fault] };
  if (!isLibraryKind(collection)) {
    const yaml = parseYaml(text, file);
    const { fields, faults } = validate(COLLECTIONS[collection].schema, yaml);
    return { item: fields && { collection, id, file, fields, placeOf: yaml.placeOf }, faults };
  }
  const { matter, body, bodyLine } = splitFrontMatter(text);
  if (matter === undefined) return { faults: [noFrontMatter(file, text)] };
  const yaml: LocatedYaml = parseYaml(matter, file, 2);
  const { fields, faults } = validate(COLLECTIONS[collection].schema, yaml);
  if (!fields) return { faults };
  const isMdx = file.endsWith('.mdx');
  return { item: { collection, id, file, fields, placeOf: yaml.placeOf, body, bodyLine, isMdx }, faults };
}

function noFrontMatter(file: string, text: string): Fault {
  const opened = text.startsWith('---');
  return {
    file,
    line: 1,
    column: 1,
    reason: opened ? '开头的 --- 没有配对' : '开头没有字段',
    remedy: opened
      ? '在字段之后另起一行写 ---'
      : '文件开头写一行 ---，再写 title: 题名 和 date: 2026-09-18（没有日期写 unknown），再写一行 ---，然后是正文',
  };
}

function isLibraryKind(name: CollectionName): name is LibraryKind {
  return (LIBRARY_KINDS as readonly string[]).includes(name);
}
