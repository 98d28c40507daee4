import assert from 'node:assert/strict';
import { it } from 'node:test';
import { splitArticles } from '../../../src/import/split-articles.ts';

const TEXT = '四月十一日，市卫生健康委召开学习会，逐条研究群众提出的意见建议。';
const slices = (text: string) => splitArticles(text).map((slice) => slice.text);

it('a second title with a dashed secondary title and names begins a second article', () => {
  const text = `第一篇的标题\n王小明\n${TEXT}\n\n第二篇的标题\n——记全市学习会\n金小红 刘小刚\n${TEXT}\n`;
  const found = splitArticles(text);
  assert.equal(found.length, 2);
  assert.equal(found.map((slice) => slice.text).join(''), text);
  assert.equal(found[1]?.text.startsWith('第二篇的标题'), true);
  assert.equal(found[1]?.evidence, '标题“第二篇的标题”与署名“金小红 刘小刚”');
});

it('a second title signed as the first one is begins a second article', () => {
  assert.equal(slices(`标题甲乙\n王小明\n${TEXT}\n标题丙丁\n刘小刚\n${TEXT}`).length, 2);
});

it('a line 本报记者 marks the writers by itself', () => {
  assert.equal(slices(`标题甲乙\n${TEXT}\n标题丙丁\n本报记者 刘小刚\n${TEXT}`).length, 2);
});

it('headings do not begin an article, though one look like a name', () => {
  assert.equal(slices(`标题甲乙\n${TEXT}\n锐意进取\n高标准\n${TEXT}`).length, 1);
  assert.equal(slices(`标题甲乙\n王小明\n${TEXT}\n锐意进取\n${TEXT}`).length, 1);
  assert.equal(slices(`标题甲乙\n王小明\n${TEXT}\n深化改革\n——谱写新篇章\n${TEXT}`).length, 1);
});

it('nothing is cut in the middle of a sentence', () => {
  assert.equal(slices(`标题甲乙\n王小明\n要在全省、在\n标题丙丁\n刘小刚\n${TEXT}`).length, 1);
});
