import type { SheetCell } from './read-workbook.ts';

/** The use of cells whose words are left out on purpose: names and telephone numbers of people, the words of opinions. */
export const NOT_PUBLISHED = '不入库';

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
}
