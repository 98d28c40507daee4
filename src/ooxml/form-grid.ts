import type { Paragraph, Table, TableCell, TableRow } from './document/document.ts';

/** A cell by its share of its row's width. */
export interface GridCell extends Omit<TableCell, 'across'> {
  share: number;
}

/** A row; its cells together take the whole width of the table. */
export interface GridRow extends Omit<TableRow, 'cells'> {
  cells: readonly GridCell[];
}

/** Rows with different columns as one table: its columns are all places where some row has a rule, and cells span as many as they need. */
export function gridTable(rows: readonly GridRow[], width: number): Table {
  const edgesOf = ({ cells }: GridRow) => {
    const whole = cells.reduce((sum, { share }) => sum + share, 0);
    let edge = 0;
    return cells.map(({ share }) => Math.round(((edge += share) * width) / whole));
  };
  const edges = [...new Set([0, ...rows.flatMap(edgesOf)])].sort((a, b) => a - b);
  const columns = edges.slice(1).map((edge, index) => edge - edges[index]!);
  return {
    columns,
    rows: rows.map((row) => {
      let from = 0;
      const ends = edgesOf(row).map((edge) => edges.indexOf(edge));
      const cells = row.cells.map((cell, index): TableCell => {
        const across = ends[index]! - from;
        from = ends[index]!;
        return { ...cell, across };
      });
      return { ...row, cells };
    }),
  };
}

/** A paragraph of one run. */
export function words(style: string, text: string, more: Partial<Paragraph> = {}): Paragraph {
  return { style, runs: text === '' ? [] : [{ text }], ...more };
}
