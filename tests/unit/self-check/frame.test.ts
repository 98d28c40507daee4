import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkHeadings } from '../../../src/domain/self-check/check-headings.ts';
import { surroundings } from '../../../src/domain/self-check/finding.ts';
import { frameOf } from '../../../src/domain/self-check/frame.ts';
import { headingNumber, isHeadingAlone, writeNumber } from '../../../src/domain/self-check/headings.ts';
import { linesOf, textOf } from './texts.ts';

const BODY = ['今年以来，窗口的队越排越长。', '我们先看登记簿。', '再看人。', '办法是有的。', '就写到这里。'];

function frame(...lines: string[]) {
  const { title, signature, inner } = frameOf(textOf(...lines));
  return { title: title?.text, signature: signature?.text, inner: inner.map(({ text }) => text) };
}

describe('a title', () => {
  test('has up to fifty characters', () => {
    assert.equal(frame('题'.repeat(50), ...BODY).title, '题'.repeat(50));
    assert.equal(frame('题'.repeat(51), ...BODY).title, undefined);
  });

  test('may have marks within, none at its end but ？ and ！', () => {
    assert.equal(frame('学习，再学习', ...BODY).title, '学习，再学习');
    assert.equal(frame('队为什么这么长？', ...BODY).title, '队为什么这么长？');
    for (const mark of '。；，：') assert.equal(frame(`学习${mark}`, ...BODY).title, undefined, mark);
  });

  test('is no date and no placeholder of a template', () => {
    for (const line of ['2026年10月20日', '二〇二六年十月', '（2026年10月）', '单位　姓名', '在这里写题目'])
      assert.equal(frame(line, ...BODY).title, undefined, line);
    assert.equal(frame('2026年10月20日的窗口', ...BODY).title, '2026年10月20日的窗口');
    assert.equal(frame('记2026年10月20日', ...BODY).title, '记2026年10月20日');
    assert.equal(frame('在这里写题目的人', ...BODY).title, '在这里写题目的人');
    assert.equal(frame('本单位', ...BODY).title, '本单位');
  });

  test('is looked for outside of tables', () => {
    const paragraphs = linesOf('表里的字', '窗口的三笔账', ...BODY).map((line, index) => ({
      ...line,
      isInTable: index === 0,
    }));
    assert.equal(frameOf({ paragraphs }).title?.text, '窗口的三笔账');
  });

  test('and signature are missing from an empty text', () => {
    assert.deepEqual(frame(), { title: undefined, signature: undefined, inner: [] });
  });
});

describe('a signature', () => {
  test('has up to thirty characters and no mark of a sentence', () => {
    const signed = (line: string) => frame('题目', ...BODY, line).signature;
    assert.equal(signed('某'.repeat(30)), '某'.repeat(30));
    assert.equal(signed('某'.repeat(31)), undefined);
    assert.equal(signed('中心，某某'), undefined);
    assert.equal(signed('中心：某某'), '中心：某某');
    assert.equal(signed('一、某某'), undefined);
  });

  test('stands among the four lines under the title, the last of the short ones', () => {
    const short = ['甲', '乙', '丙', '丁', '戊'];
    assert.equal(frame('题目', ...short.slice(0, 2), ...BODY).signature, '乙');
    assert.equal(frame('题目', ...short.slice(0, 4), ...BODY).signature, '丁');
    assert.equal(frame('题目', ...short, ...BODY).signature, '丁');
    assert.equal(frame('题目', BODY[0]!, '甲', ...BODY).signature, undefined);
  });

  test('or among the last four, the first of the short ones', () => {
    assert.equal(frame('题目', ...BODY, '甲', '乙', '2026年10月20日').signature, '甲');
    assert.equal(frame('题目', ...BODY, '甲', '乙', '丙', '丁', '戊').signature, '乙');
    assert.equal(frame('题目', ...BODY, '甲', BODY[0]!).signature, undefined);
  });

  test('under the title goes before one at the end, and a text without a title has it at the end', () => {
    assert.equal(frame('题目', '甲', ...BODY, '乙').signature, '甲');
    assert.equal(frame(BODY[0]!, '甲', ...BODY, '乙').signature, '乙');
  });

  test('is no subtitle, however its dash is written', () => {
    for (const dash of ['——', '—', '--']) {
      assert.equal(frame('题目', `${dash}献血屋里的事`, ...BODY).signature, undefined, dash);
    }
    assert.equal(frame('题目', '甲——乙', ...BODY).signature, '甲——乙');
  });

  test('may stand under the placeholder of a title', () => {
    assert.equal(frame('在这里写题目', '甲', ...BODY).signature, '甲');
  });
});

describe('the text itself', () => {
  test('is neither title, subtitle, signature, date nor salutation', () => {
    const { inner } = frame('题目', '——副题', '甲', '同志们：', ...BODY, '2026年10月20日');
    assert.deepEqual(inner, BODY);
  });

  test('holds lines that only look like a salutation', () => {
    const long = `${'说'.repeat(30)}：`;
    assert.deepEqual(frame('题目', long, '同志们：大家好。', ...BODY).inner, [
      long,
      '同志们：大家好。',
      ...BODY,
    ]);
    assert.deepEqual(frame('题目', `${'说'.repeat(29)}：`, ...BODY).inner, BODY);
  });

  test('holds short lines in its middle, and no placeholder', () => {
    assert.deepEqual(frame('题目', ...BODY, '短', ...BODY, '单位　姓名').inner, [...BODY, '短', ...BODY]);
  });
});

describe('the number of a heading', () => {
  const number = (text: string, label?: string) => {
    const { level, value } = headingNumber({ text, label }) ?? {};
    return level === undefined ? undefined : [level, value];
  };

  test('has four levels, each with its marks', () => {
    for (const text of ['三、甲', '三，甲', '三,甲', '三.甲', '三．甲'])
      assert.deepEqual(number(text), [1, 3], text);
    for (const text of ['（三）甲', '(三)甲', '（三)甲']) assert.deepEqual(number(text), [2, 3], text);
    for (const text of ['3.甲', '3．甲', '3、甲', '　3. 甲']) assert.deepEqual(number(text), [3, 3], text);
    for (const text of ['（3）甲', '(3)甲']) assert.deepEqual(number(text), [4, 3], text);
  });

  test('stands at the head, or before it by itself', () => {
    for (const text of [
      '见三、四',
      '如（三）所说',
      '有3. 条',
      '见（3）',
      '3.5万',
      '123. 甲',
      '（123）甲',
      '三',
      '零、甲',
    ])
      assert.equal(number(text), undefined, text);
    assert.deepEqual(number('甲', '（三）'), [2, 3]);
  });

  test('counts in Chinese up to hundreds', () => {
    const values = [
      '一',
      '九',
      '十',
      '十一',
      '二十',
      '二十一',
      '九十九',
      '一百',
      '百',
      '一百零五',
      '一百一十',
      '二百三十四',
    ];
    assert.deepEqual(
      values.map((words) => number(`${words}、甲`)?.[1]),
      [1, 9, 10, 11, 20, 21, 99, 100, 100, 105, 110, 234],
    );
    assert.deepEqual(number('12. 甲'), [3, 12]);
  });

  test('is written as the standard has it', () => {
    assert.deepEqual(
      [1, 2, 3, 4].map((level) => writeNumber(level, 12)),
      ['十二、', '（十二）', '12.', '（12）'],
    );
  });

  test('stands before a heading alone where no sentence goes on behind it', () => {
    const alone = (text: string) => isHeadingAlone({ text });
    assert.equal(alone('（一）时间'), true);
    assert.equal(alone('（一）时间。'), true);
    assert.equal(alone('（一）时间。  '), true);
    for (const mark of '。！？；') assert.equal(alone(`（一）时间${mark}10月23日前。`), false, mark);
    assert.equal(alone('一'.repeat(45)), true);
    assert.equal(alone('一'.repeat(46)), false);
  });
});

describe('headings out of turn', () => {
  const kinds = (...lines: string[]) => checkHeadings(linesOf(...lines));

  test('are told with the first words and the automatic number', () => {
    const [first, second] = linesOf('甲', '乙'.repeat(20));
    assert.deepEqual(
      checkHeadings([
        { ...first!, label: '一、' },
        { ...second!, label: '三、' },
      ]),
      [
        {
          kind: 'heading number',
          number: 2,
          words: `三、${'乙'.repeat(14)}`,
          written: '三、',
          expected: '二、',
        },
      ],
    );
    assert.equal(kinds('三、甲')[0]?.words, '三、甲');
  });

  test('are none in tables', () => {
    const [first, second] = linesOf('一、甲', '三、乙');
    assert.deepEqual(checkHeadings([first!, { ...second!, isInTable: true }]), []);
  });

  test('are not told for the width of their brackets or of the dot', () => {
    assert.deepEqual(kinds('一、甲', '(一)乙', '1．丙', '(1)丁', '(2)戊'), []);
  });

  test('are those for which the highest level in use is missing', () => {
    const expected = (...lines: string[]) =>
      kinds(...lines).map((each) => 'expected' in each && each.expected);
    assert.deepEqual(expected('1. 甲', '一、乙', '（一）丙'), ['一、']);
    assert.deepEqual(expected('（1）甲'), ['1.']);
    assert.deepEqual(expected('（一）甲', '（1）乙'), []);
  });
});

test('the surroundings of a place are six characters on each side, with dots where more is left out', () => {
  const text = '一二三四五六七八九十甲乙丙丁';
  assert.equal(surroundings(text, 6, 1), '一二三四五六七八九十甲乙丙…');
  assert.equal(surroundings(text, 7, 1), '…二三四五六七八九十甲乙丙丁');
  assert.equal(surroundings(text, 7, 2, 2), '…六七八九十甲…');
  assert.equal(surroundings(text, 0, 1, 2), '一二三…');
  assert.equal(surroundings(text, 13, 1, 2), '…乙丙丁');
  assert.equal(surroundings('好', 0, 1), '好');
});
