import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openPackage } from '../../../src/domain/package/open-package.ts';
import { countDoc } from '../../../src/import/account/doc.ts';
import { countOdt } from '../../../src/import/account/odt.ts';
import { countOoxml } from '../../../src/import/account/ooxml/ooxml.ts';
import { countRtf } from '../../../src/import/account/rtf.ts';
import type { Counted } from '../../../src/import/account/counted.ts';
import { xmlTokens } from '../../../src/import/account/xml-tokens.ts';
import { docxOf, packageOf, paragraph } from '../../support/ooxml-files.ts';

function words(counted: Counted): string[] {
  assert.ok(!('cannot' in counted));
  return counted.words
    .filter(({ text }) => text.trim() !== '')
    .map(({ what, text }) => `${what} ${text.trim()}`);
}

function ofDocx(body: string, more: Record<string, string> = {}): string[] {
  const file = docxOf(body, more);
  return words(countOoxml((isWanted) => openPackage(file, isWanted)));
}

describe('the account of a Word file', () => {
  it('counts what stands outside of texts: signs, hyphens, WordArt, choices, words for pictures', () => {
    const body =
      '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:noBreakHyphen/><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" alt="章"><v:textpath string="局"/></v:shape></w:pict></w:r><w:sdt><w:sdtPr><w:comboBox><w:listItem w:value="选"/></w:comboBox></w:sdtPr></w:sdt></w:p>';
    assert.deepEqual(ofDocx(body), ['symbol \uf0fe', 'text -', 'drawing 章', 'drawing 局', 'form 选']);
  });
  it('counts the code of a field where no words follow it, and no other', () => {
    const mark = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
    const field = (code: string, result: string) =>
      `${mark('begin')}<w:r><w:instrText>${code}</w:instrText></w:r>${mark('separate')}${result}${mark('end')}`;
    const body = `<w:p>${field('EQ 1', '')}${field('PAGE', '<w:r><w:t>7</w:t></w:r>')}<w:fldSimple w:instr="DATE"/></w:p>`;
    assert.deepEqual(ofDocx(body), ['field EQ 1', 'text 7', 'field DATE']);
  });
  it('counts numbers where they stand, and those of deleted rows and contents nowhere', () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>';
    const item = (text: string) => paragraph(text, '<w:numPr><w:numId w:val="1"/></w:numPr>');
    const row = `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${item('删')}</w:tc></w:tr></w:tbl>`;
    assert.deepEqual(ofDocx(item('甲') + row + item('乙'), { numbering }), [
      'number 1.',
      'text 甲',
      'text 删',
      'number 2.',
      'text 乙',
    ]);
  });
  it('says so where there is no body to count', () => {
    const file = packageOf({ 'x.xml': '<x/>' });
    assert.deepEqual(
      countOoxml((isWanted) => openPackage(file, isWanted)),
      { cannot: '找不到正文部分' },
    );
  });
});

describe('the tokens of an account', () => {
  it('have the usual prefixes, unescaped words, and what stands between marks of data', () => {
    const xml =
      '<!-- <w:t>不算</w:t> --><n:t xmlns:n="http://purl.oclc.org/ooxml/wordprocessingml/main" n:val="a&gt;b">甲&#x4e59;<![CDATA[<丙>]]></n:t>';
    const found = [...xmlTokens(xml)];
    assert.deepEqual(
      found.map((token) => (token.kind === 'text' ? token.text : `${token.kind} ${token.name}`)),
      ['open w:t', '甲乙', '<丙>', 'close w:t'],
    );
    assert.equal(found[0]?.kind === 'open' && found[0].attributes.get('w:val'), 'a>b');
  });
});

describe('the account of an RTF file', () => {
  const ofRtf = (body: string) =>
    words(
      countRtf(
        `{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fcharset134 a;}{\\f1\\fcharset2 b;}{\\f2\\fcharset0 c;}}${body}}`,
      ),
    );
  it('follows the encodings of fonts, and counts codes of sign fonts as such', () => {
    assert.deepEqual(ofRtf("\\f0\\'d1\\'a7{\\f2\\'e9}{\\f1\\'fe}"), ['text 学', 'text é', 'text \uf0fe']);
  });
  it('counts the Unicode half of a pair and passes over groups that hold no words', () => {
    assert.deepEqual(ofRtf('{\\upr{ab}{\\*\\ud{\\u23398?}}}{\\*\\unknown x}{\\pict 00}'), ['text 学']);
  });
  it('counts the code of a field without a result', () => {
    assert.deepEqual(
      ofRtf('{\\field{\\*\\fldinst EQ 1}{\\fldrslt }}{\\field{\\*\\fldinst PAGE}{\\fldrslt 7}}'),
      ['text 7', 'field EQ 1'].reverse(),
    );
  });
});

describe('the accounts of other files', () => {
  it('count the body, the headers and the formulas of an OpenDocument text', () => {
    const math = '<math xmlns="http://www.w3.org/1998/Math/MathML"><mn>3</mn></math>';
    const styles = '<x><office:master-styles><text:p>眉</text:p></office:master-styles><y>不算</y></x>';
    assert.deepEqual(
      words(countOdt('<x><office:body><text:p>甲</text:p></office:body></x>', styles, [math])),
      ['text 甲', 'text 眉', 'formula 3'],
    );
  });
  it('cannot count a .doc that holds less than it says', () => {
    const main = Buffer.alloc(0x300);
    main.writeUInt32LE(5, 0x4c);
    main.writeUInt32LE(21, 0x1a6);
    const clx = Buffer.alloc(21);
    clx[0] = 2;
    clx.writeUInt32LE(16, 1);
    const streams = { stream: (name: string) => (name === 'WordDocument' ? main : clx) };
    assert.deepEqual(countDoc(streams), { cannot: '文件标明有 5 个字符，只找到 0 个，可能残缺' });
  });
});
