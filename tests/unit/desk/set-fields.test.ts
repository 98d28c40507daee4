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
  it('adds a field behind the comment of the one before it', () => {
    assert.equal(
      setFields('plans:\n  - plan: a # 全年\n', { plans: [{ plan: 'a', since: '2026-01-01' }] }),
      'plans:\n  - plan: a # 全年\n    since: 2026-01-01\n',
    );
    assert.equal(setFields('a: 甲 # 一\r\n', { b: '乙' }), 'a: 甲 # 一\r\nb: 乙\r\n');
  });
  it('adds a field where the last ones, or all of them, are taken away', () => {
    assert.equal(setFields('a: 1\nb: 2 # 二\nc: 3\n', { b: null, c: null, d: 4 }), 'a: 1\nd: 4\n');
    assert.equal(setFields('a: 1\nb: 2\n', { a: null, b: null, c: 3 }), 'c: 3\n');
    const plan = 'sessions:\n  - id: s1\n    sittings:\n      - { on: 2026-01-05 }\n  - id: s2\n';
    const sessions = [{ id: 's1', when: { week: 1 } }, { id: 's2' }];
    assert.equal(setFields(plan, { sessions }), 'sessions:\n  - id: s1\n    when: { week: 1 }\n  - id: s2\n');
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

const PLAN = `title: 计划   # 题
sessions:
  # 第一场的说明
  - id: s1
    title: 甲   # 甲的注
    when: { week: 1 }

  - id: s2
    title: 乙
    readings: [texts/a,  texts/b]
  # 第三场
  - { id: s3, title: 丙, when: unknown }
onHoliday: before
`;
const S1 = { id: 's1', title: '甲', when: { week: 1 } };
const S2 = { id: 's2', title: '乙', readings: ['texts/a', 'texts/b'] };
const S3 = { id: 's3', title: '丙', when: 'unknown' };
const ROWS = {
  s1: '  # 第一场的说明\n  - id: s1\n    title: 甲   # 甲的注\n    when: { week: 1 }\n',
  s2: '\n  - id: s2\n    title: 乙\n    readings: [texts/a,  texts/b]\n',
  s3: '  # 第三场\n  - { id: s3, title: 丙, when: unknown }\n',
};
const planOf = (...rows: string[]) => `title: 计划   # 题\nsessions:\n${rows.join('')}onHoliday: before\n`;

describe('The items of a list keep their bytes and comments wherever they go', () => {
  const set = (...sessions: unknown[]) => setFields(PLAN, { sessions });
  it('moves an item with the comment above it', () => {
    assert.equal(set(S3, S1, S2), planOf(ROWS.s3, ROWS.s1, ROWS.s2));
    assert.equal(set(S2, S1, S3), planOf(ROWS.s2, ROWS.s1, ROWS.s3));
  });
  it('takes an item away, be it the first, one between or the last', () => {
    assert.equal(set(S2, S3), planOf(ROWS.s2, ROWS.s3));
    assert.equal(set(S1, S3), planOf(ROWS.s1, ROWS.s3));
    assert.equal(set(S1, S2), planOf(ROWS.s1, ROWS.s2));
  });
  it('writes a new item, short values on one line, and no other', () => {
    const added = {
      id: 's4',
      title: '丁',
      form: '集中学习',
      when: { on: '2026-10-09', time: '14:30' },
      note: '一句话说明这一场为什么后来才加进来，加在哪里',
    };
    const words =
      '  - id: s4\n    title: 丁\n    form: 集中学习\n    when: { on: 2026-10-09, time: "14:30" }\n    note: 一句话说明这一场为什么后来才加进来，加在哪里\n';
    assert.equal(set(S1, added, S2, S3), planOf(ROWS.s1, words, ROWS.s2, ROWS.s3));
    assert.equal(set(S1, S2, S3, added), planOf(ROWS.s1, ROWS.s2, ROWS.s3, words));
  });
  it('changes an item that moved within its own lines', () => {
    assert.equal(
      set(S2, { ...S1, when: { week: 2 } }, S3),
      planOf(ROWS.s2, ROWS.s1.replace('week: 1', 'week: 2'), ROWS.s3),
    );
  });
  it('changes an item on one line and leaves it on one line', () => {
    assert.equal(
      set(S1, S2, { ...S3, when: { week: 3 } }),
      planOf(ROWS.s1, ROWS.s2, '  # 第三场\n  - { id: s3, title: 丙, when: { week: 3 } }\n'),
    );
  });
  it('writes a time in the place of none on one line', () => {
    assert.equal(
      set(S1, { ...S2, when: { every: 'month', day: 5 } }, S3),
      planOf(ROWS.s1, `${ROWS.s2.trimEnd()}\n    when: { every: month, day: 5 }\n`, ROWS.s3),
    );
  });
  it('duplicates an item under another id', () => {
    assert.equal(
      set(S1, { ...S1, id: 's1-2' }, S2, S3),
      planOf(ROWS.s1, '  - { id: s1-2, title: 甲, when: { week: 1 } }\n', ROWS.s2, ROWS.s3),
    );
  });
  it('keeps the line ends of Windows and a file without a last line end', () => {
    const windows = PLAN.replaceAll('\n', '\r\n');
    assert.equal(
      setFields(windows, { sessions: [S2, S1, S3] }),
      planOf(ROWS.s2, ROWS.s1, ROWS.s3).replaceAll('\n', '\r\n'),
    );
    assert.equal(setFields('a:\n  - x: 1\n  - x: 2', { a: [{ x: 2 }, { x: 1 }] }), 'a:\n  - x: 2\n  - x: 1');
  });
  it('moves items of a list within an item', () => {
    const unit =
      'plans:\n  - plan: a # 甲\n    adjustments:\n      - { session: s1, drop: true } # 一\n      - { session: s2, on: 2026-10-09 }\n';
    const adjustments = [
      { session: 's2', on: '2026-10-09' },
      { session: 's1', drop: true },
      { session: 's3', drop: true, reason: '合并' },
    ];
    assert.equal(
      setFields(unit, { plans: [{ plan: 'a', adjustments }] }),
      'plans:\n  - plan: a # 甲\n    adjustments:\n      - { session: s2, on: 2026-10-09 }\n      - { session: s1, drop: true } # 一\n      - { session: s3, drop: true, reason: 合并 }\n',
    );
  });
  it('writes a list anew where items share a line or hang on one another', () => {
    assert.deepEqual(setFields('a:\n  - - 1\n    - 2\n  - - 3\n', { a: [[3], [1, 2]] }) !== undefined, true);
    const text = setFields('a:\n  - &x { id: p, n: 1 }\n  - { id: q, of: *x }\n', {
      a: [
        { id: 'q', of: { id: 'p', n: 1 } },
        { id: 'p', n: 1 },
      ],
    });
    assert.match(text!, /id: q[^]*id: p/);
  });
});
