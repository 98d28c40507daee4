import type { Sheet, SheetCell } from './read-workbook.ts';

/** A sheet by places: a merged cell stands at every place it takes. */
export class Grid {
  readonly cells: readonly SheetCell[];
  /** The last row and column that hold something. */
  readonly lastRow: number;
  readonly lastColumn: number;
  readonly #own = new Map<number, Map<number, SheetCell>>();
  readonly #wide: SheetCell[] = [];
  readonly #rows: number[];

  constructor({ cells }: Pick<Sheet, 'cells'>) {
    this.cells = cells;
    this.lastRow = Math.max(0, ...cells.map(({ row }) => row));
    this.lastColumn = Math.max(0, ...cells.map(({ column }) => column));
    for (const cell of cells) {
      const row = this.#own.get(cell.row) ?? new Map<number, SheetCell>();
      this.#own.set(cell.row, row.set(cell.column, cell));
      if (cell.across > 1 || cell.down > 1) this.#wide.push(cell);
    }
    this.#rows = [...this.#own.keys()].sort((a, b) => a - b);
  }

  /** The cell that takes a place. */
  at(row: number, column: number): SheetCell | undefined {
    const own = this.#own.get(row)?.get(column);
    if (own) return own;
    return this.#wide.find(
      (cell) =>
        cell.row <= row &&
        row < cell.row + cell.down &&
        cell.column <= column &&
        column < cell.column + cell.across,
    );
  }

  /** The first row from this one on in which a cell begins; `Infinity` where none does. */
  nextRow(from: number): number {
    return this.#rows.find((row) => row >= from) ?? Infinity;
  }

  /** The cells that begin in a row, from left to right. */
  startingIn(row: number): SheetCell[] {
    return [...(this.#own.get(row)?.values() ?? [])];
  }
}

/** A place as a spreadsheet calls it: `B3`. */
export function addressOf({ row, column }: Pick<SheetCell, 'row' | 'column'>): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return `${letters}${row}`;
}
