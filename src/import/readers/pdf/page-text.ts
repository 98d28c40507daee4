import type { Collector } from '../collector.ts';
import type { Block, PageLine } from './lay-out.ts';
import { isBlank } from './glyph.ts';
import { piecesOfRow, textOfRow } from './rows.ts';

import { endsWhole, beginsNumbered } from '../../shapes.ts';
import { median } from './rows.ts';

/** A line that ends within this many letters of its column's right edge is full. */
const FULL = 1.6;
/** A sentence that ends in a line was set to its right edge where the next one goes on with the paragraph. */
const SET_FULL = 0.7;
/** The line of a table of contents ends in dots and a page's number. */
const LEADERS = /[.…·]{4,}\s*\d+$/u;
const NUMBER =
  /^(?:\d{1,3}[.．、)）](?!\d)|[一二三四五六七八九十]{1,3}、|[（(][\d一二三四五六七八九十]{1,3}[)）]|[①-⑳•●○■□◆◇▪➢✓·])\s*/u;
/** A line that begins this near to where its item’s words begin, in letters, hangs below them. */
const SAME_LEFT = 0.5;
/** What is not parted over lines: words of letters and figures, marks that begin no line with the character before. */
const UNBROKEN = /^([A-Za-z0-9./:?=&%_-]*)((?:(?![A-Za-z0-9]).)?[、，。；：！？）》”’」』】〕,.;:!?)]*)/u;
const LATIN_WIDTH = 0.55;
const LONGEST_WORD = 8;
const RAISED = '上标和下标';
const ITEM = /^(?:\d{1,3}(?:[.．](?!\d)|[、)）])|[（(]\d{1,3}[)）]|[①-⑳])/u;
/** The mark of a note behind the end of a sentence. */
const NOTE_MARK = /([。！？：”）])(?:[\d⁰¹²³⁴-⁹]{1,3}|[①-⑳])$/u;
/** Lines of a column that is narrower than so many letters are not gone on with. */
const LEAST_LETTERS = 8;
/** A page that is set over less than this share of its width has no full lines. */
const LEAST_SHARE = 0.4;
/** A line that begins this many letters from the left edge begins a paragraph. */
const INDENT = 1.2;
/** Lines further apart than this many times the usual distance belong to two paragraphs. */
const APART = 1.3;
/** What a cell keeps free beside its words, in points: twice what Word sets unless told otherwise. A line is full where one more letter would not have fitted. */
const PADDING = 11;
/** One line in so many that is indented is a habit. */
const HABIT = 12;

/** How a file sets its paragraphs. */
export interface Habits {
  /** From one line of a paragraph to the next, in type sizes; `undefined` where no line surely goes on. */
  pitch: number | undefined;
  /** Whether paragraphs begin with an indent. */
  indents: boolean;
  /** The right edge of its pages of each width. */
  edges: ReadonlyMap<number, number>;
}

/** What the lines of a file tell about its paragraphs. */
export function habitsOf(blocks: readonly Block[]): Habits {
  const columns = blocks.flatMap((block) => ('lines' in block ? [block.lines] : []));
  const lines = columns.flat();
  const edges = edgesByWidth(lines);
  const sure = columns.flatMap((column) =>
    column.slice(1).flatMap((line, index) => {
      const before = column[index];
      const goesOn =
        before && isFull(before, edges) && !isIndented(line) && !endsWhole(textOfRow(before.row));
      return goesOn ? [(line.row.y - before.row.y) / before.row.size] : [];
    }),
  );
  const indented = lines.filter((line) => isIndented(line) && isFull(line, edges)).length;
  return {
    pitch: sure.length === 0 ? undefined : median(sure),
    indents: indented > 0 && indented * HABIT >= lines.length,
    edges,
  };
}

/** A page that holds but a few words is as wide as the others. */
function edgesByWidth(lines: readonly PageLine[]): Map<number, number> {
  const edges = new Map<number, number>();
  for (const { pageWidth, edges: own } of lines)
    if (pageWidth !== undefined) edges.set(pageWidth, Math.max(edges.get(pageWidth) ?? 0, own.right));
  return edges;
}

/** Writes blocks into a collector, paragraphs put together again over lines, columns and pages. */
export class PageText {
  readonly #collector: Collector;
  readonly #habits: Habits;
  #before: PageLine | undefined;
  #hang: number | undefined;

  constructor(collector: Collector, habits: Habits) {
    this.#collector = collector;
    this.#habits = habits;
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
    lines.forEach((line, index) => {
      const text = textOfRow(line.row);
      const how = { isBelow: index > 0, hang: this.#hang };
      const goesOn = before !== undefined && continuesLine(before, line, this.#habits, how);
      if (!goesOn) this.#hang = hangOf(line);
      if (before && !goesOn) this.#collector.endLine();
      else if (before && needsBlank(textOfRow(before.row), text)) this.#collector.space(' ');
      for (const { shown, written } of piecesOfRow(line.row))
        if (written === undefined) this.#collector.keep(shown, part);
        else this.#collector.replace(written, shown, part, RAISED);
      before = line;
    });
    return before;
  }
}

/**
 * Whether a line goes on with the sentence of the line before, which stands right above it or on another column or page. `hang` is where
 * the words of the item begin that the line before belongs to.
 */
export function continuesLine(
  before: PageLine,
  line: PageLine,
  habits: Habits,
  { isBelow, hang }: { isBelow: boolean; hang: number | undefined },
): boolean {
  if (!isFull(before, habits.edges, unbroken(textOfRow(line.row)))) return false;
  if (before.box !== undefined) return true;
  const isHung = hang !== undefined && Math.abs(line.row.left - hang) < line.row.size * SAME_LEFT;
  if ((isIndented(line) && !isHung) || Math.abs(before.row.size - line.row.size) >= 1) return false;
  const gap = (line.row.y - before.row.y) / before.row.size;
  if (isBelow && habits.pitch !== undefined && gap > habits.pitch * APART) return false;
  const text = textOfRow(before.row);
  if (LEADERS.test(text)) return false;
  if (!endsWhole(text.replace(NOTE_MARK, '$1'))) return true;
  if (before.row.right < before.edges.right - before.row.size * SET_FULL) return false;
  return !beginsItem(textOfRow(line.row)) && (habits.indents || (isBelow && habits.pitch !== undefined));
}

/** Whether a line begins with a number of any kind: that of a heading, or of an item of a list, which 2.5 is not. */
function beginsItem(line: string): boolean {
  return beginsNumbered(line) || ITEM.test(line);
}

/** Whether nothing more would have fitted into a line, or not what follows it, which takes some letters. */
function isFull({ row, edges, box, pageWidth }: PageLine, pages: Habits['edges'], letters = 0): boolean {
  if (box !== undefined) return box - (row.right - row.left) < row.size * Math.max(1, letters) + PADDING;
  const right = pageWidth === undefined ? edges.right : Math.max(edges.right, pages.get(pageWidth) ?? 0);
  const width = right - edges.left;
  return (
    row.right >= right - row.size * Math.max(FULL, letters) &&
    width >= Math.max(row.size * LEAST_LETTERS, (pageWidth ?? 0) * LEAST_SHARE) &&
    row.left <= edges.left + width / 2
  );
}

/** How many letters wide the beginning of a line is that may not be parted: a word of letters, a Chinese character, the marks behind it. */
function unbroken(line: string): number {
  const [, latin = '', han = ''] = UNBROKEN.exec(line) ?? [];
  return Math.min(LONGEST_WORD, latin.length * LATIN_WIDTH + Array.from(han).length);
}

/** Where the words of an item of a list begin behind its number or dot, below which its other lines hang. */
function hangOf({ row }: PageLine): number | undefined {
  const text = textOfRow(row);
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined) return undefined;
  const inked = row.segments.flatMap(({ glyphs }) => glyphs).filter((glyph) => !isBlank(glyph));
  inked.sort((a, b) => a.x - b.x);
  let length = number.replace(/\s+/gu, '').length;
  return inked.find(({ text: words }) => (length -= words.length) < 0)?.x;
}

function isIndented({ row, edges }: PageLine): boolean {
  return row.left > edges.left + row.size * INDENT;
}

/** Words of letters are parted at a line's end, unless a hyphen stands there; Chinese is not. */
function needsBlank(before: string, text: string): boolean {
  return /[A-Za-z0-9,.;:)]$/.test(before) && /^[A-Za-z0-9(]/.test(text);
}
