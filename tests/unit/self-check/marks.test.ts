import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  checkHalfWidth,
  checkPairs,
  halfWidthMarks,
  unpairedMarks,
} from '../../../src/domain/self-check/check-marks.ts';
import { linesOf } from './texts.ts';

const half = (text: string) => halfWidthMarks(text).map(({ mark }) => mark);
const lone = (text: string, next?: string) => unpairedMarks(text, next).map(({ mark, at }) => `${at}${mark}`);

describe('half-width marks', () => {
  test('are told with the mark to write instead', () => {
    const instead = (text: string) =>
      checkHalfWidth(linesOf(text)).map((finding) => 'instead' in finding && finding.instead);
    assert.deepEqual(instead('好,好.好;好:好?好!'), ['，', '。', '；', '：', '？', '！']);
    assert.deepEqual(instead('办法(好)"好"'), ['（', '）', '“ 或 ”', '“ 或 ”']);
    assert.deepEqual(instead("说'好'"), ['‘ 或 ’', '‘ 或 ’']);
  });

  test('are told with their line and some characters around them', () => {
    assert.deepEqual(checkHalfWidth(linesOf('好。', '今年以来我们学习,大家讨论得很好')), [
      {
        kind: 'half-width',
        number: 2,
        words: '…以来我们学习,大家讨论得很…',
        mark: ',',
        instead: '，',
      },
    ]);
  });

  test('stand behind a Chinese character or mark, be it the first of the text or a rare one', () => {
    assert.deepEqual(half('好,'), [',']);
    assert.deepEqual(half('《规定》,'), [',']);
    assert.deepEqual(half('𠮷,'), [',']);
    assert.deepEqual(half('ok,好'), []);
    assert.deepEqual(half(',好'), []);
    assert.deepEqual(half('OA;ERP'), []);
  });

  test('that open stand before Chinese as well, but a bracket at the very end opens nothing', () => {
    assert.deepEqual(half('(试行'), ['(']);
    assert.deepEqual(half('OA(办公'), ['(']);
    assert.deepEqual(half('办法(v2'), ['(']);
    assert.deepEqual(half('办法('), []);
    assert.deepEqual(half('f(x)'), []);
    assert.deepEqual(half('"好'), ['"']);
    assert.deepEqual(half("'《规定》"), ["'"]);
    assert.deepEqual(half("it's"), []);
  });

  test('that close stand behind Chinese only', () => {
    assert.deepEqual(half('行)'), [')']);
    assert.deepEqual(half('a)好'), []);
  });

  test('that end a sentence do so before Chinese, a blank or nothing, not within names of files', () => {
    assert.deepEqual(half('实施.'), ['.']);
    assert.deepEqual(half('实施. 再看'), ['.']);
    assert.deepEqual(half('实施.再看'), ['.']);
    assert.deepEqual(half('实施.“再看”'), ['.']);
    assert.deepEqual(half('附件.docx'), []);
    assert.deepEqual(half('3.再看'), []);
  });
});

describe('marks without their other half', () => {
  test('are told with their line and what stands around them', () => {
    assert.deepEqual(checkPairs(linesOf('好。', '一二三四五六七（八九十')), [
      { kind: 'unmatched', number: 2, words: '…二三四五六七（八九十', mark: '（' },
    ]);
  });

  test('are those of every pair, opening and closing', () => {
    for (const [open, close] of [
      '“”',
      '‘’',
      '（）',
      '《》',
      '〈〉',
      '【】',
      '〔〕',
      '「」',
      '『』',
      '［］',
      '{}',
      '()',
      '[]',
    ]) {
      assert.deepEqual(lone(`好${open}好${close}好`), [], `${open}${close}`);
      assert.deepEqual(lone(`好${open}好`), [`1${open}`]);
      assert.deepEqual(lone(`好${close}好`), [`1${close}`]);
    }
  });

  test('are not brackets of two widths, whose width is another matter', () => {
    for (const text of ['（试行)', '(试行）', '［注]', '[注］']) assert.deepEqual(lone(text), [], text);
    assert.deepEqual(lone('（甲]'), ['0（', '2]']);
  });

  test('are told in the order of the text', () => {
    assert.deepEqual(lone('“甲》乙'), ['0“', '2》']);
    assert.deepEqual(lone('甲》乙“'), ['1》', '3“']);
    assert.deepEqual(lone('（甲【乙）丙】'), ['2【', '6】']);
  });

  test('do not take the partners of others with them', () => {
    assert.deepEqual(lone('（甲））'), ['3）']);
    assert.deepEqual(lone('（甲》乙）'), ['2》']);
    assert.deepEqual(lone('（（甲）'), ['0（']);
    assert.deepEqual(lone('（甲（乙）丙）（丁）'), []);
  });

  test('are not those of a quotation that goes on in the next paragraph', () => {
    assert.deepEqual(lone('他说：“甲。', '“乙。”'), []);
    assert.deepEqual(lone('他说：“甲。', '乙。'), ['3“']);
    assert.deepEqual(lone('他说：“甲。'), ['3“']);
    assert.deepEqual(lone('“甲“乙”', '“丙”'), ['0“']);
    assert.deepEqual(lone('《甲', '“丙”'), ['0《']);
  });

  test('are not apostrophes between letters', () => {
    assert.deepEqual(lone('it’s'), []);
    assert.deepEqual(lone('好’s'), ['1’']);
    assert.deepEqual(lone('s’好'), ['1’']);
    assert.deepEqual(lone('’s'), ['0’']);
    assert.deepEqual(lone('s’'), ['1’']);
  });

  test('are not the bracket behind a number at the head of a paragraph, however far it is indented', () => {
    for (const text of ['1)甲', '12）甲', 'a)甲', '　　一）甲', '二十一）甲'])
      assert.deepEqual(lone(text), [], text);
    assert.deepEqual(lone(`${' '.repeat(22)}12)甲`), []);
    assert.deepEqual(lone(`${' '.repeat(23)}12)甲`), ['25)']);
    assert.deepEqual(lone('123)甲'), ['3)']);
    assert.deepEqual(lone('甲1)'), ['2)']);
    assert.deepEqual(lone('1甲)'), ['2)']);
    assert.deepEqual(lone('1》甲'), ['1》']);
  });
});
