import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CELL, NOTE, NOTE_WORDS } from '../../../src/import/marks.ts';
import { readFlatOdt, readOdt } from '../../../src/import/readers/odt/odt.ts';
import { packageOf } from '../../support/ooxml-files.ts';

const NAMES = ['office', 'text', 'table', 'style', 'fo', 'draw', 'svg']
  .map((name) => `xmlns:${name}="${name}"`)
  .join(' ');
const STYLES = `<office:automatic-styles>
<style:style style:name="B"><style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="H"><style:text-properties text:display="none"/></style:style>
<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/><text:list-level-style-number text:level="2" style:num-format="1" style:num-prefix="（" style:num-suffix="）"/></text:list-style>
</office:automatic-styles>`;

function read(body: string) {
  const content = `<office:document-content ${NAMES}>${STYLES}<office:body><office:text>${body}</office:text></office:body></office:document-content>`;
  const reading = readOdt(
    packageOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': content }),
  );
  assert.deepEqual(reading.unexplained, []);
  return reading;
}

describe('an OpenDocument text', () => {
  it('has its automatic numbers written out', () => {
    const item = (words: string, inner = '') =>
      `<text:list-item><text:p>${words}</text:p>${inner}</text:list-item>`;
    const inner = `<text:list>${item('甲')}${item('乙')}</text:list>`;
    const { text } = read(
      `<text:list text:style-name="L">${item('要求', inner)}${item('步骤', `<text:list>${item('丙')}</text:list>`)}</text:list>`,
    );
    assert.equal(text, '一、要求\n（1）甲\n（2）乙\n二、步骤\n（1）丙\n');
  });
  it('has the number of an empty item stand alone in a cell, and nowhere else', () => {
    const list = (words: string) =>
      `<text:list text:style-name="L" text:continue-numbering="true"><text:list-item><text:p>${words}</text:p></text:list-item></text:list>`;
    const cells = (first: string, second: string) =>
      `<table:table-row><table:table-cell>${first}</table:table-cell><table:table-cell><text:p>${second}</text:p></table:table-cell></table:table-row>`;
    const { text } = read(
      `<table:table>${cells(list(''), '甲')}${cells(list(''), '乙')}</table:table>${list('')}<text:p>正文</text:p>`,
    );
    assert.equal(text, `一、${CELL}甲\n二、${CELL}乙\n正文\n`);
  });
  it('goes on in its line behind a comment', () => {
    assert.equal(
      read('<text:p>甲<office:annotation><text:p>批</text:p></office:annotation>乙</text:p>').text,
      '甲乙\n',
    );
  });
  it('keeps tables, with covered cells empty, and footnotes', () => {
    const cell = (words: string) => `<table:table-cell><text:p>${words}</text:p></table:table-cell>`;
    const { text } = read(
      `<table:table><table:table-row>${cell('任务')}<table:covered-table-cell/>${cell('人')}</table:table-row></table:table><text:p>甲<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>注</text:p></text:note-body></text:note>乙</text:p>`,
    );
    assert.equal(text, `任务${CELL}${CELL}人\n甲${NOTE}乙\n${NOTE_WORDS}注\n`);
  });
  it('leaves out what tracked changes have deleted, hidden words and comments', () => {
    const { text, leftOut } = read(
      '<text:tracked-changes><text:p>删</text:p></text:tracked-changes><text:p>甲<text:span text:style-name="H">藏</text:span><office:annotation><text:p>批</text:p></office:annotation></text:p>',
    );
    assert.equal(text, '甲\n');
    assert.deepEqual(
      leftOut.map(({ reason }) => reason),
      ['修订中已删除的文字', '隐藏文字', '批注'],
    );
  });
  it('keeps text boxes, spaces and line breaks, and knows bold lines', () => {
    const { text, looks } = read(
      '<text:p><text:span text:style-name="B">加粗</text:span></text:p><text:p>甲<text:s text:c="2"/>乙<text:line-break/>丙<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p>',
    );
    assert.equal(text, '加粗\n甲  乙\n丙\n框\n');
    assert.deepEqual(
      looks.map(({ level }) => level),
      [0],
    );
  });
  it('has signs read by their fonts, and exponents kept', () => {
    const styles =
      '<office:font-face-decls><style:font-face style:name="W" svg:font-family="&apos;Wingdings 2&apos;"/></office:font-face-decls><office:automatic-styles><style:style style:name="S"><style:text-properties style:font-name="W"/></style:style><style:style style:name="U"><style:text-properties style:text-position="super 58%"/></style:style></office:automatic-styles>';
    const { text, unexplained } = readOdt(
      odtOf(
        '<text:p><text:span text:style-name="S">R</text:span>R m<text:span text:style-name="U">2</text:span></text:p>',
        styles,
      ),
    );
    assert.deepEqual([text, unexplained], ['☑R m²\n', []]);
  });
  it('counts each list by itself, in the format that it names', () => {
    const list = (name: string, format: string) =>
      `<text:list-style style:name="${name}"><text:list-level-style-number text:level="1" style:num-format="${format}" style:num-suffix="、"/></text:list-style>`;
    const styles = `<office:automatic-styles>${list('A', '壹, 貳, 參, ...')}${list('B', '子, 丑, 寅, ...')}${list('C', '1st')}</office:automatic-styles>`;
    const items = (name: string) =>
      `<text:list text:style-name="${name}"><text:list-item><text:p>甲</text:p></text:list-item><text:list-item><text:p>乙</text:p></text:list-item></text:list>`;
    const { text } = readOdt(odtOf(items('A') + items('B') + items('C'), styles));
    assert.equal(text, '壹、甲\n貳、乙\n子、甲\n丑、乙\n1st、甲\n2nd、乙\n');
  });
  it('has formulas of files of their own written in one line, once', () => {
    const math =
      '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mrow><mfrac><mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow><mn>7</mn></mfrac><msup><mi>m</mi><mn>2</mn></msup></mrow><annotation encoding="StarMath 5.0">over</annotation></semantics></math>';
    const { text, leftOut, unexplained } = readOdt(
      odtOf('<text:p>得<draw:object xlink:href="./Object 1"/></text:p>', '', {
        'Object 1/content.xml': math,
      }),
    );
    assert.deepEqual([text, unexplained], ['得(a+b)/7m²\n', []]);
    assert.deepEqual(
      leftOut.map(({ words }) => words),
      ['over'],
    );
  });
  it('is read where it is one XML text', () => {
    const flat = `<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"><office:body><office:text><text:p>平</text:p></office:text></office:body></office:document>`;
    assert.equal(readFlatOdt(Buffer.from(flat)).text, '平\n');
  });
});

function odtOf(body: string, styles = '', more: Record<string, string> = {}): Uint8Array {
  return packageOf({
    'content.xml': `<office:document-content>${styles}<office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    ...more,
  });
}
