/** A run of text on a page, as pdf.js gives it. */
export interface PdfItem {
  str: string;
  /** Scale, skew and place; the last two are x and y from the lower left corner. */
  transform: number[];
  width: number;
  height: number;
  hasEOL: boolean;
}

/** The text of a page and how wide the page is. */
export interface PdfPage {
  items: readonly PdfItem[];
  width: number;
}

/** A line of a page. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  y: number;
  size: number;
  /** The left and right edge of the page's text. */
  edges: { left: number; right: number };
  /** Width of the page. */
  pageWidth: number;
}

/** A line that ends within this many letters of the right edge is full. */
const FULL = 1.6;
/** A page that is set over less than this share of its width has no full lines. */
const LEAST_WIDTH = 0.4;
/** A line that begins this many letters from the left edge begins a paragraph. */
const INDENT = 1.2;
/** Gaps in letters. */
const WORD_GAP = 0.15;
const WIDE_GAP = 0.45;
/** Lines at the head and foot of a page that may be furniture. */
const OUTER_LINES = 2;
const PAGE_NUMBER =
  /^[\s—–\-－·.]*(?:第\s*)?\d{1,4}(?:\s*[页／/]\s*(?:共\s*)?(?:\d{1,4})?(?:\s*页)?)?[\s—–\-－·.]*$/u;

/** The lines of a page, its items put together in the order of the file. */
export function linesOfPage({ items, width: pageWidth }: PdfPage): PdfLine[] {
  const lines: PdfLine[] = [];
  const edges = { left: Infinity, right: -Infinity };
  for (const { str, transform, width, height } of items) {
    if (str.trim() === '') continue;
    const [x = 0, y = 0] = transform.slice(4);
    const size = height || Math.abs(transform[3] ?? 0) || 10;
    const line = lines.at(-1);
    if (line && Math.abs(line.y - y) < size * 0.5 && x >= line.left) {
      line.text += blankBetween(line.text, str, (x - line.right) / size) + str;
      line.right = Math.max(line.right, x + width);
    } else lines.push({ text: str, left: x, right: x + width, y, size, edges, pageWidth });
  }
  for (const line of lines) {
    edges.left = Math.min(edges.left, line.left);
    edges.right = Math.max(edges.right, line.right);
  }
  return lines;
}

/** A gap is a blank between words of letters; beside Chinese only a wide one is, since a narrow one is set by the program between 年 and figures. */
function blankBetween(before: string, after: string, gap: number): string {
  const isLatin = /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(after);
  return gap > (isLatin ? WORD_GAP : WIDE_GAP) ? ' ' : '';
}

/** Page numbers, and lines that stand at the head or foot of most pages. */
export function furnitureOf(pages: readonly (readonly PdfLine[])[]): Set<PdfLine> {
  const outer = pages.map((page) => {
    const sorted = [...page].sort((a, b) => b.y - a.y);
    return [...new Set([...sorted.slice(0, OUTER_LINES), ...sorted.slice(-OUTER_LINES)])];
  });
  const key = (line: PdfLine) => line.text.replace(/\s|第\s*\d+\s*页|^\s*\d+(?=\s)|(?<=\s)\d+\s*$/gu, '');
  const counts = new Map<string, number>();
  for (const page of outer)
    for (const each of new Set(page.map(key))) counts.set(each, (counts.get(each) ?? 0) + 1);
  const isRepeated = (line: PdfLine) =>
    pages.length > 2 && key(line) !== '' && (counts.get(key(line)) ?? 0) > pages.length / 2;
  return new Set(outer.flat().filter((line) => PAGE_NUMBER.test(line.text.trim()) || isRepeated(line)));
}

/** Whether a line goes on with the sentence of the line before, be it over a page. */
export function continuesLine(before: PdfLine, line: PdfLine): boolean {
  const isFull =
    before.right >= before.edges.right - before.size * FULL &&
    before.right - before.left > before.pageWidth * LEAST_WIDTH;
  const isIndented = line.left > line.edges.left + line.size * INDENT;
  const isSameSize = Math.abs(before.size - line.size) < 1;
  return isFull && !isIndented && isSameSize;
}
