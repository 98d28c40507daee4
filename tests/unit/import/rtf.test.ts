import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CELL, NOTE, NOTE_WORDS } from '../../../src/import/marks.ts';
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
});
