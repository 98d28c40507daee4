import { addressOf } from './grid.ts';
import type { SheetCell } from './read-workbook.ts';

/** What became of the cells of a sheet: every cell that holds something must have a use. */
export class CellLedger {
  readonly #uses = new Map<SheetCell, string>();

  /** Notes what a cell was used as, in Chinese; the first use counts. */
  use(cell: SheetCell, as: string): void {
    if (!this.#uses.has(cell)) this.#uses.set(cell, as);
  }

  /** How many cells have each use, in the order of first uses. */
  counts(): [use: string, count: number][] {
    const counts = new Map<string, number>();
    for (const use of this.#uses.values()) counts.set(use, (counts.get(use) ?? 0) + 1);
    return [...counts];
  }

  /** The use of a cell. */
  useOf(cell: SheetCell): string | undefined {
    return this.#uses.get(cell);
  }

  /** Cells without a use, each as `B3“words”`. */
  unexplained(cells: readonly SheetCell[]): string[] {
    return cells
      .filter((cell) => !this.#uses.has(cell))
      .map((cell) => `${addressOf(cell)}“${cell.text.slice(0, 20)}”`);
  }
}
