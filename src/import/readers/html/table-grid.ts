import type { Element } from 'hast';
import { IMPORT_BUDGET } from '../../../domain/budgets.ts';
import { UnreadableFile } from '../../../domain/decode.ts';

/** A cell of a row, or a place that a cell above or before it covers. */
export type GridCell = Element | 'covered';

/** Word's own tables have no more columns; pages span whole rows by any great number. */
const WIDEST = 63;
const HIGHEST = 65_534;

/** The titles of a table. */
export function captionsOf(table: Element): Element[] {
  return table.children
    .filter((child) => child.type === 'element')
    .filter(({ tagName }) => tagName === 'caption');
}

/** Rows that stand in one group; pages show the groups of the foot last, wherever their source has them. */
export interface RowGroup {
  rows: Element[];
  isFoot: boolean;
}

/** The rows of a table by row group, in the order of the source. */
export function rowGroupsOf(table: Element): RowGroup[] {
  const isFoot = table.tagName === 'tfoot';
  const groups: RowGroup[] = [];
  let loose: Element[] | undefined;
  for (const child of table.children) {
    if (child.type !== 'element') continue;
    if (child.tagName === 'tr') {
      if (!loose) groups.push({ rows: (loose = []), isFoot });
      loose.push(child);
      continue;
    }
    loose = undefined;
    if (child.tagName !== 'caption') groups.push(...rowGroupsOf(child));
  }
  return groups;
}

/**
 * The cells of the rows of one group, each in its column: where a cell spans columns or rows, the places that it covers follow or stand
 * below it. Spans end with the group. Throws UnreadableFile where they cover more than a text may hold.
 */
export function gridOf(rows: readonly Element[]): GridCell[][] {
  const covered = rows.map(() => new Set<number>());
  let all = 0;
  return rows.map((row, index) => {
    const cells: GridCell[] = [];
    const own = covered[index] ?? new Set();
    const fill = () => {
      while (own.has(cells.length)) cells.push('covered');
    };
    for (const cell of row.children) {
      if (cell.type !== 'element') continue;
      fill();
      const [width, height] = [
        spanOf(cell.properties.colSpan, WIDEST),
        spanOf(cell.properties.rowSpan, HIGHEST),
      ];
      const last = height === 0 ? rows.length : Math.min(rows.length, index + height);
      all += width * Math.max(0, last - index - 1);
      if (all > IMPORT_BUDGET.cells)
        throw new UnreadableFile('网页表格的跨行格太多，读不了；请在浏览器里只复制正文');
      for (let below = index + 1; below < last; below += 1)
        for (let column = 0; column < width; column += 1) covered[below]?.add(cells.length + column);
      cells.push(cell, ...Array.from({ length: Math.max(1, width) - 1 }, (): GridCell => 'covered'));
    }
    fill();
    return cells;
  });
}

function spanOf(value: unknown, most: number): number {
  const span = Number(value ?? 1);
  return Number.isInteger(span) && span >= 0 ? Math.min(span, most) : 1;
}
