import { getDocumentProxy } from 'unpdf';

/** A line of text of a PDF page. Lengths in millimetres from the left and top edges of the page. */
export interface PdfLine {
  text: string;
  left: number;
  right: number;
  /** The baseline. */
  base: number;
}

/** A page of a PDF. */
export interface PdfPage {
  width: number;
  height: number;
  lines: PdfLine[];
  text: string;
  /** Its pieces of text in the order of the file, each with its baseline. */
  items: { text: string; base: number }[];
}

/** What a PDF says of itself, and its pages. */
export interface Pdf {
  pages: PdfPage[];
  title: string;
  outline: string[];
  tagged: boolean;
}

const MILLIMETRE = 72 / 25.4;

interface Item {
  str: string;
  transform: number[];
  width: number;
}

/** Reads a PDF as far as tests ask. Text stands in the order of the file. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const pages: PdfPage[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const { items } = await page.getTextContent({ disableNormalization: true });
    const texts = items.filter((item) => 'str' in item) as Item[];
    pages.push({
      width: width / MILLIMETRE,
      height: height / MILLIMETRE,
      lines: linesOf(texts, height),
      text: texts.map(({ str }) => str).join(''),
      items: texts.map(({ str, transform }) => ({
        text: str,
        base: (height - (transform[5] ?? 0)) / MILLIMETRE,
      })),
    });
  }
  const info = (await document.getMetadata()).info as { Title?: string };
  const outline = (await document.getOutline()) as OutlineItem[] | null;
  const marks = (await document.getMarkInfo()) as { Marked?: boolean } | null;
  await document.loadingTask.destroy();
  return { pages, title: info.Title ?? '', outline: titlesOf(outline ?? []), tagged: marks?.Marked === true };
}

interface OutlineItem {
  title: string;
  items: OutlineItem[];
}

function titlesOf(items: readonly OutlineItem[]): string[] {
  return items.flatMap(({ title, items: inner }) => [title, ...titlesOf(inner)]);
}

function linesOf(items: readonly Item[], height: number): PdfLine[] {
  const lines = new Map<number, PdfLine>();
  for (const { str, transform, width } of items) {
    if (str.trim() === '') continue;
    const [, , , , x = 0, y = 0] = transform;
    const base = Math.round(((height - y) / MILLIMETRE) * 10) / 10;
    const left = x / MILLIMETRE;
    const right = (x + width) / MILLIMETRE;
    const line = lines.get(base);
    if (!line) {
      lines.set(base, { text: str, left, right, base });
      continue;
    }
    line.text += str;
    line.left = Math.min(line.left, left);
    line.right = Math.max(line.right, right);
  }
  return [...lines.values()].sort((a, b) => a.base - b.base);
}

/** A text without white space, as PDFs and pages are compared. */
export function bare(text: string): string {
  return text.replace(/\s+/gu, '');
}
