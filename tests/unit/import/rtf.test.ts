import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CELL, NOTE, NOTE_WORDS, TABLE } from '../../../src/import/marks.ts';
import { readRtf } from '../../../src/import/readers/rtf/rtf.ts';

/** An RTF file with a Chinese and a Latin font. */
function read(body: string) {
  const head =
    '{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fswiss\\fcharset0 Arial;}}{\\stylesheet{\\s1 heading 1;}}';
  const reading = readRtf(Buffer.from(`${head}{\\info{\\author 某人}}\\pard ${body}}`, 'latin1'));
  assert.deepEqual(reading.unexplained, []);
  return reading;
}

describe('an RTF file', () => {
  it('has its bytes read in the encoding of their font', () => {
    assert.equal(read("\\f0\\'d1\\'a7\\'cf\\'b0\\f1\\'e9\\par ").text, '学习é\n');
  });
  it('has the second half of a character read even where it is a plain letter', () => {
    assert.equal(
      read("\\f0\\'81A\\par ").text,
      `${new TextDecoder('gb18030').decode(Uint8Array.of(0x81, 0x41))}\n`,
    );
  });
  it('has Unicode characters read once, not their fallback as well', () => {
    assert.equal(
      read("\\uc1\\u23398?\\u20064\\'3f\\uc0\\u20070\\uc1 \\ldblquote a\\rdblquote\\par ").text,
      '学习书“a”\n',
    );
  });
  it('takes no word from tables of the file, keeps the numbers that are written out, and leaves headers out', () => {
    const { text, leftOut } = read(
      '{\\header x\\par}{\\*\\generator y;}{\\listtext\\u19968?\\u12289?\\tab}\\u32439?\\par ',
    );
    assert.equal(text, '一、 纷\n');
    assert.deepEqual(leftOut, [{ reason: '页眉页脚', words: 'x', place: '正文' }]);
  });
  it('leaves out hidden and deleted words', () => {
    assert.deepEqual(
      read('a{\\v b}{\\deleted c}d\\par ').leftOut.map(({ reason }) => reason),
      ['隐藏文字', '修订中已删除的文字'],
    );
  });
  it('keeps the cells of tables apart, and footnotes behind their paragraph', () => {
    const { text } = read(
      '\\trowd\\intbl a\\cell b\\cell\\row\\trowd\\pard\\intbl c\\cell\\cell\\row\\pard d{\\footnote\\pard e\\par}f\\par ',
    );
    assert.equal(text, `a${CELL}b\nc${CELL}\nd${NOTE}f\n${NOTE_WORDS}e\n`);
  });
  it('tells headings by style and by bold type', () => {
    assert.deepEqual(
      read('\\s1 a\\par\\pard{\\b b}\\par c\\par ').looks.map(({ level }) => level),
      [1, 0],
    );
  });
  it('is refused where groups stand hundreds deep', () => {
    assert.throws(() => readRtf(Buffer.from(`{\\rtf1${'{'.repeat(5000)}`)), /嵌套/);
  });

  const LISTS =
    "{\\*\\listtable{\\list{\\listlevel\\levelnfc39\\levelstartat1{\\leveltext\\'02\\'00\\u12289?;}{\\levelnumbers\\'01;}}{\\listlevel\\levelnfc0\\levelnorestart1\\levelstartat1{\\leveltext\\'02\\'01.;}{\\levelnumbers\\'01;}}\\listid7}}{\\*\\listoverridetable{\\listoverride\\listid7\\ls1}{\\listoverride\\listid7\\ls2{\\lfolevel\\listoverridestartat\\levelstartat5}}}";
  const item = (words: string, level = 0, list = 1) => `\\pard\\ls${list}\\ilvl${level} ${words}\\par `;
  it('has its numbers worked out where they are not written out, empty paragraphs counted', () => {
    const body = item('a') + item('b', 1) + item('') + item('c', 1) + item('d', 0, 2);
    assert.equal(read(LISTS + body).text, '一、a\n1.b\n2.c\n五、d\n');
  });
  it('keeps a number that is written out and adds none beside it', () => {
    assert.equal(read(`${LISTS}{\\listtext\\pard X.}${item('a')}${item('b')}`).text, 'X.a\n二、b\n');
  });
  it('has codes of sign fonts read as signs, however they are written', () => {
    const fonts =
      '{\\fonttbl{\\f0\\fcharset134 SimSun;}{\\f1\\fcharset2 Wingdings;}{\\f2\\fcharset2{\\*\\panose 05}Wingdings 2;}}';
    const reading = readRtf(
      Buffer.from(
        `{\\rtf1\\ansi\\ansicpg936${fonts}\\pard{\\f1\\'fe}{\\f1\\u-3928?}{\\f2 R}R\\par}`,
        'latin1',
      ),
    );
    assert.deepEqual([reading.text, reading.unexplained], ['☑□☑R\n', []]);
  });
  it('has fields worked out that hold no result, boxes of forms too', () => {
    const field = (code: string, result = '') => `{\\field{\\*\\fldinst ${code}}{\\fldrslt ${result}}}`;
    const box = field('FORMCHECKBOX {\\*\\formfield{\\fftype1\\ffres25\\ffdefres1}}');
    const list = field('FORMDROPDOWN {\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl x}{\\*\\ffl y}}}');
    const { text } = read(`a${field('EQ \\\\f(1,2)')}b${field('PAGE', '7')}${box}${list}\\par `);
    assert.equal(text, 'a1/2b7☑y\n');
  });
  it('keeps WordArt, exponents, formulas, and the Unicode half of a pair', () => {
    const art = '{\\shp{\\*\\shpinst{\\sp{\\sn gtextUNICODE}{\\sv \\u23616?}}{\\sp{\\sn other}{\\sv 1}}}}';
    const formula = '{\\mmath{\\*\\moMath{\\mf{\\mfPr{\\mtype x}}{\\mnum{\\mr 3}}{\\mden{\\mr 7}}}}}';
    const { text } = read(`${art}m{\\super 2} ${formula}{\\upr{ab}{\\*\\ud{\\u23398?}}}\\par `);
    assert.equal(text, 'm² 3/7学\n局\n');
  });
  it('keeps a fraction apart from the figure before it', () => {
    const half = '{\\mmath{\\*\\moMath{\\mf{\\mnum{\\mr 1}}{\\mden{\\mr 2}}}}}';
    assert.equal(read(`3${half}a\\par `).text, '3 1/2a\n');
  });
  it('that was cut off is noted', () => {
    const { notes, text } = readRtf(Buffer.from('{\\rtf1\\ansi {one\\par two'));
    assert.deepEqual([text, notes], ['one\ntwo\n', ['RTF 没有结尾，可能没有存全，请核对末尾']]);
    assert.deepEqual(readRtf(Buffer.from('{\\rtf1\\ansi one\\par}')).notes, []);
  });
  it('has UTF-8 read that stands in it as it is, and says so', () => {
    const source = Buffer.concat([
      Buffer.from('{\\rtf1\\ansi\\ansicpg936 '),
      Buffer.from('学习要点'),
      Buffer.from('\\par}'),
    ]);
    const { text, notes, unexplained } = readRtf(source);
    assert.deepEqual([text, unexplained], ['学习要点\n', []]);
    assert.match(notes.join(''), /UTF-8/);
  });
  it('has cells under the heads that they belong to, and neighbouring tables apart', () => {
    const row = (edges: number[], ...cells: string[]) =>
      `\\trowd\\trleft0${edges.map((edge) => `\\cellx${edge}`).join('')}\\pard\\intbl ${cells.map((cell) => `${cell}\\cell `).join('')}\\row `;
    const { text } = read(
      `${row([1000, 3000], 'a', 'b')}${row([1000, 2000, 3000], 'c', 'd', 'e')}\\pard\\par ${row([1, 2], 'f', 'g')}\\pard z\\par `,
    );
    assert.equal(text, `a${CELL}b${CELL}\nc${CELL}d${CELL}e\n${TABLE}f${CELL}g\nz\n`);
  });
  it('has rows of tables in cells kept apart', () => {
    const inner = (word: string) =>
      `\\pard\\intbl\\itap2 ${word}\\nestcell{\\*\\nesttableprops\\trowd\\cellx100\\nestrow}`;
    const { text } = read(
      `\\trowd\\cellx1\\cellx2 ${inner('a')}${inner('b')}\\pard\\intbl c\\cell d\\cell\\row\\pard z\\par `,
    );
    assert.equal(text, `a b c${CELL}d\nz\n`);
  });
});
