import { getDocumentProxy } from 'unpdf';
import { IMPORT_BUDGET } from '../../../domain/budgets.ts';
import { UnreadableFile } from '../../../domain/decode.ts';
import { TextBudget } from '../../text-budget.ts';
import { countedText } from '../../account/counted.ts';
import { Collector } from '../collector.ts';
import type { Reading } from '../reading.ts';
import { continuesLine, furnitureOf, linesOfPage, type PdfLine, type PdfPage } from './lines.ts';

const PART = '各页文字';
const FURNITURE = '页眉页脚和页码';
const LEAST_CHARACTERS_A_PAGE = 10;

/** Reads a PDF with text. Hard line ends and page breaks are undone by where lines end and begin. Throws UnreadableFile. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const pages = await readPages(bytes);
  const raw = pages
    .flatMap(({ items }) => items)
    .map(({ str }) => str)
    .join('');
  if (raw.replace(/\s/g, '').length < LEAST_CHARACTERS_A_PAGE)
    throw new UnreadableFile('PDF 里没有文字，多半是扫描件；请先用文字识别（OCR）软件转成 .docx 再导入');
  const collector = new Collector();
  const lines = pages.map(linesOfPage);
  const furniture = furnitureOf(lines);
  let before: PdfLine | undefined;
  lines.forEach((page, index) => {
    if (page.length === 0) collector.note(`第 ${index + 1} 页没有文字（可能是扫描图），没有取`);
    for (const line of page) {
      if (furniture.has(line)) {
        collector.leave(line.text, PART, FURNITURE);
        continue;
      }
      if (before && !continuesLine(before, line)) collector.endLine();
      else if (before && /[A-Za-z0-9]$/.test(before.text) && /^[A-Za-z0-9]/.test(line.text))
        collector.space(' ');
      collector.keep(line.text, PART);
      before = line;
    }
  });
  collector.note('PDF 的段落和表格是按版面推断的，请对照原件核对');
  return collector.finish('PDF（.pdf）', { words: [countedText(PART, raw)] });
}

async function readPages(bytes: Uint8Array): Promise<PdfPage[]> {
  try {
    const document = await getDocumentProxy(Uint8Array.from(bytes));
    if (document.numPages > IMPORT_BUDGET.pdfPages)
      throw new UnreadableFile(
        `PDF 有 ${document.numPages} 页，超过 ${IMPORT_BUDGET.pdfPages} 页；请拆成几份再导入`,
      );
    const pages: PdfPage[] = [];
    const budget = new TextBudget();
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number);
      const { items } = await page.getTextContent();
      const [left = 0, , right = 0] = page.view;
      const texts = items.filter((item) => 'str' in item);
      budget.spendCharacters(texts.reduce((sum, { str }) => sum + str.length, 0));
      pages.push({ items: texts, width: right - left });
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
