import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { findWords } from '../../../src/domain/search/find-words.ts';
import { createNormalForm } from '../../../src/domain/search/normal-form.ts';
import { excerpt, mergeRanges, segmentsOf, type Range } from '../../../src/domain/search/passage.ts';

const range = (start: number, end: number): Range => ({ start, end });
/** The passage around words of a text, each found once, the marked ones in brackets. */
function passageOf(text: string, length: number, ...words: string[]): string {
  const ranges = words.map((word) => range(text.indexOf(word), text.indexOf(word) + word.length));
  return excerpt(text, mergeRanges(ranges), length)
    .map((segment) => (segment.marked ? `[${segment.text}]` : segment.text))
    .join('');
}

describe('ranges', () => {
  it('stand in order, and those that touch or overlap are one', () => {
    assert.deepEqual(mergeRanges([range(6, 8), range(0, 2), range(2, 4), range(7, 9)]), [
      range(0, 4),
      range(6, 9),
    ]);
    assert.deepEqual(mergeRanges([range(0, 9), range(2, 4)]), [range(0, 9)]);
    assert.deepEqual(mergeRanges([range(0, 2), range(3, 4)]), [range(0, 2), range(3, 4)]);
    assert.deepEqual(mergeRanges([range(0, 9), range(0, 2)]), [range(0, 9)]);
    assert.deepEqual(mergeRanges([]), []);
  });

  it('cut a text into stretches that are marked and others, none of them empty', () => {
    const cut = (...ranges: Range[]) =>
      segmentsOf('甲乙丙丁', ranges).map(({ text, marked }) => (marked ? `[${text}]` : text));
    assert.deepEqual(cut(range(1, 2)), ['甲', '[乙]', '丙丁']);
    assert.deepEqual(cut(range(0, 1), range(3, 4)), ['[甲]', '乙丙', '[丁]']);
    assert.deepEqual(cut(), ['甲乙丙丁']);
    assert.deepEqual(cut(range(0, 4)), ['[甲乙丙丁]']);
  });

  it('are where any of some words stand, by the normal form of the text', () => {
    const form = createNormalForm(new Map())('没有“调查”，没有发言权');
    const units = (word: string) => Array.from(word);
    assert.deepEqual(findWords(form, [units('调查')]), [range(3, 5)]);
    assert.deepEqual(findWords(form, [units('没有')]), [range(0, 2), range(7, 9)]);
    assert.deepEqual(findWords(form, [units('言权'), units('发言')]), [range(9, 12)]);
    assert.deepEqual(findWords(form, [[], units('发展'), units('发言权利')]), []);
  });
});

describe('a passage', () => {
  const before = '前面的话一直说下去没有停顿'.repeat(10);
  const behind = '后面的话也说下去没有停顿'.repeat(10);

  it('of a short paragraph is the paragraph', () => {
    assert.equal(passageOf('要讲学习制度。', 7, '学习'), '要讲[学习]制度。');
    assert.equal(passageOf('要讲学习制度。', 100, '学习'), '要讲[学习]制度。');
  });

  it('begins at the sentence of the match if that is near, and marks what it leaves out', () => {
    const text = `${before}。这里，讲学习制度${behind}`;
    assert.match(passageOf(text, 60, '学习'), /^…这里，讲\[学习\]制度后面.*…$/u);
    for (const end of '！？；!?;') assert.match(passageOf(text.replace('。', end), 60, '学习'), /^…这里，/u);
  });

  it('begins at the clause where no sentence begins near, and 24 characters before where no clause does', () => {
    for (const end of '，：、,:')
      assert.match(passageOf(`${before}${end}讲学习制度${behind}`, 60, '学习'), /^…讲\[学习\]/u);
    const [opening = ''] = passageOf(`${before}讲学习制度${behind}`, 60, '学习').split('[');
    assert.equal(opening.length, 1 + 24);
  });

  it('begins with the paragraph where what was found stands within its first 24 characters', () => {
    assert.match(passageOf(`${before.slice(0, 24)}学习${behind}`, 60, '学习'), /^前面的话/u);
    assert.match(passageOf(`甲。${before.slice(0, 10)}学习${behind}`, 60, '学习'), /^甲。前面/u);
    assert.match(passageOf(`${before.slice(0, 25)}学习${behind}`, 60, '学习'), /^…面的话/u);
  });

  it('is about as long as was asked, and ends with what is left out', () => {
    const passage = passageOf(`${before}。学习制度${behind}`, 60, '学习');
    assert.equal(passage.replace(/[[\]…]/g, '').length, 60);
    assert.match(passageOf(`${before}。学习制度`, 60, '学习'), /。?\[学习\]制度$/u);
  });

  it('stands where most of what was found is together', () => {
    const text = `学习${before}。学习制度、学习讨论${behind}`;
    const second = text.lastIndexOf('学习制度');
    const third = text.lastIndexOf('学习讨论');
    const ranges = [range(0, 2), range(second, second + 2), range(third, third + 2)];
    const passage = excerpt(text, ranges, 60);
    assert.equal(passage.filter(({ marked }) => marked).length, 2);
    assert.match(passage.map(({ text: words }) => words).join(''), /^…学习制度、学习讨论/u);
  });

  it('is the first of several that hold as much', () => {
    assert.match(passageOf(`学习${before}。讨论${behind}`, 60, '学习', '讨论'), /^\[学习\]/u);
  });

  it('shows the whole of what was found, however long', () => {
    const long = '学习'.repeat(100);
    assert.match(passageOf(`${before}。${long}${behind}`, 60, long), new RegExp(`\\[${long}\\]`, 'u'));
  });

  it('cuts no character in two', () => {
    for (let length = 50; length < 56; length += 1) {
      const text = `${'𠮷'.repeat(60)}学习${'𠮷'.repeat(60)}`;
      assert.doesNotMatch(passageOf(text, length, '学习'), /\p{Surrogate}/u);
      assert.doesNotMatch(passageOf(`甲${text}`, length, '学习'), /\p{Surrogate}/u);
    }
  });
});
