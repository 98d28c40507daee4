import type { CollectedLine } from './collector.ts';

/** A row as old files keep it: its cells, and where they begin and end on the page, in twips. */
export interface EdgedRow {
  cells: CollectedLine[][];
  /** One more than cells; absent where the file does not say. */
  edges?: readonly number[] | undefined;
}

/** Edges that differ by less are one: programs round them. */
const CLOSE = 40;
const MOST_COLUMNS = 63;

/**
 * Rows with each cell under the heads that it belongs to: a cell that is as wide as several columns takes their places, empty but for the first.
 * Rows that do not say where their cells end stay as they are.
 */
export function gridRows(rows: readonly EdgedRow[]): CollectedLine[][][] {
  const lines = gridLines(rows.flatMap(({ edges }) => edges ?? []));
  if (lines.length - 1 > MOST_COLUMNS) return rows.map(({ cells }) => cells);
  return rows.map(({ cells, edges }) => {
    if (!edges || edges.length !== cells.length + 1) return cells;
    const placed: CollectedLine[][] = [];
    cells.forEach((cell, index) => {
      const column = columnOf(edges[index] ?? 0, lines);
      while (placed.length < column) placed.push([]);
      placed.push(cell);
    });
    return placed;
  });
}

function gridLines(edges: readonly number[]): number[] {
  const lines: number[] = [];
  for (const edge of [...edges].sort((one, other) => one - other))
    if (lines.length === 0 || edge - (lines.at(-1) ?? 0) > CLOSE) lines.push(edge);
  return lines;
}

function columnOf(edge: number, lines: readonly number[]): number {
  return Math.max(
    lines.findLastIndex((line) => line <= edge + 1),
    0,
  );
}
