import type { Collector } from '../collector.ts';
import type { Block, PageLine } from './lay-out.ts';
import { textOfRow } from './rows.ts';

/** A line that ends within this many letters of its column's right edge is full. */
const FULL = 1.6;
/** Lines of a column that is narrower than so many letters are not gone on with. */
const LEAST_LETTERS = 8;
/** A line that begins this many letters from the left edge begins a paragraph. */
const INDENT = 1.2;

/** Writes blocks into a collector, paragraphs put together again over lines, columns and pages. */
export class PageText {
  readonly #collector: Collector;
  #before: PageLine | undefined;

  constructor(collector: Collector) {
    this.#collector = collector;
  }

  /** Adds a block of a page, whose words are accounted for under the name of a part. */
  add(block: Block, part: string): void {
    if ('cells' in block) {
      this.#endParagraph();
      const cellOf = (lines: readonly PageLine[]) =>
        this.#collector.apart(() => this.#write(lines, part, undefined));
      this.#collector.table(block.cells.map((row) => row.map(cellOf)));
    } else this.#before = this.#write(block.lines, part, this.#before);
  }

  #endParagraph(): void {
    this.#collector.endLine();
    this.#before = undefined;
  }

  #write(lines: readonly PageLine[], part: string, last: PageLine | undefined): PageLine | undefined {
    let before = last;
    for (const line of lines) {
      const text = textOfRow(line.row);
      if (before && !continuesLine(before, line)) this.#collector.endLine();
      else if (before && needsBlank(textOfRow(before.row), text)) this.#collector.space(' ');
      this.#collector.keep(text, part);
      before = line;
    }
    return before;
  }
}

/** Whether a line goes on with the sentence of the line before, be it over a column or a page. */
export function continuesLine(before: PageLine, line: PageLine): boolean {
  const { row, edges } = before;
  const width = edges.right - edges.left;
  const isFull = row.right >= edges.right - row.size * FULL && width >= row.size * LEAST_LETTERS;
  const reachesLeft = row.left <= edges.left + width / 2;
  const isIndented = line.row.left > line.edges.left + line.row.size * INDENT;
  return isFull && reachesLeft && !isIndented && Math.abs(row.size - line.row.size) < 1;
}

/** Words of letters are parted at a line's end, unless a hyphen stands there; Chinese is not. */
function needsBlank(before: string, text: string): boolean {
  return /[A-Za-z0-9,.;:)]$/.test(before) && /^[A-Za-z0-9(]/.test(text);
}
