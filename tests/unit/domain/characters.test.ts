import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  forbiddenIn,
  forbiddenWords,
  holdsForbidden,
  isForbidden,
  onOneLine,
  printable,
  withoutForbidden,
  withStandIns,
} from '../../../src/domain/characters.ts';
import { forbiddenCodesIn } from '../../../src/domain/percent.ts';

const HIGH = String.fromCharCode(0xd83d);
const LOW = String.fromCharCode(0xde00);

/** Every code that no text may hold, as a first and a last of each run. */
const RUNS = [
  [0, 8],
  [0xb, 0xc],
  [0xe, 0x1f],
  [0x7f, 0x9f],
  [0x61c, 0x61c],
  [0x200e, 0x200f],
  [0x2028, 0x202e],
  [0x2066, 0x2069],
  [0xd800, 0xdfff],
  [0xfdd0, 0xfdef],
  [0xfeff, 0xfeff],
  [0xfffe, 0xffff],
] as const;

describe('Characters that no text may hold', () => {
  it('are control characters, marks of direction, byte-order marks and non-characters; all others are allowed', () => {
    for (let code = 0; code <= 0xffff; code += 1) {
      const isListed = RUNS.some(([first, last]) => first <= code && code <= last);
      assert.equal(isForbidden(code), isListed, code.toString(16));
    }
    assert.deepEqual([0x1f600, 0x1fffe, 0x10ffff, 0x110000].map(isForbidden), [false, true, true, true]);
  });
  it('are found where they begin: lone surrogates, but no pair', () => {
    assert.deepEqual(forbiddenIn(`甲${HIGH}${LOW}${LOW}乙\u{1fffe}\u001b`), [
      { at: 3, code: 0xde00 },
      { at: 5, code: 0x1fffe },
      { at: 7, code: 0x1b },
    ]);
  });
  it('are named with their code and what to do about them', () => {
    assert.deepEqual(forbiddenWords(0), {
      reason: '含有空字符，不是文本文件',
      remedy: '删去空字符，或换成文本文件',
    });
    for (const [kind, codes] of [
      ['控制字符', [0x01, 0x1f, 0x7f, 0x9f]],
      ['特殊的换行符', [0x2028, 0x2029]],
      ['多余的字节序标记', [0xfeff]],
      ['不成字的编码', [0xd800, 0xdfff, 0xfffe, 0x110000, 0x10ffff]],
      ['改变文字方向的字符', [0x202a, 0x2066, 0xa0]],
    ] as const)
      for (const code of codes)
        assert.deepEqual(forbiddenWords(code), {
          reason: `含有${kind} U+${code.toString(16).toUpperCase().padStart(4, '0')}`,
          remedy: '删去它；看不见就把前后几个字删掉重打',
        });
    assert.match(forbiddenWords(0x1b).reason, / U\+001B$/u);
  });
  it('make a text one that holds such a character', () => {
    assert.ok(holdsForbidden('甲\u001b乙') && !holdsForbidden('甲乙\t\n'));
    assert.deepEqual(forbiddenIn('甲乙'), []);
    assert.ok(isForbidden(0x110000) && !isForbidden(0x10fffd));
  });
  it('are replaced by U+FFFD without moving anything else', () => {
    assert.equal(withStandIns('甲\u001b乙\u{1fffe}丙\t\n'), '甲\ufffd乙\ufffd\ufffd丙\t\n');
  });
  it('are removed, except those that end a line', () => {
    assert.equal(withoutForbidden('甲\u001b乙\u2028丙\f丁\u0085戊\ufeff'), '甲乙\n丙\n丁\n戊');
  });
});

describe('A printed line', () => {
  it('shows what a terminal would obey, and a line end within it', () => {
    assert.equal(
      printable('a\u001b[31m\tb\r\n\u007f\u009b2J\u202e\u200f\u2028'),
      'a␛[31m b␍␊␡\\u{9b}2J\\u{202e}\\u{200f}\\u{2028}',
    );
    assert.equal(printable(`${HIGH}。`), '\\u{d83d}。');
  });
  it('leaves Chinese, emoji and accents as they are', () => {
    assert.equal(printable('知行 “é” 👩\u200d💻'), '知行 “é” 👩\u200d💻');
  });
});

describe('Words of one line', () => {
  it('have one blank for every run with a line end or a tab in it', () => {
    assert.equal(onOneLine('甲 \n\t 乙\r\n丙  丁'), '甲 乙 丙  丁');
  });
});

describe('Percent codes in an address', () => {
  const codes = (address: string) => forbiddenCodesIn(address).map(({ written }) => written);
  it('that stand for forbidden characters are found, in upper or lower case and of any length', () => {
    assert.deepEqual(codes('/a%1B%c2%9b%E2%80%AE%EF%BB%BFb%00'), [
      '%1B',
      '%c2%9b',
      '%E2%80%AE',
      '%EF%BB%BF',
      '%00',
    ]);
  });
  it('of line ends are found everywhere but in the words of a mail', () => {
    assert.deepEqual(codes('https://a/%0d%0A%09'), ['%0d', '%0A', '%09']);
    assert.deepEqual(codes('mailto:a@b.cn?body=%0D%0A%1b'), ['%1b']);
  });
  it('of other characters, and text that is not a code, are allowed', () => {
    assert.deepEqual(codes('/%E7%9F%A5%20%25%FF%C0%80%zz%1'), []);
  });
});
