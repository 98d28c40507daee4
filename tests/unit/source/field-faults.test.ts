import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { z } from 'zod';
import { COLLECTIONS } from '../../../src/schemas/collections.ts';
import { compareFaults, ContentError, formatFault } from '../../../src/source/fault.ts';
import { validate } from '../../../src/source/validate.ts';
import { parseYaml } from '../../../src/source/yaml.ts';

function faultsOf(yaml: string, schema: z.ZodType = COLLECTIONS.texts.schema): string[] {
  return validate(schema, parseYaml(yaml, 'a.md')).faults.toSorted(compareFaults).map(formatFault);
}
const text = (field: string) => faultsOf(`title: 甲\ndate: unknown\n${field}\n`);

describe('a field that is', () => {
  it('missing is reported at line 1, with what it means', () => {
    assert.deepEqual(faultsOf('title: 甲'), [
      'a.md:1:1 缺少必填字段 date — 加上 date: …（日期，必填：事情发生或成文的那一天；原文没有写 unknown）',
    ]);
    assert.deepEqual(faultsOf(''), [
      'a.md:1:1 缺少必填字段 date — 加上 date: …（日期，必填：事情发生或成文的那一天；原文没有写 unknown）',
      'a.md:1:1 缺少必填字段 title — 加上 title: …（题名，必填）',
    ]);
  });
  it('missing inside another is reported at that other one', () => {
    assert.deepEqual(text('source: { note: 甲 }'), [
      'a.md:3:9 缺少必填字段 source.name — 加上 name: …（来源名称，如报纸、网站、档案号）',
    ]);
  });
  it('unknown is reported at its own line, with the field that was likely meant', () => {
    assert.deepEqual(text('isuer: 甲'), ['a.md:3:1 未知字段 isuer — 是不是 issuer？']);
    assert.deepEqual(text('Summary: 甲'), ['a.md:3:1 未知字段 Summary — 是不是 summary？']);
    assert.deepEqual(text('source: { name: 甲, publisheOn: 2026-01-01 }'), [
      'a.md:3:20 未知字段 source.publisheOn — 是不是 publishedOn？',
    ]);
  });
  it('unknown and similar to no other is reported with the fields that may be used', () => {
    assert.deepEqual(text('approval: { 签发: 甲 }'), [
      'a.md:3:13 未知字段 approval.签发 — 删去；可用的字段：draftedBy、reviewedBy、issuedBy',
    ]);
  });
  it('empty asks for its words, or to be left out where it may be', () => {
    assert.deepEqual(faultsOf('title:\ndate: unknown'), [
      'a.md:1:7 title：题名应为文字 — 写上内容（题名，必填）',
    ]);
    assert.deepEqual(text('issuer:'), ['a.md:3:8 issuer：发文机关应为文字 — 写上内容，或删去这一行']);
    assert.deepEqual(text('issuer: ""'), ['a.md:3:9 issuer：发文机关不能为空 — 改为：发文机关']);
  });
  it('a number or a yes where words are wanted asks for quotation marks', () => {
    assert.deepEqual(faultsOf('title: 2026\ndate: unknown'), [
      'a.md:1:8 title：题名应为文字 — 加上引号，写成 "2026"',
    ]);
    assert.deepEqual(text('topics: [甲, 12]'), [
      'a.md:3:13 topics.第2项：主题的每一项应为文字 — 加上引号，写成 "12"',
    ]);
    assert.deepEqual(text('issuer: true'), ['a.md:3:9 issuer：发文机关应为文字 — 加上引号，写成 "true"']);
  });
  it('a bracket where words are wanted says so', () => {
    assert.deepEqual(text('issuer: {甲}'), [
      'a.md:3:9 issuer：发文机关应为文字 — 改为：发文机关；内容以括号开头的加上引号',
    ]);
  });
  it('words where a list is wanted shows the list', () => {
    assert.deepEqual(text('topics: 作风'), [
      'a.md:3:9 topics：主题应为列表，写成 [甲, 乙] — 改为：主题，用中文，如 [作风建设]',
    ]);
  });
  it('words where fields are wanted shows the fields', () => {
    assert.deepEqual(text('source: 日报'), [
      'a.md:3:9 source：应写成 { name: … } — 改为：来源：事情发生、发表、网页三个日期分开写',
    ]);
    assert.deepEqual(faultsOf('title: 甲\ndate: unknown\nspeaker: 主任', COLLECTIONS.speeches.schema), [
      'a.md:3:10 speaker：讲话人应写成 { role: 职务 } — 改为：讲话人，必填',
    ]);
  });
  it('a day that does not exist, or one of another form, shows how days are written', () => {
    const remedy = '改为：日期，必填：事情发生或成文的那一天；原文没有写 unknown';
    for (const date of ['2026-02-30', '2026-9-1', '2026年9月1日', '"2026"']) {
      assert.deepEqual(faultsOf(`title: 甲\ndate: ${date}`), [
        `a.md:2:7 date：不是有效日期，写成 2026-09-18 这样的年-月-日；原文没有日期写 unknown — ${remedy}`,
      ]);
    }
    assert.deepEqual(faultsOf('title: 甲\ndate: 2026'), [
      `a.md:2:7 date：应为日期，写成 2026-09-18；原文没有日期写 unknown — ${remedy}`,
    ]);
  });
  it('one of a few words shows them', () => {
    assert.deepEqual(text('access: 内部'), [
      'a.md:3:9 access：只能是 public（公开）或 internal（内部） — 改为：公开范围，不写即 public',
    ]);
    assert.deepEqual(text('draft: 是'), ['a.md:3:8 draft：只能是 true 或 false — 改为：草稿，true 时不发布']);
  });
  it('a deadline of no known form shows the forms', () => {
    const [fault = ''] = faultsOf(
      'name: 甲\norganiser: 乙\nreports:\n  - { title: 丙, deadline: 十月 }',
      COLLECTIONS.campaigns.schema,
    );
    assert.match(
      fault,
      /^a\.md:4:27 reports\.第1项\.deadline：写法不对 — 改为：截止时间：unknown；\{ on: 2026-06-25 \}/,
    );
  });
  it('wrong beside others is reported together with them', () => {
    assert.equal(faultsOf('title: 5\ndate: 昨天\naccess: 内部\nnothing: 1').length, 4);
  });
});

describe('front matter that is no list of fields', () => {
  it('is reported at line 1', () => {
    for (const yaml of ['- 甲\n- 乙', '甲乙', '42']) {
      assert.deepEqual(faultsOf(yaml), ['a.md:1:1 开头不是字段 — 写成一行一个 名称: 内容'], yaml);
    }
  });
});

describe('faults', () => {
  const fault = (file: string, line: number, column: number, reason = '甲') => ({
    file,
    line,
    column,
    reason,
    remedy: '改',
  });
  it('stand in the order of files, lines, columns', () => {
    const faults = [fault('b', 1, 1), fault('a', 10, 1), fault('a', 9, 5), fault('a', 9, 4)];
    assert.deepEqual(
      faults.sort(compareFaults).map((each) => `${each.file}${each.line}:${each.column}`),
      ['a9:4', 'a9:5', 'a10:1', 'b1:1'],
    );
  });
  it('are listed whole by the error that carries them', () => {
    const { message, faults } = new ContentError([fault('b', 1, 1), fault('a', 2, 3)]);
    assert.equal(message, '内容有 2 处错误：\na:2:3 甲 — 改\nb:1:1 甲 — 改');
    assert.equal(faults[0]?.file, 'a');
  });
});
