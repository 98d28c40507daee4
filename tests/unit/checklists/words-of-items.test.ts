import assert from 'node:assert/strict';
import { it } from 'node:test';
import { itemGroups, wordsInColumn } from '../../../src/domain/checklists/checklist.ts';

it('An item has words in the columns of its fields, none for its deadline and for blank columns', () => {
  const item = {
    text: '甲',
    standard: '标',
    owner: '人',
    evidence: '证',
    note: '注',
    deadline: 'unknown' as const,
  };
  assert.deepEqual(
    ['标准', '责任人', '佐证', '备注'].map((column) => wordsInColumn(item, column)),
    ['标', '人', '证', '注'],
  );
  assert.deepEqual(
    ['时限', '完成情况', '查到的事'].map((column) => wordsInColumn(item, column)),
    [undefined, undefined, undefined],
  );
  assert.equal(wordsInColumn({ text: '甲' }, '标准'), undefined);
});

it('Items stand under the heading that they share with the one before', () => {
  const items = ['甲', '甲', undefined, '乙', '甲'].map((group, index) => ({ group, text: String(index) }));
  assert.deepEqual(
    itemGroups(items).map(({ name, items: of }) => [name, of.map(({ text }) => text).join('')]),
    [
      ['甲', '01'],
      [undefined, '2'],
      ['乙', '3'],
      ['甲', '4'],
    ],
  );
  assert.deepEqual(itemGroups([]), []);
});
