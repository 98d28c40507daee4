import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { GroupTotals } from '../../../src/domain/ledgers/ledger.ts';
import { unevenFigures } from '../../../src/domain/ledgers/uneven-figures.ts';

const said = (figures: Omit<GroupTotals, 'name'>) =>
  unevenFigures({ name: '座谈', ...figures }).map(
    ({ field, reason, remedy }) => `${field} ${reason} — ${remedy}`,
  );

describe('the totals of a source', () => {
  it('come out even where received is answered, open and returned together', () => {
    const even = { received: 10, answered: 6, open: 3, returnedOrMerged: 1 };
    assert.deepEqual(said(even), []);
    for (const off of [{ received: 11 }, { answered: 5 }, { open: 2 }, { returnedOrMerged: 0 }])
      assert.deepEqual(
        said({ ...even, ...off }).map((words) => words.split(' ')[0]),
        ['open'],
      );
    assert.deepEqual(said({ received: 10, answered: 6, open: 3 }), [
      'open 办结 6＋在办 3＋退回或并件 0＝9，不等于收到 10 — 核实各数；差的几件写清去向',
    ]);
  });

  it('are held against each other only where the source gives them', () => {
    for (const figures of [
      {},
      { received: 10 },
      { received: 10, answered: 6 },
      { answered: 6, open: 1 },
      { received: 10, open: 3 },
      { overdue: 9 },
      { distributed: 5 },
      { collected: 5 },
      { answered: 3, overdue: 4 },
    ])
      assert.deepEqual(said(figures), []);
  });

  it('cannot have more answered than received, nor answered and returned together', () => {
    assert.deepEqual(said({ received: 5, answered: 5 }), []);
    assert.deepEqual(said({ received: 5, answered: 6 }), [
      'answered 办结 6 大于收到 5 — 对照原件核实收到数和办结数',
    ]);
    assert.deepEqual(said({ received: 5, answered: 4, returnedOrMerged: 1 }), []);
    assert.deepEqual(said({ received: 5, answered: 4, returnedOrMerged: 2 }), [
      'returnedOrMerged 办结 4＋退回或并件 2，大于收到 5 — 对照原件核实；收到＝办结＋在办＋退回或并件',
    ]);
    assert.equal(said({ received: 5, answered: 6, returnedOrMerged: 2 }).length, 1);
  });

  it('have classes that sum to what was answered, and no classes without it', () => {
    assert.deepEqual(said({ answered: 5, classes: { A: 2, B: 3 } }), []);
    assert.deepEqual(said({ answered: 6, classes: { A: 2, B: 3 } }), [
      'classes 各类之和 2＋3＝5，不等于办结 6 — 对照原件核实各类件数和办结数',
    ]);
    assert.deepEqual(said({ classes: { A: 2 } }), [
      'classes 有办理类别，没有办结数 — 写上 answered，或说明各类是怎么数的',
    ]);
  });

  it('cannot have more collected than distributed, nor more overdue than received', () => {
    assert.deepEqual(said({ distributed: 5, collected: 5, received: 4, overdue: 4 }), []);
    assert.deepEqual(said({ distributed: 5, collected: 6 }), [
      'collected 收回 6 大于发放 5 — 对照原件核实发放数和收回数',
    ]);
    assert.deepEqual(said({ received: 4, overdue: 5 }), ['overdue 超期 5 大于收到 4 — 核实超期数']);
  });

  it('have categories that sum to what was received, where those are counted', () => {
    assert.deepEqual(said({ received: 5, categories: { 作风: 2, 服务: 3 } }), []);
    assert.deepEqual(said({ received: 5, categories: ['作风', '服务'] }), []);
    assert.deepEqual(said({ categories: { 作风: 2 } }), []);
    assert.deepEqual(said({ received: 6, categories: { 作风: 2, 服务: 3 } }), [
      'categories 内容分类合计 5，不等于收到 6 — 核实分类件数',
    ]);
  });
});
