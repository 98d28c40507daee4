import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { chineseCount, chineseNumber, LEGAL, numberOfChinese } from '../../../src/domain/chinese-number.ts';

describe('A number in Chinese figures', () => {
  const words: [number, string][] = [
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
    [100, '一百'],
    [105, '一百零五'],
    [110, '一百一十'],
    [366, '三百六十六'],
    [1000, '一千'],
    [1002, '一千零二'],
    [1010, '一千零一十'],
    [1100, '一千一百'],
    [9999, '九千九百九十九'],
  ];

  it('is written as it is spoken, one 零 for any row of noughts, none at the end', () => {
    for (const [number, written] of words) assert.equal(chineseNumber(number), written);
  });

  it('on a cheque says 壹拾 for ten', () => {
    assert.equal(chineseNumber(10, LEGAL), '壹拾');
    assert.equal(chineseNumber(2036, LEGAL), '贰仟零叁拾陆');
  });

  it('is refused for what is no whole number from 1 to 9999', () => {
    for (const number of [0, -1, 1.5, 10_000, Number.NaN])
      assert.throws(() => chineseNumber(number), RangeError, String(number));
  });

  it('of things is 两 for two, and only for two', () => {
    assert.deepEqual([1, 2, 12, 20].map(chineseCount), ['一', '两', '十二', '二十']);
  });

  it('is read back up to 99, in Arabic figures as well', () => {
    for (let number = 1; number <= 99; number += 1) {
      assert.equal(numberOfChinese(chineseNumber(number)), number);
      assert.equal(numberOfChinese(String(number)), number);
    }
    for (const words of ['00', '100', '零', '十十', '1a', 'a1'])
      assert.equal(numberOfChinese(words), undefined, words);
    assert.deepEqual(['十二', '12', '两', '九十九', '一百', '0', ''].map(numberOfChinese), [
      12,
      12,
      2,
      99,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
