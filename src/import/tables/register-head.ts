import { LEDGER_COLUMNS } from '../../source/ledger-table.ts';
import { RECEIPTS_COLUMNS } from '../../source/receipts-table.ts';
import { byColumn, plainName, type ColumnNames } from '../../tables/columns.ts';
import type { TableRow } from '../../tables/table.ts';
import { wholeDay } from '../../domain/time-words/whole-day.ts';
import { yearsInTitle } from '../../domain/time-words/years.ts';
import type { Grid } from './grid.ts';
import { isFootRow } from './table-foot.ts';
import { mayLackZero } from './time-cells.ts';

/** A ledger or a table of what was handed in: its rows as readers of such tables see them. */
export interface Register {
  kind: '报送情况' | '台账';
  /** The row of the column names. */
  header: number;
  rows: TableRow[];
}

/** Ledgers have at least so many of the known columns. */
const LEAST_OF_LEDGER = 3;
const DAY_NAMES = new Set(
  [
    RECEIPTS_COLUMNS.received,
    ...(['received', 'signed', 'firstReply', 'done', 'limit'] as const).map((key) => LEDGER_COLUMNS[key]),
  ]
    .flat()
    .map(plainName),
);
const MOST_COLUMNS = 200;

/** The register that a sheet is by its column names; `undefined` where they are no register's. */
export function registerIn(grid: Grid): Register | undefined {
  const rows = rowsOf(grid);
  const receipts = byColumn(rows, RECEIPTS_COLUMNS, ['matter', 'unit']);
  const isReceipts =
    receipts && (['matter', 'unit', 'received'] as const).every((key) => receipts.found.has(key));
  if (isReceipts) return registerAt('报送情况', receipts.header, rows, grid);
  const ledger = byColumn(rows, LEDGER_COLUMNS, ['received']);
  if (!ledger || ledger.found.size < LEAST_OF_LEDGER) return undefined;
  return registerAt('台账', ledger.header, rows, grid);
}

/** The line above the column names that is the table's title. */
export function titleOf(grid: Grid, header: number): string | undefined {
  return grid.cells.find(({ row }) => row < header)?.text.replace(/\s+/gu, '');
}

/** Days without a year get the one of the table's title; lines below the table are no rows. */
function registerAt(kind: Register['kind'], header: number, rows: readonly TableRow[], grid: Grid): Register {
  const years = yearsInTitle(titleOf(grid, header) ?? '');
  const isDays = (rows.find(({ line }) => line === header)?.cells ?? []).map((name) =>
    DAY_NAMES.has(plainName(name)),
  );
  const inYear = (words: string, column: number) =>
    isDays[column] === true && years.length === 1 && !mayLackZero(words)
      ? (wholeDay(words, years[0]) ?? words)
      : words;
  return {
    kind,
    header,
    rows: rows
      .filter(({ line }) => line <= header || !isFootRow(grid.startingIn(line)))
      .map(({ line, cells }) => (line <= header ? { line, cells } : { line, cells: cells.map(inYear) })),
  };
}

/** Rows with the words of merged cells repeated in every row they span. */
function rowsOf(grid: Grid): TableRow[] {
  const rows: TableRow[] = [];
  for (let row = grid.nextRow(1); row <= grid.lastRow; row = grid.nextRow(row + 1)) {
    const cells = Array.from({ length: Math.min(grid.lastColumn, MOST_COLUMNS) }, (_, index) => {
      const cell = grid.at(row, index + 1);
      return cell === undefined || cell.column !== index + 1 ? '' : (cell.day ?? cell.text);
    });
    rows.push({ line: row, cells });
  }
  return rows;
}

/** The column names of a kind of register. */
export function columnsOf(kind: Register['kind']): ColumnNames<string> {
  return kind === '报送情况' ? RECEIPTS_COLUMNS : LEDGER_COLUMNS;
}
