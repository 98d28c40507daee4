import { TABLE_BUDGET } from '../domain/budgets.ts';
import { unguarded } from '../domain/spreadsheet-cell.ts';
import { TableTooLarge, type TableRow } from './table.ts';

const DELIMITERS = [',', '\t', ';', '，'] as const;

/**
 * Rows of delimited text as spreadsheet programs write it: cells in double quotes may hold delimiters, doubled quotes and line
 * breaks. The delimiter (comma, tab, semicolon, full-width comma) is the one that the first lines hold most outside of quotes. An apostrophe
 * that keeps a cell from being a formula is no part of its words. Rows without text are left out. Throws TableTooLarge.
 */
export function parseCsv(text: string): TableRow[] {
  const source = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  const delimiter = delimiterOf(source);
  const { columns } = TABLE_BUDGET;
  const rows: TableRow[] = [];
  let row: TableRow = { line: 1, cells: [] };
  let [cell, line, isQuoted] = ['', 1, false];
  const endCell = () => {
    const words = unguarded(cell.trim()).trim();
    if (row.cells.length < columns) row.cells.push(words);
    else if (words !== '') throw new TableTooLarge(`一行里的列超过 ${columns} 个`, row.line);
    cell = '';
  };
  const endRow = () => {
    endCell();
    if (row.cells.some((words) => words !== '')) rows.push(row);
    if (rows.length > TABLE_BUDGET.rows) throw new TableTooLarge(`行数超过 ${TABLE_BUDGET.rows}`, row.line);
    row = { line: line + 1, cells: [] };
  };
  for (let at = 0; at < source.length; at += 1) {
    const character = source[at]!;
    if (isQuoted) {
      if (character === '"' && source[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (character === '"') isQuoted = false;
      else cell += character;
    } else if (character === '"' && cell.trim() === '') {
      isQuoted = true;
      cell = '';
    } else if (character === delimiter) endCell();
    else if (character === '\n') endRow();
    else cell += character;
    if (character === '\n') line += 1;
    refuseLongCell(cell, row.line);
  }
  endRow();
  return rows;
}

/** An unclosed quotation mark turns everything after it into one cell. */
function refuseLongCell(cell: string, line: number): void {
  if (cell.length > TABLE_BUDGET.cellCharacters)
    throw new TableTooLarge(
      `有一格超过 ${TABLE_BUDGET.cellCharacters} 字，多半是前面的引号（"）没有配对`,
      line,
    );
}

/** Most lines, and most characters of them, that are examined to find the delimiter. */
const [HEAD_LINES, HEAD_CHARACTERS] = [10, 100_000];

/** The delimiter that occurs most often outside of quotes; ties go to the first. */
export function delimiterOf(source: string): string {
  const counts = new Map<string, number>(DELIMITERS.map((delimiter) => [delimiter, 0]));
  let [lines, isQuoted, isFresh] = [0, false, true];
  for (const character of source.slice(0, HEAD_CHARACTERS)) {
    if (character === '"' && (isQuoted || isFresh)) isQuoted = !isQuoted;
    if (isQuoted) continue;
    const count = counts.get(character);
    if (count !== undefined) counts.set(character, count + 1);
    if (character === '\n') lines += 1;
    if (lines === HEAD_LINES) break;
    isFresh =
      count !== undefined || character === '\n' || (isFresh && character === ' ') || character === '"';
  }
  return [...counts].reduce((most, next) => (next[1] > most[1] ? next : most))[0];
}
