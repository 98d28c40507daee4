import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CELL } from '../../../src/import/marks.ts';
import { readDocx } from '../../../src/import/readers/docx/docx.ts';
import { docxOf, paragraph } from '../../support/ooxml-files.ts';

function level(at: number, format: string, text: string, more = ''): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`;
}

function definition(id: number, inside: string): string {
  return `<w:abstractNum w:abstractNumId="${id}">${inside}</w:abstractNum>`;
}

function list(id: number, of: number, inside = ''): string {
  return `<w:num w:numId="${id}"><w:abstractNumId w:val="${of}"/>${inside}</w:num>`;
}

function item(words: string, at: number | undefined, id = 1, more = ''): string {
  return paragraph(
    words,
    `<w:numPr>${at === undefined ? '' : `<w:ilvl w:val="${at}"/>`}<w:numId w:val="${id}"/></w:numPr>${more}`,
  );
}

function styled(words: string, style: string): string {
  return paragraph(words, `<w:pStyle w:val="${style}"/>`);
}

/** The lines of a file; its account has counted every number by itself. */
function lines(body: string, numbering: string, styles = ''): string[] {
  const { text, unexplained } = readDocx(docxOf(body, { numbering, ...(styles === '' ? {} : { styles }) }));
  assert.deepEqual(unexplained, []);
  return text.trimEnd().split('\n');
}

const ARTICLES =
  definition(
    0,
    level(0, 'chineseCounting', '第%1章 ') +
      level(1, 'chineseCounting', '第%2条 ', '<w:lvlRestart w:val="0"/>'),
  ) + list(1, 0);
const PLAIN = definition(0, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2'));

describe('numbers as Word shows them', () => {
  it('count on through chapters where a level never begins anew', () => {
    assert.deepEqual(lines(item('甲', 0) + item('乙', 1) + item('丙', 0) + item('丁', 1), ARTICLES), [
      '第一章 甲',
      '第一条 乙',
      '第二章 丙',
      '第二条 丁',
    ]);
  });
  it('begin where a list says so, which others of the same definition count on from', () => {
    const anew = list(2, 0, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>');
    assert.deepEqual(
      lines(item('甲', 0) + item('乙', 0, 2) + item('丙', 0, 2) + item('丁', 0), PLAIN + list(1, 0) + anew),
      ['一、甲', '五、乙', '六、丙', '七、丁'],
    );
  });
  it('are those of the list that a style of lists leads to, by its id or by its name', () => {
    const linked = definition(1, '<w:numStyleLink w:val="S"/>') + list(2, 1);
    const byName =
      definition(0, `<w:styleLink w:val="S"/>${level(0, 'chineseCounting', '%1、')}`) + list(1, 0);
    assert.deepEqual(lines(item('甲', 0, 2) + item('乙', 0, 2), byName + linked), ['一、甲', '二、乙']);
    const byStyle = definition(0, level(0, 'upperRoman', '%1.')) + list(1, 0);
    const styles =
      '<w:style w:type="numbering" w:styleId="S"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    assert.deepEqual(lines(item('甲', 0, 2), byStyle + linked, styles), ['I.甲']);
    assert.deepEqual(
      lines(item('甲', 0, 2), definition(1, '<w:numStyleLink w:val="S"/>') + list(2, 1), styles),
      ['甲'],
    );
  });
  it('stand at the level that names the style, of the style itself or of one that it is based on', () => {
    const numbering =
      definition(
        0,
        level(0, 'chineseCounting', '%1、', '<w:pStyle w:val="A"/>') +
          level(1, 'chineseCounting', '（%2）', '<w:pStyle w:val="B"/>'),
      ) + list(1, 0);
    const style = (id: string, inside: string) =>
      `<w:style w:type="paragraph" w:styleId="${id}">${inside}</w:style>`;
    const named = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>';
    const styles =
      style('A', named) +
      style('B', named) +
      style('C', '<w:basedOn w:val="B"/>') +
      style('D', '<w:basedOn w:val="B"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>');
    assert.deepEqual(
      lines(
        styled('甲', 'A') + styled('乙', 'B') + styled('丙', 'C') + styled('丁', 'D') + styled('戊', 'A'),
        numbering,
        styles,
      ),
      ['一、甲', '（一）乙', '（二）丙', '丁', '二、戊'],
    );
  });
  it('are those of the usual style too, unless a paragraph says that it has none', () => {
    const styles =
      '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>';
    assert.deepEqual(
      lines(paragraph('甲') + item('乙', undefined, 0) + paragraph('丙'), PLAIN + list(1, 0), styles),
      ['一、甲', '乙', '二、丙'],
    );
  });
  it('count empty paragraphs, which are left out and said, and no hidden ones', () => {
    const hidden = '<w:rPr><w:vanish/></w:rPr>';
    const body =
      item('甲', 0) +
      item('', 0) +
      `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>${hidden}</w:pPr><w:r>${hidden}<w:t>藏</w:t></w:r></w:p>` +
      item('乙', 0);
    assert.deepEqual(lines(body, PLAIN + list(1, 0)), ['一、甲', '三、乙']);
    const { leftOut } = readDocx(docxOf(body, { numbering: PLAIN + list(1, 0) }));
    assert.deepEqual(
      leftOut.map(({ reason, words }) => `${reason} ${words}`),
      ['空段落的自动编号 二、', '隐藏文字 藏'],
    );
  });
  it('stand alone in the cells of a column that counts the rows, other than bullets and what a merged cell covers', () => {
    const cell = (inside: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${inside}</w:tc>`;
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`;
    const body = `<w:tbl>${row(cell(item('', 0)), cell(paragraph('甲')))}${row(
      cell(item('', 0), '<w:vMerge w:val="restart"/>'),
      cell(item('', 0, 2)),
    )}${row(cell(item('', 0), '<w:vMerge/>'), cell(paragraph('乙')))}</w:tbl>`;
    const numbering = PLAIN + definition(9, level(0, 'bullet', '●')) + list(1, 0) + list(2, 9);
    assert.deepEqual(lines(body, numbering), [`一、${CELL}甲`, `二、${CELL}`, `${CELL}乙`]);
  });
  it('are those of the second of two paragraphs that a deleted mark has made one', () => {
    const deleted = item('前半', 0, 1, '<w:rPr><w:del w:id="1"/></w:rPr>');
    assert.deepEqual(lines(deleted + item('后半', 1) + item('下段', 0), PLAIN + list(1, 0)), [
      '一.1 前半后半',
      '二、下段',
    ]);
  });
  it('show figures where a level is a legal one, no words that are hidden, and signs of sign fonts', () => {
    const legal =
      definition(0, level(0, 'chineseCounting', '%1、') + level(1, 'decimal', '%1.%2', '<w:isLgl/>')) +
      list(1, 0);
    assert.deepEqual(lines(item('甲', 0) + item('乙', 1), legal), ['一、甲', '1.1 乙']);
    const hidden =
      definition(0, level(0, 'decimal', '%1.', '<w:rPr><w:vanish/></w:rPr>') + level(1, 'decimal', '%1.%2')) +
      list(1, 0);
    assert.deepEqual(lines(item('甲', 0) + item('乙', 1), hidden), ['甲', '1.1 乙']);
    const bullets =
      definition(
        0,
        level(0, 'bullet', '\uf0fe', '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr>') +
          level(1, 'bullet', '\uf0b7'),
      ) + list(1, 0);
    assert.deepEqual(lines(item('甲', 0) + item('乙', 1), bullets), ['☑ 甲', '• 乙']);
  });
  it('are written by the example of a custom format, which old programs read as figures', () => {
    const custom =
      '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>';
    const numbering =
      definition(0, `<w:lvl w:ilvl="0"><w:start w:val="9"/>${custom}<w:lvlText w:val="%1号"/></w:lvl>`) +
      list(1, 0);
    assert.deepEqual(lines(item('甲', 0) + item('乙', 0), numbering), ['009号 甲', '010号 乙']);
  });
  it('are none where a list, a level or a definition is missing or leads in a circle', () => {
    const circle =
      definition(0, '<w:numStyleLink w:val="S"/>') +
      definition(1, '<w:styleLink w:val="S"/><w:numStyleLink w:val="S"/>') +
      list(1, 0);
    assert.deepEqual(lines(item('甲', 0) + item('乙', 8, 9), circle), ['甲', '乙']);
  });
});
