import { readTime } from '../../domain/time-words/read-time.ts';
import type { CellLedger } from './cell-ledger.ts';
import { addressOf, type Grid } from './grid.ts';
import type { PlanRows, SessionRows } from './plan-rows.ts';
import type { SheetCell } from './read-workbook.ts';
import { isFootRow } from './table-foot.ts';
import { hiddenYear } from './time-cells.ts';

/** A table whose columns are times (周一 to 周日, 1月 to 12月) and whose cells are sessions, as a timetable is drawn. */
export interface TimeGrid {
  /** The row that names the columns' times. */
  row: number;
  /** The last row that does so: dates may stand under the weekdays. */
  until: number;
  columns: SheetCell[];
}

const LEAST_TIMES = 3;

/** Whether a row names times over three columns or more, and hardly anything else. */
function findTimeGrid(grid: Grid, row: number): TimeGrid | undefined {
  const cells = grid.startingIn(row);
  if (cells.length < LEAST_TIMES) return undefined;
  const columns = cells.filter(isTime);
  const isMost = columns.length >= LEAST_TIMES && columns.length >= cells.length - 2;
  const isFirst = columns[0] !== undefined && cells.slice(0, -columns.length).every((cell) => !isTime(cell));
  return isMost && isFirst ? withSecondRow(grid, { row, until: row, columns }) : undefined;
}

/** A second row of times belongs to the first where each of its cells goes on with the time over it: 星期一 over 3月8日. */
function withSecondRow(grid: Grid, { row, columns }: TimeGrid): TimeGrid {
  const below = grid.nextRow(row + 1);
  const [first] = columns;
  const cells = grid.startingIn(below).filter(({ column }) => first !== undefined && column >= first.column);
  const both = columns.map((over) =>
    joined(
      over,
      cells.find(({ column }) => column === over.column),
    ),
  );
  const isSecond = cells.length === columns.length && both.every((cell) => cell !== undefined);
  return isSecond ? { row, until: below, columns: both } : { row, until: row, columns };
}

/** One time of two cells, of which one is a day or month; `undefined` where they are none. */
function joined(over: SheetCell, under: SheetCell | undefined): SheetCell | undefined {
  if (!under || !isTime(under)) return undefined;
  const orders = [
    [under, over],
    [over, under],
  ] as const;
  const [dated] = orders.find(([one, other]) => isTime({ ...one, text: `${one.text} ${other.text}` })) ?? [];
  if (!dated) return undefined;
  const other = dated === under ? over : under;
  return { ...over, day: dated.day, text: `${dated.text} ${other.text}` };
}

/** The first row of a sheet that names the times of a timetable. */
export function timeGridIn(grid: Grid): TimeGrid | undefined {
  for (let row = grid.nextRow(1); row <= grid.lastRow; row = grid.nextRow(row + 1)) {
    const found = findTimeGrid(grid, row);
    if (found) return found;
  }
  return undefined;
}

/** A weekday, a day, a month or a week of its own. */
function isTime({ text }: SheetCell): boolean {
  const { time, weekday, isWhole, from } = readTime(text);
  if (time.kind === 'nothing') return weekday !== undefined && from === undefined;
  return isWhole && ['day', 'within', 'week'].includes(time.kind);
}

/** The cells of a timetable as sessions, row by row; what stands in front of a row is a part of its time, or else kept beside it. */
export function readTimeGrid(
  grid: Grid,
  { row: first, until: head, columns }: TimeGrid,
  ledger: CellLedger,
): PlanRows {
  const rows: PlanRows = { sessions: [], above: [], below: [], beside: [], left: [] };
  const firstColumn = Math.min(...columns.map(({ column }) => column));
  for (const cell of grid.cells) {
    if (cell.row < first) rows.above.push(cell.text);
    if (cell.row <= head) ledger.use(cell, cell.row < first ? '表头文字' : '列名');
  }
  const names = grid.startingIn(first).filter(({ column }) => column < firstColumn);
  for (let row = grid.nextRow(head + 1); row <= grid.lastRow; row = grid.nextRow(row + 1)) {
    const labels = labelsOf(grid, row, firstColumn, head);
    const cells = grid.startingIn(row).filter(({ column }) => column >= firstColumn);
    if (cells.length === 0 || isFootRow(cells)) {
      for (const cell of grid.startingIn(row)) ledger.use(cell, '表下文字');
      rows.below.push(
        grid
          .startingIn(row)
          .map(({ text }) => text)
          .join('　'),
      );
      continue;
    }
    for (const label of labels) ledger.use(label, isPart(label) ? '时间' : '记入备注');
    for (const cell of cells) {
      const over = columns.find(
        ({ column, across }) => column <= cell.column && cell.column < column + across,
      );
      ledger.use(cell, over ? '专题' : '表旁文字');
      if (over) rows.sessions.push(sessionOf(cell, over, labels, names));
      else rows.beside.push(`${addressOf(cell)}：${cell.text}`);
    }
  }
  return rows;
}

function labelsOf(grid: Grid, row: number, firstColumn: number, head: number): SheetCell[] {
  const labels: SheetCell[] = [];
  for (let column = 1; column < firstColumn; column += 1) {
    const cell = grid.at(row, column);
    if (cell && cell.row > head && !labels.includes(cell)) labels.push(cell);
  }
  return labels;
}

function sessionOf(
  cell: SheetCell,
  over: SheetCell,
  labels: readonly SheetCell[],
  names: readonly SheetCell[],
): SessionRows {
  const times = timesOf(over, labels.filter(isPart));
  const others = labels
    .filter((label) => !isPart(label))
    .map(({ text, column }) => ({
      name: names.find((name) => name.column === column)?.text ?? '行',
      words: text,
    }));
  const [title = '', ...more] = cell.text.split('\n');
  return {
    row: cell.row,
    words: { title, ...(more.length > 0 ? { note: more.join('\n') } : {}), time: times.join('\n') },
    times,
    timeDoubts: [],
    hiddenYear: hiddenYear(over),
    others,
  };
}

/** Whether words say something of a time: 第一周, 上午, 14:30, 3月. */
function isPart({ text }: SheetCell): boolean {
  const { time, from, half } = readTime(text);
  return time.kind === 'nothing' ? (from ?? half) !== undefined : time.kind !== 'unread';
}

/** The time of a row and of a column in the order in which it is understood: 第一周 周五, 3月5日 上午. */
function timesOf(over: SheetCell, labels: readonly SheetCell[]): string[] {
  const words = labels.map(({ text }) => text);
  const orders = [
    [...words, over.text],
    [over.text, ...words],
  ];
  return orders.find((each) => readTime(each).time.kind !== 'unread') ?? [...words, over.text];
}
