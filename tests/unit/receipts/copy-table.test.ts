import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { asHtml, asText } from '../../../src/client/receipts/copy-table.ts';
import { temporaryFolder } from '../../support/site.ts';
import { allConverted, hasSoffice } from '../../support/soffice.ts';

const HARMFUL = ['=1+1', ' =1+2', '+1+1', '-2+3', '@SUM(1)', '＝1+3', '=HYPERLINK("http://evil.example")'];
const CHANGING = ['0012', '123456789012345678', '3-5', '1/2', '10月26日', '2026-10-26', '(1)', 'TRUE'];
const PLAIN = ['市血液中心', '12', '—', '应报 4，已收 3'];

/** A table as far as it is read: rows of cells, each of them lines. */
function table(...rows: (string | string[])[][]): HTMLTableElement {
  const cell = (lines: string | string[]) => ({
    tagName: 'TD',
    childNodes: [lines].flat().map((textContent) => ({ textContent })),
  });
  return { rows: rows.map((cells) => ({ cells: cells.map(cell) })) } as unknown as HTMLTableElement;
}

describe('A table that is copied', () => {
  it('says to Excel, WPS and LibreOffice which cells are text, and leaves the others to them', () => {
    for (const words of [...HARMFUL, ...CHANGING])
      assert.match(
        asHtml(table([words]), ''),
        /<td style='[^']*;mso-number-format:"\\@"' sdnum="1033;0;@">/,
        words,
      );
    for (const words of PLAIN)
      assert.doesNotMatch(asHtml(table([words]), ''), /mso-number-format|sdnum/, words);
  });

  it('keeps the lines of a cell in one cell, and marks one of whose lines a program would make a formula', () => {
    const html = asHtml(
      table([
        ['10月26日', '迟报', '2 份'],
        ['甲', '=1+1'],
      ]),
      '',
    );
    assert.match(html, /br\{mso-data-placement:same-cell\}/);
    assert.match(html, /<td style="[^"]*">10月26日<br>迟报<br>2 份<\/td>/);
    assert.match(html, /mso-number-format[^>]*>甲<br>=1\+1</);
  });

  it('is text of as many cells, with no formula in cells or title', () => {
    const text = asText(table(['a\tb', '"c', 'd\ne'], [...HARMFUL, ['甲', '=1']]), '=9+9');
    const [title, ...rows] = text.trimEnd().split('\n');
    assert.equal(title, "'=9+9");
    assert.deepEqual(rows[0]?.split('\t'), ['a b', '"""c"', 'd e']);
    assert.deepEqual(rows[1]?.split('\t'), [...HARMFUL.map((words) => `'${words.trim()}`), '甲 =1']);
    assert.match(asHtml(table(), '=9+9'), />'=9\+9<\/p>/);
  });
});

describe(
  'LibreOffice, as a judge of a table that is pasted,',
  { skip: hasSoffice() ? false : 'LibreOffice (soffice) is not installed' },
  () => {
    it('keeps every cell as the words it had', async () => {
      const file = join(await temporaryFolder(), 'copied.html');
      const rows = [HARMFUL, CHANGING, PLAIN, ['甲']];
      await writeFile(file, asHtml(table(...rows), '=9+9'));
      const [book] = await allConverted([file], 'xlsx', 'HTML (StarCalc)');
      const sheet = await readSheet(Buffer.from(book!));
      assert.equal(sheet[0]?.[0], "'=9+9");
      const read = sheet.slice(-rows.length).map((cells) => cells.filter((cell) => cell !== null));
      assert.deepEqual(
        read.slice(0, 2),
        [HARMFUL, CHANGING].map((words) => words.map((each) => each.trim())),
      );
      assert.deepEqual(read[2]?.map(String), PLAIN);
    });
  },
);
