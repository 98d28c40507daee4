import { readTime } from '../../domain/time-words/read-time.ts';
import type { Grid } from './grid.ts';
import { repeatsHead, type PlanHead, type PlanKey } from './plan-head.ts';
import type { SheetCell } from './read-workbook.ts';

const FOOT = /^(?:备注|注[:：]|说明|如有|联系|填表|制表|审核|审批)/u;
/** A label that only stands below tables, with a colon: 制表人：, 分管领导（签字）：, 单位（盖章）： */
const SIGNED =
  /(?:签字|签名|签章|盖章|公章)|^(?:制表|填表|填报|审核|审批|复核|经办|联系|报送|编制|批准|负责|主管|分管|单位|日期|时间|电话)[^：:]{0,8}[：:]/u;
const TOTAL = /^(?:[合总小共累]\s*计|总学时|总课时|总场次|合计学时)/u;
const BODY =
  /(?:局|委|办|办公室|党委|党组|总支|支部|委员会|中心|医院|学院|学校|公司|馆|所|站|科|处|部|厅|院|政府|协会)$/u;
const LONGEST_SIGNATURE = 40;

/** Whether a row is a sum. */
export function isTotal(cells: readonly SheetCell[]): boolean {
  return cells.slice(0, 2).some(({ text }) => TOTAL.test(text));
}

/** Whether a row says by its words that it stands below a table: a note, a label of who made the table. */
export function isFootRow(cells: readonly SheetCell[]): boolean {
  const [first] = cells;
  return (
    first !== undefined &&
    (FOOT.test(first.text) ||
      cells.every(({ text }) => SIGNED.test(text)) ||
      (TOTAL.test(first.text) && cells.length === 1))
  );
}

/** The cells of a row that stand under a column name; others stand beside the table. */
export function cellsUnder({ columns }: PlanHead, cells: readonly SheetCell[]): SheetCell[] {
  return cells.filter(({ column, across }) =>
    columns.some((each) => column <= each.column && each.column < column + across),
  );
}

/** The first row of what stands below the sessions: lines by themselves, sums, signatures with a day. `Infinity` where nothing does. */
export function footStart(grid: Grid, head: PlanHead): number {
  const rows: number[] = [];
  for (let row = grid.nextRow(head.until + 1); row <= grid.lastRow; row = grid.nextRow(row + 1))
    rows.push(row);
  let start = Infinity;
  for (const row of rows.reverse()) {
    const cells = cellsUnder(head, grid.startingIn(row));
    if (cells.length === 0) continue;
    if (!isBelow(cells, head)) return start;
    if (!isTotal(cells) && !repeatsHead(cells)) start = row;
  }
  return start;
}

function isBelow(cells: readonly SheetCell[], head: PlanHead): boolean {
  if (isFootRow(cells) || isTotal(cells) || repeatsHead(cells) || isSignature(cells)) return true;
  const keys = cells.map((cell) => keyOf(cell, head));
  const [cell] = cells;
  if (cells.length === 1 && cell) {
    const isTimed = keys[0] === 'time' || keys[0] === 'title' || keys[0] === 'readings';
    return !(cell.across === 1 && isTimed) && !(keys[0] === 'number' && /^\d*$/.test(cell.text));
  }
  return (
    !keys.some((key) => key !== undefined && OF_SESSIONS.has(key)) && !/^\d+$/.test(cells[0]?.text ?? '')
  );
}

/** Columns one of which every session fills. */
const OF_SESSIONS: ReadonlySet<PlanKey> = new Set([
  'title',
  'readings',
  'content',
  'time',
  'form',
  'requirement',
]);

/** The name of a body and a day with its year, in whatever columns: nobody studies these. */
function isSignature(cells: readonly SheetCell[]): boolean {
  const [days, others] = [cells.filter(isDay), cells.filter((cell) => !isDay(cell))];
  const isBody = ({ text }: SheetCell) => {
    const words = text.replace(/\s+/gu, '').replace(/[（(][^（(]*[)）]$/u, '');
    return words.length <= LONGEST_SIGNATURE && (BODY.test(words) || SIGNED.test(text));
  };
  return days.length > 0 && others.every(isBody) && (cells.length === 1 || others.length > 0);
}

function isDay({ text, day }: SheetCell): boolean {
  return day !== undefined || isWholeDay(text);
}

function isWholeDay(text: string): boolean {
  const { time, isWhole } = readTime(text.replace(/^(?:日期|时间)[：:]/u, ''));
  return isWhole && time.kind === 'day' && time.day.year !== undefined;
}

function keyOf({ column }: SheetCell, { columns }: PlanHead): PlanKey | undefined {
  return columns.find((each) => each.column === column)?.key;
}
