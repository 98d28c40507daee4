import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { checkDoubled } from '../../../src/domain/self-check/check-doubled.ts';
import { checkFileName } from '../../../src/domain/self-check/check-file-name.ts';
import { checkHeadings } from '../../../src/domain/self-check/check-headings.ts';
import { checkHalfWidth, checkPairs } from '../../../src/domain/self-check/check-marks.ts';
import { checkText } from '../../../src/domain/self-check/check-text.ts';
import { frameOf } from '../../../src/domain/self-check/frame.ts';
import { findingWords, lengthVerdict, placesWords } from '../../../src/strings/self-check.ts';
import { ASKS_NOTHING, linesOf, textOf } from './texts.ts';

describe('length', () => {
  const asked = (unit: '字数' | '汉字') => ({ ...ASKS_NOTHING, length: { min: 5, max: 8, unit } });
  test('says by how much a text is too short or too long, in the unit of the call', () => {
    assert.deepEqual(checkText(textOf('学习2026'), asked('字数')).findings[0], { kind: 'short', by: 2 });
    assert.deepEqual(checkText(textOf('一二三四五六七八，九'), asked('字数')).findings[0], {
      kind: 'long',
      by: 2,
    });
    assert.deepEqual(checkText(textOf('一二三四五六七八，九'), asked('汉字')).findings[0], {
      kind: 'long',
      by: 1,
    });
  });
  test('says so where the call names no length', () => {
    const { count } = checkText(textOf('学习'), ASKS_NOTHING);
    assert.equal(lengthVerdict(count, ASKS_NOTHING), '篇幅要求：原文未注明');
    assert.equal(lengthVerdict(count, asked('字数')), '要求不少于5字、不超过8字（按字数）：差 3 字');
  });
});

describe('title and signature', () => {
  const BODY = [
    '今年以来，窗口的队越排越长。',
    '我们先看登记簿。',
    '再看人。',
    '办法是有的。',
    '就写到这里。',
  ];
  const kinds = (...lines: string[]) =>
    checkText(textOf(...lines), ASKS_NOTHING).findings.map(({ kind }) => kind);

  test('a first line that is a sentence or a heading is no title', () => {
    assert.deepEqual(kinds(...BODY, '市血液中心　某某'), ['no title']);
    assert.deepEqual(kinds('一、怎样排队', ...BODY, '市血液中心　某某'), ['no title']);
  });
  test('a signature stands under the title or at the end, with or without a date', () => {
    assert.deepEqual(kinds('窗口排队的三笔账', '市血液中心　某某', ...BODY), []);
    assert.deepEqual(kinds('窗口排队的三笔账', '——献血屋里的事', '（市血液中心　某某）', ...BODY), []);
    assert.deepEqual(kinds('窗口排队的三笔账', ...BODY, '市血液中心　某某', '2026年10月20日'), []);
  });
  test('a date alone or the words of a template are no signature', () => {
    assert.deepEqual(kinds('窗口排队的三笔账', ...BODY, '2026年10月20日'), ['no signature']);
    assert.deepEqual(kinds('窗口排队的三笔账', '单位　姓名', ...BODY), ['no signature']);
    assert.deepEqual(kinds('在这里写题目', '市血液中心　某某', ...BODY), ['no title']);
  });
  test('a salutation is neither', () => {
    const { signature, inner } = frameOf(textOf('发言提纲', '同志们：', ...BODY));
    assert.equal(signature, undefined);
    assert.equal(inner.length, BODY.length);
  });
});

describe('headings', () => {
  const found = (...lines: string[]) =>
    checkHeadings(linesOf(...lines)).map((finding) =>
      'expected' in finding ? [finding.number, finding.kind, finding.written, finding.expected] : [],
    );

  test('the order of the standard passes, and the two levels 一、 and 1.', () => {
    assert.deepEqual(
      found('一、甲', '（一）乙', '1. 丙', '（1）丁', '（2）戊', '2. 己', '（二）庚', '二、辛', '（一）壬'),
      [],
    );
    assert.deepEqual(found('一、甲', '1. 乙', '2. 丙', '二、丁', '1. 戊'), []);
    assert.deepEqual(
      found('一、甲', ...Array.from('二三四五六七八九', (n) => `${n}、乙`), '十、丙', '十一、丁'),
      [],
    );
  });
  test('a level left out here and used elsewhere is named', () => {
    assert.deepEqual(found('一、甲', '（一）乙', '二、丙', '1. 丁'), [[4, 'heading level', '1.', '（一）']]);
    assert.deepEqual(found('一、甲', '（1）乙'), [[2, 'heading level', '（1）', '1.']]);
    assert.deepEqual(found('（一）乙', '一、甲'), [[1, 'heading level', '（一）', '一、']]);
  });
  test('a number out of turn is named with the right one', () => {
    assert.deepEqual(found('一、甲', '三、乙'), [[2, 'heading number', '三、', '二、']]);
    assert.deepEqual(found('一、甲', '（一）乙', '二、丙', '（二）丁'), [
      [4, 'heading number', '（二）', '（一）'],
    ]);
  });
  test('1、 is written 1.; a number with a decimal point or a year is no heading', () => {
    assert.deepEqual(found('一、甲', '1、乙'), [[2, 'heading number', '1、', '1.']]);
    assert.deepEqual(found('3.5万人次', '2026年底'), []);
  });
  test('automatic numbers count', () => {
    const automatic = linesOf('甲', '乙').map((line, index) => ({ ...line, label: ['一、', '三、'][index] }));
    assert.deepEqual(checkHeadings(automatic).length, 1);
  });
});

describe('marks', () => {
  const half = (text: string) =>
    checkHalfWidth(linesOf(text)).map((finding) => ('mark' in finding ? finding.mark : ''));
  const lone = (...lines: string[]) =>
    checkPairs(linesOf(...lines)).map((finding) => [finding.number, 'mark' in finding ? finding.mark : '']);

  test('half-width marks in Chinese text are named', () => {
    assert.deepEqual(half('学习,讨论;再学习:好?好!'), [',', ';', ':', '?', '!']);
    assert.deepEqual(half('办法(试行)实施.'), ['(', ')', '.']);
    assert.deepEqual(half('他说:"好"'), [':', '"', '"']);
  });
  test('marks of numbers, times, addresses and Latin words are right', () => {
    assert.deepEqual(half('完成1,500件，15:30到，3.5万，OA（V2.0）见 http://a.cn/b?c=1, ok.'), []);
  });
  test('marks without their other half are named, one for each', () => {
    assert.deepEqual(lone('他说：“好。'), [[1, '“']]);
    assert.deepEqual(lone('“甲“乙”'), [[1, '“']]);
    assert.deepEqual(lone('《规定（试行》'), [[1, '（']]);
    assert.deepEqual(lone('好》。'), [[1, '》']]);
  });
  test('pairs, pairs in pairs, apostrophes and 1) pass; a quotation may run over paragraphs', () => {
    assert.deepEqual(lone('“甲‘乙’丙”《丁〈戊〉》（己）', 'it’s 1', '1) 甲'), []);
    assert.deepEqual(lone('他说：“第一段。', '“第二段。”'), []);
  });
});

describe('doubled characters', () => {
  const doubled = (text: string) =>
    checkDoubled(linesOf(text)).map((finding) => ('doubled' in finding ? finding.doubled : ''));
  test('slips are named', () => {
    assert.deepEqual(doubled('我们的的工作，，做得好。。'), ['的的', '，，', '。。']);
    assert.deepEqual(doubled('听了了意见在在现场'), ['了了', '在在']);
    assert.deepEqual(doubled('要进行进行整改，来件办理来件办理不能拖'), ['进行进行', '来件办理来件办理']);
  });
  test('right doublings pass', () => {
    const right =
      '刚刚常常谢谢，人人、天天、渐渐、等等；为了了解情况，的的确确，是是非非，由由于于外；讨论讨论、一个一个、一件事一件事，工作作风，发展展望，人民民主，……——';
    assert.deepEqual(doubled(right.replace('由由于于外；', '')), []);
  });
});

describe('file name', () => {
  const call = {
    ...ASKS_NOTHING,
    fileName: '{单位}-{姓名}-{题目}',
    units: [['云川市血液中心', '市血液中心']],
  };
  const kinds = (name: string, title = '献血屋的三笔账') =>
    checkFileName(name, call, title).map(({ kind }) => kind);
  test('is held against the pattern, the units and the title', () => {
    assert.deepEqual(kinds('市血液中心-某某-献血屋的三笔账.docx'), []);
    assert.deepEqual(kinds('市血液中心-某某-“献血屋”的三笔账.docx'), []);
    assert.deepEqual(kinds('文章定稿.docx'), ['file name']);
    assert.deepEqual(kinds('血站-某某-献血屋的三笔账.docx'), ['file name unit']);
    assert.deepEqual(kinds('市血液中心-某某-三笔账.docx'), ['file name title']);
  });
});

test('every finding has words that say what and what to do, and places are run together', () => {
  assert.deepEqual(findingWords({ kind: 'doubled', doubled: '的的' }), {
    what: '“的的”重复',
    todo: '核对是否多打，多的删去。',
  });
  assert.equal(placesWords([3, 5, 6, 7, 9], 'paragraphs'), '第3、5至7、9段');
  assert.equal(placesWords([2], 'lines'), '第2行');
});
