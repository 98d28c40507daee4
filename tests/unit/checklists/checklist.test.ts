import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { columnsOf, itemGroups, withIds } from '../../../src/domain/checklists/checklist.ts';
import {
  isChecklistRecord,
  readRecordFile,
  withItem,
  writeRecordFile,
} from '../../../src/domain/checklists/record.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { writeContent } from '../../support/site.ts';

describe('A checklist', () => {
  it('has the columns for which some item has something, and two to fill in', () => {
    const names = columnsOf([
      { text: '甲', standard: '有' },
      { text: '乙', note: '注' },
    ]).map(({ name }) => name);
    assert.deepEqual(names, ['标准', '完成情况', '验收人', '备注']);
  });

  it('has the chosen columns where they are chosen; a name of its own is a blank column', () => {
    assert.deepEqual(columnsOf([{ text: '甲' }], ['标准', '查到的事']), [
      { name: '标准', isFilledIn: false },
      { name: '查到的事', isFilledIn: true },
    ]);
  });

  it('gives items lasting ids, different where they sound alike', () => {
    assert.deepEqual(
      withIds([{ text: '公示' }, { text: '公式' }, { id: 'own', text: '公示' }]).map(({ id }) => id),
      ['gong-shi', 'gong-shi-2', 'own'],
    );
  });

  it('keeps the order of its groups', () => {
    const groups = itemGroups([{ group: '一' }, { group: '一' }, {}, { group: '一' }]);
    assert.deepEqual(
      groups.map(({ name, items }) => [name, items.length]),
      [
        ['一', 2],
        [undefined, 1],
        ['一', 1],
      ],
    );
  });

  it('is at fault where its campaign, stage, unit or basis does not exist', async () => {
    const folder = await writeContent({
      'campaigns/conduct.yaml': 'name: 活动\norganiser: 学习办\nstages:\n  - { id: improve, title: 整改 }\n',
      'checklists/a.yaml':
        'title: 清单\ncampaign: conduct\nstage: study\nunits: [某单位]\nbasis: texts/none\nitems:\n  - text: 公示\n    deadline: { days: 5, after: { stage: study, edge: end }, includeFirst: true }\n',
      'checklists/b.yaml': 'title: 清单\ncampaign: none\nitems: []\n',
    });
    assert.deepEqual((await checkContent(folder, { today: '2026-11-20' })).faults.map(formatFault), [
      'checklists/a.yaml:3:8 活动 conduct 没有阶段 study — 改成 improve 之一',
      'checklists/a.yaml:4:9 没有叫“某单位”的单位 — 改成 units/ 里有的文件名、名称、简称或曾用名，或先建 units/….yaml',
      'checklists/a.yaml:5:8 资料库里没有 texts/none — 写成 texts/文件名、speeches/文件名 或 articles/文件名',
      'checklists/a.yaml:8:42 活动 conduct 没有阶段 study — 改成 improve 之一',
      'checklists/b.yaml:3:8 items：至少写一项 — 改为：事项，必填：每项至少写 text',
    ]);
  });
});

describe('What is ticked and written', () => {
  const record = { a: { done: true, written: { 验收人: '值班人员' } } };
  const file = {
    checklist: 'visit',
    title: '走访纪律清单',
    unit: 'blood-center',
    unitName: '市血液中心',
    items: record,
  };

  it('goes into a file and comes back as it was', () => {
    const read = readRecordFile(writeRecordFile(file), 'visit');
    assert.deepEqual(read, { kind: 'zhixing-checklist', version: 1, ...file });
  });

  it('is not taken from the file of another checklist, or from a file that is no checklist', () => {
    assert.equal(readRecordFile(writeRecordFile(file), 'other'), 'another checklist');
    for (const text of [
      '',
      '{}',
      '[]',
      '{"kind":"zhixing-checklist","version":1,"checklist":"visit","items":{"a":{"done":"ja"}}}',
    ]) {
      assert.equal(readRecordFile(text, 'visit'), 'not a record', text);
    }
  });

  it('forgets an item that is neither ticked nor written into', () => {
    assert.deepEqual(withItem(record, 'a', { done: false }), { a: { written: { 验收人: '值班人员' } } });
    assert.deepEqual(withItem(record, 'a', { done: false, written: { 验收人: ' ' } }), {});
    assert.deepEqual(withItem({}, 'b', { done: true }), { b: { done: true } });
  });

  it('is told from anything else', () => {
    assert.equal(isChecklistRecord(record), true);
    assert.equal(isChecklistRecord({ a: { done: true, more: 1 } }), false);
    assert.equal(isChecklistRecord(['a']), false);
  });
});
