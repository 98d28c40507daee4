import { fileURLToPath } from 'node:url';
import { getDocumentProxy, getResolvedPDFJS } from 'unpdf';
import { IMPORT_BUDGET } from '../../../domain/budgets.ts';
import { UnreadableFile } from '../../../domain/decode.ts';
import { TextBudget } from '../../text-budget.ts';
import { drawPage, type Drawing, type PageFont, type StepNumbers } from './draw-page.ts';
import type { DrawnPage } from './glyph.ts';
import { matrixOf } from './matrix.ts';

/** Tables of predefined encodings and metrics of standard fonts, which pdf.js reads from the disk. */
function tables(folder: string): string {
  return fileURLToPath(new URL(`./${folder}/`, import.meta.resolve('pdfjs-dist/package.json')));
}

const OPTIONS = {
  cMapUrl: tables('cmaps'),
  standardFontDataUrl: tables('standard_fonts'),
  useSystemFonts: false,
  /** Fonts tell which of their codes they have characters for. */
  fontExtraProperties: true,
  /** Pictures are not decoded: a page may hold a hundred megabytes of them. */
  maxImageSize: 1,
  verbosity: 0,
};

/** What is drawn on each page of a PDF, through pdf.js. Throws UnreadableFile. */
export async function openPdf(bytes: Uint8Array): Promise<DrawnPage[]> {
  try {
    const [{ OPS }, document] = await Promise.all([
      getResolvedPDFJS(),
      getDocumentProxy(Uint8Array.from(bytes), OPTIONS),
    ]);
    if (document.numPages > IMPORT_BUDGET.pdfPages)
      throw new UnreadableFile(
        `PDF 有 ${document.numPages} 页，超过 ${IMPORT_BUDGET.pdfPages} 页；请拆成几份再导入`,
      );
    const pages: DrawnPage[] = [];
    const budget = new TextBudget();
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { width, height, transform } = page.getViewport({ scale: 1 });
      const drawing = (await page.getOperatorList()) as Drawing;
      const drawn = drawPage(drawing, OPS as StepNumbers, matrixOf(transform), (name) =>
        fontOf(page.commonObjs, name),
      );
      budget.spendCharacters(drawn.glyphs.length);
      pages.push({ ...drawn, width, height });
      page.cleanup();
    }
    await document.cleanup();
    return pages;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    const isLocked = error instanceof Error && error.name === 'PasswordException';
    throw new UnreadableFile(
      isLocked ? 'PDF 有密码；请去掉密码后再导入' : 'PDF 损坏，打不开；请另存一份再试',
      { cause: error },
    );
  }
}

function fontOf(
  fonts: { has(name: string): boolean; get(name: string): unknown },
  name: string,
): PageFont | undefined {
  return fonts.has(name) ? (fonts.get(name) as PageFont) : undefined;
}
