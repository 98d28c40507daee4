import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { columnsOf, withIds, wordsInColumn } from '../../../src/domain/checklists/checklist.ts';
import {
  isChecklistRecord,
  readRecordFile,
  withItem,
  writeRecordFile,
} from '../../../src/domain/checklists/record.ts';

describe('the columns of a checklist', () => {
  const whole = {
    text: '甲',
    standard: '标',
    owner: '人',
    deadline: { on: '2026-10-01' },
    evidence: '证',
    note: '注',
  };

  it('stand in their own order, each where some item has something for it', () => {
    const names = ['标准', '责任人', '时限', '佐证', '完成情况', '验收人', '备注'];
    assert.deepEqual(
      columnsOf([whole]).map(({ name }) => name),
      names,
    );
    const fields = { 标准: 'standard', 责任人: 'owner', 时限: 'deadline', 佐证: 'evidence', 备注: 'note' };
    for (const [name, field] of Object.entries(fields))
      assert.deepEqual(
        columnsOf([{ text: '乙' }, { ...whole, [field]: undefined }]).map((column) => column.name),
        names.filter((other) => other !== name),
      );
  });

  it('are filled in by readers where they are 完成情况, 验收人, 备注 or a name of their own', () => {
    const filledIn = (...chosen: string[]) => columnsOf([], chosen).map((column) => column.isFilledIn);
    assert.deepEqual(filledIn('完成情况', '验收人', '备注', '查到的事'), [true, true, true, true]);
    assert.deepEqual(filledIn('标准', '责任人', '时限', '佐证'), [false, false, false, false]);
  });

  it('hold the words of the item, and none where readers write or a deadline is worked out', () => {
    const columns = ['标准', '责任人', '佐证', '备注', '时限', '完成情况', '查到的事'];
    assert.deepEqual(
      columns.map((column) => wordsInColumn(whole, column)),
      ['标', '人', '证', '注', undefined, undefined, undefined],
    );
    assert.equal(wordsInColumn({ text: '甲' }, '标准'), undefined);
  });

  it('of items with written ids leave those to them, and number what sounds alike upwards', () => {
    const items = [{ id: 'gong-shi', text: '甲' }, { text: '公示' }, { text: '公式' }, { text: '攻势' }];
    assert.deepEqual(
      withIds(items).map(({ id }) => id),
      ['gong-shi', 'gong-shi-2', 'gong-shi-3', 'gong-shi-4'],
    );
  });
});

describe('a record', () => {
  it('has ticks and words by item, and nothing else', () => {
    for (const value of [
      {},
      { a: {} },
      { a: { done: false } },
      { a: { written: {} } },
      { a: { written: { 备注: '注' } }, b: { done: true } },
    ])
      assert.ok(isChecklistRecord(value), JSON.stringify(value));
    for (const value of [
      null,
      'a',
      1,
      [],
      { a: null },
      { a: 1 },
      { a: [] },
      { a: { done: 1 } },
      { a: { written: [] } },
      { a: { written: '注' } },
      { a: { written: { 备注: 1 } } },
      { a: { written: { 备注: '注', 验收人: 1 } } },
      { a: {}, b: 1 },
      { a: { more: 1 } },
    ])
      assert.ok(!isChecklistRecord(value), JSON.stringify(value));
  });

  it('is read from a file with a byte order mark, its title and unit left empty where they are no words', () => {
    const file = {
      kind: 'zhixing-checklist',
      version: 1,
      checklist: 'visit',
      title: 1,
      unit: null,
      items: {},
    };
    assert.deepEqual(readRecordFile(`\ufeff${JSON.stringify(file)}`, 'visit'), {
      ...file,
      title: '',
      unit: '',
      unitName: '',
    });
    const whole = { ...file, title: '清单', unit: 'a', unitName: '甲' };
    assert.deepEqual(readRecordFile(JSON.stringify(whole), 'visit'), whole);
    for (const other of [{ ...file, kind: 'x' }, { ...file, version: 2 }, { ...file, items: [] }, null, 'x'])
      assert.equal(readRecordFile(JSON.stringify(other), 'visit'), 'not a record');
    assert.match(
      writeRecordFile({ checklist: 'visit', title: '', unit: '', unitName: '', items: {} }),
      /^\{\n {2}"kind".*\}\n$/su,
    );
  });

  it('keeps what a change does not name, and every other item', () => {
    const record = { a: { done: true, written: { 备注: '注' } }, b: { done: true } };
    assert.deepEqual(withItem(record, 'a', { written: { 验收人: '人' } }), {
      b: { done: true },
      a: { done: true, written: { 备注: '注', 验收人: '人' } },
    });
    assert.deepEqual(withItem(record, 'b', { done: false }), { a: record.a });
    assert.deepEqual(withItem({}, 'c', { written: { 备注: '注' } }), { c: { written: { 备注: '注' } } });
    assert.deepEqual(withItem({}, 'c', {}), {});
  });
});
