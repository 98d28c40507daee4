import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parseNames } from '../../../src/domain/forms/names.ts';
import {
  isDayLonger,
  isSignerWide,
  sealedLayout,
  signatureLayout,
  widthInCharacters,
} from '../../../src/domain/forms/signature.ts';
import { cssString, HAND_DAY, stampLines } from '../../../src/domain/forms/stamp.ts';

describe('a list of people', () => {
  const read = (text: string) => parseNames(text).map(({ name, post }) => (post ? `${name}|${post}` : name));

  test('is cut at every kind of line end and of gap', () => {
    assert.deepEqual(read('甲乙丙\r丁戊己\n庚辛壬\r\n癸子丑'), ['甲乙丙', '丁戊己', '庚辛壬', '癸子丑']);
    for (const gap of ['\t', ',', '，', ';', '；', '  ', ' ', '　'])
      assert.deepEqual(read(`甲乙丙${gap}办公室${gap}主任`), ['甲乙丙|办公室 主任'], JSON.stringify(gap));
  });

  test('may have its numbers in a column or before the name, with every mark', () => {
    for (const number of ['1,', '1.,', '1、\t', '12．,', '1.', '1、', '1． '])
      assert.deepEqual(read(`${number}甲乙丙,办公室`), ['甲乙丙|办公室'], number);
    assert.deepEqual(read('甲乙丙,2号楼'), ['甲乙丙|2号楼']);
    assert.deepEqual(read('甲乙丙,1. 主任'), ['甲乙丙|1. 主任']);
  });

  test('leaves out headings, empty lines and quotation marks', () => {
    for (const heading of ['序号', '姓名', '名单', '人员名单', '签到名单'])
      assert.deepEqual(read(`${heading}\n甲乙丙`), ['甲乙丙'], heading);
    assert.deepEqual(read('姓名不详'), ['姓名不详']);
    assert.deepEqual(read('无姓名'), ['无姓名']);
    assert.deepEqual(read('"甲乙丙","办公室"'), ['甲乙丙|办公室']);
    assert.deepEqual(read('" 甲乙丙 "'), ['甲乙丙']);
    assert.deepEqual(read('"甲"乙"'), ['甲"乙']);
    assert.deepEqual(read(' \n,\n1\n'), ['1']);
    assert.deepEqual(read(''), []);
    assert.deepEqual(read('\uFEFF甲乙丙'), ['甲乙丙']);
  });

  test('takes no line that is too long for a name, unless several stand in it', () => {
    assert.deepEqual(read('名'.repeat(15)), ['名'.repeat(15)]);
    assert.deepEqual(read('名'.repeat(16)), []);
    const row = Array.from({ length: 30 }, () => '甲乙丙').join('、');
    assert.equal(read(row).length, 30);
    assert.equal(row.length, 119);
    assert.equal(read(`${row}丁`).length, 30);
    assert.deepEqual(read(`${row}丁戊`), []);
  });

  test('takes no mark at the end or the beginning of a line for part of a name', () => {
    assert.deepEqual(read('甲乙丙、\n、丁戊己,办公室\n、'), ['甲乙丙', '丁戊己|办公室']);
  });

  test('joins a name of two characters with a blank between them, and no other', () => {
    assert.deepEqual(read('𠮷 乙,办公室'), ['𠮷乙|办公室']);
    assert.deepEqual(read('甲 乙丙'), ['甲|乙丙']);
    assert.deepEqual(read('甲乙 丙'), ['甲乙|丙']);
  });
});

describe('signature and day', () => {
  test('are as wide as their characters, Latin ones half', () => {
    assert.equal(widthInCharacters('2026年9月18日'), 6.5);
    assert.equal(widthInCharacters(''), 0);
  });

  test('without a seal stand two characters from the edge, the longer of them', () => {
    assert.deepEqual(signatureLayout('云川市卫生健康委员会', '2026年9月8日'), { signer: 2, day: 4 });
    assert.deepEqual(signatureLayout('学习办', '2026年9月8日'), { signer: 7, day: 2 });
    assert.deepEqual(signatureLayout('云川市学习', '九月八日吧'), { signer: 2, day: 0 });
    assert.equal(isDayLonger('六个字的署名', '2026年9月8日'), false);
    assert.equal(isDayLonger('五字的署名', '2026年9月8日'), true);
  });

  test('with a seal have the day four characters from the edge and the signer above its middle', () => {
    assert.deepEqual(sealedLayout('云川市卫生健康委员会', '2026年9月8日'), { signer: 2, day: 4 });
    assert.deepEqual(sealedLayout('名'.repeat(14), '2026年9月8日'), { signer: 0, day: 4 });
    assert.deepEqual(sealedLayout('名'.repeat(16), '2026年9月8日'), { signer: 0, day: 5 });
    assert.equal(isSignerWide('名'.repeat(14), '2026年9月8日'), false);
    assert.equal(isSignerWide('名'.repeat(15), '2026年9月8日'), true);
  });
});

describe('the stamp of a sheet', () => {
  const stamp = { unit: '血液中心', plan: '学习计划' };

  test('says whose it is, how old the plan is and when it was printed', () => {
    assert.deepEqual(stampLines({ ...stamp, updated: '2026-09-08' }, '2026-09-14'), [
      '血液中心　学习计划',
      '更新日期：2026年9月8日　打印日期：2026年9月14日',
      '如有调整，以正式通知为准',
    ]);
  });

  test('leaves room for a day that is not known', () => {
    assert.equal(stampLines(stamp)[1], `更新日期：原文未注明　打印日期：${HAND_DAY}`);
    assert.equal(HAND_DAY, '　　　　年　　月　　日');
  });

  test('is a string of CSS, its lines broken and its marks kept from ending it', () => {
    assert.equal(cssString(['甲"乙', '丙\\丁']), '"甲\\"乙\\A 丙\\\\丁"');
    assert.equal(cssString([]), '""');
  });
});
