import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readHtml } from '../../../src/import/readers/html/html.ts';
import { CELL } from '../../../src/import/marks.ts';

const PARAGRAPH =
  '各科室要从群众最急的事做起，把办事指南贴在门口，把窗口的话说明白，把该办的事办到底，一件一件见成效，不留尾巴。';

function read(html: string, encoding?: string) {
  const reading = readHtml(Buffer.from(html), encoding);
  assert.deepEqual(reading.unexplained, []);
  return reading;
}

describe('a web page', () => {
  it('gives up its article by the name of its place, and says how much lay outside', () => {
    const { text, leftOut, notes } = read(
      `<html><body><div class="nav"><a>首页</a></div><div class="TRS_Editor"><p>${PARAGRAPH}</p><p>第二段。</p></div><div>版权所有</div></body></html>`,
    );
    assert.equal(text, `${PARAGRAPH}\n第二段。\n`);
    assert.deepEqual(
      leftOut.map(({ words }) => words),
      ['首页', '版权所有'],
    );
    assert.match(notes.join(), /正文区“TRS_Editor”/);
  });

  it('gives up its article where no name tells: where running text stands thickest', () => {
    const links = Array.from(
      { length: 30 },
      (_, index) => `<li><a href="#">相关新闻第${index}条标题写得很长很长</a></li>`,
    ).join('');
    const { text } = read(
      `<body><ul>${links}</ul><div id="x"><p>${PARAGRAPH}</p><p>${PARAGRAPH}</p><p>短句。</p></div></body>`,
    );
    assert.equal(text, `${PARAGRAPH}\n${PARAGRAPH}\n短句。\n`);
  });

  it('reads lines set by br and divs, tables, headings and lists with their numbers', () => {
    const { text, looks } = read(
      `<div id="zoom"><h2>做法</h2>${PARAGRAPH}<br>　　接着一行<div><b>只是加粗</b></div><ol start="3"><li>甲</li><li><p>乙</p></li></ol><table><tr><td colspan="2">表</td><td>头</td></tr><tr><td>1</td><td>2</td><td>3</td></tr></table></div>`,
    );
    assert.equal(
      text,
      [
        '做法',
        PARAGRAPH,
        '　　接着一行',
        '只是加粗',
        '3. 甲',
        '4. 乙',
        `表${CELL}${CELL}头`,
        `1${CELL}2${CELL}3`,
        '',
      ].join('\n'),
    );
    assert.deepEqual(
      looks.map(({ level }) => level),
      [2, 0],
    );
  });

  it('never runs or keeps scripts, and leaves hidden words out', () => {
    const { text, leftOut, notes } = read(
      `<div id="zoom"><p>${PARAGRAPH}<script>alert("x")</script></p><p style="display:none">暗藏</p><p onclick="x()">尾</p></div>`,
    );
    assert.equal(text, `${PARAGRAPH}\n尾\n`);
    assert.deepEqual(leftOut, [{ reason: '隐藏文字', words: '暗藏', place: '网页' }]);
    assert.match(notes.join(), /脚本没有运行/);
  });

  it('says what the page says of itself', () => {
    const { facts } = read(
      `<title>关于转作风的通知_云川市政府网</title><meta name="PubDate" content="2026-09-02"><table><tr><td>发文字号：</td><td>云卫发〔2026〕3号</td><td>成文日期：</td><td>2026年9月1日</td></tr></table><div id="UCAP-CONTENT"><p>${PARAGRAPH}</p></div>`,
    );
    assert.deepEqual(
      [facts.get('标题'), facts.get('文号'), facts.get('成文日期'), facts.get('发布日期')],
      ['关于转作风的通知', '云卫发〔2026〕3号', '2026年9月1日', '2026-09-02'],
    );
  });

  it('is read as GB18030 where it says gb2312', () => {
    const bytes = Buffer.concat([
      Buffer.from('<meta charset="gb2312"><div id="zoom"><p>'),
      Buffer.from([0xd5, 0xe6, 0xc7, 0xd0, 0xa1, 0xa3, 0x81, 0x30, 0x84, 0x36]),
      Buffer.from('</p></div>'),
    ]);
    const { text, decoded } = readHtml(bytes, undefined);
    assert.match(text, /真切。/);
    assert.match(decoded?.encoding ?? '', /GB18030/);
  });

  it('reads entities as browsers do', () => {
    assert.match(
      read(`<div id="zoom"><p>${PARAGRAPH}&ldquo;好&rdquo;&#x4e2d;&#150;&middot;&lt;</p></div>`).text,
      /“好”中–·</,
    );
  });

  it('is refused where tags stand thousands deep', () => {
    assert.throws(() => readHtml(Buffer.from('<div>'.repeat(20_000)), undefined), /嵌套/);
  });
});
