import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kindForm } from '../../../src/desk/forms/kind-form.ts';
import type { Variant } from '../../../src/domain/desk/api.ts';
import { beginningOf, movedItem, variantOf } from '../../../src/domain/desk/variants.ts';

function whenOf(): readonly Variant[] {
  const sessions = kindForm('plans')!.fields.find(({ name }) => name === 'sessions')!.shape;
  const item = sessions.type === 'list' && sessions.item.type === 'group' ? sessions.item : undefined;
  const when = item!.fields.find(({ name }) => name === 'when')!.shape;
  return when.type === 'variants' ? when.variants : [];
}

const WHEN = whenOf();
const labelOf = (value: unknown) => {
  const index = variantOf(WHEN, value);
  return index === undefined ? undefined : WHEN[index]!.label;
};

describe('A value shows in which of several ways it is written', () => {
  it('is told by the fields that it has, and by no others than it may have', () => {
    assert.equal(labelOf('unknown'), '时间待定');
    assert.equal(labelOf({ on: '2026-10-09', time: '14:30' }), '定在某天');
    assert.equal(labelOf({ week: 2 }), '阶段的第几周');
    assert.equal(labelOf({ by: { stage: 'study', edge: 'end' } }), '在某天以前完成');
    assert.equal(labelOf({ before: '七一', year: 2027 }), '节日、纪念日以前');
    assert.equal(labelOf({ every: 'month', day: 5 }), '按规律');
  });
  it('is none for a value that is unfinished, at fault or not there', () => {
    for (const value of [
      undefined,
      null,
      {},
      [],
      5,
      'sometime',
      { on: '2026-10-09', week: 2 },
      { before: '七一' },
    ])
      assert.equal(labelOf(value), undefined, JSON.stringify(value));
  });
  it('takes a field that nothing is written in for one that is not there', () => {
    assert.equal(labelOf({ on: '2026-10-09', time: null }), '定在某天');
    assert.equal(labelOf({ on: null, time: '14:30' }), undefined);
  });
  it('begins another way with what both have in common', () => {
    const at = (label: string) => WHEN.find((variant) => variant.label === label)!;
    const before = { on: '2026-10-09', time: '14:30' };
    assert.deepEqual(beginningOf(at('按规律'), before), { time: '14:30' });
    assert.equal(beginningOf(at('阶段的第几周'), before), null);
    assert.equal(beginningOf(at('时间待定'), before), 'unknown');
    assert.equal(beginningOf(at('定在某天'), 'unknown'), null);
  });
});

describe('An item of a list is moved', () => {
  it('up and down, and nowhere beyond the ends', () => {
    assert.deepEqual(movedItem(['a', 'b', 'c'], 2, 0), ['c', 'a', 'b']);
    assert.deepEqual(movedItem(['a', 'b', 'c'], 0, 1), ['b', 'a', 'c']);
    for (const [from, to] of [
      [0, -1],
      [2, 3],
      [3, 0],
      [-1, 0],
    ] as const)
      assert.deepEqual(movedItem(['a', 'b', 'c'], from, to), ['a', 'b', 'c']);
  });
});
