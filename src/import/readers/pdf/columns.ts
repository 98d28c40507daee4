import { median } from './rows.ts';
import type { Segment } from './segments.ts';

/** Segments that stand in two columns, and what stands above and below. */
export interface Columns {
  above: Segment[];
  left: Segment[];
  right: Segment[];
  below: Segment[];
}

/** A column has so many lines at least, and they are so many type sizes wide. */
const LEAST_LINES = 3;
const LEAST_WIDTH = 8;
/** So many of its lines reach within this many type sizes of its right edge. */
const LEAST_FULL = 0.5;
const FULL = 1.6;
/** Lines of one column begin within so many points of each other. */
const ALIGNED = 2;
const GUTTER = 0.3;
const LEAST_OVERLAP = 0.5;

/** Two columns of running text beside each other, where there are any. Cells of tables are too short to be taken for such. */
export function findColumns(segments: readonly Segment[]): Columns | undefined {
  const size = median(segments.map((segment) => segment.size));
  const sorted = [...segments].sort((a, b) => a.y - b.y);
  const found = startsOf(sorted, size)
    .flatMap((start) => runsBeside(sorted, start - size * GUTTER))
    .filter((run) => areColumns(run, size))
    .sort((a, b) => b.left.length + b.right.length - a.left.length - a.right.length);
  return found[0];
}

/** Left edges that enough lines share and that leave room for a column before them. */
function startsOf(segments: readonly Segment[], size: number): number[] {
  const edge = Math.min(...segments.map(({ left }) => left)) + size * LEAST_WIDTH;
  const lefts = segments
    .map(({ left }) => left)
    .filter((left) => left > edge)
    .sort((a, b) => a - b);
  const starts: number[] = [];
  for (const [index, left] of lefts.entries())
    if (
      (lefts[index + LEAST_LINES - 1] ?? Infinity) - left < ALIGNED &&
      left - (starts.at(-1) ?? 0) > ALIGNED
    )
      starts.push(left);
  return starts;
}

/** Stretches of a page in which no segment crosses a gutter. */
function runsBeside(sorted: readonly Segment[], gutter: number): Columns[] {
  const runs: Columns[] = [];
  let from = 0;
  const close = (until: number) => {
    const run = sorted.slice(from, until);
    runs.push({
      above: sorted.slice(0, from),
      left: run.filter(({ right }) => right <= gutter),
      right: run.filter(({ left }) => left >= gutter),
      below: sorted.slice(until),
    });
  };
  sorted.forEach(({ left, right }, index) => {
    if (left >= gutter || right <= gutter) return;
    close(index);
    from = index + 1;
  });
  close(sorted.length);
  return runs;
}

function areColumns({ left, right }: Columns, size: number): boolean {
  if (![left, right].every((column) => isColumn(column, size))) return false;
  const [a, b] = [extent(left), extent(right)];
  const shared = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return shared >= Math.min(a.bottom - a.top, b.bottom - b.top) * LEAST_OVERLAP;
}

function isColumn(column: readonly Segment[], size: number): boolean {
  const edge = Math.max(...column.map(({ right }) => right));
  const start = Math.min(...column.map(({ left }) => left));
  const full = column.filter(
    ({ left, right }) => right >= edge - size * FULL && right - left >= size * LEAST_WIDTH,
  );
  return (
    column.length >= LEAST_LINES &&
    edge - start >= size * LEAST_WIDTH &&
    full.length >= column.length * LEAST_FULL
  );
}

function extent(column: readonly Segment[]): { top: number; bottom: number } {
  const ys = column.map(({ y }) => y);
  return { top: Math.min(...ys), bottom: Math.max(...ys) };
}
