import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import type { Workbook } from '../../../src/ooxml/workbook/workbook.ts';
import { writeWorkbook } from '../../../src/ooxml/workbook/write-workbook.ts';
import { readPdf } from '../../support/pdf.ts';
import { temporaryFolder } from '../../support/site.ts';
import { convertedBySoffice, hasSoffice } from '../../support/soffice.ts';

const HEAD = { from: 2, until: 3 };
const TABLE: Workbook = {
  title: '问题清单',
  creator: '学习办',
  sheets: [
    {
      name: '问题清单',
      columns: [4, 30, 10, 10],
      landscape: true,
      head: HEAD,
      rows: [
        { cells: [{ value: '问题清单', style: 'title', across: 4 }], height: 32 },
        {
          cells: [
            { value: '序号', style: 'head', down: 2 },
            { value: '问题', style: 'head', down: 2 },
            { value: '完成', style: 'head', across: 2 },
          ],
        },
        {
          cells: [
            { value: '时限', style: 'head' },
            { value: '责任人', style: 'head' },
          ],
        },
        ...Array.from({ length: 60 }, (_, index) => ({
          cells: [index + 1, `第${index + 1}条`.repeat(8), '', ''],
          height: 24,
        })),
      ],
    },
  ],
};

/** A workbook of one sheet with these cells in one row. */
function oneRow(...cells: Workbook['sheets'][number]['rows'][number]['cells']): Workbook {
  return {
    title: '',
    creator: '',
    sheets: [{ name: '表', columns: cells.map(() => 10), rows: [{ cells }] }],
  };
}

function xmlOf(workbook: Workbook, name: string): string {
  return strFromU8(unzipSync(writeWorkbook(workbook))[name] ?? new Uint8Array());
}

describe('A workbook', () => {
  it('reads back cell by cell, merged cells at their first place', async () => {
    const rows = await readSheet(Buffer.from(writeWorkbook(TABLE)));
    assert.deepEqual(rows.slice(0, 4), [
      ['问题清单', null, null, null],
      ['序号', '问题', '完成', null],
      [null, null, '时限', '责任人'],
      [1, '第1条'.repeat(8), null, null],
    ]);
    assert.equal(rows.length, 63);
  });

  it('never holds a formula: words that look like one, or like a number or a day, are text, also after somebody has edited the cell', async () => {
    const formulas = ['=1+1', '=HYPERLINK("http://x")', '+86', '-1', '@SUM(A1)', "=cmd|' /C calc'!A0"];
    const disguised = ['＝1+1', '＠全体', '\u3000=1'];
    const words = [...formulas, ...disguised, '007', '3-5', '10月26日'];
    const sheet = xmlOf(oneRow(...words), 'xl/worksheets/sheet1.xml');
    assert.doesNotMatch(sheet, /<f[ >]/);
    const formats = [
      ...xmlOf(oneRow(), 'xl/styles.xml')
        .split('<cellXfs')[1]!
        .matchAll(/<xf [^>]*>/g),
    ];
    for (const [, style] of sheet.matchAll(/<c r="\w+" s="(\d+)"/g)) {
      assert.match(formats[Number(style)]![0], /quotePrefix="1"/);
    }
    assert.equal(sheet.match(/ t="s"/g)?.length, words.length);
    assert.doesNotMatch(xmlOf(oneRow('甲', '12'), 'xl/worksheets/sheet1.xml'), / s="(?!11")/);
    assert.deepEqual(await readSheet(Buffer.from(writeWorkbook(oneRow(...words))), { trim: false }), [words]);
  });

  it('keeps every character of awkward words, and marks what XML cannot hold', async () => {
    const words = ['<b>&"\'', '  两端空格  ', '两行\n文字', '_x0041_', '𠮷😀', '长'.repeat(32_767)];
    assert.deepEqual(await readSheet(Buffer.from(writeWorkbook(oneRow(...words))), { trim: false }), [words]);
    assert.match(xmlOf(oneRow('a\u0007b\uD800c'), 'xl/sharedStrings.xml'), /a\uFFFDb\uFFFDc/);
  });

  it('has the same bytes for the same content', () => {
    assert.deepEqual(writeWorkbook(TABLE), writeWorkbook(structuredClone(TABLE)));
  });

  it('prints on A4 as wide as the page, its column names on every page and in view while scrolling', () => {
    const sheet = xmlOf(TABLE, 'xl/worksheets/sheet1.xml');
    assert.match(sheet, /<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    assert.match(sheet, /<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"\/>/);
    assert.match(
      xmlOf(TABLE, 'xl/workbook.xml'),
      /_xlnm\.Print_Titles" localSheetId="0">'问题清单'!\$2:\$3</,
    );
  });

  it('offers words to choose from', () => {
    const sheet = { name: '表', columns: [8], rows: [{ cells: [''] }] };
    const choices = [{ column: 1, from: 1, until: 1, words: ['党课', '会议'] }];
    const workbook = { title: '', creator: '', sheets: [{ ...sheet, choices }] };
    assert.match(
      xmlOf(workbook, 'xl/worksheets/sheet1.xml'),
      /sqref="A1:A1"><formula1>&quot;党课,会议&quot;</,
    );
    const tooMany = {
      ...workbook,
      sheets: [{ ...sheet, choices: [{ ...choices[0]!, words: ['字'.repeat(260)] }] }],
    };
    assert.throws(() => writeWorkbook(tooMany), /do not fit a list/);
  });

  it('gives every sheet a name that programs accept', () => {
    const sheets = ['整改/台账[1]', '整改?台账:1*', '', '长'.repeat(40), "'引'"].map((name) => ({
      name,
      columns: [5],
      rows: [],
    }));
    const names = [
      ...xmlOf({ title: '', creator: '', sheets }, 'xl/workbook.xml').matchAll(/sheet name="([^"]*)"/g),
    ];
    assert.deepEqual(
      names.map(([, name]) => name),
      ['整改 台账 1', '整改 台账 1 2', 'Sheet3', '长'.repeat(31), '引'],
    );
  });

  it('refuses cells that overlap, lie beyond the columns or are too long', () => {
    const wide = oneRow('甲', { value: '乙', across: 2 });
    assert.throws(() => writeWorkbook(wide), /row 1 has a cell beyond the table/);
    assert.throws(() => writeWorkbook(oneRow('长'.repeat(32_768))), /A1 has more than 32767 characters/);
    const rows = [{ cells: ['甲', { value: '乙', down: 2 }] }, { cells: [{ value: '丙', across: 2 }] }];
    const overlap = { title: '', creator: '', sheets: [{ name: '表', columns: [5, 5], rows }] };
    assert.throws(() => writeWorkbook(overlap), /two cells claim B2/);
  });
});

describe(
  'LibreOffice, as a second judge of a workbook,',
  { skip: hasSoffice() ? false : 'LibreOffice (soffice) is not installed' },
  () => {
    it('prints it on landscape A4 with the column names on every page', async () => {
      const file = join(await temporaryFolder(), 'table.xlsx');
      await writeFile(file, writeWorkbook(TABLE));
      const { pages } = await readPdf(await convertedBySoffice(file, 'pdf'));
      assert.ok(pages.length > 1);
      for (const [index, { width, height, text }] of pages.entries()) {
        assert.deepEqual([Math.round(width), Math.round(height)], [297, 210]);
        assert.match(text, /序号/);
        assert.match(text, /责任人/);
        assert.match(text, new RegExp(`第 ${index + 1} 页，共 ${pages.length} 页`));
      }
      assert.equal(pages.filter(({ text }) => text.includes('问题清单')).length, 1);
    });
  },
);
