import { LONGEST_CELL } from '../../domain/forms/longest-cell.ts';
import type { CellStyle, Sheet } from './workbook.ts';

/** A cell at its place, both counted from 0. A place that a merged cell covers has no value. */
export interface PlacedCell {
  row: number;
  column: number;
  value?: string | number | undefined;
  formula?: string | undefined;
  style: CellStyle;
  /** How many columns the cell takes that stands here. */
  across?: number | undefined;
}

/** A merged range, all counted from 0, `until` included. */
interface Merge {
  row: number;
  column: number;
  untilRow: number;
  untilColumn: number;
}

/** Every cell at its place, row by row, covered places included so that rules are drawn round them. Throws where cells do not fit the table. */
export function layOut({ name, columns, rows }: Sheet): { rows: PlacedCell[][]; merges: Merge[] } {
  const placed: PlacedCell[][] = rows.map(() => []);
  const merges: Merge[] = [];
  for (const [row, { cells }] of rows.entries()) {
    let column = 0;
    for (const cell of cells) {
      const {
        value,
        formula,
        style = 'text',
        across = 1,
        down = 1,
      } = typeof cell === 'object' ? cell : { value: cell, formula: undefined };
      while (placed[row]?.[column]) column += 1;
      const [untilRow, untilColumn] = [row + down - 1, column + across - 1];
      if (untilColumn >= columns.length || untilRow >= rows.length) {
        throw new RangeError(`sheet “${name}”: row ${row + 1} has a cell beyond the table`);
      }
      if (String(value).length > LONGEST_CELL) {
        throw new RangeError(
          `sheet “${name}”: ${addressOf(row, column)} has more than ${LONGEST_CELL} characters`,
        );
      }
      for (let y = row; y <= untilRow; y += 1) {
        for (let x = column; x <= untilColumn; x += 1) {
          if (placed[y]![x]) throw new RangeError(`sheet “${name}”: two cells claim ${addressOf(y, x)}`);
          placed[y]![x] = { row: y, column: x, style };
        }
      }
      Object.assign(placed[row]![column]!, { value, formula, across });
      if (across > 1 || down > 1) merges.push({ row, column, untilRow, untilColumn });
      column = untilColumn + 1;
    }
  }
  return { rows: placed.map((cells) => cells.filter(Boolean)), merges };
}

/** A place as a spreadsheet calls it, both counted from 0: row 0, column 27 is `AB1`. */
export function addressOf(row: number, column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
