import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readDocx } from '../../../src/import/readers/docx/docx.ts';
import { CELL, NOTE, NOTE_WORDS } from '../../../src/import/marks.ts';
import { docxOf, packageOf, paragraph } from '../../support/ooxml-files.ts';

function read(body: string, more: Record<string, string> = {}) {
  const reading = readDocx(docxOf(body, more));
  assert.deepEqual(reading.unexplained, []);
  return reading;
}

const LEVELS = [
  ['chineseCountingThousand', '%1、'],
  ['chineseCountingThousand', '（%2）'],
  ['decimal', '%3.'],
]
  .map(
    ([format, text], level) =>
      `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`,
  )
  .join('');
const NUMBERING = {
  numbering: `<w:abstractNum w:abstractNumId="7">${LEVELS}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="7"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
};

function numbered(words: string, level: number, list = 1): string {
  return paragraph(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`);
}

describe('a Word file', () => {
  it('has its automatic numbers written out, counted on and begun anew as Word does', () => {
    const { text, added } = read(
      [
        ...[
          numbered('总体要求', 0),
          numbered('指导思想', 1),
          numbered('目标', 1),
          numbered('学深', 2),
          numbered('悟透', 2),
        ],
        ...[numbered('步骤', 0), numbered('动员', 1), numbered('另一表', 0, 2)],
      ].join(''),
      NUMBERING,
    );
    assert.equal(
      text,
      '一、总体要求\n（一）指导思想\n（二）目标\n1.学深\n2.悟透\n二、步骤\n（一）动员\n一、另一表\n',
    );
    assert.deepEqual(added.slice(0, 2), ['一、', '（一）']);
  });

  it('keeps cells of a table apart, merged ones empty but for the first', () => {
    const cell = (words: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${paragraph(words)}</w:tc>`;
    const { text } = read(
      `<w:tbl><w:tr>${cell('任务', '<w:gridSpan w:val="2"/>')}${cell('责任人')}</w:tr><w:tr>${cell('学', '<w:vMerge w:val="restart"/>')}${cell('读|书')}${cell('科室')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('讨论')}${cell('支部')}</w:tr></w:tbl>`,
    );
    assert.equal(text, ['任务,,责任人', '学,读|书,科室', ',讨论,支部', ''].join('\n').replaceAll(',', CELL));
  });

  it('keeps a table that only lays out a page as paragraphs', () => {
    const long = Array.from({ length: 6 }, (_, index) => paragraph(`第${index}段写的是学习的事。`)).join('');
    const { text } = read(`<w:tbl><w:tr><w:tc>${long}</w:tc><w:tc>${paragraph('栏')}</w:tc></w:tr></w:tbl>`);
    assert.equal(text.split('\n').length, 8);
  });

  it('keeps footnotes behind the paragraph that calls them', () => {
    const { text } = read(
      `<w:p><w:r><w:t>三会一课</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>要按时开。</w:t></w:r></w:p>${paragraph('下一段。')}`,
      {
        footnotes: `<w:footnote w:id="0"><w:p/></w:footnote><w:footnote w:id="2">${paragraph('即支部党员大会等。')}</w:footnote>`,
      },
    );
    assert.equal(text, `三会一课${NOTE}要按时开。\n${NOTE_WORDS}即支部党员大会等。\n下一段。\n`);
  });

  it('keeps the base of ruby, results of fields, and text boxes once', () => {
    const box = `<w:txbxContent>${paragraph('框里的字')}</w:txbxContent>`;
    const { text, leftOut } = read(
      `<w:p><w:r><w:ruby><w:rt><w:r><w:t>fǔ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>腑</w:t></w:r></w:rubyBase></w:ruby></w:r><w:fldSimple w:instr="DATE"><w:r><w:t>6月</w:t></w:r></w:fldSimple><w:r><mc:AlternateContent><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`,
    );
    assert.equal(text, '腑6月\n框里的字\n');
    const copy = '给旧版程序的副本';
    assert.deepEqual(leftOut, [
      { reason: '注音', words: 'fǔ', place: '正文' },
      { reason: copy, words: '框里的字', place: copy },
    ]);
  });

  it('does not take what tracked changes have deleted, moved away or hidden, nor headers, and says so', () => {
    const { text, leftOut, unexplained } = readDocx(
      packageOf({
        'word/document.xml': `<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>留</w:t></w:r><w:del><w:r><w:delText>删</w:delText></w:r></w:del><w:ins><w:r><w:t>增</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>移</w:t></w:r></w:moveFrom><w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r></w:p></w:body></w:document>`,
        'word/header1.xml': '<w:hdr xmlns:w="w"><w:p><w:r><w:t>页眉</w:t></w:r></w:p></w:hdr>',
      }),
    );
    assert.equal(text, '留增\n');
    assert.deepEqual(unexplained, []);
    assert.deepEqual(
      leftOut.map(({ reason, words }) => `${reason} ${words}`),
      ['修订中已删除的文字 删', '修订中移走的文字 移', '隐藏文字 藏', '页眉页脚 页眉'],
    );
  });

  it('leaves out an automatic table of contents but nothing after it', () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const { text } = read(
      `<w:p>${field('begin')}<w:r><w:instrText> TOC \\o </w:instrText></w:r>${field('separate')}<w:r><w:t>一、要求 1</w:t></w:r></w:p><w:p><w:r><w:t>二、步骤 2</w:t></w:r>${field('end')}</w:p>${paragraph('正文')}`,
    );
    assert.equal(text, '正文\n');
  });

  it('tells headings by their style and by bold type', () => {
    const { looks, text } = read(
      paragraph('大标题', '<w:pStyle w:val="a1"/>') +
        paragraph('只是加粗', '', '<w:b/>') +
        paragraph('正文', '', '<w:b w:val="0"/>'),
      { styles: '<w:style w:styleId="a1"><w:name w:val="heading 1"/></w:style>' },
    );
    assert.deepEqual(
      looks.map(({ at, level }) => [text.slice(at, at + 2), level]),
      [
        ['大标', 1],
        ['只是', 0],
      ],
    );
  });

  it('keeps ticks of symbol fonts', () => {
    assert.equal(
      read('<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t></w:r></w:p>').text,
      '☑是\n',
    );
  });

  it('does not run macros and says that there were some', () => {
    const macro = packageOf({
      'word/document.xml': '<w:document xmlns:w="w"><w:body/></w:document>',
      'word/vbaProject.bin': 'x',
    });
    assert.deepEqual(readDocx(macro).notes, ['文件带宏，没有运行，也没有带入']);
  });
});

describe('a hostile Word file is refused', () => {
  const refuses = (files: Record<string, string>, reason: RegExp) => {
    assert.throws(() => readDocx(packageOf(files)), reason);
  };
  it('with entities that grow', () => {
    const bomb =
      '<!DOCTYPE x [<!ENTITY a "哈哈哈哈"><!ENTITY b "&a;&a;&a;">]><w:document xmlns:w="w"><w:body>&b;</w:body></w:document>';
    refuses({ 'word/document.xml': bomb }, /XML 文档类型或实体定义/);
  });
  it('with an entity from elsewhere', () => {
    refuses({ 'word/document.xml': '<!DOCTYPE x SYSTEM "file:///etc/passwd"><x/>' }, /实体定义/);
  });
  it('with far too much inside', () => {
    refuses({ 'word/document.xml': ' '.repeat(20_000_000) }, /疑为压缩炸弹/);
  });
  it('with names that lead outside', () => {
    refuses({ '../../evil.xml': 'x', 'word/document.xml': '<x/>' }, /指向外部的文件名/);
  });
  it('with broken XML', () => {
    refuses({ 'word/document.xml': '<w:document><w:body>' }, /不是合格的 XML/);
  });
});
