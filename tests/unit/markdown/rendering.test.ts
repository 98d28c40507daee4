import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readBody } from '../../../src/markdown/body.ts';

const html = (body: string, basePath = '/') => readBody(body, { isMdx: false, basePath }).html ?? '';
/** HTML without the anchors that every block carries. */
const plain = (body: string) => html(body).replace(/ id="p\d+"/g, '');

describe('plain Markdown', () => {
  it('shows HTML as it is written and never runs it; comments vanish', () => {
    assert.equal(plain('甲<b>乙</b>'), '<p>甲&lt;b>乙&lt;/b></p>');
    assert.equal(plain('<script>alert(1)</script>'), '<p>&lt;script>alert(1)&lt;/script></p>');
    assert.equal(plain('甲<!-- 待核 -->乙\n\n<!-- 整段 -->'), '<p>甲乙</p>');
    assert.equal(plain('<img src=x onerror=alert(1)>'), '<p>&lt;img src=x onerror=alert(1)></p>');
    assert.doesNotMatch(html('- <iframe src="//evil">'), /<iframe/);
  });
  it('shows braces and import lines as text', () => {
    assert.equal(plain("import x from 'y'\n\n{1 + 1}"), "<p>import x from 'y'</p><p>{1 + 1}</p>");
  });
  it('takes links that run script for words', () => {
    for (const address of [
      'javascript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      '&#106;avascript:x',
      '<java\tscript:x>',
      '<\u0001javascript:x>',
      '<java\u001fscript:x>',
      'java&#10;script:x',
      'java&#x20;script:x',
      '&Tab;javascript&Tab;:x',
    ]) {
      assert.doesNotMatch(html(`[甲](${address})`), /href="[^"]*:/i, address);
      assert.doesNotMatch(html(`[甲][a]\n\n[a]: ${address}`), /href="[^"]*:/i, address);
    }
  });
  it('turns pictures of other hosts into links, however their address is given', () => {
    for (const body of [
      '![图](https://example.org/a.png)',
      '![图][p]\n\n[p]: https://example.org/a.png',
      '![图](//example.org/a.png)',
    ]) {
      assert.doesNotMatch(html(body), /<img/, body);
      assert.match(html(body), /<a href="(https:)?\/\/example\.org\/a\.png">图<\/a>/, body);
    }
    assert.doesNotMatch(html('![图](data:image/png;base64,AAAA)'), /<img|href/);
  });
  it('finds pictures in media/, however they are written, under the base path', () => {
    for (const target of [
      'a.svg',
      'media/a.svg',
      '/media/a.svg',
      './media/a.svg',
      '../media/a.svg',
      '../../media/a.svg',
    ]) {
      assert.match(
        html(`![图](${target})`, '/study/'),
        /<img src="\/study\/media\/a\.svg" alt="图">/,
        target,
      );
    }
    assert.match(html('![图][p]\n\n[p]: a.svg', '/study/'), /<img src="\/study\/media\/a\.svg" alt="图">/);
  });
  it('finds pictures by encoded names, and leaves what stands behind a name', () => {
    for (const [target, address] of [
      ['图%201.svg', '%E5%9B%BE%201.svg'],
      ['<图 1.svg>', '%E5%9B%BE%201.svg'],
      ['e\u0301.svg', '%C3%A9.svg'],
      ['a.svg?v=2#top', 'a.svg?v=2#top'],
      ['a&b.svg', 'a&amp;b.svg'],
    ]) {
      assert.ok(html(`![图](${target})`, '/study/').includes(`src="/study/media/${address}"`), target);
    }
  });
  it('finds attachments in media/ by address or file, under the base path', () => {
    for (const target of [
      'media/a.pdf',
      '/media/a.pdf',
      './media/a.pdf',
      '../media/a.pdf',
      '../../media/a.pdf',
    ])
      assert.match(
        html(`[表](${target}#page=2)`, '/study/'),
        /<a href="\/study\/media\/a\.pdf#page=2">表<\/a>/,
        target,
      );
    assert.match(
      html('[表][p]\n\n[p]: media/表.pdf', '/study/'),
      /<a href="\/study\/media\/%E8%A1%A8\.pdf">/,
    );
    assert.match(
      html('[图](https://example.org/media/a.pdf)', '/study/'),
      /href="https:\/\/example\.org\/media\/a\.pdf"/,
    );
  });
  it('finds entries by address, file or short form, under the base path', () => {
    for (const target of [
      'texts/outline',
      'texts/outline.md',
      '../texts/outline.mdx',
      '/texts/outline/',
      './texts/outline',
    ]) {
      assert.match(
        html(`[甲](${target}#p3)`, '/study/'),
        /<a href="\/study\/texts\/outline\/#p3">甲<\/a>/,
        target,
      );
    }
  });
  it('leaves quotation marks, dashes and dots as they are', () => {
    assert.equal(plain(`"甲" '乙' -- --- ... ——……`), `<p>"甲" '乙' -- --- ... ——……</p>`);
  });
  it('reads a paragraph that is indented by four spaces as a paragraph', () => {
    assert.equal(plain('    甲乙\n\n\t丙'), '<p>甲乙</p><p>丙</p>');
    assert.match(plain('```\n代码\n```'), /<pre><code[^>]*>代码/);
  });
  it('joins lines without a space between Chinese characters, and with one otherwise', () => {
    assert.equal(plain('甲\n乙，\n“丙”\n丁'), '<p>甲乙，“丙”丁</p>');
    assert.equal(plain('用 Excel\n2019\n打开'), '<p>用 Excel 2019 打开</p>');
    assert.equal(
      plain('**甲**\n*乙*\n[丙](/x/)\n丁'),
      '<p><strong>甲</strong><em>乙</em><a href="/x/">丙</a>丁</p>',
    );
    assert.equal(plain('𠮷\n𠮷'), '<p>𠮷𠮷</p>');
    assert.match(plain('- 甲\n  乙'), /甲乙/);
    assert.match(plain('> 甲\n> 乙'), /甲乙/);
  });
  it('keeps a line break that is asked for', () => {
    assert.equal(plain('甲\\\n乙'), '<p>甲<br>\n乙</p>');
  });
  it('takes a star between figures for a multiplication, and stresses all else', () => {
    assert.equal(
      plain('规格210*297*5毫米，2**3**4，2*(3+4)*5'),
      '<p>规格210*297*5毫米，2**3**4，2*(3+4)*5</p>',
    );
    assert.equal(
      plain('第*2*项和*重点*，**3**条'),
      '<p>第<em>2</em>项和<em>重点</em>，<strong>3</strong>条</p>',
    );
  });
  it('takes a numbered line that stands alone for words: a heading where it heads something, else a paragraph', () => {
    assert.equal(
      plain('1. 加强领导\n\n正文。\n\n2. 抓好落实\n\n正文。\n\n2026. 年初印发。'),
      '<h2>1. 加强领导</h2><p>正文。</p><h2>2. 抓好落实</h2><p>正文。</p><p>2026. 年初印发。</p>',
    );
    assert.match(plain('1. 甲\n2. 乙'), /^<ol>/);
    assert.match(plain('1. 甲\n\n2. 乙\n\n正文。'), /^<ol>/);
    assert.match(plain('1. 甲\n\n   乙\n\n正文。'), /^<ol>/);
  });
  it('makes the line breaks of HTML and leaves tags of mere looks aside', () => {
    assert.equal(
      plain('第一行<br>第二行<center>居中</center><font color="red">红字</font>'),
      '<p>第一行<br>\n第二行居中红字</p>',
    );
    assert.equal(plain('<div>整块<br/>两行</div>'), '<p>整块<br>\n两行</p>');
    assert.equal(plain('<p onclick=alert(1)>甲<img src=x>'), '<p>甲&lt;img src=x></p>');
  });
  it('ends a bare web address where Chinese begins, and finds the next one behind it', () => {
    assert.equal(
      plain('一：https://a.cn/x，二：https://b.cn/y。'),
      '<p>一：<a href="https://a.cn/x">https://a.cn/x</a>，二：<a href="https://b.cn/y">https://b.cn/y</a>。</p>',
    );
    assert.equal(
      plain('见 https://example.org/a?b=1。再看'),
      '<p>见 <a href="https://example.org/a?b=1">https://example.org/a?b=1</a>。再看</p>',
    );
    assert.match(
      plain('登录 www.example.org查询'),
      /<a href="http:\/\/www\.example\.org">www\.example\.org<\/a>查询/,
    );
  });
  it('aligns table columns by class', () => {
    assert.match(
      plain('|甲|乙|\n|:-:|--:|\n|一|二|'),
      /<th class="align-center">甲<\/th>\s*<th class="align-right">乙<\/th>/,
    );
    assert.doesNotMatch(plain('|甲|\n|--:|\n|一|'), / align=/);
  });
  it('of any kind is never an error', () => {
    for (const body of [
      '',
      '\n',
      '[',
      '![',
      '[^1]',
      '[a]: ',
      '| |',
      '***',
      '<',
      '\\',
      '**',
      '~~',
      '#',
      '1.',
      '- ',
      '> ',
      '```',
      '\u0000',
      '[甲](%zz)',
      '[甲](<%E0%A4%A>)',
    ]) {
      assert.doesNotThrow(() => html(body), body);
    }
  });
});

describe('headings', () => {
  const levels = (body: string) =>
    readBody(body, { isMdx: false }).blocks.map(({ headingDepth }) => headingDepth);
  it('begin at level 2 and never skip a level', () => {
    assert.deepEqual(levels('# 甲\n\n### 乙\n\n# 丙\n\n## 丁'), [2, 3, 2, 3]);
    assert.deepEqual(levels('#### 甲\n\n###### 乙'), [2, 3]);
  });
  it('are found in numbered paragraphs, in the order of official papers', () => {
    assert.deepEqual(levels('一、甲\n\n（一）乙\n\n1．丙\n\n正文。'), [2, 3, 4, undefined]);
    assert.deepEqual(levels('（一）甲\n\n正文。\n\n（二）乙\n\n正文。'), [2, undefined, 2, undefined]);
  });
});

describe('the blocks of a body', () => {
  const blocks = (body: string, isMdx = false) =>
    readBody(body, { isMdx }).blocks.map(({ anchor, text }) => `${anchor} ${text}`);
  it('are headings, paragraphs, items, rows and quoted paragraphs, numbered in reading order', () => {
    assert.deepEqual(
      blocks('## 标题\n\n正文\n\n- 甲\n- 乙\n  - 丙\n\n> 引文\n\n|一|二|\n|-|-|\n|三|四|\n\n```\n码\n```'),
      ['p1 标题', 'p2 正文', 'p3 甲', 'p4 乙', 'p5 丙', 'p6 引文', 'p7 一　二', 'p8 三　四', 'p9 码'],
    );
  });
  it('end with the footnotes, in the order in which they are mentioned, without their marks', () => {
    assert.deepEqual(blocks('甲[^b]乙[^a]\n\n[^a]: 后\n[^b]: 先'), ['p1 甲乙', 'p2 先', 'p3 后']);
    const nested = '甲[^1]\n\n> [^2]: 注中注\n\n- 一\n\n  [^1]: 注[^2]\n\n乙[^3]\n\n[^3]: 后';
    assert.deepEqual(blocks(nested), ['p1 甲', 'p2 一', 'p3 乙', 'p4 注', 'p5 后', 'p6 注中注']);
    const { html = '' } = readBody(nested, { isMdx: false });
    assert.deepEqual(
      Array.from(html.matchAll(/id="(p\d)">(?:\s*<p>)?([^<]*)/g), ([, id, text]) => `${id} ${text?.trim()}`),
      ['p1 甲', 'p2 一', 'p3 乙', 'p4 注', 'p5 后', 'p6 注中注'],
    );
  });
  it('leave out what has no words', () => {
    assert.deepEqual(blocks('甲\n\n![图](a.svg)\n\n---\n\n乙'), ['p1 甲', 'p2 乙']);
  });
  it('count a figure’s caption and a note’s title', () => {
    assert.deepEqual(
      blocks(
        '<Figure src="a.svg" alt="图" caption="图题" />\n\n<Note title="说明">\n\n内容\n\n</Note>',
        true,
      ),
      ['p1 图题', 'p2 说明', 'p3 内容'],
    );
  });
  it('are the same in .md and .mdx', () => {
    const body = '一、甲\n\n**“乙”**丙\n丁\n\n1. 戊\n2. 己\n\n|庚|\n|-|\n|辛|';
    assert.deepEqual(blocks(body), blocks(body, true));
  });
  it('are the ids of the page, each once', () => {
    const { html: page = '', blocks: all } = readBody('甲[^1]\n\n- 乙\n\n[^1]: 丙', { isMdx: false });
    const ids = [...page.matchAll(/ id="(p\d+)"/g)].map(([, id]) => id);
    assert.deepEqual(
      ids,
      all.map(({ anchor }) => anchor),
    );
  });
});

describe('links to entries that the build does not show', () => {
  const shown = (body: string) =>
    readBody(body, { isMdx: false, shows: (key) => key === 'texts/open' }).html?.replace(/ id="p\d+"/g, '');
  it('become plain words, in every form, and other links stay', () => {
    assert.equal(
      shown('见[甲](texts/secret#p1)、[**乙**](../speeches/unready.md)。'),
      '<p>见甲、<strong>乙</strong>。</p>',
    );
    assert.equal(shown('见[甲][s]。\n\n[s]: texts/secret'), '<p>见甲。</p>');
    assert.equal(
      shown('[甲](texts/open)[乙](/units/)'),
      '<p><a href="/texts/open/">甲</a><a href="/units/">乙</a></p>',
    );
  });
});

describe('links within a body', () => {
  it('lead to the block that they mean; without one they become plain words', () => {
    assert.match(
      html('## 第一章 总则\n\n见[总则](#第一章-总则)和[首段](#p1)。'),
      /<a href="#p1">总则<\/a>和<a href="#p1">首段<\/a>/,
    );
    assert.match(html('见[别处](#nowhere)。'), /见别处。/);
  });
});
