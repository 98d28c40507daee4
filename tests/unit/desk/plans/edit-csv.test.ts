import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { editedCsv } from '../../../../src/desk/plans/edit-csv.ts';
import { RECEIPTS_COLUMNS } from '../../../../src/source/receipts-table.ts';

const TABLE =
  '\uFEFF报送情况\r\n事项,单位,收到日期,份数,备注\r\n"甲",市人民医院,2026-09-25,"1",\r\n\r\n乙,委机关,2026-09-28,1,"说,明"\r\n';
const edit = (
  text: string,
  ...edits: Parameters<typeof editedCsv<keyof typeof RECEIPTS_COLUMNS>>[2]['edits']
) => editedCsv(text, RECEIPTS_COLUMNS, { header: 2, edits });

describe('Rows of a table are changed with every other byte kept', () => {
  it('changes one row, in the columns that it is about', () => {
    assert.equal(
      edit(TABLE, { line: 5, cells: { received: '2026-10-01', note: '补报' } }),
      TABLE.replace('乙,委机关,2026-09-28,1,"说,明"', '乙,委机关,2026-10-01,1,补报'),
    );
  });
  it('takes a row away and leaves the others', () => {
    assert.equal(edit(TABLE, { line: 3 }), TABLE.replace('"甲",市人民医院,2026-09-25,"1",\r\n\r\n', ''));
    assert.equal(edit(TABLE, { line: 5 }), TABLE.replace('乙,委机关,2026-09-28,1,"说,明"\r\n', ''));
  });
  it('adds a row at the end, with marks where a cell needs them', () => {
    assert.equal(
      edit(TABLE, {
        cells: { matter: '丙，"丁"', unit: '委机关', received: '2026-10-09', copies: '', note: 'a,b' },
      }),
      `${TABLE}"丙，""丁""",委机关,2026-10-09,,"a,b"\r\n`,
    );
  });
  it('adds to a table of nothing but its head, and to one without a last line end', () => {
    const head = '事项,单位,收到日期,份数,备注';
    const cells = { matter: '甲', unit: '乙', received: '2026-10-09' };
    for (const text of [head, `${head}\n`])
      assert.equal(
        editedCsv(text, RECEIPTS_COLUMNS, { header: 1, edits: [{ cells }] }),
        `${head}\n甲,乙,2026-10-09,,\n`,
      );
  });
  it('keeps columns that it knows nothing of, their order and their delimiter', () => {
    const text = '单位;联系人;事项;收到日期\n甲;张;乙;2026-10-08\n';
    assert.equal(
      editedCsv(text, RECEIPTS_COLUMNS, {
        header: 1,
        edits: [{ line: 2, cells: { received: '2026-10-09' } }],
      }),
      text.replace('10-08', '10-09'),
    );
  });
  it('does nothing where a column is missing that something is to stand in', () => {
    const text = '单位,事项,收到日期\n甲,乙,2026-10-08\n';
    assert.equal(
      editedCsv(text, RECEIPTS_COLUMNS, { header: 1, edits: [{ line: 2, cells: { note: '免报' } }] }),
      undefined,
    );
    assert.equal(
      editedCsv(text, RECEIPTS_COLUMNS, { header: 1, edits: [{ line: 2, cells: { note: '' } }] }),
      text,
    );
  });
  it('keeps a cell that a spreadsheet would take for a formula one of words', () => {
    assert.match(edit(TABLE, { cells: { matter: '=1+1', unit: '甲' } })!, /\r\n'=1\+1,甲,/);
  });
});
