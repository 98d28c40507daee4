import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countText } from '../../../src/domain/self-check/count.ts';

const words = (text: string) => countText([text]).words;

test('every Chinese character and every full-width mark is one word', () => {
  assert.equal(words('学习，好。'), 5);
  assert.equal(words('《规定》（试行）'), 8);
  assert.equal(words('〔2026〕2号、第〇号'), 9);
});

test('a run of Latin letters, digits and half-width marks is one word', () => {
  assert.equal(words('2026年'), 2);
  assert.equal(words('学习abc def好'), 5);
  assert.equal(words('完成1,500件，占98.5%'), 7);
  assert.equal(words('http://example.cn/a?b=1'), 1);
  assert.equal(words('you\u2019re 好'), 2);
});

test('white space of every kind counts as nothing', () => {
  assert.equal(words('　　学 习\t好\u00a0'), 3);
});

test('emoji are one word as long as nothing stands between them', () => {
  assert.equal(words('好😀😀好'), 3);
  assert.equal(words('👨\u200d👩\u200d👧'), 1);
});

test('Han characters are counted separately, without punctuation, kana or letters', () => {
  assert.equal(countText(['学习，abc 2026 かな 𠀀〇']).han, 4);
});

test('what Word counts more is the dashes, ellipses and quotation marks of Chinese text', () => {
  assert.equal(words('好——好'), 2);
  assert.equal(countText(['好——好']).moreInWord, 2);
  assert.equal(countText(['好……好']).moreInWord, 1);
  assert.equal(countText(['说：“好”。']).moreInWord, 0);
  assert.equal(countText(['a—b and “c”']).moreInWord, 0);
});

test('marks beside Chinese are Chinese to Word on either side, and so is the next one', () => {
  const more = (text: string) => countText([text]).moreInWord;
  assert.equal(more('……好'), 1);
  assert.equal(more('好……'), 1);
  assert.equal(more('…………好'), 3);
  assert.equal(more('a……b'), 0);
  assert.equal(more('a……b好'), 0);
  assert.equal(more('a……好'), 2);
});

test('the paragraphs of a text are counted together, and one without anything is none', () => {
  assert.deepEqual(countText(['好——好', '', 'a']), { words: 3, han: 2, moreInWord: 2 });
  assert.deepEqual(countText([]), { words: 0, han: 0, moreInWord: 0 });
});
