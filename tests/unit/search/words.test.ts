import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasUncommonHan, isGb2312 } from '../../../src/domain/search/gb2312.ts';
import { SEPARATOR } from '../../../src/domain/search/normal-form.ts';
import { pairWord, pairWords, wordOf } from '../../../src/domain/search/words.ts';

test('a unit alone is a word of its own, unlike any pair', () => {
  assert.equal(wordOf('学'), 'ˈ学');
  assert.equal(wordOf('covid2026'), 'ˈcovid2026');
  assert.notEqual(wordOf('学'), pairWord('学', '学'));
});

test('neighbours make a word each, one fewer than there are units', () => {
  assert.deepEqual(pairWords(['学', '习', '会']), ['学习', '习会']);
  assert.deepEqual(pairWords(['学']), []);
  assert.deepEqual(pairWords([]), []);
});

test('a separator is written as a letter, so that it cuts no word', () => {
  assert.equal(pairWord('学', SEPARATOR), '学ˌ');
  assert.equal(pairWord(SEPARATOR, '学'), 'ˌ学');
});

test('two runs are parted by a letter, so that 2018 12 and 20181 2 differ; a run and a character are not', () => {
  assert.equal(pairWord('2018', '12'), '2018ˑ12');
  assert.notEqual(pairWord('2018', '12'), pairWord('20181', '2'));
  assert.equal(pairWord('2018', '年'), '2018年');
  assert.equal(pairWord('年', '2018'), '年2018');
});

test('a unit that an indexer would alter is written by the codes of its characters', () => {
  assert.equal(wordOf('é'), 'ˈˎ6hˎ');
  for (const unit of ['éa', 'aé', 'が', '한', 'ß']) assert.match(wordOf(unit), /^ˈ(?:ˎ[0-9a-z]+ˎ)+$/u, unit);
  for (const unit of ['𠮷', '㐀', '一', '鿿', 'a1']) assert.equal(wordOf(unit), `ˈ${unit}`);
});

test('the everyday set of characters goes from 啊 to 齄', () => {
  for (const character of '啊学齄') assert.ok(isGb2312(character), character);
  for (const character of '學𠮷a，') assert.ok(!isGb2312(character), character);
});

test('a text may need the table of Traditional characters only where it holds a Han character outside of that set', () => {
  for (const text of ['学习', 'OA，２０２６', 'カ', '']) assert.equal(hasUncommonHan(text), false, text);
  for (const text of ['學习', '学習', '𠮷']) assert.equal(hasUncommonHan(text), true, text);
});
