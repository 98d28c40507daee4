import type { Row } from './rows.ts';
import { median } from './rows.ts';
import type { Segment } from './segments.ts';

/** A stretch of rows: a table without rules, or rows that are none. */
export interface Stretch {
  rows: Row[];
  /** The cells of each row, by column; absent where the rows are no table. */
  cells?: Segment[][][];
}

interface Gap {
  from: number;
  to: number;
}

/** A gap between columns has so many type sizes at least. */
const LEAST_GAP = 0.8;
/** A row that holds one cell and follows nearer than this share of the usual distance goes on with the row above. */
const CLOSE = 0.8;
const LEAST_ROWS = 2;

/** Divides rows into tables without rules, whose cells stand below each other with gaps between them, and all others. */
export function findOpenTables(rows: readonly Row[]): Stretch[] {
  const stretches: Stretch[] = [];
  let rest: Row[] = [];
  for (let at = 0; at < rows.length;) {
    const found = tableFrom(rows, at);
    if (found) {
      if (rest.length > 0) stretches.push({ rows: rest });
      rest = [];
      stretches.push(found);
      at += found.rows.length;
    } else {
      rest.push(rows[at] as Row);
      at += 1;
    }
  }
  return rest.length > 0 ? [...stretches, { rows: rest }] : stretches;
}

/** The table that begins with a row, if one does. */
function tableFrom(rows: readonly Row[], start: number): Stretch | undefined {
  const first = rows[start];
  if (!first || first.segments.length < 2) return undefined;
  let gaps = gapsOf(first);
  let end = start + 1;
  let last = end;
  for (; end < rows.length; end += 1) {
    const row = rows[end];
    if (!row) break;
    const shared = gaps.flatMap((gap) => narrowed(gap, row));
    if (shared.length < gaps.length) break;
    gaps = shared;
    if (row.segments.length > 1) last = end + 1;
  }
  const taken = rows.slice(start, last);
  if (taken.filter(({ segments }) => segments.length > 1).length < LEAST_ROWS) return undefined;
  return { rows: taken, cells: gatherCells(taken, gaps) };
}

function gapsOf({ segments }: Row): Gap[] {
  return segments.slice(1).map((segment, index) => ({ from: segments[index]?.right ?? 0, to: segment.left }));
}

/** What a row leaves of a gap: nothing where it crosses it, or stands in the way of all of it. */
function narrowed(gap: Gap, { segments, size }: Row): Gap[] {
  const middles = segments.filter(({ left, right }) => left < gap.to && right > gap.from);
  let { from, to } = gap;
  for (const { left, right } of middles) {
    if (left > from && right >= to) to = left;
    else if (left <= from && right < to) from = right;
    else return [];
  }
  return to - from >= size * LEAST_GAP ? [{ from, to }] : [];
}

/** The cells of each row by column; what goes on with the row above is put with it. */
function gatherCells(rows: readonly Row[], gaps: readonly Gap[]): Segment[][][] {
  const usual = median(rows.slice(1).map((row, index) => row.y - (rows[index]?.y ?? 0)));
  const cells: Segment[][][] = [];
  rows.forEach((row, index) => {
    const before = rows[index - 1];
    const isMore = before && row.segments.length === 1 && row.y - before.y < usual * CLOSE;
    const target = (isMore ? cells.at(-1) : undefined) ?? Array.from({ length: gaps.length + 1 }, () => []);
    for (const segment of row.segments)
      target[gaps.filter(({ from }) => segment.left >= from).length]?.push(segment);
    if (target !== cells.at(-1)) cells.push(target);
  });
  return cells;
}
