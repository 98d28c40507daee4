import { UnreadableFile, } from '../../../domain/decode.ts';
import { STAND_IN } from '../../../domain/characters.ts';
import { Collector } from '../collector.ts';
import type { Reading } from '../reading.ts';
import { withoutDoubles } from './doubles.ts';
import { furnitureOf } from './furniture.ts';
import { isBlank, type DrawnPage, type Glyph } from './glyph.ts';
import { centre, layOut } from './lay-out.ts';
import { openPdf } from './open-pdf.ts';
import { PageText } from './page-text.ts';
import { numbersIn } from './page-numbers.ts';
import { rowsOf, textOfRow, type Row } from './rows.ts';
import { isInside, ruledTables, type RuledTable } from './ruled-tables.ts';
import { segmentsOf, type Segment } from './segments.ts';
import { upright } from './upright.ts';

const FURNITURE = '页眉页脚和页码';
const DOUBLED = '加粗、阴影重复描出的字';
const SLANTED = '斜排的字（水印之类）';
const OUTSIDE = '落在页面以外的字';
const SCAN = '请用文字识别（OCR）软件转成文字后补上';
const LEAST_CHARACTERS = 10;
/** Beyond this share of characters that cannot be told, the rest is no text either. */
const MOST_UNKNOWN = 0.5;

/** A page, its glyphs put in order. */
interface ReadPage {
  part: string;
  segments: Segment[];
  tables: RuledTable[];
  rows: Row[];
  height: number;
  page: DrawnPage;
  left: [words: string, reason: string][];
}

/** Reads a PDF with text: lines by where glyphs stand, paragraphs by where lines end and begin. Throws UnreadableFile. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const drawn = await openPdf(bytes);
  refuseUnreadable(drawn.flatMap(({ glyphs }) => glyphs));
  const pages = drawn.map(readPage);
  const furniture = furnitureOf(pages);
  const collector = new Collector();
  const text = new PageText(collector);
  for (const { part, segments, tables, rows, page, left } of pages) {
    for (const [words, reason] of left) collector.leave(words, part, reason);
    const gone = new Set(rows.filter((row) => furniture.has(row)).flatMap((row) => row.segments));
    for (const row of rows) if (furniture.has(row)) collector.leave(textOfRow(row), part, FURNITURE);
    const body = segments.filter((segment) => !gone.has(segment));
    for (const block of layOut(body, tables, page.rules)) text.add(block, part);
  }
  noteOn(collector, drawn);
  return collector.finish('PDF（.pdf）', Object.fromEntries(pages.map((page) => [page.part, ''])));
}
