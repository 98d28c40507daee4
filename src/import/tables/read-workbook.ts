import { forbiddenIn, withoutForbidden } from '../../domain/characters.ts';
import { TABLE_BUDGET } from '../../domain/budgets.ts';
import { UnreadableFile } from '../../domain/decode.ts';
import { openPackage } from '../../domain/package/open-package.ts';
import {
  childOf,
  childrenOf,
  elementsOf,
  isElement,
  rootOf,
  wordsOf,
  type XmlElement,
} from '../readers/xml.ts';
import { formatCode, shownNumber } from './number-format.ts';

/** A cell that holds something. Rows and columns are counted from 1. */
export interface SheetCell {
  row: number;
  column: number;
  /** What it shows, without blanks at its ends. */
  text: string;
  /** The whole day, where it shows one or a part of one. */
  day?: string | undefined;
  /** Whether it is stored as a number that is no day: 3.1 may have been typed as 3.10. */
  isNumber?: boolean | undefined;
  /** How many columns and rows it takes. */
  across: number;
  down: number;
}

export interface Sheet {
  name: string;
  isHidden: boolean;
  /** What the sheet shows, row by row, from left to right. */
  cells: SheetCell[];
  /** What stands in hidden rows and columns. */
  hidden: SheetCell[];
}

/** A workbook as far as imports go. */
export interface Workbook {
  sheets: Sheet[];
  /** What stands beside the cells: comments and text boxes. */
  asides: string[];
  /** What was made harmless or left aside, in Chinese. */
  remarks: string[];
}

export const MOST_CELLS = 50_000;
const SAVE_ANEW = '请用 Excel 或 WPS 另存为“Excel 工作簿（.xlsx）”';
/** The signature of old .xls files, and of files that are locked with a password. */
const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
const PARTS =
  /^xl\/(?:workbook\.xml|styles\.xml|sharedStrings\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml|comments[^/]*\.xml|comments\/[^/]+\.xml|drawings\/[^/]+\.xml)$/i;

type Parts = ReadonlyMap<string, Uint8Array>;

/**
 * Reads the cells of an .xlsx file. Nothing in it is ever run, worked out or fetched: of a formula only its stored result is read, macros and
 * links to other workbooks are left aside and named in `remarks`. Throws UnreadableFile.
 */
export function readWorkbook(bytes: Uint8Array): Workbook {
  if (COMPOUND_FILE.every((byte, index) => bytes[index] === byte)) {
    throw new UnreadableFile(`${compoundName(bytes)}${SAVE_ANEW.slice(1)}`);
  }
  const { names, files } = openPackage(bytes, (name) => PARTS.test(name));
  const root = (name: string) => {
    const data = files.get(name);
    return data && rootOf(data, name);
  };
  const book = root('xl/workbook.xml');
  if (!book) throw new UnreadableFile(`不是 .xlsx 表格；${SAVE_ANEW}`);
  const texts = childrenOf(root('xl/sharedStrings.xml'), 'si').map(textOf);
  const codes = formatCodes(root('xl/styles.xml'));
  const isFrom1904 = ['1', 'true'].includes(childOf(book, 'workbookPr')?.attributes.date1904 ?? '');
  const formulas = { stored: 0, empty: 0 };
  const context: SheetContext = { texts, codes, epoch: isFrom1904 ? 1904 : 1900, formulas, strays: 0 };
  const targets = new Map(
    childrenOf(root('xl/_rels/workbook.xml.rels'), 'Relationship').map(({ attributes }) => [
      attributes.Id ?? '',
      pathOf(attributes.Target ?? ''),
    ]),
  );
  const sheets = childrenOf(childOf(book, 'sheets'), 'sheet').flatMap(({ attributes }): Sheet[] => {
    const sheet = root(targets.get(attributes['r:id'] ?? relationOf(attributes)) ?? '');
    if (!sheet) return [];
    const isHidden = attributes.state !== undefined && attributes.state !== 'visible';
    return [{ name: withoutForbidden(attributes.name ?? ''), isHidden, ...cellsOf(sheet, context) }];
  });
  const beside = asidesOf(files, root);
  const strays = context.strays + forbiddenIn(beside.join('')).length;
  return {
    sheets,
    asides: beside.map(withoutForbidden),
    remarks: [
      ...remarksOf(names, formulas),
      ...(strays > 0 ? [`控制字符等不能入库的字符 ${strays} 个，已经去掉`] : []),
    ],
  };
}

/** What a compound file is by the names in its directory, and what comes before 另存为. */
function compoundName(bytes: Uint8Array): string {
  const has = (name: string) =>
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name, 0, 'utf16le');
  if (has('EncryptedPackage')) return '设了打开密码；先在 Excel 或 WPS 里去掉密码，再';
  if (has('WordDocument')) return '其实是 Word 文件（.doc）；把名字的结尾改成 .doc 再导入，是表格的';
  if (has('Workbook') || has('Book')) return '是旧版 .xls（Excel 97-2003），读不了；请';
  return '是旧版 .xls，或设了打开密码；先去掉密码，再';
}

/** The relation of a sheet, under whatever prefix the file gives that namespace. */
function relationOf(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1] ?? '';
}

function pathOf(target: string): string {
  return target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`;
}

/** The words of a shared or inline text, rich or plain, without the pinyin that stands over it. */
function textOf(element: XmlElement | undefined): string {
  if (!element) return '';
  const inner = elementsOf(element).map((child) => {
    if (child.name === 't') return child.children.map((node) => wordsOf(node) ?? '').join('');
    return child.name === 'r' ? textOf(child) : '';
  });
  return inner
    .join('')
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}

/** The number format of each cell format, by its index. */
function formatCodes(styles: XmlElement | undefined): string[] {
  const own = new Map(
    childrenOf(childOf(styles, 'numFmts'), 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? '',
    ]),
  );
  return childrenOf(childOf(styles, 'cellXfs'), 'xf').map(({ attributes }) =>
    formatCode(Number(attributes.numFmtId ?? 0), own),
  );
}

interface SheetContext {
  texts: readonly string[];
  codes: readonly string[];
  epoch: 1900 | 1904;
  formulas: { stored: number; empty: number };
  /** Characters that no text may hold, and that were left out. */
  strays: number;
}

function cellsOf(sheet: XmlElement, context: SheetContext): Pick<Sheet, 'cells' | 'hidden'> {
  const cells: SheetCell[] = [];
  const hiddenRows = new Set<number>();
  let row = 0;
  let characters = 0;
  for (const line of childrenOf(childOf(sheet, 'sheetData'), 'row')) {
    row = Number(line.attributes.r ?? row + 1);
    if (isSet(line.attributes.hidden)) hiddenRows.add(row);
    let column = 0;
    for (const cell of childrenOf(line, 'c')) {
      column = columnOf(cell.attributes.r) ?? column + 1;
      const shown = shownIn(cell, context);
      const words = shown.text.replace(/\r\n?/g, '\n').replace(/\u00A0/g, ' ');
      const text = withoutForbidden(words).trim();
      context.strays += forbiddenIn(words).length;
      if (text === '') continue;
      if (cells.length === MOST_CELLS)
        throw new UnreadableFile(`有字的格超过 ${MOST_CELLS} 个，不像要导入的表格`);
      characters += text.length;
      if (characters > TABLE_BUDGET.characters)
        throw new UnreadableFile(`表里的文字超过 ${TABLE_BUDGET.characters / 10_000} 万字；请拆成几份再导入`);
      const isNumber = shown.isNumber === true ? { isNumber: true } : {};
      cells.push({ row, column, text, day: shown.day, ...isNumber, across: 1, down: 1 });
    }
  }
  return shownAndHidden(merged(cells, sheet), hiddenRows, hiddenColumns(sheet));
}

function isSet(flag: string | undefined): boolean {
  return flag === '1' || flag === 'true';
}

function hiddenColumns(sheet: XmlElement): (column: number) => boolean {
  const ranges = childrenOf(childOf(sheet, 'cols'), 'col')
    .filter(({ attributes }) => isSet(attributes.hidden))
    .map(({ attributes }) => [Number(attributes.min), Number(attributes.max)] as const);
  return (column) => ranges.some(([from, until]) => from <= column && column <= until);
}

/** A cell is hidden where all rows or all columns that it takes are. */
function shownAndHidden(
  cells: readonly SheetCell[],
  hiddenRows: ReadonlySet<number>,
  isHiddenColumn: (column: number) => boolean,
): Pick<Sheet, 'cells' | 'hidden'> {
  const isHidden = ({ row, column, across, down }: SheetCell) =>
    hiddenRows.has(row) || isHiddenColumn(column)
      ? range(row, down).every((each) => hiddenRows.has(each)) || range(column, across).every(isHiddenColumn)
      : false;
  return { cells: cells.filter((cell) => !isHidden(cell)), hidden: cells.filter(isHidden) };
}

/** Whole numbers from one on; a merged range of a whole sheet is cut. */
function range(from: number, count: number): number[] {
  return Array.from(
    { length: Math.min(Math.max(count, 1), TABLE_BUDGET.columns) },
    (_, index) => from + index,
  );
}

function shownIn(
  cell: XmlElement,
  { texts, codes, epoch, formulas }: SheetContext,
): { text: string; day?: string | undefined; isNumber?: boolean } {
  const { t: type = 'n', s: style } = cell.attributes;
  const value = childOf(cell, 'v')?.text;
  if (childOf(cell, 'f')) formulas[value === undefined || value === '' ? 'empty' : 'stored'] += 1;
  if (type === 'inlineStr') return { text: textOf(childOf(cell, 'is')) };
  if (value === undefined) return { text: '' };
  if (type === 's') return { text: texts[Number(value)] ?? '' };
  if (type === 'd')
    return { text: value.replace('T', ' ').replace(/ 00:00(:00(\.0+)?)?Z?$/, ''), day: value.slice(0, 10) };
  if (type === 'b') return { text: value === '1' ? '是' : '否' };
  if (type !== 'n' || value.trim() === '' || !Number.isFinite(Number(value))) return { text: value };
  const shown = shownNumber(Number(value), codes[Number(style ?? 0)] ?? '', epoch);
  return { ...shown, isNumber: shown.day === undefined && /^[\d.]+$/.test(shown.text) };
}

/** Cells with the ranges that they take; a range says nothing where its first cell is empty. */
function merged(cells: SheetCell[], sheet: XmlElement): SheetCell[] {
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  for (const { attributes } of childrenOf(childOf(sheet, 'mergeCells'), 'mergeCell')) {
    const [from, until] = (attributes.ref ?? '').split(':').map(placeOf);
    const cell = from && at.get(`${from.row} ${from.column}`);
    if (!cell || !until) continue;
    cell.across = until.column - cell.column + 1;
    cell.down = until.row - cell.row + 1;
  }
  return cells;
}

function placeOf(reference: string): { row: number; column: number } | undefined {
  const [, row] = /^\$?[A-Z]+\$?(\d+)$/.exec(reference) ?? [];
  const column = columnOf(reference);
  return row === undefined || column === undefined ? undefined : { row: Number(row), column };
}

/** The column of a reference such as `AB12`, counted from 1. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^\$?([A-Z]{1,3})/.exec(reference ?? '')?.[1];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function asidesOf(files: Parts, root: (name: string) => XmlElement | undefined): string[] {
  return [...files.keys()].sort().flatMap((name) => {
    if (/^xl\/comments/i.test(name)) {
      return childrenOf(childOf(root(name), 'commentList'), 'comment').map(
        (comment) => `批注（${comment.attributes.ref ?? ''}）：${textOf(childOf(comment, 'text')).trim()}`,
      );
    }
    if (/^xl\/drawings\//i.test(name)) {
      const paragraphs = drawnParagraphs(root(name));
      return paragraphs.map((words) => `文本框：${words}`);
    }
    return [];
  });
}

/** The paragraphs of text boxes. */
function drawnParagraphs(element: XmlElement | undefined): string[] {
  if (!element) return [];
  if (element.name === 'a:p') {
    const words = drawnWords(element).trim();
    return words === '' ? [] : [words];
  }
  return elementsOf(element).flatMap(drawnParagraphs);
}

function drawnWords(element: XmlElement): string {
  return element.children
    .map((node) => (isElement(node) ? drawnWords(node) : element.name === 'a:t' ? (wordsOf(node) ?? '') : ''))
    .join('');
}

function remarksOf(names: readonly string[], formulas: { stored: number; empty: number }): string[] {
  const remarks: string[] = [];
  if (names.some((name) => /vbaProject/i.test(name))) remarks.push('文件含宏，宏没有读取，也不会运行');
  if (names.some((name) => /externalLinks\//i.test(name))) remarks.push('文件链接到别的工作簿，没有访问');
  if (names.some((name) => /embeddings\//i.test(name))) remarks.push('文件里嵌有别的文件，没有读取');
  if (names.some((name) => /^xl\/media\//i.test(name))) remarks.push('文件里有图片，没有读取');
  if (formulas.stored > 0) remarks.push(`公式 ${formulas.stored} 个，没有运行，只取存下来的结果`);
  if (formulas.empty > 0) remarks.push(`公式 ${formulas.empty} 个没有存下结果，当作空格`);
  return remarks;
}
