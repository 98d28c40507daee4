import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWorkbook } from '../../../../src/import/tables/read-workbook.ts';
import { isDueSheet } from '../../../../src/import/tables/sheet-notes.ts';
import { planWorkbook } from '../../../../src/ooxml/plan-workbook.ts';
import { writeWorkbook } from '../../../../src/ooxml/workbook/write-workbook.ts';

const sheetsOf = (dues: string[][]) =>
  readWorkbook(writeWorkbook(planWorkbook({ title: '安排表', line: ['单位：甲'], rows: [], dues }, '学习办')))
    .sheets;

test('What a unit has to hand in stands on a sheet of its own, with the earlier day, and the import knows it for what it is', () => {
  const due = ['1', '总结', '各单位', '2026年10月31日（请于10月30日前报送）', '学习办', '当天是周六。'];
  const sheets = sheetsOf([due]);
  assert.deepEqual(sheets.map(isDueSheet), [false, true]);
  const words = sheets[1]!.cells.map(({ text }) => text);
  for (const word of due.slice(1)) assert.ok(words.includes(word), word);
  assert.equal(
    isDueSheet({ ...sheets[1]!, cells: sheets[1]!.cells.slice(0, 4) }),
    false,
    'a note of that name',
  );
});

test('A unit that has nothing to hand in has no such sheet', () => {
  assert.equal(sheetsOf([]).length, 1);
});
