import type { CellLedger } from './cell-ledger.ts';
import type { Grid } from './grid.ts';
import { repeatsHead, type PlanHead, type PlanKey } from './plan-head.ts';
import type { SheetCell } from './read-workbook.ts';

/** A session as its rows of the table give it: words by purpose, several lines in one. */
export interface SessionRows {
  /** The first row of the sheet that it takes. */
  row: number;
  /** The head of the stage above it. */
  stageHead?: string | undefined;
  words: Partial<Record<PlanKey, string>>;
  /** Words of columns that have no purpose of their own, by the column's name. */
  others: { name: string; words: string }[];
}

/** A plan's table taken apart. */
export interface PlanRows {
  sessions: SessionRows[];
  /** Lines above the column names and below the last session. */
  above: string[];
  below: string[];
}

const FOOT = /^(?:备注|注[:：]|说明|如有|联系|填表|制表|审核|审批|[合总小]计|注：)/u;
/** A stroke in a cell says that nothing belongs there. */
const CROSSED_OUT = /^[—–－\-/／\\]+$/u;
const USE_NAMES: Record<PlanKey, string> = {
  number: '序号',
  stage: '阶段',
  time: '时间',
  title: '专题',
  content: '专题',
  readings: '篇目',
  form: '学习形式',
  people: '主持人/领学人',
  chair: '主持人',
  lead: '领学人',
  speakers: '发言人',
  place: '地点',
  attendees: '参加人员',
  hours: '学时',
  requirement: '完成要求',
  responsible: '责任人',
  note: '备注',
};

/** Takes a sheet apart: sessions with the rows they take, heads of stages, lines above and below. Every cell's use is noted. */
export function readPlanRows(grid: Grid, head: PlanHead, ledger: CellLedger): PlanRows {
  const rows: PlanRows = { sessions: [], above: [], below: [] };
  for (const cell of grid.cells) {
    if (cell.row < head.from) {
      rows.above.push(cell.text);
      ledger.use(cell, '表头文字');
    } else if (cell.row <= head.until) ledger.use(cell, '列名');
  }
  let stageHead: string | undefined;
  for (let row = head.until + 1; row <= grid.lastRow;) {
    const cells = grid.startingIn(row);
    const alone = aloneIn(cells, head);
    if (repeatsHead(cells)) {
      for (const cell of cells) ledger.use(cell, '重复的列名');
      row += 1;
    } else if (alone && (FOOT.test(alone.text) || !hasSessionBelow(grid, head, row + alone.down))) {
      for (const cell of cells) {
        ledger.use(cell, '表下文字');
        rows.below.push(cell.text);
      }
      row += 1;
    } else if (alone) {
      for (const cell of cells) ledger.use(cell, '阶段');
      stageHead = cells.map(({ text }) => text).join('');
      row += 1;
    } else if (/^[合总小]\s*计/u.test(cells[0]?.text ?? '')) {
      for (const cell of cells) ledger.use(cell, '合计');
      rows.below.push(cells.map(({ text }) => text).join(' '));
      row += 1;
    } else row = takeSession(grid, head, row, stageHead, rows, ledger);
  }
  return rows;
}

/** The cell that a row holds alone, apart from its number: the head of a stage, or a line below the table. */
function aloneIn(cells: readonly SheetCell[], { columns }: PlanHead): SheetCell | undefined {
  const [cell, ...more] = cells;
  if (!cell || more.length > 0) return undefined;
  if (FOOT.test(cell.text)) return cell;
  const key = columns.find(({ column }) => column === cell.column)?.key;
  const isSession = cell.across === 1 && (key === 'title' || key === 'readings' || key === 'time');
  return isSession || (key === 'number' && cell.across === 1 && /^\d*$/.test(cell.text)) ? undefined : cell;
}

function hasSessionBelow(grid: Grid, head: PlanHead, from: number): boolean {
  for (let row = grid.nextRow(from); row <= grid.lastRow; row = grid.nextRow(row + 1)) {
    const cells = grid.startingIn(row);
    if (cells.length > 1 && !repeatsHead(cells) && !/^[合总小]\s*计/u.test(cells[0]?.text ?? '')) return true;
    if (cells.length === 1 && !aloneIn(cells, head)) return true;
  }
  return false;
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
  const session: SessionRows = { row, stageHead, words: {}, others: [] };
  const taken = new Set<SheetCell>();
  for (const { column, key, name } of head.columns) {
    const lines: string[] = [];
    for (let at = row; at <= until; at += 1) {
      const cell = grid.at(at, column);
      if (!cell || cell.row <= head.until || taken.has(cell)) continue;
      taken.add(cell);
      if (CROSSED_OUT.test(cell.text)) {
        ledger.use(cell, '划去的格');
        continue;
      }
      ledger.use(cell, key === undefined ? '记入备注' : USE_NAMES[key]);
      lines.push(cell.text);
    }
    if (lines.length === 0) continue;
    const words = lines.join('\n');
    if (key === undefined) session.others.push({ name, words });
    else session.words[key] = joined(session.words[key], words, key);
  }
  const isBlank = Object.keys(session.words).every((key) => key === 'number') && session.others.length === 0;
  const previous = rows.sessions.at(-1);
  if (isBlank) return until + 1;
  if (previous && isContinuation(session)) continueWith(previous, session);
  else rows.sessions.push(session);
  return until + 1;
}

/** Two columns of one purpose: parts of a time stand together (10月, 16日), anything else on lines of its own. */
function joined(before: string | undefined, words: string, key: PlanKey): string {
  if (before === undefined) return words;
  if (key !== 'time' || /\n/.test(before + words)) return `${before}\n${words}`;
  return /\d$/.test(before) && /^\d/.test(words) ? `${before} ${words}` : before + words;
}

/** How many rows a session takes: those of its number, or of its subject where several rows have one time. */
function heightOf(grid: Grid, { columns }: PlanHead, row: number): number {
  const startOf = (key: PlanKey) => {
    const column = columns.find((each) => each.key === key)?.column;
    const cell = column === undefined ? undefined : grid.at(row, column);
    return cell?.row === row ? cell : undefined;
  };
  const number = startOf('number');
  if (number) return number.down;
  const subject = startOf('title') ?? startOf('readings');
  if (!subject || subject.down === 1) return 1;
  const time = columns.find(({ key }) => key === 'time')?.column;
  const below = Array.from({ length: subject.down - 1 }, (_, index) => row + index + 1);
  const hasOwnTimes = time !== undefined && below.some((each) => grid.at(each, time)?.row === each);
  return hasOwnTimes ? 1 : subject.down;
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
}
