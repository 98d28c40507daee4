import type { Row } from './rows.ts';
import type { Segment } from './segments.ts';

/** A stretch of rows: a table without rules, or rows that are none. */
export interface Stretch {
  rows: Row[];
  /** The cells of each row of the table, by column; absent where the rows are no table. */
  cells?: Segment[][][];
}

/** What stands at one height: rows that are nearer than their type is high, as where words of two lines stand beside one. */
interface Band {
  rows: Row[];
  /** Segments that stand above each other are one cell. */
  cells: Cell[];
  size: number;
}

interface Cell {
  segments: Segment[];
  left: number;
  right: number;
}

interface Gap {
  from: number;
  to: number;
}

/** Rows that are nearer than this, in type sizes, stand at one height. */
const ONE_BAND = 0.9;
/** A gap between columns has so many type sizes at least. */
const LEAST_GAP = 0.8;
const LEAST_ROWS = 2;
/** Lines of a cell are nearer than this share of the widest distance between rows. */
const CLOSE = 0.7;
/** Bands among which the one with most cells is looked for. */
const LOOK_AHEAD = 6;

/** Divides rows into tables without rules, whose cells stand below each other with gaps between them, and all others. */
export function findOpenTables(rows: readonly Row[]): Stretch[] {
  const bands = bandsOf(rows);
  const stretches: Stretch[] = [];
  let rest: Row[] = [];
  for (let at = 0; at < bands.length;) {
    const found = tableFrom(bands, at);
    if (!found) {
      rest.push(...(bands[at]?.rows ?? []));
      at += 1;
      continue;
    }
    if (rest.length > 0) stretches.push({ rows: rest });
    rest = [];
    stretches.push(found.stretch);
    at += found.bands;
  }
  return rest.length > 0 ? [...stretches, { rows: rest }] : stretches;
}

function bandsOf(rows: readonly Row[]): Band[] {
  const bands: Row[][] = [];
  for (const row of rows) {
    const band = bands.at(-1);
    const last = band?.at(-1);
    if (band && last && row.y - last.y < Math.min(row.size, last.size) * ONE_BAND) band.push(row);
    else bands.push([row]);
  }
  return bands.map((inBand) => ({
    rows: inBand,
    cells: withoutMark(cellsOf(inBand.flatMap(({ segments }) => segments))),
    size: Math.max(...inBand.map(({ size }) => size)),
  }));
}

function cellsOf(segments: readonly Segment[]): Cell[] {
  const cells: Cell[] = [];
  for (const segment of [...segments].sort((a, b) => a.left - b.left)) {
    const cell = cells.at(-1);
    if (cell && segment.left < cell.right) {
      cell.segments.push(segment);
      cell.right = Math.max(cell.right, segment.right);
    } else cells.push({ segments: [segment], left: segment.left, right: segment.right });
  }
  return cells;
}

/** The number of a list with its mark, behind which programs set a wide gap. */
const LIST_MARK =
  /^(?:第?[\d一二三四五六七八九十百]{1,4}[、.．)）条章节]|[(（][\d一二三四五六七八九十百]{1,4}[)）]|[①-⑳•●■◆▪–-])$/u;

/** A line of a list is one cell: its number and what it numbers. */
function withoutMark(cells: Cell[]): Cell[] {
  const [mark, text] = cells;
  if (cells.length !== 2 || !mark || !text) return cells;
  const words = mark.segments.map((segment) => segment.text).join('');
  if (!LIST_MARK.test(words)) return cells;
  return [{ segments: [...mark.segments, ...text.segments], left: mark.left, right: text.right }];
}

/**
 * The table that begins with a band, if one does, and how many bands it takes. The band of most cells says where columns are; cells of
 * others may run over several.
 */
function tableFrom(bands: readonly Band[], start: number): { stretch: Stretch; bands: number } | undefined {
  const first = bands[start];
  if (!first || first.cells.length < 2) return undefined;
  let gaps = gapsOf(fullest(bands.slice(start, start + LOOK_AHEAD)));
  let last = start;
  for (const [index, band] of bands.slice(start).entries()) {
    const left = gaps.map((gap) => narrowed(gap, band));
    const kept = left.filter((gap) => gap !== undefined).length;
    if (kept === 0 || (kept < gaps.length && band.cells.length === 1)) break;
    gaps = gaps.map((gap, at) => left[at] ?? gap);
    if (band.cells.length > 1) last = start + index + 1;
  }
  const taken = bands.slice(start, last);
  if (taken.filter(({ cells }) => cells.length > 1).length < LEAST_ROWS) return undefined;
  return {
    stretch: {
      rows: taken.flatMap(({ rows }) => rows),
      cells: gathered(taken, gaps),
    },
    bands: taken.length,
  };
}

/** The band of most cells among those that follow each other with several. */
function fullest(bands: readonly Band[]): Band {
  const end = bands.findIndex(({ cells }) => cells.length < 2);
  return bands
    .slice(0, end < 0 ? undefined : end)
    .reduce((most, band) => (band.cells.length > most.cells.length ? band : most));
}

function gapsOf({ cells }: Band): Gap[] {
  return cells.slice(1).map((cell, index) => ({ from: cells[index]?.right ?? 0, to: cell.left }));
}

/** What a band leaves of a gap: nothing where it crosses it, or stands in the middle of it. */
function narrowed(gap: Gap, { cells, size }: Band): Gap | undefined {
  let { from, to } = gap;
  for (const { left, right } of cells) {
    if (left >= gap.to || right <= gap.from) continue;
    if (left > from && right >= to) to = left;
    else if (left <= from && right < to) from = right;
    else return undefined;
  }
  return to - from >= size * LEAST_GAP ? { from, to } : undefined;
}

/** The cells of each row by column. A band whose first cell is empty and that follows closer than rows do goes on with the row above. */
function gathered(bands: readonly Band[], gaps: readonly Gap[]): Segment[][][] {
  const distances = bands.slice(1).map((band, index) => topOf(band) - topOf(bands[index]));
  const usual = Math.max(...distances) * CLOSE;
  const rows: Segment[][][] = [];
  bands.forEach((band, index) => {
    const cells = placed(band, gaps);
    const above = rows.at(-1);
    if (above && cells[0]?.length === 0 && (distances[index - 1] ?? 0) < usual)
      cells.forEach((cell, column) => above[column]?.push(...cell));
    else rows.push(cells);
  });
  return rows;
}

function topOf(band: Band | undefined): number {
  return band?.rows[0]?.y ?? 0;
}

/** The segments of a band by column. */
function placed({ cells }: Band, gaps: readonly Gap[]): Segment[][] {
  const columns: Segment[][] = Array.from({ length: gaps.length + 1 }, () => []);
  for (const { segments, left } of cells)
    columns[gaps.filter(({ from }) => left >= from).length]?.push(...segments);
  return columns;
}
