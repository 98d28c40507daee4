import { findColumns } from './columns.ts';
import type { Rule } from './glyph.ts';
import { findOpenTables } from './open-tables.ts';
import { rowsOf, type Row } from './rows.ts';
import { cellAt, isInside, widthOf, type RuledTable } from './ruled-tables.ts';
import { segmentsOf, type Segment } from './segments.ts';

/** A line of running text. */
export interface PageLine {
  row: Row;
  /** The left and right edge of the column that it stands in. */
  edges: { left: number; right: number };
  /** Where it stands: how wide the ruled cell is, or the page where its column is the page's only one; neither in one of several columns and in tables without rules. */
  box?: number;
  pageWidth?: number;
}

/** What follows each other on a page: lines of a column, or a table whose cells hold lines. */
export type Block = { lines: PageLine[] } | { cells: PageLine[][][] };

/** The blocks of a page in the order in which they are read. Lines in ruled tables belong to these. */
export function layOut(
  segments: readonly Segment[],
  tables: readonly RuledTable[],
  page: { rules: readonly Rule[]; width: number },
): Block[] {
  const [table, ...others] = tables;
  if (!table) return layOutText(segments, page.width);
  const inside = segments.filter((segment) => isInside(table, ...centre(segment)));
  const outside = segments.filter((segment) => !isInside(table, ...centre(segment)));
  return [
    ...layOutText(
      outside.filter(({ y }) => y <= table.top),
      page.width,
    ),
    ...(inside.length === 0 ? [] : [ruledBlock(table, inside, page.rules)]),
    ...layOut(
      outside.filter(({ y }) => y > table.top),
      others,
      page,
    ),
  ];
}

/** The middle of a segment. */
export function centre({ left, right, y, size }: Segment): [x: number, y: number] {
  return [(left + right) / 2, y - size / 3];
}

function layOutText(segments: readonly Segment[], pageWidth: number | undefined): Block[] {
  if (segments.length === 0) return [];
  const columns = findColumns(segments);
  if (columns)
    return [
      ...layOutText(columns.above, pageWidth),
      ...layOutText(columns.left, undefined),
      ...layOutText(columns.right, undefined),
      ...layOutText(columns.below, pageWidth),
    ];
  const stretches = findOpenTables(rowsOf(segments));
  const edges = edgesOf(stretches.flatMap(({ rows, cells }) => (cells ? [] : rows)));
  return stretches.map(({ rows, cells }) =>
    cells
      ? { cells: cells.map((row) => row.map((cell) => linesOf(cell))) }
      : { lines: rows.map((row) => ({ row, edges, ...(pageWidth !== undefined && { pageWidth }) })) },
  );
}

function linesOf(segments: readonly Segment[], box?: number): PageLine[] {
  const rows = rowsOf(segments);
  const edges = edgesOf(rows);
  return rows.map((row) => ({ row, edges, ...(box !== undefined && { box }) }));
}

/** Lines that end within this many type sizes of each other end at one edge. */
const ONE_EDGE = 1;

/** The edges of a column. One line alone that is longer than the others, a title or a note, says nothing of the right one. */
function edgesOf(rows: readonly Row[]): PageLine['edges'] {
  const ends = rows.map(({ right, size }) => ({ right, size })).sort((a, b) => b.right - a.right);
  const shared = ends.find(
    ({ right, size }, index) => right - (ends[index + 1]?.right ?? -Infinity) < size * ONE_EDGE,
  );
  return {
    left: Math.min(...rows.map(({ left }) => left)),
    right: (shared ?? ends[0])?.right ?? 0,
  };
}

function ruledBlock(table: RuledTable, segments: readonly Segment[], rules: readonly Rule[]): Block {
  const parts = new Map<string, Segment[]>();
  // Cells may be narrower than the gaps that part segments, so each glyph is asked for its own.
  for (const glyph of segments.flatMap(({ glyphs }) => glyphs)) {
    const { row, column } = cellAt(table, glyph.x + glyph.width / 2, glyph.y - glyph.size / 3);
    const key = `${row} ${column}`;
    const found = parts.get(key);
    const alone = {
      glyphs: [glyph],
      text: glyph.text,
      signs: [],
      left: glyph.x,
      right: glyph.x,
      y: glyph.y,
      size: glyph.size,
    };
    if (found) found.push(alone);
    else parts.set(key, [alone]);
  }
  const cells = table.cells.map((numbers, row) =>
    numbers.map((_, column) => {
      const glyphs = (parts.get(`${row} ${column}`) ?? []).flatMap((part) => part.glyphs);
      return linesOf(segmentsOf(glyphs, rules), widthOf(table, row, column));
    }),
  );
  return { cells };
}
