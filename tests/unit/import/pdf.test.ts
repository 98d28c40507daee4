import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { continuesLine, furnitureOf, linesOfPage } from '../../../src/import/readers/pdf/lines.ts';
import { readPdf } from '../../../src/import/readers/pdf/pdf.ts';

/** The lines of a page of usual width. */
function lines(items: ReturnType<typeof item>[]) {
  return linesOfPage({ items, width: 250 });
}

/** A run of text of size 10 as pdf.js gives it. */
function item(str: string, x: number, y: number, width = str.length * 10) {
  return { str, transform: [10, 0, 0, 10, x, y], width, height: 10, hasEOL: false };
}

/** A page that holds some lines of Latin text, or none. */
function pdfOf(lines: readonly string[]): Uint8Array {
  const stream = lines
    .map((line, index) => `BT /F1 12 Tf 72 ${700 - index * 20} Td (${line}) Tj ET`)
    .join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const start = text.length;
  text += `xref\n0 6\n0000000000 65535 f \n${places.join('')}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n${start}\n%%EOF`;
  return Buffer.from(text);
}

describe('a PDF', () => {
  it('has its lines put together into paragraphs where a line is full and the next one not indented', () => {
    const [first, second, third] = lines([
      item('这一行写满了整行的宽度', 120, 700),
      item('这一行接着上一行没有写满', 100, 680, 100),
      item('这一行另起一段', 120, 660),
    ]);
    assert.ok(first && second && third);
    assert.deepEqual([continuesLine(first, second), continuesLine(second, third)], [true, false]);
  });
  it('has narrow gaps beside figures closed, and wide ones kept', () => {
    const [line] = lines([
      item('于', 100, 700),
      item('2026', 112.5, 700, 20),
      item('年', 135, 700),
      item('甲乙', 155, 700),
    ]);
    assert.equal(line?.text, '于2026年 甲乙');
  });
  it('loses page numbers and lines that stand at the head of most pages, not numbers inside the text', () => {
    const pages = [1, 2, 3].map((page) =>
      lines([
        item('云川市学习简报', 100, 800),
        item(`${'甲乙丙'[page]}段的话`, 100, 700),
        item('12', 100, 680),
        item('又一段的话', 100, 660),
        item('再一段的话', 100, 640),
        item(`— ${page} —`, 280, 30),
      ]),
    );
    const gone = [...furnitureOf(pages)].map(({ text }) => text);
    assert.deepEqual(gone.filter((text) => text.startsWith('云')).length, 3);
    assert.ok(gone.includes('— 2 —') && !gone.includes('12') && !gone.includes('乙段的话'));
  });
  it('is read in the order of its pages', async () => {
    const { text, unexplained } = await readPdf(pdfOf(['First line of a notice.', 'Second line of it.']));
    assert.deepEqual([text, unexplained], ['First line of a notice.\nSecond line of it.\n', []]);
  });
  it('is refused plainly where it is a scan, or broken', async () => {
    await assert.rejects(readPdf(pdfOf([])), /扫描件/);
    await assert.rejects(readPdf(Buffer.from('%PDF-1.4 broken')), /PDF 损坏/);
  });
});
