import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CellLedger } from '../../../../src/import/tables/cell-ledger.ts';
import { lostWords } from '../../../../src/import/tables/lost-words.ts';
import type { SheetCell } from '../../../../src/import/tables/read-workbook.ts';

function cell(row: number, text: string): SheetCell {
  return { row, column: 2, text, across: 1, down: 1 };
}

describe('The second account of a table', () => {
  it('finds every word of a cell that is not in what is written', () => {
    const [title, people, time] = [
      cell(3, '为什么学、怎么学'),
      cell(4, '主持：书记\n领学：主任'),
      cell(5, '第二周'),
    ];
    const ledger = new CellLedger();
    ledger.use(title, '专题');
    ledger.use(people, '主持人/领学人');
    ledger.use(time, '时间');
    const cells = [title, people, time];
    assert.deepEqual(
      lostWords(cells, ledger, '{"title":"为什么学、怎么学","chair":"书记","lead":"主任"}'),
      [],
    );
    assert.deepEqual(lostWords(cells, ledger, '{"title":"为什么学","chair":"书记"}'), [
      'B3“怎么学”',
      'B4“主任”',
    ]);
  });
});
