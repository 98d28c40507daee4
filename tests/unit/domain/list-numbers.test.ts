import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  formatByExample,
  formatNumber,
  letterNumber,
  numberFormatOf,
  romanNumber,
} from '../../../src/domain/list-numbers.ts';

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
        formatNumber(value, 'chineseCountingThousand'),
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
    assert.deepEqual(
      [10, 99, 100, 105].map((value) => formatNumber(value, 'chineseCounting')),
      ['十', '九十九', '一〇〇', '一〇五'],
    );
    assert.equal(formatNumber(10_000, 'chineseCountingThousand'), '10000');
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
      ['⑺', '⒎', '７', '07'],
    );
    assert.deepEqual(
      ['none', 'decimal', 'hebrew1'].map((format) => formatNumber(7, format)),
      ['', '7', '7'],
    );
    assert.equal(formatNumber(0, 'lowerLetter'), '0');
    assert.equal(formatNumber(1, 'lowerLetter'), 'a');
    assert.equal(formatNumber(0, 'chineseCounting'), '〇');
  });

  it('knows the formats of Chinese lists by name and by the code that old files give them', () => {
    const formats = {
      ...{
        chineseLegalSimplified: '叁',
        ideographLegalTraditional: '參',
        japaneseLegal: '参',
        ideographZodiac: '寅',
      },
      ...{ ideographZodiacTraditional: '丙寅', ideographEnclosedCircle: '㊂', taiwaneseDigital: '三' },
      ...{ numberInDash: '- 3 -', hex: '3', ordinal: '3rd', cardinalText: 'Three', ordinalText: 'Third' },
    };
    for (const [format, shown] of Object.entries(formats))
      assert.equal(formatNumber(3, format), shown, format);
    assert.equal(formatNumber(11, 'ideographEnclosedCircle'), '11');
    assert.equal(formatNumber(101, 'japaneseCounting'), '百一');
    assert.deepEqual([0, 29, 31, 37, 39, 255, 200].map(numberFormatOf), [
      ...[
        'decimal',
        'ideographEnclosedCircle',
        'ideographZodiac',
        'chineseCounting',
        'chineseCountingThousand',
      ],
      ...['none', 'decimal'],
    ]);
  });

  it('never grows without end, whatever number a file begins with', () => {
    for (const format of ['lowerLetter', 'upperRoman', 'chicago', 'russianLower', 'cardinalText'])
      assert.ok(formatNumber(2_000_000_000, format).length < 20, format);
    assert.equal(formatNumber(Number.NaN, 'lowerRoman'), 'NaN');
  });

  it('counts by an example: 001, 002', () => {
    assert.deepEqual(
      [1, 12, 1234].map((value) => formatByExample(value, '001, 002, 003, ...')),
      ['001', '012', '1234'],
    );
    assert.equal(formatByExample(7, ''), '7');
  });
});
