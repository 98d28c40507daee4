import { median, textOfRow, type Row } from './rows.ts';

/** Where running heads and page numbers stand: the outer shares of a page. */
const HEAD = 0.11;
const FOOT = 0.89;
/** Rows at each end of a page that may be furniture. */
const OUTER_ROWS = 2;
/** Heads are set no larger than the body. */
const LARGER = 1.05;
/** Heads of left and right pages differ: what stands on fewer pages is none. */
const LEAST_SHARE = 0.4;
/** Points by which a head moves from page to page. */
const DRIFT = 6;

const DASHED = '[\\s—–\\-－─·.•~〜|]*';
const PAGE_NUMBER = new RegExp(
  `^${DASHED}(?:第\\s*|page\\s*|p\\.\\s*)?(?<number>\\d{1,4}|[ivxl]{1,6})(?:\\s*页)?(?:[\\s，,、]*(?:[/／]|of|共)\\s*(?:共\\s*)?\\d{1,4}(?:\\s*页)?)?${DASHED}$`,
  'iu',
);
/** What heads an annex is no running head, however often it stands there. */
const ANNEX = /^(?:附件|附表|附录|附：|附:)/u;

/** A page as far as furniture goes. */
export interface FurnishedPage {
  rows: readonly Row[];
  height: number;
}

/** Rows that are running heads or page numbers: they stand at the edge of the page and on most pages, or number it. */
export function furnitureOf(pages: readonly FurnishedPage[]): Set<Row> {
  const bodySize = median(pages.flatMap(({ rows }) => rows.map(({ size }) => size)));
  const outer = pages.map(({ rows, height }) => outerRows(rows, height));
  const counts = new Map<string, number>();
  for (const rows of outer) for (const key of new Set(rows.flatMap(keysOf))) add(counts, key);
  const least = Math.max(2, Math.ceil(pages.length * LEAST_SHARE));
  const isRepeated = (row: Row) =>
    row.size <= bodySize * LARGER &&
    !ANNEX.test(textOfRow(row)) &&
    keysOf(row).some((key) => (counts.get(key) ?? 0) >= least);
  const offsets = pageOffsets(outer);
  return new Set(
    outer.flatMap((rows, index) =>
      rows.filter((row) => isPageNumber(row, index, pages.length, offsets) || isRepeated(row)),
    ),
  );
}

function outerRows(rows: readonly Row[], height: number): Row[] {
  const head = rows.slice(0, OUTER_ROWS).filter(({ y }) => y <= height * HEAD);
  const foot = rows.slice(-OUTER_ROWS).filter(({ y }) => y >= height * FOOT);
  return [...new Set([...head, ...foot])];
}

/** What makes two heads the same: their words without the page's number, and where they stand, in one of two grids. */
function keysOf(row: Row): string[] {
  const words = textOfRow(row).replace(/第\s*\d+\s*页|^\s*\d+(?=\s)|(?<=\s)\d+\s*$|\s/gu, '');
  return words === ''
    ? []
    : [0, DRIFT / 2].map((shift) => `${shift} ${Math.floor((row.y + shift) / DRIFT)} ${words}`);
}

function add(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** By how much numbers at the edge are ahead of their pages, and how often. */
function pageOffsets(outer: readonly (readonly Row[])[]): Map<number, number> {
  const offsets = new Map<number, number>();
  outer.forEach((rows, index) => {
    for (const offset of new Set(rows.flatMap((row) => numberIn(row) ?? []).map((number) => number - index)))
      offsets.set(offset, (offsets.get(offset) ?? 0) + 1);
  });
  return offsets;
}

/** A number at the edge is the page's where it is set off (— 1 —, 第 1 页), where it counts on from page to page, or where it is the page's place in the file. */
function isPageNumber(row: Row, index: number, pages: number, offsets: ReadonlyMap<number, number>): boolean {
  const text = textOfRow(row).trim();
  const found = PAGE_NUMBER.exec(text)?.groups?.number;
  if (found === undefined) return false;
  const number = numberIn(row);
  if (number === undefined || text !== found) return true;
  return number === index + 1 || (pages > 1 && (offsets.get(number - index) ?? 0) > 1);
}

function numberIn(row: Row): number | undefined {
  const found = PAGE_NUMBER.exec(textOfRow(row).trim())?.groups?.number;
  return found === undefined || /\D/.test(found) ? undefined : Number(found);
}
