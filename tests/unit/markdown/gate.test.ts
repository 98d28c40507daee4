import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBody } from '../../../src/markdown/body.ts';
import { entryTarget, itemKey, mediaPath, underBase } from '../../../src/markdown/addresses.ts';

const faults = (body: string) =>
  readBody(body, { isMdx: true }).faults.map(({ line, column, reason }) => `${line}:${column} ${reason}`);

describe('MDX is content, not a program: it', () => {
  it('refuses import and export', () => {
    assert.deepEqual(faults("import fs from 'node:fs'\n\n正文"), ['1:1 不能用 import 语句']);
    assert.deepEqual(faults('正文\n\nexport const a = 1'), ['3:1 不能用 export 语句']);
    assert.deepEqual(faults("import 'x'"), ['1:1 不能用 import 语句']);
    assert.deepEqual(faults('export default function a() {}'), [
      '1:1 不能用 export 语句',
      '1:29 不能用表达式 {…}',
    ]);
    assert.deepEqual(faults("import{a}from 'b'")[0], '1:1 不能用 import 语句');
  });
  it('refuses expressions wherever they stand, comments among them', () => {
    assert.deepEqual(faults('{process.env.HOME}'), ['1:1 不能用表达式 {…}']);
    assert.deepEqual(faults('甲{1}乙{2}'), ['1:2 不能用表达式 {…}', '1:6 不能用表达式 {…}']);
    assert.deepEqual(faults('{/* 待核 */}'), ['1:1 不能用表达式 {…}']);
    assert.deepEqual(faults('# 标题{x}\n\n- 项{y}\n\n> 引{z}\n\n|表{w}|\n|-|').length, 4);
    assert.deepEqual(faults('<Note>{x}</Note>'), ['1:7 不能用表达式 {…}']);
  });
  it('refuses expressions and spreads for attributes', () => {
    const said = '1:1 组件 <Note> 的属性不能用表达式';
    assert.deepEqual(faults('<Note title={x}>甲</Note>'), [said]);
    assert.deepEqual(faults('<Note {...x}>甲</Note>'), [said]);
  });
  it('refuses components that it does not know, HTML and fragments among them', () => {
    assert.deepEqual(faults('<Video />'), ['1:1 没有组件 <Video>']);
    assert.deepEqual(faults('<script>alert(1)</script>'), ['1:1 没有组件 <script>']);
    assert.deepEqual(faults('甲<b onclick="x">乙</b>'), ['1:2 没有组件 <b>']);
    assert.deepEqual(faults('<>甲</>'), ['1:1 没有组件 <>']);
    assert.deepEqual(faults('<Note.Inner />'), ['1:1 没有组件 <Note.Inner>']);
    assert.deepEqual(faults('<constructor />'), ['1:1 没有组件 <constructor>']);
    assert.deepEqual(faults('<toString />'), ['1:1 没有组件 <toString>']);
  });
  it('refuses attributes that are unknown, missing or wrong', () => {
    assert.deepEqual(faults('<Note titel="甲">乙</Note>'), ['1:1 组件 <Note> 没有属性 titel']);
    assert.deepEqual(faults('<Figure src="a.svg" />'), ['1:1 组件 <Figure> 的属性 alt 没有写']);
    assert.match(
      faults('<Figure src="https://example.org/a.svg" alt="甲" />')[0] ?? '',
      /^1:1 组件 <Figure> 的属性 src 不对/,
    );
    assert.match(faults('<Ref to="javascript:x">甲</Ref>')[0] ?? '', /^1:1 组件 <Ref> 的属性 to 不对/);
    assert.match(faults('<Quote from="outline">甲</Quote>')[0] ?? '', /^1:1 组件 <Quote> 的属性 from 不对/);
  });
  it('tells tags and braces that are not closed, with a remedy', () => {
    for (const body of [
      '<Note>甲',
      '甲</Note>',
      '{甲',
      '甲}',
      '1 < 2',
      '<!-- 注 -->',
      '<https://example.org>',
      '<Note title=甲>',
    ]) {
      const { faults: found, blocks } = readBody(body, { isMdx: true });
      assert.ok(body === '甲}' || body === '1 < 2' || found.length === 1, body);
      for (const { line, remedy } of found) {
        assert.equal(line, 1, body);
        assert.match(remedy, /&lt;/, body);
      }
      assert.equal(found.length === 0, blocks.length > 0, body);
    }
  });
  it('takes escaped braces and angle brackets for characters', () => {
    const { html, faults: found } = readBody('\\{甲\\} &lt;乙&gt; `{丙}`', { isMdx: true });
    assert.deepEqual(found, []);
    assert.match(html ?? '', /\{甲\} &lt;乙> <code>\{丙\}<\/code>/);
  });
  it('takes words that begin with import or export for words', () => {
    assert.deepEqual(faults('importance\n\nexported 甲\n\n正文 import x'), []);
  });
  it('passes the components of authors', () => {
    const body =
      '<Quote from="texts/outline#p3">引文</Quote>\n\n<Note title="说明">内容</Note>\n\n<Figure src="flow.svg" alt="图" caption="图题" />\n\n见<Ref to="speeches/mid-year">讲话</Ref>。';
    assert.deepEqual(faults(body), []);
  });
});

describe('what a body points at', () => {
  const references = (body: string, isMdx = false) =>
    readBody(body, { isMdx }).references.map(
      ({ kind, target, line, column }) => `${line}:${column} ${kind} ${target}`,
    );
  it('is every entry and picture with its place, by link, definition or component', () => {
    assert.deepEqual(references('甲[乙](texts/a#p2)\n\n![图](x.png)\n\n[丙][d]\n\n[d]: ../speeches/b.md'), [
      '1:2 entry texts/a#p2',
      '3:1 picture media/x.png',
      '7:1 entry speeches/b',
    ]);
    assert.deepEqual(references('![图][p]\n\n[p]: x.png'), ['1:1 picture media/x.png']);
    assert.deepEqual(
      references('<Quote from="texts/a#p1">甲</Quote>\n\n<Figure src="x.svg" alt="图" />', true),
      ['1:1 entry texts/a#p1', '3:1 picture media/x.svg'],
    );
  });
  it('is a fault where an address leads nowhere, or words stand in place of one', () => {
    assert.deepEqual(references('[甲](b)[乙]()[丙](www.example.org)[丁](../second/)\n\n[注]: 见附件'), [
      '1:1 nowhere b',
      '1:7 nowhere ',
      '1:12 nowhere www.example.org',
      '3:1 nowhere 见附件',
    ]);
  });
  it('is a link to elsewhere as it was written, and no picture there, page of the site or place on the page', () => {
    assert.deepEqual(
      references('[甲](https://example.org/texts/a)[乙](/units/x/)![图](https://example.org/x.png)[丙](#p1)'),
      ['1:1 elsewhere https://example.org/texts/a'],
    );
  });
});

describe('an address', () => {
  it('names an entry only in one of the three forms', () => {
    assert.equal(entryTarget('/texts/outline/#p12'), 'texts/outline#p12');
    for (const other of [
      'texts/Outline',
      'texts/a/b',
      'topics/a',
      'texts/a#p0',
      'texts/a#x',
      'https://x/texts/a',
      'texts/',
    ]) {
      assert.equal(entryTarget(other), undefined, other);
    }
  });
  it('names an item that may be hidden, and below essay calls and their like what belongs to it', () => {
    for (const [url, key] of [
      ['/texts/outline/#p12', 'texts/outline'],
      ['../texts/outline.md?x', 'texts/outline'],
      ['/essays/theory/', 'essays/theory'],
      ['/essays/theory/center.docx#a', 'essays/theory'],
      ['%2Fledgers%2Fopinions', 'ledgers/opinions'],
      ['formulas/six', 'formulas/six'],
      ['/texts/page/2/', undefined],
      ['/texts/', undefined],
      ['/units/center/', undefined],
      ['https://example.org/texts/a', undefined],
    ] as const) {
      assert.equal(itemKey(url), key, url);
    }
  });
  it('of a picture is below media/, and percent-encoded names are read', () => {
    assert.equal(mediaPath('%E5%9B%BE.png'), 'media/图.png');
    assert.equal(mediaPath('a/b.png'), 'media/a/b.png');
    assert.equal(mediaPath('%zz.png'), 'media/%zz.png');
  });
  it('of the site is put under the base path, others are left alone', () => {
    assert.deepEqual(
      ['/a/', '//host/a', 'https://host/', '#p1', ''].map((address) => underBase(address, '/study/')),
      ['/study/a/', '//host/a', 'https://host/', '#p1', ''],
    );
  });
});

describe('a footnote that the page would lose', () => {
  const said = (body: string) =>
    readBody(body, { isMdx: false }).faults.map(
      ({ line, column, reason, remedy }) => `${line}:${column} ${reason} — ${remedy}`,
    );

  it('is a fault: a second one under the same mark, upper or lower case', () => {
    assert.deepEqual(said('甲[^a]乙\n\n[^a]: 一\n\n[^A]: 二'), [
      '5:1 注释 [^A] 写了两次 — 换一个号，正文里的号也跟着改；或合成一条',
    ]);
  });
  it('is a fault: one that is never referenced, or only by itself or by such ones', () => {
    assert.deepEqual(said('甲\n\n[^a]: 见[^b]\n\n> [^b]: 见[^b]'), [
      '3:1 注释 [^a] 在正文里没有 — 在正文里要注释的地方写上 [^a]，或删去这一条',
      '5:3 注释 [^b] 在正文里没有 — 在正文里要注释的地方写上 [^b]，或删去这一条',
    ]);
  });
  it('is no fault where the text refers to it, directly or through a footnote', () => {
    assert.deepEqual(said('甲[^a]乙[^a]\n\n[^a]: 见[^b]\n\n[^b]: 二'), []);
  });
});
