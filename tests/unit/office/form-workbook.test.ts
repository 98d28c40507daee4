import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readSheet } from 'read-excel-file/node';
import { formWorkbook, isTabular } from '../../../src/ooxml/form-workbook.ts';
import { writeWorkbook } from '../../../src/ooxml/workbook/write-workbook.ts';
import { FORMS } from '../../../src/papers/forms/all-forms.ts';

const TABULAR = FORMS.filter(({ sheets }) => sheets.some(isTabular));

describe('The workbook of a form', () => {
  for (const { title, sheets } of TABULAR) {
    it(`${title} has every table with all its heads and rows, and every field`, async () => {
      const workbook = formWorkbook(title, '学习办', sheets, {});
      const tabular = sheets.filter(isTabular);
      assert.equal(workbook.sheets.length, tabular.length);
      for (const [index, { blocks }] of tabular.entries()) {
        const rows = await readSheet(Buffer.from(writeWorkbook(workbook)), index + 1);
        const words = rows.flat().map(String);
        for (const block of blocks) {
          if (block.kind === 'fields')
            for (const { label } of block.fields) assert.ok(words.includes(label), label);
          if (block.kind !== 'table' && block.kind !== 'roster') continue;
          const heads = block.columns.map(({ head }) => head);
          const at = rows.findIndex((row) => row[0] === heads[0] && row[1] === heads[1]);
          assert.deepEqual(rows[at]?.slice(0, heads.length), heads);
          assert.equal(workbook.sheets[index]?.head?.from, at + 1);
          if (block.kind === 'roster' || block.numbered) assert.equal(rows[at + block.rows]?.[0], block.rows);
        }
      }
    });
  }

  it('is there for ledgers and lists, and not for letters', () => {
    const ids = TABULAR.map(({ id }) => id);
    for (const id of ['issue-ledger', 'opinion-ledger', 'checklist', 'sign-in', 'schedule-wide'])
      assert.ok(ids.includes(id), id);
    for (const id of ['meeting-notice', 'stage-report', 'visit-record']) assert.ok(!ids.includes(id), id);
  });
});
