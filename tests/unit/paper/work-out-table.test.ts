import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workOutTable } from '../../../src/domain/forms/work-out-table.ts';
import { workedColumns } from '../../../src/papers/form.ts';
import { ATTENDANCE } from '../../../src/papers/forms/attendance.ts';

const COLUMNS = [{ total: 'count' }, { total: 'sum' }, { total: 'sum' }, { share: [2, 1] as const }, {}];

describe('A table that is filled on the device', () => {
  it('counts and sums its columns, and has the share of each row and of all', () => {
    const { shares, totals } = workOutTable(COLUMNS, [
      ['党课', '20', '18', '', '甲'],
      ['集中学习', '20', '15', '', ''],
    ]);
    assert.deepEqual(
      shares.map((row) => row[3]),
      ['90%', '75%'],
    );
    assert.deepEqual(totals, ['2次', '40', '33', '83%', '']);
  });

  it('takes the share of all from rows only that have its part: a meeting yet to come lowers nothing', () => {
    const { shares, totals } = workOutTable(COLUMNS, [
      ['党课', '20', '18', '', ''],
      ['十二月', '20', '', '', ''],
    ]);
    assert.deepEqual([shares[1]?.[3], totals[3]], ['', '90%']);
  });

  it('says nothing of nothing, of words that are no numbers, and of a whole of none', () => {
    assert.deepEqual(workOutTable(COLUMNS, []).totals, ['', '', '', '', '']);
    const { shares, totals } = workOutTable(COLUMNS, [
      ['', '若干', '３', '', ''],
      ['', '0', '1.5', '', ''],
    ]);
    assert.deepEqual([shares[0]?.[3], shares[1]?.[3], totals[2], totals[0]], ['', '', '4.5', '']);
  });

  it('knows the columns of a form by their heads; a form without totals has none to work out', () => {
    const [, table] = ATTENDANCE.sheets[0]!.blocks;
    const columns = table?.kind === 'table' ? workedColumns(table.columns) : undefined;
    assert.deepEqual(columns?.[10], { total: undefined, share: [6, 5] });
    assert.equal(workedColumns([{ head: '甲', width: 100 }]), undefined);
  });
});
