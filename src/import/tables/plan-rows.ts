import { plainName } from '../../tables/columns.ts';
import { NOT_PUBLISHED, type CellLedger } from './cell-ledger.ts';
import type { Grid } from './grid.ts';
import { repeatsHead, type PlanHead, type PlanKey } from './plan-head.ts';
import { addressOf } from './grid.ts';
import type { SheetCell } from './read-workbook.ts';
import { cellsUnder, footStart, isFootRow, isTotal } from './table-foot.ts';
import { doubtOfTimeCell, hiddenYear, timeWords } from './time-cells.ts';

/** A session as its rows of the table give it: words by purpose, several lines in one. */
export interface SessionRows {
  /** The first row of the sheet that it takes. */
  row: number;
  /** The head of the stage above it. */
  stageHead?: string | undefined;
  words: Partial<Record<PlanKey, string>>;
  /** The words of its time, column by column, several lines in one. */
  times: string[];
  /** Why its time cannot be known from what the file stores, in Chinese. */
  timeDoubts: string[];
  /** A year that a time cell stores without showing it. */
  hiddenYear?: number | undefined;
  /** Words of columns that have no purpose of their own, by the column's name. */
  others: { name: string; words: string }[];
}

/** A plan's table taken apart. */
export interface PlanRows {
  sessions: SessionRows[];
  /** Lines above the column names and below the last session. */
  above: string[];
  below: string[];
  /** What stands in columns without a name, each with its place. */
  beside: string[];
  /** Names of columns that are left out: names and numbers of people are never published. */
  left: string[];
}

const OF_PEOPLE =
  /^(?:姓名|学员姓名|电话|手机|手机号码?|联系电话|联系方式|办公电话|身份证号码?|身份证|微信号?|QQ号?)$/iu;

/** The head of a stage that stands in the column of times and over no other: 一、第一季度. */
const NUMBERED_HEAD =
  /^(?:第[一二三四五六七八九十]{1,3}阶段|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)])/u;
/** A stroke in a cell says that nothing belongs there. */
const CROSSED_OUT = /^[—–－\-/／\\]+$/u;
const USE_NAMES: Record<PlanKey, string> = {
  number: '序号',
  stage: '阶段',
  time: '时间',
  title: '专题',
  finish: '时间',
  content: '专题',
  readings: '篇目',
  form: '学习形式',
  people: '主持人/领学人',
  chair: '主持人',
  lead: '领学人',
  speakers: '发言人',
  place: '地点',
  attendees: '参加人员',
  observers: '列席',
  hours: '学时',
  requirement: '完成要求',
  responsible: '责任人',
  note: '备注',
};

/** Takes a sheet apart: sessions with the rows they take, heads of stages, lines above and below. Every cell's use is noted. */
export function readPlanRows(grid: Grid, head: PlanHead, ledger: CellLedger): PlanRows {
  const rows: PlanRows = { sessions: [], above: [], below: [], beside: [], left: [] };
  for (const cell of grid.cells) {
    if (cell.row < head.from) {
      rows.above.push(cell.text);
      ledger.use(cell, '表头文字');
    } else if (cell.row <= head.until) ledger.use(cell, '列名');
  }
  const foot = footStart(grid, head);
  let stageHead: string | undefined;
  for (let row = grid.nextRow(head.until + 1); row <= grid.lastRow; row = grid.nextRow(row)) {
    const cells = cellsUnder(head, grid.startingIn(row));
    const alone = aloneIn(cells, head);
    if (cells.length === 0) row += 1;
    if (cells.length === 0) continue;
    if (repeatsHead(cells)) useAll(cells, '重复的列名', ledger);
    else if (cells.length === 1 && rows.above.includes(cells[0]?.text ?? ''))
      useAll(cells, '重复的标题', ledger);
    else if (row >= foot || (alone && isFootRow(cells))) {
      useAll(cells, '表下文字', ledger);
      rows.below.push(cells.map(({ text }) => text).join('　'));
    } else if (alone) {
      useAll(cells, '阶段', ledger);
      stageHead = alone.text;
    } else if (isTotal(cells)) {
      useAll(cells, '合计', ledger);
      rows.below.push(cells.map(({ text }) => text).join(' '));
    } else {
      row = takeSession(grid, head, row, stageHead, rows, ledger);
      continue;
    }
    row += 1;
  }
  for (const cell of grid.cells) {
    if (ledger.useOf(cell) !== undefined) continue;
    ledger.use(cell, '表旁文字');
    rows.beside.push(`${addressOf(cell)}：${cell.text}`);
  }
  return rows;
}

function useAll(cells: readonly SheetCell[], as: string, ledger: CellLedger): void {
  for (const cell of cells) ledger.use(cell, as);
}

/** The cell that a row holds alone, apart from its number: the head of a stage, or a line below the table. */
function aloneIn(cells: readonly SheetCell[], head: PlanHead): SheetCell | undefined {
  const [cell, ...more] = cells;
  if (!cell || more.length > 0) return undefined;
  if (isFootRow(cells)) return cell;
  const key = head.columns.find(({ column }) => column === cell.column)?.key;
  const isTime = key === 'time' && !NUMBERED_HEAD.test(cell.text);
  const isSession = cell.across === 1 && (key === 'title' || key === 'readings' || isTime);
  return isSession || (key === 'number' && cell.across === 1 && /^\d*$/.test(cell.text)) ? undefined : cell;
}

/** Reads the session that begins in a row; gives the row behind it. */
function takeSession(
  grid: Grid,
  head: PlanHead,
  row: number,
  stageHead: string | undefined,
  rows: PlanRows,
  ledger: CellLedger,
): number {
  const until = Math.min(row + heightOf(grid, head, row) - 1, grid.lastRow);
  const session: SessionRows = { row, stageHead, words: {}, times: [], timeDoubts: [], others: [] };
  const taken = new Set<SheetCell>();
  for (const { column, key, name } of head.columns) {
    const lines: string[] = [];
    const isLeft = key === undefined && OF_PEOPLE.test(plainName(name));
    for (let at = row; at <= until; at += 1) {
      const cell = grid.at(at, column);
      if (!cell || cell.row <= head.until || taken.has(cell)) continue;
      taken.add(cell);
      if (CROSSED_OUT.test(cell.text)) {
        ledger.use(cell, '划去的格');
        continue;
      }
      if (isLeft) {
        ledger.use(cell, NOT_PUBLISHED);
        if (!rows.left.includes(name)) rows.left.push(name);
        continue;
      }
      ledger.use(cell, key === undefined ? '记入备注' : USE_NAMES[key]);
      lines.push(cell.text);
      if (key === 'time') takeTime(cell, session);
    }
    if (lines.length === 0) continue;
    const words = lines.join('\n');
    if (key === 'time') session.times.push(lines.map((line) => timeWords(line, name)).join('\n'));
    if (key === undefined) session.others.push({ name, words });
    else session.words[key] = joined(session.words[key], words);
  }
  const isBlank = Object.keys(session.words).every((key) => key === 'number') && session.others.length === 0;
  const previous = rows.sessions.at(-1);
  if (isBlank) return until + 1;
  if (previous && isContinuation(session)) continueWith(previous, session);
  else rows.sessions.push(session);
  return until + 1;
}

function takeTime(cell: SheetCell, session: SessionRows): void {
  const doubt = doubtOfTimeCell(cell);
  if (doubt !== undefined) session.timeDoubts.push(doubt);
  session.hiddenYear ??= hiddenYear(cell);
}

/** Two columns of one purpose stand on lines of their own. */
function joined(before: string | undefined, words: string): string {
  return before === undefined ? words : `${before}\n${words}`;
}

/** How many rows a session takes: those of its number, or else of its subject; rows with times of their own are sessions of their own. */
function heightOf(grid: Grid, { columns }: PlanHead, row: number): number {
  const startOf = (key: PlanKey) => {
    const column = columns.find((each) => each.key === key)?.column;
    const cell = column === undefined ? undefined : grid.at(row, column);
    return cell?.row === row ? cell : undefined;
  };
  const down = (startOf('number') ?? startOf('title') ?? startOf('readings'))?.down ?? 1;
  const times = columns.filter(({ key }) => key === 'time').map(({ column }) => column);
  const below = Array.from({ length: Math.min(down - 1, grid.lastRow - row) }, (_, index) => row + index + 1);
  const hasOwnTimes = below.some((each) => times.some((column) => grid.at(each, column)?.row === each));
  return hasOwnTimes ? 1 : down;
}

/** A row that only goes on with the one above: no number, no time of its own, no subject. */
function isContinuation({ words, others }: SessionRows): boolean {
  return (
    words.number === undefined &&
    words.title === undefined &&
    words.time === undefined &&
    (words.readings !== undefined ||
      words.note !== undefined ||
      others.length > 0 ||
      words.requirement !== undefined) &&
    words.form === undefined
  );
}

function continueWith(session: SessionRows, more: SessionRows): void {
  for (const key of Object.keys(more.words) as PlanKey[]) {
    const [before, words] = [session.words[key], more.words[key]];
    if (words !== undefined && before !== words)
      session.words[key] = before === undefined ? words : `${before}\n${words}`;
  }
  session.others.push(...more.others);
  session.timeDoubts.push(...more.timeDoubts);
}
