import { LEDGER_COLUMNS } from '../../source/ledger-table.ts';
import { RECEIPTS_COLUMNS } from '../../source/receipts-table.ts';
import { plainName } from '../../tables/columns.ts';
import { Grid } from './grid.ts';
import { findPlanHead, repeatsHead, startsPlan, type PlanHead } from './plan-head.ts';
import { PLAN_NAME } from './plan-line.ts';
import type { Sheet, SheetCell } from './read-workbook.ts';
import { registerIn, type Register } from './register-head.ts';
import { isFootRow } from './table-foot.ts';
import { timeGridIn, type TimeGrid } from './time-grid.ts';

/** What a table is by its column names. */
export type TableKind =
  | { name: 'plan'; head: PlanHead }
  | { name: 'register'; register: Register }
  | { name: 'times'; grid: TimeGrid };

/** A table of a sheet. */
export interface TablePiece {
  sheet: Sheet;
  grid: Grid;
  kind: TableKind;
}

/** Words of a sheet that are no table. */
export interface NotePiece {
  sheet: Sheet;
  cells: readonly SheetCell[];
}

const REGISTER_NAMES = new Set(
  [...Object.values(RECEIPTS_COLUMNS), ...Object.values(LEDGER_COLUMNS)].flat().map(plainName),
);
/** Names of a register that a row of column names holds at least. */
const LEAST_NAMES = 3;
/** Tables of one sheet, far more than anybody draws. */
const MOST_TABLES = 50;

/** The tables of the sheets that are not hidden, and the pieces without column names. */
export function piecesOf(sheets: readonly Sheet[]): { tables: TablePiece[]; notes: NotePiece[] } {
  const tables: TablePiece[] = [];
  const notes: NotePiece[] = [];
  for (const sheet of sheets) {
    if (sheet.isHidden || sheet.cells.length === 0) continue;
    for (const grid of tablesIn(sheet.cells)) {
      const kind = kindOf(grid);
      if (kind) tables.push({ sheet, grid, kind });
      else notes.push({ sheet, cells: grid.cells });
    }
  }
  return { tables, notes };
}

function kindOf(grid: Grid): TableKind | undefined {
  const head = findPlanHead(grid);
  if (head) return { name: 'plan', head };
  const register = registerIn(grid);
  if (register) return { name: 'register', register };
  const times = timeGridIn(grid);
  return times && { name: 'times', grid: times };
}

/** A sheet cut where tables stand below or beside each other, each with its title; a sheet of one table is one piece. */
function tablesIn(cells: readonly SheetCell[]): Grid[] {
  const grid = new Grid({ cells: [...cells] });
  const starts = startsIn(grid);
  const pieces = starts.map((from, index) => {
    const until = starts[index + 1] ?? Infinity;
    return cells.filter(({ row }) => (index === 0 || row >= from) && row < until);
  });
  return (pieces.length === 0 ? [[...cells]] : pieces).flatMap((piece) => sideBySide(piece));
}

/** The rows where tables begin, their titles included. */
function startsIn(grid: Grid): number[] {
  const starts: number[] = [];
  let behind = 0;
  let [names, title] = ['', ''];
  for (
    let row = grid.nextRow(1);
    row <= grid.lastRow && starts.length < MOST_TABLES;
    row = grid.nextRow(row + 1)
  ) {
    const cells = grid.startingIn(row);
    if (row <= behind || !isHead(grid, row, cells)) continue;
    const own = cells.map(({ text }) => plainName(text)).join(' ');
    const start = titleAbove(grid, row, behind);
    const ownTitle = start === row ? '' : plainName(grid.startingIn(start)[0]?.text ?? '');
    // The same names again are the next page of the same table, unless another title stands over them.
    const isOther = PLAN_NAME.test(ownTitle) && ownTitle !== title;
    if (own === names && repeatsHead(cells) && !isOther) continue;
    [names, title] = [own, ownTitle];
    starts.push(start);
    behind = Math.max(row, startsPlan(grid, row)?.until ?? row);
  }
  return starts;
}

function isHead(grid: Grid, row: number, cells: readonly SheetCell[]): boolean {
  if (startsPlan(grid, row)) return true;
  const named = cells.filter(({ text }) => REGISTER_NAMES.has(plainName(text)));
  return named.length >= LEAST_NAMES && named.length * 2 >= cells.length;
}

/** The first of the lines that stand directly above column names, each alone in its row. */
function titleAbove(grid: Grid, head: number, behind: number): number {
  let from = head;
  for (let row = head - 1; row > behind; row -= 1) {
    const cells = grid.startingIn(row);
    const [cell] = cells;
    if (!cell || cells.length > 2 || isFootRow([cell])) break;
    from = row;
  }
  return from;
}

/** Tables beside each other: the same purposes again in one row of column names. */
function sideBySide(cells: readonly SheetCell[]): Grid[] {
  const grid = new Grid({ cells: [...cells] });
  const cut = cutColumn(grid);
  if (cut === undefined) return [grid];
  const left = cells.filter(({ column }) => column < cut);
  return [new Grid({ cells: left }), ...sideBySide(cells.filter(({ column }) => column >= cut))];
}

/** The column at which a second table begins: time and subject are named again, in the same order. */
function cutColumn(grid: Grid): number | undefined {
  for (let row = grid.nextRow(1); row <= grid.lastRow; row = grid.nextRow(row + 1)) {
    const head = startsPlan(grid, row);
    if (head) return secondStart(head);
  }
  return undefined;
}

function secondStart({ columns }: PlanHead): number | undefined {
  const keys = columns.map(({ key }) => key);
  const half = keys.length / 2;
  for (let length = 2; length <= half; length += 1) {
    const [first, second] = [keys.slice(0, length), keys.slice(length, 2 * length)];
    const isSame = first.every((key, index) => key !== undefined && key === second[index]);
    if (isSame && new Set(first).size === length) return columns[length]?.column;
  }
  return undefined;
}
