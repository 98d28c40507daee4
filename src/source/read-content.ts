import { hash } from 'node:crypto';
import { CONTENT_BUDGET } from '../domain/budgets.ts';
import { forbiddenWords, holdsForbidden } from '../domain/characters.ts';
import { slugFromChinese } from '../domain/slug.ts';
import type { TableStray } from '../tables/table.ts';
import { noCache, type BuildCache } from '../build-cache/build-cache.ts';
import { COLLECTION_NAMES, COLLECTIONS } from '../schemas/collections.ts';
import type { BodyCollection, CollectionName, Fields, LibraryKind, Site } from '../schemas/collections.ts';
import { ID } from '../schemas/entry.ts';
import { byTurns } from './by-turns.ts';
import { contentFolderFault, idOfFile, listItemFiles } from './content-files.ts';
import { withoutRepeats, type Fault, type SourcePosition } from './fault.ts';
import { splitFrontMatter } from './front-matter.ts';
import { ledgerRowsOf } from './ledger-table.ts';
import { MISSING } from './read-bytes.ts';
import { readRows } from './read-rows.ts';
import { readTextFile } from './read-text-file.ts';
import { receiptsOf } from './receipts-table.ts';
import { siteFieldsOf } from './site-fields.ts';
import { strayFileFaults } from './stray-files.ts';
import { withParts } from './unit-parts.ts';
import { validate } from './validate.ts';
import { SITE_FILE } from './written-address.ts';
import { parseYaml, type LocatedYaml } from './yaml.ts';

/** One item of a collection as its file gives it. */
export interface Item<Name extends CollectionName = CollectionName> {
  collection: Name;
  id: string;
  /** Path relative to the content folder, `/` between parts. */
  file: string;
  fields: Fields<Name>;
  /** The position of a field in the file, for faults that only show when items are compared. */
  positionOf(path: readonly PropertyKey[]): SourcePosition;
}

/** An item with a Markdown body. */
export interface BodyItem<Name extends BodyCollection = BodyCollection> extends Item<Name> {
  body: string;
  /** The file's line on which the body begins. */
  bodyLine: number;
  /** Whether the body may use components (`.mdx`). */
  isMdx: boolean;
}

/** An item of the library. */
export type LibraryItem<Name extends LibraryKind = LibraryKind> = BodyItem<Name>;

/** All that a content folder holds, with every fault found while reading it. */
export interface Content {
  site: Site;
  /** The place of a field of `site.yaml`. */
  placeInSite(path: readonly PropertyKey[]): SourcePosition;
  items: { [Name in CollectionName]: (Name extends BodyCollection ? BodyItem<Name> : Item<Name>)[] };
  faults: Fault[];
  /** Files that are there but at fault, and so missing among the items. */
  faulty: FaultyFile[];
  /** The folder as a whole could not be read: nothing is known of what it holds. */
  isUnread?: true;
}

/** A file of a collection that could not be made an item of. */
export interface FaultyFile {
  collection: CollectionName;
  id: string;
  /** Names under which others may refer to it, as far as its text can be read. */
  names: string[];
}

/** Files that are read at once: waiting for the disk takes longer than reading. */
const AT_ONCE = 64;
/** Tables are few, and each may take a hundred megabytes while it is unpacked. */
const TABLES_AT_ONCE = 1;

/** What an earlier reading leaves for the next. */
export interface EarlierReading {
  /** Sound front matter and YAML as its fields, by a digest of collection and text. */
  fields: BuildCache<object>;
  /** Reads a file, or gives its text where it has not changed. */
  readText: typeof readTextFile;
}

const NO_READING: EarlierReading = { fields: noCache, readText: readTextFile };

/**
 * Reads and validates a whole content folder. Faulty items are left out and their faults listed; never throws for content.
 * What an `earlier` reading knows is not parsed again.
 */
export async function readContent(
  contentDir: string,
  earlier: Partial<EarlierReading> = {},
): Promise<Content> {
  const known = withinBudget({ ...NO_READING, ...earlier });
  const content: Content = {
    site: { name: '', organisation: '' },
    placeInSite: () => ({ file: SITE_FILE, line: 1, column: 1 }),
    items: Object.fromEntries(COLLECTION_NAMES.map((name) => [name, []])) as unknown as Content['items'],
    faults: [],
    faulty: [],
  };
  const unreadable = await contentFolderFault(contentDir);
  if (unreadable) return { ...content, faults: [unreadable], isUnread: true };
  await readSite(contentDir, content);
  for (const name of COLLECTION_NAMES) await readCollection(contentDir, name, content, known);
  const { units, faults } = withParts(content.items.units);
  content.items.units = units;
  content.faults.push(...faults);
  await readLedgerTables(contentDir, content, known);
  content.faults.push(...(await strayFileFaults(contentDir)));
  content.faults = withoutRepeats(content.faults);
  return content;
}

/** How the files of one content folder are read. */
interface Reading extends EarlierReading {
  readRows: typeof readRows;
}

/** The same reading, which refuses texts and tables once all of them together have become too much. */
function withinBudget({ fields, readText }: EarlierReading): Reading {
  let characters = 0;
  let rows = 0;
  return {
    fields,
    async readRows(contentDir, file) {
      const read = await readRows(contentDir, file);
      rows += read.rows?.length ?? 0;
      if (rows <= CONTENT_BUDGET.allRows) return read;
      const reason = `内容文件夹里的表格合计超过 ${CONTENT_BUDGET.allRows / 10_000} 万行，这个文件没有读`;
      return { problem: { reason, remedy: '往年的登记移到另一个内容文件夹' } };
    },
    async readText(contentDir, file) {
      const read = await readText(contentDir, file);
      characters += read.text?.length ?? 0;
      if (characters <= CONTENT_BUDGET.allCharacters) return read;
      const reason = `内容文件夹里的文字合计超过 ${CONTENT_BUDGET.allCharacters / 10_000} 万字，这个文件没有读`;
      return {
        fault: { file, line: 1, column: 1, reason, remedy: '旧的材料移到另一个内容文件夹，分成两个网站' },
      };
    },
  };
}

async function readSite(contentDir: string, content: Content): Promise<void> {
  const { text, strays, fault } = await readTextFile(contentDir, SITE_FILE);
  if (text === undefined) {
    content.faults.push({
      ...fault,
      ...(fault.remedy === MISSING.remedy
        ? { remedy: '在内容文件夹里建 site.yaml，写 name: 网站名称 和 organisation: 主办单位' }
        : {}),
    });
    return;
  }
  const yaml = parseYaml(text, SITE_FILE);
  const { fields, faults } = siteFieldsOf(yaml);
  if (fields) {
    content.site = fields;
    content.placeInSite = yaml.positionOf;
  }
  content.faults.push(...strays, ...faults);
}

async function readCollection(
  contentDir: string,
  name: CollectionName,
  content: Content,
  known: Reading,
): Promise<void> {
  const files = await listItemFiles(contentDir, name, COLLECTIONS[name].format, content.faults);
  const firstFileOf = new Map<string, string>();
  const atOnce = COLLECTIONS[name].format === 'table' ? TABLES_AT_ONCE : AT_ONCE;
  const read = await byTurns(files, atOnce, (file) => readItem(contentDir, name, file, known));
  read.forEach(({ item, faults, names = [] }, index) => {
    const file = files[index]!;
    const id = idOfFile(file);
    content.faults.push(...fileNameFaults(file, id, firstFileOf), ...faults);
    if (item) (content.items[name] as Item[]).push(item);
    else content.faulty.push({ collection: name, id, names });
  });
}

function fileNameFaults(file: string, id: string, firstFileOf: Map<string, string>): Fault[] {
  const faults: Fault[] = [];
  const folder = file.slice(0, file.lastIndexOf('/'));
  if (holdsForbidden(folder) || /[\t\n\r]/.test(folder)) {
    const remedy = '给文件夹改名，只用看得见的字';
    faults.push({ file, line: 1, column: 1, reason: '文件夹的名字里有控制字符之类', remedy });
  }
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
    faults.push({
      file,
      line: 1,
      column: 1,
      reason: `与 ${first} 重名，地址相同`,
      remedy: '改其中一个的文件名',
    });
  } else {
    firstFileOf.set(id, file);
  }
  return faults;
}

async function readItem(
  contentDir: string,
  collection: CollectionName,
  file: string,
  known: Reading,
): Promise<{ item?: Item | BodyItem | undefined; faults: Fault[]; names?: string[] }> {
  const id = idOfFile(file);
  if (COLLECTIONS[collection].format === 'table') return readTableItem(contentDir, file, id, known);
  const { text, strays, fault } = await known.readText(contentDir, file);
  if (text === undefined) return { faults: [fault] };
  if (COLLECTIONS[collection].format === 'yaml') {
    const { fields, faults, positionOf } = fieldsOf(collection, text, file, 1, known.fields);
    const item = fields && { collection, id, file, fields, positionOf };
    return { item, faults: [...strays, ...faults], names: namesIn(text) };
  }
  const { matter, body, bodyLine } = splitFrontMatter(text);
  if (matter === undefined) return { faults: [...strays, noFrontMatter(file, text)], names: [] };
  const { fields, faults, positionOf } = fieldsOf(collection, matter, file, 2, known.fields);
  if (!fields) return { faults: [...strays, ...faults], names: namesIn(matter) };
  const isMdx = file.endsWith('.mdx');
  const item = { collection, id, file, fields, positionOf, body, bodyLine, isMdx };
  return { item: item as Item | BodyItem, faults: [...strays, ...faults] };
}

interface ReadFields {
  fields: Fields<CollectionName> | undefined;
  faults: Fault[];
  positionOf(path: readonly PropertyKey[]): SourcePosition;
}

/**
 * The fields in the YAML of a file that begins on `firstLine`, from the cache where they are known. Places are rarely asked for and their index
 * is large, so it is built on first use.
 */
function fieldsOf(
  collection: CollectionName,
  text: string,
  file: string,
  firstLine: number,
  known: BuildCache<object>,
): ReadFields {
  let located: LocatedYaml | undefined;
  const positionOf = (path: readonly PropertyKey[]) =>
    (located ??= parseYaml(text, file, firstLine)).positionOf(path);
  const key = hash('sha256', `${collection}\n${text}`);
  const sound = known.get(key);
  if (sound) return { fields: sound as Fields<CollectionName>, faults: [], positionOf };
  const { fields, faults } = validate(COLLECTIONS[collection].schema, parseYaml(text, file, firstLine));
  if (fields && faults.length === 0) known.add(key, fields);
  return { fields, faults, positionOf };
}

/** Names and titles that stand in YAML which may be broken, by the look of its lines. */
function namesIn(text: string): string[] {
  return [...text.matchAll(/\b(?:name|shortName|title):[ \t]*["']?([^"'\n,}]+)/g)].map(([, name = '']) =>
    name.trim(),
  );
}

async function readTableItem(
  contentDir: string,
  file: string,
  id: string,
  known: Reading,
): Promise<{ item?: Item<'receipts'>; faults: Fault[] }> {
  const { rows, strays, problem } = await known.readRows(contentDir, file);
  if (!rows) return { faults: [{ file, line: 1, column: 1, ...problem }] };
  const { fields, lines, faults } = receiptsOf(rows, file);
  const item: Item<'receipts'> = {
    collection: 'receipts',
    id,
    file,
    fields,
    positionOf: positionOfRow(file, lines),
  };
  return { item, faults: [...strayFaults(file, strays), ...faults] };
}

/** Rows that stand in a table beside a ledger's file become rows of the ledger; their faults and doubts are placed in the table. */
async function readLedgerTables(contentDir: string, content: Content, known: Reading): Promise<void> {
  for (const file of await listItemFiles(contentDir, 'ledgers', 'table', content.faults)) {
    const id = idOfFile(file);
    const refuse = (reason: string, remedy: string) =>
      content.faults.push({ file, line: 1, column: 1, reason, remedy });
    const yamlFile = (await listItemFiles(contentDir, 'ledgers', 'yaml', content.faults)).find(
      (path) => idOfFile(path) === id,
    );
    const ledger = content.items.ledgers.find((item) => item.id === id);
    if (!yamlFile) {
      refuse('旁边没有同名的 .yaml', `建 ledgers/${id}.yaml，写 title: 题名 和 asOf: 截至日期`);
      continue;
    }
    if (ledger?.fields.rows) {
      refuse(`逐条登记已经写在别处`, `只留一处：${ledger.positionOf(['rows']).file} 或 ${file}`);
      continue;
    }
    const { rows, strays, problem } = await known.readRows(contentDir, file);
    if (!rows) {
      content.faults.push({ file, line: 1, column: 1, ...problem });
      continue;
    }
    const read = ledgerRowsOf(rows, file);
    content.faults.push(...strayFaults(file, strays), ...read.faults);
    if (!ledger) continue;
    const { positionOf } = ledger;
    const positionInTable = positionOfRow(file, read.lines);
    ledger.fields = { ...ledger.fields, rows: read.rows };
    ledger.positionOf = (path) => (path[0] === 'rows' ? positionInTable(path) : positionOf(path));
  }
}

function strayFaults(file: string, strays: readonly TableStray[]): Fault[] {
  return strays.map(({ line, column, code }) => ({ file, line, column, ...forbiddenWords(code) }));
}

/** Places of a path such as `['rows', 3, …]` in a table: the line of that row. */
function positionOfRow(
  file: string,
  lines: readonly number[],
): (path: readonly PropertyKey[]) => SourcePosition {
  return ([, index]) => ({ file, line: (typeof index === 'number' && lines[index]) || 1, column: 1 });
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
