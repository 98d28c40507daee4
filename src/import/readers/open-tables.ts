import type { Collector, CollectedLine } from './collector.ts';
import { gridRows, type EdgedRow } from './grid.ts';

interface OpenTable {
  rows: EdgedRow[];
  cells: CollectedLine[][];
  /** The collector's position where the cell began. */
  start: number;
}

/** No document has tables as deep; a file may state any number. */
const DEEPEST = 50;

/** Tables of files that only mark where cells and rows end, as .doc and RTF do; level 1 is a table, 2 one inside of its cells. */
export class OpenTables {
  readonly #collector: Collector;
  readonly #tables: OpenTable[] = [];

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  /** Words follow that stand at a level: deeper tables are over, missing ones begin. */
  goTo(stated: number): void {
    const level = Math.min(stated, DEEPEST);
    while (this.#tables.length > level) {
      const table = this.#tables.pop();
      if (!table) continue;
      const rows = table.cells.length > 0 ? [...table.rows, { cells: table.cells }] : table.rows;
      this.#collector.table(gridRows(rows));
    }
    while (this.#tables.length < level)
      this.#tables.push({ rows: [], cells: [], start: this.#collector.position() });
  }

  /** A cell ends whose lines have ended. */
  endCell(level: number): void {
    this.goTo(level);
    const table = this.#tables[Math.min(level, DEEPEST) - 1];
    if (!table) return;
    table.cells.push(this.#collector.takeFrom(table.start));
    table.start = this.#collector.position();
  }

  /** A row ends; `edges` is where its cells begin and end on the page, where that is known. */
  endRow(level: number, edges?: readonly number[]): void {
    if (this.#tables.length > level) this.goTo(level);
    const table = this.#tables[Math.min(level, DEEPEST) - 1];
    if (!table) return;
    table.rows.push({ cells: table.cells, edges });
    table.cells = [];
  }
}
