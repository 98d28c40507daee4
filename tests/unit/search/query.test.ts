import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createNormalForm } from '../../../src/domain/search/normal-form.ts';
import { asksNothing, parseQuery } from '../../../src/domain/search/query.ts';

const normalise = createNormalForm(new Map());
function parse(text: string, cutAtLineBreaks = false) {
  const { all, none } = parseQuery(text, normalise, cutAtLineBreaks);
  const forms = (terms: typeof all) => terms.map(({ units }) => units.join(''));
  return { all: forms(all), none: forms(none) };
}

test('words between spaces of any kind are separate terms', () => {
  assert.deepEqual(parse(' 学习　计划 制度 '), { all: ['学习', '计划', '制度'], none: [] });
});

test('quotation marks keep words in a row, and vanish', () => {
  assert.deepEqual(parse('"为民 服务" “两手 抓”了'), { all: ['为民服务', '两手抓了'], none: [] });
});

test('a quotation mark without a partner is passed over', () => {
  assert.deepEqual(parse('两手抓” 学习'), { all: ['两手抓', '学习'], none: [] });
});

test('a minus before a word excludes it; a dash inside a word does not', () => {
  assert.deepEqual(parse('学习 -考试 －"集中 培训"'), { all: ['学习'], none: ['考试', '集中培训'] });
  assert.deepEqual(parse('COVID-19'), { all: ['covid,19'], none: [] });
});

test('line breaks join unless they are told to cut', () => {
  assert.deepEqual(parse('没有调查，没\n有发言权'), { all: ['没有调查,没有发言权'], none: [] });
  assert.deepEqual(parse('第一段。\r\n第二段', true), { all: ['第一段,', '第二段'], none: [] });
});

test('pieces without a letter are dropped', () => {
  assert.deepEqual(parse('， - "" 。'), { all: [], none: [] });
});

test('a query of signs alone asks nothing, an exclusion alone for everything else, none at all for the list', () => {
  const asks = (text: string) => !asksNothing(parseQuery(text, normalise));
  assert.deepEqual(['，。', '《》', '-', '"" ！'].map(asks), [false, false, false, false]);
  assert.deepEqual(['-考试', '词，', '', '  '].map(asks), [true, true, true, true]);
});
