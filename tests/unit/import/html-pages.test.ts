import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CELL } from '../../../src/import/marks.ts';
import { readHtml } from '../../../src/import/readers/html/html.ts';

const PARAGRAPH =
  '修路的事，村里议了三回，每一回都有人记下来，贴在祠堂的墙上，谁家出几个工，谁家出几担沙，写得清清楚楚。';

function read(html: string) {
  const reading = readHtml(Buffer.from(html), undefined);
  assert.deepEqual(reading.unexplained, []);
  return reading;
}

/** The lines after the first paragraph of an article that begins with it. */
function linesOf(inner: string): string[] {
  const [first, ...lines] = read(`<div id="zoom"><p>${PARAGRAPH}</p>${inner}</div>`)
    .text.trimEnd()
    .split('\n');
  assert.equal(first, PARAGRAPH);
  return lines;
}

describe('a page of 微信公众号', () => {
  const page = (content: string) =>
    `<html><head><title></title><meta property="og:title" content="修路记"></head><body><h1 id="activity-name">修路记</h1>
<a id="js_name"> 柳湾村 </a><em id="publish_time"></em><div id="js_content" style="visibility: hidden; opacity: 0">${content}</div>
<script>var createTime = '2024-03-05 09:00';</script></body></html>`;

  it('is read though it is hidden until a script shows it', () => {
    const { text, facts } = read(
      page(
        `<section><section style="display:inline-block"><span style="display:block">一</span><span style="display:block">${PARAGRAPH}</span></section></section>`,
      ),
    );
    assert.deepEqual(text.trimEnd().split('\n'), ['修路记', '一', PARAGRAPH]);
    assert.deepEqual(
      [facts.get('标题'), facts.get('来源'), facts.get('发布日期')],
      ['修路记', '柳湾村', '2024-03-05'],
    );
  });
  it('has its pictures and films named with the words before them, by the address that is fetched later', () => {
    const { notes } = read(
      page(
        `<p>${PARAGRAPH}</p><p><img data-src="https://example.invalid/a.jpg" src="data:image/gif;base64,AA"></p><img alt="祠堂"><iframe data-src="https://example.invalid/v"></iframe>`,
      ),
    );
    const told = notes.filter((note) => /没有取/u.test(note));
    assert.deepEqual(told, [
      '图片没有取，共 2 张，请看要不要补：第 1 张在“出几担沙，写得清清楚楚。”之后（https://example.invalid/a.jpg）；第 2 张在“出几担沙，写得清清楚楚。”之后（“祠堂”）',
      '音视频或内嵌框架没有取，共 1 个，请看要不要补：第 1 个在“出几担沙，写得清清楚楚。”之后（https://example.invalid/v）',
    ]);
  });
  it('that was saved before it was loaded is refused with the remedy', () => {
    assert.throws(() => readHtml(Buffer.from(page('')), undefined), /没有加载完.*打开网页.*复制/u);
  });
  it('that is nothing but pictures is refused with another', () => {
    assert.throws(
      () => readHtml(Buffer.from(page('<p><img data-src="https://example.invalid/a.jpg"></p>')), undefined),
      /全是图片.*文字识别/u,
    );
  });
});

describe('lists of a page', () => {
  it('count as the page shows: from a start, from a value on, backwards', () => {
    assert.deepEqual(linesOf('<ol start=3><li>甲<li>乙<li value=9>丙<li>丁</ol>'), [
      '3. 甲',
      '4. 乙',
      '9. 丙',
      '10. 丁',
    ]);
    assert.deepEqual(linesOf('<ol reversed><li>甲<li>乙<li>丙</ol>'), ['3. 甲', '2. 乙', '1. 丙']);
    assert.deepEqual(linesOf('<ol reversed start=9><li>甲<li value=2>乙<li>丙</ol>'), [
      '9. 甲',
      '2. 乙',
      '1. 丙',
    ]);
    assert.deepEqual(linesOf('<ol start=-1><li>甲<li>乙<li>丙</ol>'), ['-1. 甲', '0. 乙', '1. 丙']);
  });
  it('count in Chinese where the page says so, in its style sheet too', () => {
    const styled = (style: string, start = 1) =>
      linesOf(`<ol start=${start} style="list-style-type:${style}"><li>甲</li></ol>`)[0];
    assert.equal(styled('cjk-ideographic', 11), '十一、甲');
    assert.equal(styled('simp-chinese-formal', 3), '叁、甲');
    assert.equal(styled('cjk-heavenly-stem', 2), '乙、甲');
    assert.equal(styled('cjk-earthly-branch', 2), '丑、甲');
    assert.equal(styled('cjk-decimal', 10), '一〇、甲');
    assert.equal(styled('lower-roman', 4), 'iv. 甲');
    assert.equal(styled('lower-alpha', 28), 'ab. 甲');
    assert.deepEqual(
      linesOf('<style>.l{list-style:simp-chinese-informal inside}</style><ol class="l"><li>甲</ol>'),
      ['一、甲'],
    );
  });
  it('show no number where the page shows none', () => {
    assert.deepEqual(linesOf('<ol style="list-style:none"><li>一、甲</ol><ul type=none><li>乙</ul>'), [
      '一、甲',
      '乙',
    ]);
    assert.deepEqual(linesOf('<ol><li>甲<li style="display:none">乙<li></li><li>丙</ol>'), [
      '1. 甲',
      '3. 丙',
    ]);
  });
});

describe('tables of a page', () => {
  it('keep every cell under its head, rows and columns that cells span left empty', () => {
    assert.deepEqual(
      linesOf(
        '<table><tr><th rowspan=2>村</th><th colspan=2>工</th></tr><tr><th>男</th><th>女</th></tr><tbody><tr><td rowspan=0>柳湾</td><td>3</td><td>4</td></tr><tr><td>5</td><td>6</td></tr></tbody></table>',
      ),
      [
        ['村', '工', ''],
        ['', '男', '女'],
        ['柳湾', '3', '4'],
        ['', '5', '6'],
      ].map((cells) => cells.join(CELL)),
    );
  });
  it('have their titles above them', () => {
    assert.deepEqual(linesOf('<table><caption>用工表</caption><tr><td>甲</td><td>1</td></tr></table>'), [
      '用工表',
      `甲${CELL}1`,
    ]);
  });
  it('that only set columns of text beside one another are lines', () => {
    assert.deepEqual(linesOf('<table><tr><td><p>左一<p>左二</td><td><p>右</td></tr></table>'), [
      '左一',
      '左二',
      '右',
    ]);
    assert.deepEqual(linesOf('<table role=presentation><tr><td>甲</td><td>乙</td></tr></table>'), [
      '甲',
      '乙',
    ]);
  });
  it('that hold the article between others give up its title and signature with it', () => {
    const { text } = read(
      `<table><tr><td><a href="/">首页</a></td><td><table><tr><td>修路的通知</td></tr><tr><td>${PARAGRAPH}<br>${PARAGRAPH}</td></tr><tr><td>柳湾村</td></tr></table></td></tr></table>`,
    );
    assert.deepEqual(text.trimEnd().split('\n'), ['修路的通知', PARAGRAPH, PARAGRAPH, '柳湾村']);
  });
  it('are refused where cells span more than any table has', () => {
    const row = `<tr>${'<td rowspan=60000 colspan=900>x</td>'.repeat(9)}</tr>`;
    assert.throws(
      () => read(`<div id="zoom"><p>${PARAGRAPH}</p><table>${row.repeat(999)}</table></div>`),
      /跨行/u,
    );
  });
});

describe('white space', () => {
  it('ends lines where the page shows it as it is written', () => {
    for (const [before, after] of [
      ['<pre>', '</pre>'],
      ['<div style="white-space: pre-wrap">', '</div>'],
      ['<style>.w{white-space:pre-line}</style><p class="w">', '</p>'],
    ])
      assert.deepEqual(linesOf(`${before}甲\n乙${after}`), ['甲', '乙'], before);
    assert.deepEqual(linesOf('<p>甲\n乙</p>'), ['甲乙']);
  });
});

describe('a page that Word wrote', () => {
  it('keeps the numbers and signs that Word set, and leaves comments and deleted words out by name', () => {
    const marker = (font: string, words: string) =>
      `<![if !supportLists]><span style='font-family:${font}'><span style='mso-list:Ignore'>${words}<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span></span><![endif]>`;
    const { text, leftOut } = read(
      `<html><body><div class=WordSection1><p>${PARAGRAPH}</p><p>${marker('宋体', '一、')}甲<o:p></o:p></p><p>${marker('宋体', '1.')}乙</p><p>${marker('Wingdings', 'n')}丙</p>` +
        `<p><span style='font-family:"Wingdings 2"'>R</span>丁<del>旧</del><span style='display:none;mso-hide:all'>隐</span><span class=MsoCommentReference>[A1]</span></p></div>` +
        `<div style='mso-element:comment-list'><p>批</p></div></body></html>`,
    );
    assert.deepEqual(text.trimEnd().split('\n').slice(1), ['一、甲', '1. 乙', '■ 丙', '☑丁']);
    assert.deepEqual(
      leftOut.map(({ reason, words }) => `${reason}：${words.trim()}`),
      ['标为删除的文字：旧', '隐藏文字：隐', '批注：[A1]', '批注：批'],
    );
  });
  it('says where words are struck through, which stay', () => {
    const { text, notes } = read(`<div id="zoom"><p>${PARAGRAPH}<s>三回</s></p></div>`);
    assert.match(text, /三回$/mu);
    assert.match(notes.join(), /删除线.*三回/u);
  });
});

describe('words that are no running text', () => {
  it('of formulas stand on the line, powers and indices as such', () => {
    assert.deepEqual(linesOf('<p>面积 m<sup>2</sup>，H<sub>2</sub>O，见注<sup>[甲]</sup></p>'), [
      '面积 m²，H₂O，见注[甲]',
    ]);
    assert.deepEqual(
      linesOf(
        '<p><math><mfrac><mn>3</mn><mn>7</mn></mfrac><msup><mi>x</mi><mi>q</mi></msup><msqrt><mn>2</mn></msqrt></math></p>',
      ),
      ['3/7x^q√(2)'],
    );
  });
  it('of forms are kept as the page shows them, and buttons are named as left out', () => {
    const { text, leftOut } = read(
      `<div id="zoom"><p>${PARAGRAPH}</p><p><input type=checkbox checked>甲<input type=radio>乙<input value="丙"><input type=hidden value="丁"></p><select><option>戊<option selected>己</select><button>送</button></div>`,
    );
    assert.deepEqual(text.trimEnd().split('\n').slice(1), ['☑甲□乙丙', '己']);
    assert.deepEqual(
      leftOut.map(({ reason, words }) => `${reason}：${words}`),
      ['没有选的选项：戊', '按钮上的字：送'],
    );
  });
});

describe('a page that Word has saved', () => {
  const hidden = (inside: string) => `<!--[if supportFields]>${inside}<![endif]-->`;
  const mark = (name: string) => `<span style='mso-element:field-${name}'></span>`;

  it('shows the fields that it keeps in comments alone, and others once', () => {
    const field = `${hidden(`${mark('begin')}eq \\o\\ac(○,<b>三</b>)`)}${hidden(mark('end'))}`;
    const page = `${hidden(`${mark('begin')}PAGE${mark('separator')}`)}7${hidden(mark('end'))}`;
    assert.deepEqual(linesOf(`<p>甲${field}乙${page}</p>`), ['甲㊂乙7']);
  });
  it('notes a field there that shows nothing, but no index entry', () => {
    const notes = (code: string) =>
      read(
        `<div id="zoom"><p>${PARAGRAPH}${hidden(mark('begin') + code + mark('end'))}</p></div>`,
      ).notes.join();
    assert.match(notes('REF a'), /没有结果的 REF 域没有取/u);
    assert.doesNotMatch(notes('XE "词"'), /域/u);
  });
});

describe('a table and a list of a page', () => {
  it('have the rows of a foot last, where pages show them', () => {
    assert.deepEqual(
      linesOf(
        '<table><thead><tr><th>项<th>数</tr></thead><tfoot><tr><td>合计<td>3</tr></tfoot><tbody><tr><td>甲<td>3</tr></tbody></table>',
      ),
      [`项${CELL}数`, `甲${CELL}3`, `合计${CELL}3`],
    );
  });
  it('count items that stand in something else within their list', () => {
    assert.deepEqual(linesOf('<ol><div><li>甲<ol><li>子</ol></li></div><li>乙</ol>'), [
      '1. 甲',
      '1. 子',
      '2. 乙',
    ]);
  });
  it('keep a fraction apart from the figure before it', () => {
    assert.deepEqual(linesOf('<p>共3<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math>天</p>'), ['共3 1/2天']);
  });
});

describe('a page that is not whole', () => {
  it('is noted: cut off in a tag, without its end, with more to load', () => {
    const noteOf = (html: string) => read(html).notes.join();
    assert.match(noteOf(`<div id="zoom"><p>${PARAGRAPH}</p><p cl`), /标签中间断了/u);
    assert.match(noteOf(`<html><body><div id="zoom"><p>${PARAGRAPH}</p>`), /没有结尾标签/u);
    assert.match(noteOf(`<div id="zoom"><p>${PARAGRAPH}</p></div><p>点击阅读全文</p>`), /只载入了一部分/u);
    assert.doesNotMatch(
      noteOf(`<html><body><div id="zoom"><p>${PARAGRAPH}</p></div></body></html>`),
      /核对末尾/u,
    );
  });
  it('is noted where its rest has become part of a comment or a script', () => {
    const noteOf = (rest: string) => read(`<div id="zoom"><p>${PARAGRAPH}</p></div>${rest}`).notes.join();
    assert.match(noteOf('<!-- <p>后文</p>'), /注释（<!--）没有结尾，里面的 2 个汉字/u);
    assert.match(noteOf('<script>var a; <p>后文</p>'), /标签 <script> 没有结尾，里面的 2 个汉字/u);
    assert.doesNotMatch(noteOf('<!-- 旧文 --><script>var a = "<!--甲";</script>'), /没有结尾/u);
  });
  it('is refused where no words are left, with the remedy', () => {
    const swallowed =
      '<html><head><meta content="text/html; charset=gb23</head><body><p>正文</p></body></html>';
    for (const page of ['<html><body><div id="root"></div></body></html>', swallowed])
      assert.throws(() => read(page), /没有加载完或没有存全.*在浏览器里打开/u);
  });
  it('of frames is refused', () => {
    assert.throws(() => read('<frameset><frame src="a"></frameset>'), /框架页/u);
  });
});
