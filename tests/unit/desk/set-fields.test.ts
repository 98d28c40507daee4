import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setFields } from '../../../src/desk/fields/set-fields.ts';

const FIELDS = `# 导入自 a.docx
title: 题名 # 照原件
date: 2026-03-02
topics: [作风建设,  调查研究]
source:
  name: 市报   # 第二版
  publishedOn: "2026-03-05"
# 末尾
draft: true
`;

describe('Fields are set with no byte of the others changed', () => {
  it('replaces a value and leaves the comment behind it', () => {
    assert.equal(setFields(FIELDS, { title: '新题名' }), FIELDS.replace('题名 #', '新题名 #'));
  });
  it('changes nothing where nothing is otherwise', () => {
    assert.equal(setFields(FIELDS, { title: '题名', topics: ['作风建设', '调查研究'] }), FIELDS);
  });
  it('changes a field within a field and leaves the one beside it', () => {
    const source = { name: '市报', publishedOn: '2026-03-06' };
    assert.equal(setFields(FIELDS, { source }), FIELDS.replace('"2026-03-05"', '2026-03-06'));
  });
  it('adds a field behind the last one', () => {
    assert.equal(setFields(FIELDS, { summary: '提要：一' }), `${FIELDS.trimEnd()}\nsummary: 提要：一\n`);
  });
  it('adds a field within a field at its indent', () => {
    const source = { name: '市报', publishedOn: '2026-03-05', note: '转载' };
    assert.equal(setFields(FIELDS, { source }), FIELDS.replace('"2026-03-05"', '"2026-03-05"\n  note: 转载'));
  });
  it('takes a field away with its line, and leaves the comment above', () => {
    assert.equal(setFields(FIELDS, { draft: null }), FIELDS.replace('draft: true\n', ''));
  });
  it('takes a field of several lines away', () => {
    assert.equal(
      setFields(FIELDS, { source: null }),
      FIELDS.replace('source:\n  name: 市报   # 第二版\n  publishedOn: "2026-03-05"\n', ''),
    );
  });
  it('writes a list on one line where it stood on one line', () => {
    assert.equal(
      setFields(FIELDS, { topics: ['作风建设'] }),
      FIELDS.replace('[作风建设,  调查研究]', '[作风建设]'),
    );
  });
  it('writes words that YAML takes for something else in quotation marks', () => {
    const text = setFields(FIELDS, { title: '12: 30 # 是', documentNumber: 'true' });
    assert.match(text!, /title: "12: 30 # 是"/);
    assert.match(text!, /documentNumber: "true"/);
  });
  it('keeps the line ends of Windows', () => {
    const windows = FIELDS.replaceAll('\n', '\r\n');
    const text = setFields(windows, { summary: '一', source: { name: '省报', publishedOn: '2026-03-05' } });
    assert.equal(text, `${windows.replace('市报', '省报').trimEnd()}\r\nsummary: 一\r\n`);
  });
  it('changes one session of a plan and no other', () => {
    const plan =
      'sessions:\n  - id: s1 # 第一场\n    title: 甲\n    when: { week: 1 }\n\n  - id: s2\n    title: 乙\n';
    const sessions = [
      { id: 's1', title: '甲', when: { week: 2 } },
      { id: 's2', title: '乙', place: '二楼' },
    ];
    assert.equal(
      setFields(plan, { sessions }),
      plan.replace('week: 1', 'week: 2').replace('title: 乙', 'title: 乙\n    place: 二楼'),
    );
  });
  it('writes into a file that has no fields yet', () => {
    assert.equal(setFields('# 空\n', { title: '甲' }), '# 空\ntitle: 甲\n');
  });
  it('leaves out what a form left empty', () => {
    assert.equal(
      setFields('title: 甲\n', { speaker: { role: '主任', name: undefined } }),
      'title: 甲\nspeaker:\n  role: 主任\n',
    );
  });
  it('does nothing with what is no YAML, or holds no fields', () => {
    for (const text of ['title: [', '- 甲', '甲'])
      assert.equal(setFields(text, { title: '乙' }), undefined, text);
  });
  it('writes a field anew whose value hangs on the place of another', () => {
    assert.equal(setFields('title: &a 甲\nsummary: *a\n', { summary: '乙' }), 'title: &a 甲\nsummary: 乙\n');
  });
});
