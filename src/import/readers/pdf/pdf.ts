import { UnreadableFile } from '../../../domain/decode.ts';
import { STAND_IN } from '../../../domain/characters.ts';
import { countedGlyphs } from '../../account/pdf.ts';
import { countPdf } from '../../account/pdf/count-pdf.ts';
import { Collector } from '../collector.ts';
import type { Reading } from '../reading.ts';
import { withoutDoubles } from './doubles.ts';
import { furnitureOf } from './furniture.ts';
import { charactersOf, isBlank, type DrawnPage, type Glyph } from './glyph.ts';
import { centre, layOut, type Block } from './lay-out.ts';
import { noteMissing } from './missing.ts';
import { openPdf } from './open-pdf.ts';
import { habitsOf, PageText } from './page-text.ts';
import { rowsOf, writtenInRow, type Row } from './rows.ts';
import { isInside, ruledTables, type RuledTable } from './ruled-tables.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { noteStated, withStatedWords } from './stated-words.ts';
import { upright } from './upright.ts';

const FURNITURE = '页眉页脚和页码';
const DOUBLED = '加粗、阴影重复描出的字';
const SLANTED = '斜排的字（水印之类）';
const FOR_DRAWINGS = '图形另写明的文字（ActualText）';
const OUTSIDE = '落在页面以外的字';
const LEAST_CHARACTERS = 10;
/** Beyond this share of characters that cannot be told, the rest is no text either. */
const MOST_UNKNOWN = 0.5;

/** A page, its glyphs put in order. */
interface ReadPage {
  part: string;
  segments: Segment[];
  tables: RuledTable[];
  /** Rows outside tables, among which furniture is looked for. */
  rows: Row[];
  page: DrawnPage;
  height: number;
  /** Words that are no part of the text, and why. */
  left: [words: string, reason: string][];
}

/** Reads a PDF with text: lines by where glyphs stand, paragraphs by where lines end and begin. Throws UnreadableFile. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const drawn = await openPdf(bytes);
  const count = countPdf(bytes);
  const countedPages = 'cannot' in count ? [] : count.pages;
  const worded = drawn.map((page, index) => withStatedWords(page, countedPages[index]));
  refuseUnreadable(worded.flatMap(({ page }) => page.glyphs));
  const pages = worded.map(({ page }, index) => readPage(page, index));
  const furniture = furnitureOf(pages);
  const collector = new Collector();
  const laid = pages.map((page) => ({ page, blocks: blocksOf(page, furniture) }));
  const text = new PageText(collector, habitsOf(laid.flatMap(({ blocks }) => blocks)));
  for (const [index, { page, blocks }] of laid.entries()) {
    for (const words of worded[index]?.forDrawings ?? []) collector.leave(words, page.part, FOR_DRAWINGS);
    for (const [words, reason] of page.left) if (words !== '') collector.leave(words, page.part, reason);
    for (const row of page.rows)
      if (furniture.has(row)) collector.leave(writtenInRow(row), page.part, FURNITURE);
    for (const block of blocks) text.add(block, page.part);
  }
  const { counted, byNumberOnly, redrawn } = countedGlyphs(
    'cannot' in count ? count : count.pages,
    drawn.map(readGlyphs),
  );
  noteMissing(
    collector,
    worded.map(({ page }) => page),
    countedPages,
  );
  noteStated(collector, worded);
  if (byNumberOnly > 0) collector.note(`有 ${byNumberOnly} 个字的编码，核对时只能点个数`);
  if (redrawn.length > 0) collector.note(`${redrawn.join('、')}的表单和批注没有核对`);
  collector.note('PDF 的段落和表格是按版面推断的，请对照原件核对');
  return collector.finish('PDF（.pdf）', counted);
}

/** A page's words by the name of its place. */
function placeOf(index: number): string {
  return `第 ${index + 1} 页`;
}

function readGlyphs({ glyphs, marks }: DrawnPage, index: number) {
  const words = (isAnnotation: boolean) =>
    glyphs.filter((glyph) => glyph.isAnnotation === isAnnotation).map(({ text }) => text);
  return { place: placeOf(index), own: words(false), annotations: words(true), marks: marks.length };
}

function readPage(drawn: DrawnPage, index: number): ReadPage {
  const page = upright(drawn);
  const visible = page.glyphs.filter((glyph) => isOnPage(glyph, page));
  const { once, again } = withoutDoubles(visible);
  const tables = ruledTables(page.rules);
  const segments = segmentsOf(once, page.rules);
  const outside = segments.filter((segment) => !tables.some((table) => isInside(table, ...centre(segment))));
  const words = (glyphs: readonly Glyph[]) => glyphs.map(({ text }) => text).join('');
  return {
    part: placeOf(index),
    ...{ segments, tables, page, height: page.height, rows: rowsOf(outside) },
    left: [
      [words(again), DOUBLED],
      [words(page.slanted), SLANTED],
      [words(page.glyphs.filter((glyph) => !isOnPage(glyph, page))), OUTSIDE],
    ],
  };
}

function isOnPage({ x, y, width, size }: Glyph, page: DrawnPage): boolean {
  return x + width > 0 && x < page.width && y > 0 && y - size < page.height;
}

function blocksOf({ segments, tables, rows, page }: ReadPage, furniture: ReadonlySet<Row>): Block[] {
  const outer = new Set(rows.filter((row) => furniture.has(row)).flatMap((row) => row.segments));
  const body = segments.filter((segment) => !outer.has(segment));
  return layOut(body, tables, page);
}

function refuseUnreadable(glyphs: readonly Glyph[]): void {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  if (charactersOf(inked) < LEAST_CHARACTERS)
    throw new UnreadableFile('PDF 里没有文字，多半是扫描件；请先用文字识别（OCR）软件转成 .docx 再导入');
  const unknown = inked.filter(({ text }) => text === STAND_IN).length;
  if (unknown > inked.length * MOST_UNKNOWN)
    throw new UnreadableFile(
      `PDF 里的 ${inked.length} 个字形有 ${unknown} 个没有给出对应的字，读不出来；请向发文单位要 Word 原件，或用文字识别（OCR）软件转成 .docx 再导入`,
    );
}
