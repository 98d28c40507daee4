import { strFromU8, strToU8, zipSync, type Zippable } from 'fflate';
import { readSheet, type CellValue } from 'read-excel-file/universal';
import { TABLE_BUDGET } from '../domain/budgets.ts';
import { forbiddenIn, withStandIns } from '../domain/characters.ts';
import { decodeSource } from '../domain/decode-source.ts';
import { UnreadableFile } from '../domain/decode.ts';
import { openPackage } from '../domain/package/open-package.ts';
import { positionAt } from '../domain/position-at.ts';
import { parseCsv } from './parse-csv.ts';
import { TableTooLarge, type ReadTable, type TableProblem, type TableRow, type TableStray } from './table.ts';

/** File name endings of the tables that can be read. */
export const TABLE_EXTENSIONS = ['.csv', '.xlsx'] as const;

/**
 * The rows of a .csv file in any Chinese encoding, or of the first sheet of an .xlsx file. Days come as `YYYY-MM-DD`, everything else
 * as it is shown. Never throws for a file's content.
 */
export async function readTable(name: string, bytes: Uint8Array): Promise<ReadTable> {
  const read = withinBudget(name.endsWith('.xlsx') ? await readXlsx(bytes) : readCsv(bytes));
  if (read.rows?.length === 0) {
    return { problem: { reason: '表里没有内容', remedy: '第一行写列名，以下一行一条' } };
  }
  return read;
}

function readCsv(bytes: Uint8Array): ReadTable {
  try {
    const text = decodeSource(bytes).text.replace(/\r\n?/g, '\n');
    const strays = forbiddenIn(text).map(({ at, code }) => ({ ...positionAt(text, at), code }));
    return { rows: parseCsv(withStandIns(text)), strays };
  } catch (error) {
    if (error instanceof TableTooLarge) return { problem: problemOf(error) };
    if (!(error instanceof UnreadableFile)) throw error;
    return { problem: { reason: error.message, remedy: '在 Excel 或 WPS 里另存为“CSV UTF-8”' } };
  }
}

const SAVE_ANEW = '在 Excel 或 WPS 里另存为“Excel 工作簿（.xlsx）”；有打开密码的先去掉密码';

async function readXlsx(bytes: Uint8Array): Promise<ReadTable> {
  try {
    const sheet = await readSheet(soundWorkbook(bytes));
    const rows = sheet
      .map((cells, index): TableRow => ({ line: index + 1, cells: cells.map(wordsOf) }))
      .filter(({ cells }) => cells.some((words) => words !== ''));
    return {
      rows: rows.map(({ line, cells }) => ({ line, cells: cells.map(withStandIns) })),
      strays: rows.flatMap(straysOf),
    };
  } catch (error) {
    if (error instanceof TableTooLarge) return { problem: problemOf(error) };
    return { problem: { reason: '不是能读的 .xlsx 表格', remedy: SAVE_ANEW } };
  }
}

function problemOf({ message, line }: TableTooLarge): TableProblem {
  return {
    reason: message,
    remedy: '删去多余的行、列和文字后再保存；确实有这么多的，分成几份',
    ...(line === undefined ? {} : { line }),
  };
}

/** Readers of a table go through all of its words, of which a workbook stores one copy for any number of cells. */
function withinBudget(read: ReadTable): ReadTable {
  let characters = 0;
  for (const { line, cells } of read.rows ?? []) {
    for (const words of cells) characters += words.length;
    if (characters > TABLE_BUDGET.characters)
      return {
        problem: problemOf(
          new TableTooLarge(`表里的文字超过 ${TABLE_BUDGET.characters / 10_000} 万字`, line),
        ),
      };
  }
  return read;
}

/** The reader creates every cell up to the last one, and a workbook can name arbitrarily distant cells. */
const { rows: MOST_ROWS, columns: MOST_COLUMNS } = TABLE_BUDGET;

/**
 * The workbook repacked from only the parts that are read, since the reader hangs on some damaged packages and unpacks everything it is given.
 * Empty cells and rows are removed. Throws for anything that is not a package, unpacks to too much, or is too large a table.
 */
function soundWorkbook(bytes: Uint8Array): ArrayBuffer {
  const { files } = openPackage(bytes, (name) => /\.xml(?:\.rels)?$/.test(name), TABLE_BUDGET.package);
  const parts: Zippable = {};
  for (const [name, part] of files) {
    refuseLongTexts(part);
    parts[name] = /^xl\/worksheets\//.test(name) ? soundSheet(part) : part;
  }
  return zipSync(parts, { level: 0 }).slice().buffer;
}

const [TAG, TAG_END] = ['<'.charCodeAt(0), '>'.charCodeAt(0)];

/** Comments and similar constructs that may contain something like a tag; no spreadsheet program writes any. */
const MOST_COMMENTS = 100;

/**
 * Guards against quadratic work: the reader is quadratic in the length of texts and where tags do not end, searches within tags in the length of
 * tags. Throws TableTooLarge, and Error for anything that is not XML.
 */
function refuseLongTexts(part: Uint8Array): void {
  let unended = 0;
  for (let from = part.indexOf(TAG); from >= 0 && from < part.length;) {
    const next = part.indexOf(TAG, from + 1);
    const end = next < 0 ? part.length : next;
    if (end - from > TABLE_BUDGET.textBytes) throw new TableTooLarge('表里有一格的文字太长');
    const tagEnd = part.indexOf(TAG_END, from);
    if (tagEnd < 0 || tagEnd > end) unended += 1;
    if (unended > MOST_COMMENTS) throw new Error('tags without an end');
    if (Math.min(tagEnd < 0 ? end : tagEnd, end) - from > TABLE_BUDGET.tagBytes)
      throw new TableTooLarge('表里有一格的属性太长');
    from = end;
  }
}

function soundSheet(part: Uint8Array): Uint8Array {
  const xml = strFromU8(part)
    .replace(/<c\s[^<>]*\/>/g, '')
    .replace(/<row\s[^<>]*\br="\d+"[^<>]*(?:\/>|>\s*<\/row>)/g, '');
  for (const { groups } of xml.matchAll(
    /<(?:\w+:)?(?:c|row)\s[^<>]*?\br=["'](?<column>[A-Za-z]*)(?<row>\d*)["']/g,
  )) {
    const { column = '', row = '' } = groups ?? {};
    if (Number(row) > MOST_ROWS)
      throw new TableTooLarge(`表里第 ${Number(row)} 行还有内容，超过 ${MOST_ROWS} 行`);
    if (numberOf(column) > MOST_COLUMNS)
      throw new TableTooLarge(`表里第 ${column} 列还有内容，超过 ${MOST_COLUMNS} 列`);
  }
  return strToU8(xml);
}

/** The number of a column by its letters: A is 1, AA is 27. */
function numberOf(letters: string): number {
  return [...letters.toUpperCase()].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function straysOf({ line, cells }: TableRow): TableStray[] {
  return cells.flatMap((words, index) =>
    forbiddenIn(words).map(({ code }) => ({ line, column: index + 1, code })),
  );
}

/** What spreadsheets show for a number that is no day. */
const NO_DAY = '####';

function wordsOf(value: CellValue | null): string {
  if (value === null) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? NO_DAY : value.toISOString().slice(0, 10);
  if (typeof value === 'number') return String(Number(value.toFixed(6)));
  return String(value).trim();
}
