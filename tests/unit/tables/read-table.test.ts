import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { countInCell, dayInCell } from '../../../src/tables/cells.ts';
import { byColumn } from '../../../src/tables/columns.ts';
import { parseCsv } from '../../../src/tables/parse-csv.ts';
import { readTable } from '../../../src/tables/read-table.ts';
import { xlsx } from './xlsx.ts';

/** 事项,单位,收到日期,份数,备注 and a row of an essay, as Excel saves them in GBK. */
const GBK =
  'cac2cfee2cb5a5cebb2cc3d5b5bdc8d5c6da2cb7ddcafd2cb1b8d7a20d0ad7dcbde1b1a8b8e62ccad0d1aad2bad6d0d0c42c323032362f31302f32332c322c0d0a';

describe('Tables that an office keeps', () => {
  it('are read from CSV in UTF-8 with a byte-order mark, with quotes, and keep the line of every row', () => {
    const text =
      '\uFEFF事项,单位,备注\r\n总结报告,"市血液中心","共两份，\r\n""补""一份"\r\n,,\r\n整改方案,委机关,\r\n';
    assert.deepEqual(parseCsv(text), [
      { line: 1, cells: ['事项', '单位', '备注'] },
      { line: 2, cells: ['总结报告', '市血液中心', '共两份，\n"补"一份'] },
      { line: 5, cells: ['整改方案', '委机关', ''] },
    ]);
  });

  it('are read from text parted by tabs or full-width commas', () => {
    assert.deepEqual(parseCsv('事项\t单位\na\tb')[1]?.cells, ['a', 'b']);
    assert.deepEqual(parseCsv('事项，单位\na，b')[1]?.cells, ['a', 'b']);
  });

  it('are parted by what stands outside of quotes, and hold no apostrophe that only kept a formula away', () => {
    const text =
      '事项,备注\n甲,"一，二，三，\n四，五，六，七，八，九"\n乙,"\'=1+1"\n丙,\'甲\n丁, "六;七;八"\n';
    assert.deepEqual(
      parseCsv(text).map(({ cells }) => cells),
      [
        ['事项', '备注'],
        ['甲', '一，二，三，\n四，五，六，七，八，九'],
        ['乙', '=1+1'],
        ['丙', "'甲"],
        ['丁', '六;七;八'],
      ],
    );
  });

  it('are read from CSV in GBK, even a short one', async () => {
    const read = await readTable('receipts/a.csv', Buffer.from(GBK, 'hex'));
    assert.deepEqual(read.rows?.[1]?.cells, ['总结报告', '市血液中心', '2026/10/23', '2', '']);
  });

  it('are read from CSV in Big5', async () => {
    const big5 = Buffer.from(
      'a8c6b6b52cb3e6a6ec2ca6acb8eaa4e9b4c10aa7f3b57bb3f8a7692ca4a4a4df2c323032362d31302d32330a',
      'hex',
    );
    const read = await readTable('receipts/a.csv', big5);
    assert.equal(read.rows?.[0]?.cells[0], '事項');
  });

  it('are read from an .xlsx sheet: days as days, numbers as they are shown', async () => {
    const bytes = xlsx([
      ['办理台账', null, null],
      ['编号', '收到日期', '份数'],
      [1, { serial: 46307 }, 3],
      [null, null, null],
      ['二', '2026年10月13日', 4.5],
    ]);
    assert.deepEqual((await readTable('ledgers/a.xlsx', bytes)).rows, [
      { line: 1, cells: ['办理台账', '', ''] },
      { line: 2, cells: ['编号', '收到日期', '份数'] },
      { line: 3, cells: ['1', '2026-10-12', '3'] },
      { line: 5, cells: ['二', '2026年10月13日', '4.5'] },
    ]);
  });

  it('have signs of a number that is too large where it should be a day, so that its row is reported', async () => {
    const { rows } = await readTable('receipts/a.xlsx', xlsx([['收到日期'], [{ serial: 99_999_999_999 }]]));
    assert.deepEqual(rows?.[1], { line: 2, cells: ['####'] });
  });

  it('say what to do where they cannot be read', async () => {
    assert.match((await readTable('a.xlsx', Buffer.from('nothing'))).problem?.remedy ?? '', /另存为/u);
    assert.equal((await readTable('a.csv', Buffer.from('\n,,\n'))).problem?.reason, '表里没有内容');
  });
});

describe('Workbooks that no office would keep', () => {
  const SHEET = 'xl/worksheets/sheet1.xml';
  const sound = xlsx([
    ['事项', '单位'],
    ['总结', '甲'],
  ]);
  const withSheet = (change: (xml: string) => string) => {
    const parts = unzipSync(sound);
    parts[SHEET] = strToU8(change(strFromU8(parts[SHEET] ?? new Uint8Array())));
    return zipSync(parts);
  };
  const problemOf = async (bytes: Uint8Array) => (await readTable('a.xlsx', bytes)).problem?.reason;

  it('are refused where they have a cell, or a row, far beyond all others', async () => {
    const far = (at: string) =>
      withSheet((xml) =>
        xml.replace('</sheetData>', `<row r="9"><c r="${at}"><v>1</v></c></row></sheetData>`),
      );
    assert.equal(await problemOf(far('A1048576')), '表里第 1048576 行还有内容，超过 50000 行');
    assert.equal(await problemOf(far('XFD9')), '表里第 XFD 列还有内容，超过 500 列');
    assert.equal(await problemOf(far('ZZZZZZZZZ9')), '表里第 ZZZZZZZZZ 列还有内容，超过 500 列');
  });
  it('are read where the far cells are only painted, as a whole column may be', async () => {
    const painted = withSheet((xml) =>
      xml.replace('</sheetData>', '<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'),
    );
    assert.equal((await readTable('a.xlsx', painted)).rows?.length, 2);
  });
  it('are refused where a text goes on without end, or they unpack to too much', async () => {
    const blanks = ' '.repeat(6_000_000);
    assert.equal(
      await problemOf(withSheet((xml) => xml.replace('</sheetData>', `${blanks}</sheetData>`))),
      '不是能读的 .xlsx 表格',
    );
    const words = Array.from({ length: 200_000 }, (_, index) => index).join('');
    assert.equal(
      await problemOf(withSheet((xml) => xml.replace('<t>', `<t>${words}`))),
      '表里有一格的文字太长',
    );
  });
  it('are refused, not waited for, where the package is damaged', async () => {
    const text = Buffer.from(sound).toString('latin1');
    const endings = Buffer.from(text.replaceAll('\n', '\r\n').replace('PK\u0003', 'PK\u0003\r'), 'latin1');
    for (const bytes of [
      endings,
      sound.subarray(0, 900),
      sound.subarray(0, -30),
      Buffer.from('PK\u0003\u0004'),
    ])
      assert.equal(await problemOf(bytes), '不是能读的 .xlsx 表格');
  });
});

describe('Cells', () => {
  it('write one day in many ways', () => {
    for (const words of [
      '2026-10-23',
      '2026/10/23',
      '2026.10.23',
      '2026年10月23日',
      '20261023',
      '2026/10/23 9:05:00',
      '46318',
      '２０２６年１０月２３日',
    ]) {
      assert.equal(dayInCell(words), '2026-10-23', words);
    }
  });

  it('that are no day yield none', () => {
    for (const words of ['2026-02-30', '10月23日', '待定', '3', ''])
      assert.equal(dayInCell(words), undefined, words);
  });

  it('write a count with or without its unit', () => {
    assert.deepEqual(['2', '2份', '1,200', '两份'].map(countInCell), [2, 2, 1200, undefined]);
  });
});

describe('Columns', () => {
  const names = { day: ['收到日期', '收件日期'], unit: ['单位'] };

  it('are found below a title, under any of their names, without what stands in brackets', () => {
    const table = [
      { line: 1, cells: ['收到日期登记'] },
      { line: 2, cells: ['单 位', '收件日期（年月日）', '内容'] },
      { line: 3, cells: ['委机关', '2026-10-23', '不读'] },
    ];
    const found = byColumn(table, names, ['day']);
    assert.equal(found?.header, 2);
    assert.deepEqual(found?.rows, [{ line: 3, day: '2026-10-23', unit: '委机关' }]);
  });

  it('are not found where the needed one is missing', () => {
    assert.equal(byColumn([{ line: 1, cells: ['单位', '内容'] }], names, ['day']), undefined);
  });
});
