import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readParagraphs, toMarkdown } from '../../../src/import/markdown-body.ts';
import { CELL, NOTE, NOTE_WORDS, TABLE } from '../../../src/import/marks.ts';
import { blocksOf } from '../../../src/import/markdown-blocks.ts';

function markdownOf(...lines: string[]): string {
  return toMarkdown(readParagraphs(lines));
}

describe('tables and footnotes in a draft', () => {
  it('two tables with nothing between them stay two, each as wide as its own rows', () => {
    const body = markdownOf(`甲${CELL}乙${CELL}丙`, `1${CELL}2${CELL}3`, `${TABLE}丁${CELL}戊`, `4${CELL}5`);
    assert.equal(
      body,
      '| 甲 | 乙 | 丙 |\n| --- | --- | --- |\n| 1 | 2 | 3 |\n\n| 丁 | 戊 |\n| --- | --- |\n| 4 | 5 |\n',
    );
    assert.deepEqual(
      blocksOf(body)?.map(({ text }) => text),
      [`甲${CELL}乙${CELL}丙`, `1${CELL}2${CELL}3`, `丁${CELL}戊`, `4${CELL}5`],
    );
  });
  it('a footnote called in a line of its own, or before its first word, is a call and not the words of a note', () => {
    assert.equal(markdownOf(NOTE, `${NOTE_WORDS}注文`), '[^1]\n\n[^1]: 注文\n');
    assert.equal(markdownOf(`${NOTE}开头`, `${NOTE_WORDS}注文`), '[^1]开头\n\n[^1]: 注文\n');
  });
});
