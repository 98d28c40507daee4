import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatNumber, letterNumber, romanNumber } from '../../../src/domain/list-numbers.ts';

describe('the number of a list as a word processor shows it', () => {
  it('counts with letters to z, then with doubled ones: z, aa, zz, aaa', () => {
    assert.deepEqual([1, 25, 26, 27, 52, 53].map(letterNumber), ['a', 'y', 'z', 'aa', 'zz', 'aaa']);
    assert.deepEqual(
      [26, 27].map((value) => formatNumber(value, 'upperLetter')),
      ['Z', 'AA'],
    );
    assert.equal(formatNumber(26, 'lowerLetter'), 'z');
  });

  it('writes Chinese figures to 9999, with one 零 for a gap and 十 for 一十', () => {
    assert.deepEqual(
      [1, 9, 10, 11, 20, 100, 105, 110, 1005, 1050, 9999].map((value) =>
        formatNumber(value, 'chineseCounting'),
      ),
      [
        '一',
        '九',
        '十',
        '十一',
        '二十',
        '一百',
        '一百零五',
        '一百一十',
        '一千零五',
        '一千零五十',
        '九千九百九十九',
      ],
    );
    assert.equal(formatNumber(10, 'chineseCountingThousand'), '十');
    assert.equal(formatNumber(10_000, 'chineseCounting'), '10000');
    assert.equal(formatNumber(10_000, 'chineseLegalSimplified'), '10000');
    assert.equal(formatNumber(10, 'chineseLegalSimplified'), '壹拾');
    assert.equal(formatNumber(105, 'chineseLegalSimplified'), '壹佰零伍');
    assert.equal(formatNumber(20, 'ideographDigital'), '二〇');
  });

  it('writes Roman figures, four and nine by what they lack', () => {
    assert.deepEqual([1, 4, 9, 40, 90, 400, 900, 2026].map(romanNumber), [
      'i',
      'iv',
      'ix',
      'xl',
      'xc',
      'cd',
      'cm',
      'mmxxvi',
    ]);
    assert.equal(formatNumber(4, 'upperRoman'), 'IV');
  });

  it('begins the ten stems anew behind the tenth', () => {
    assert.deepEqual(
      [1, 10, 11].map((value) => formatNumber(value, 'ideographTraditional')),
      ['甲', '癸', '甲'],
    );
  });

  it('encircles numbers to twenty, beyond which there are no such characters', () => {
    assert.deepEqual(
      [1, 20, 21].map((value) => formatNumber(value, 'decimalEnclosedCircle')),
      ['①', '⑳', '21'],
    );
  });

  it('dresses figures, and shows plain ones in a format that it does not know and below one', () => {
    const dressed = ['decimalEnclosedParen', 'decimalEnclosedFullstop', 'decimalFullWidth', 'decimalZero'];
    assert.deepEqual(
      dressed.map((format) => formatNumber(7, format)),
      ['（7）', '7.', '７', '07'],
    );
    assert.deepEqual(
      ['none', 'decimal', 'hebrew1'].map((format) => formatNumber(7, format)),
      ['', '7', '7'],
    );
    assert.equal(formatNumber(0, 'lowerLetter'), '0');
    assert.equal(formatNumber(1, 'lowerLetter'), 'a');
  });
});
