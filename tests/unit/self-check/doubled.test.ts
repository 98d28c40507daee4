import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkDoubled, doubledWords } from '../../../src/domain/self-check/check-doubled.ts';
import { linesOf } from './texts.ts';

const doubled = (text: string) => doubledWords(text).map((found) => `${found.at}${found.doubled}`);

test('what stands twice is told with its line and some characters around it', () => {
  assert.deepEqual(checkDoubled(linesOf('好。', '今年以来我们抓好了的的各项工作落实')), [
    { kind: 'doubled', number: 2, words: '…来我们抓好了的的各项工作落实', doubled: '的的' },
  ]);
});

test('a word said three times, or a character written three times, is told once', () => {
  assert.deepEqual(doubled('我们我们我们来'), ['0我们我们']);
  assert.deepEqual(doubled('好的的的话'), ['1的的']);
});

test('of slips within a slip the longest is told', () => {
  assert.deepEqual(doubled('办理的的办理的的'), ['0办理的的办理的的']);
});

test('slips are told in the order of the text, at its beginning and at its end as well', () => {
  assert.deepEqual(doubled('我们我们好'), ['0我们我们']);
  assert.deepEqual(doubled('好我们我们'), ['1我们我们']);
  assert.deepEqual(doubled('的的，，来件办理来件办理。。'), [
    '0的的',
    '2，，',
    '4来件办理来件办理',
    '12。。',
  ]);
});

test('phrases of up to six characters are compared', () => {
  assert.deepEqual(doubled('来件办理手续来件办理手续'), ['0来件办理手续来件办理手续']);
  assert.deepEqual(doubled('来件办理全手续来件办理全手续'), []);
  assert.deepEqual(doubled('来件办理手续来件办结手续'), []);
});

test('two words of a pair that is common in speech are no slip, those that nobody says twice are', () => {
  assert.deepEqual(doubled('讨论讨论'), []);
  assert.deepEqual(doubled('群众群众'), ['0群众群众']);
  assert.deepEqual(doubled('一步一步、每件事每件事、哈哈哈哈哈哈'), []);
  assert.deepEqual(doubled('第一步第一步'), ['0第一步第一步']);
});

test('phrases with figures or Latin letters are left alone', () => {
  for (const text of ['2026年2026年', '第1条第1条', 'abcabc', '11'])
    assert.deepEqual(doubled(text), [], text);
});

test('a right doubling elsewhere in the text excuses no slip', () => {
  assert.deepEqual(doubled('为了了解情况，听了了意见'), ['8了了']);
  assert.deepEqual(doubled('听了了意见，为了了解情况'), ['1了了']);
  assert.deepEqual(doubled('的的确确'), []);
  assert.deepEqual(doubled('达到目的的办法'), []);
});

test('marks that cannot meet are told, however often they stand', () => {
  for (const marks of [
    '，，',
    '。。。',
    '、、',
    '；；',
    '：：',
    '？？',
    '！！！',
    '，。',
    '。，',
    '、，',
    '，、',
    '；。',
    '。；',
  ])
    assert.deepEqual(doubled(`好${marks}好`), [`1${marks}`]);
  assert.deepEqual(doubled('好？！……——'), []);
  assert.deepEqual(doubled('好，好。'), []);
});

test('nothing is doubled in a text without two characters', () => {
  assert.deepEqual(doubled(''), []);
  assert.deepEqual(doubled('的'), []);
});
