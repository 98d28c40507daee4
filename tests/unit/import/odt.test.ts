import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CELL, NOTE, NOTE_WORDS } from '../../../src/import/marks.ts';
import { readOdt } from '../../../src/import/readers/odt/odt.ts';
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
});
