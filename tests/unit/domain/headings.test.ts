import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headingLevel, numberingOf } from '../../../src/domain/headings.ts';

const NEXT = '这一部分讲三个问题，先讲学什么。';

describe('a numbered paragraph', () => {
  it('is a heading of the level of its number', () => {
    const levels = [
      ['一、总体要求', 2],
      ['十二、附则', 2],
      ['第一章　总则', 2],
      ['第一部分：学习动员', 2],
      ['（一）学习内容', 3],
      ['(二)学习方式', 3],
      ['第二节　职责', 3],
      ['1．集中学习', 4],
      ['3、个人自学', 4],
      ['（1）准备', 5],
    ] as const;
    for (const [text, level] of levels) assert.equal(headingLevel(text, NEXT), level, text);
  });
  it('may end with a full stop on the first two levels only, as speeches write them', () => {
    assert.equal(headingLevel('一、提高认识，增强责任。', NEXT), 2);
    assert.equal(headingLevel('（一）坚持边学边改。', NEXT), 3);
    assert.equal(headingLevel('1．坚持边学边改。', NEXT), undefined);
  });
  it('is running text when it is long, or more than one sentence, or open at its end', () => {
    const texts = [
      `一、${'学'.repeat(60)}`,
      '一、提高认识。各单位要认真学习。',
      '（一）下列人员：',
      '（二）各科室；',
      '一、要学深，',
    ];
    for (const text of texts) assert.equal(headingLevel(text, NEXT), undefined, text);
  });
  it('is an item of a list when the next paragraph has the same numbering', () => {
    assert.equal(headingLevel('（一）登记', '（二）签批'), undefined);
    assert.equal(headingLevel('一、总体要求', '（一）指导思想'), 2);
  });
  it('is no heading at the end of a text, nor when it is a number alone', () => {
    assert.equal(headingLevel('三、其他', undefined), undefined);
    assert.equal(headingLevel('三、', NEXT), undefined);
  });
  it('is not numbered by a year, a decimal, an article or a quantity', () => {
    for (const text of [
      '2026年工作要点',
      '1.5倍',
      '3.14',
      '第一条　为了',
      '一是学习',
      '一百一十四条意见',
      '114条意见',
    ]) {
      assert.equal(numberingOf(text), undefined, text);
      assert.equal(headingLevel(text, NEXT), undefined, text);
    }
  });
});
