import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { breaksBefore } from '../../../src/ooxml/workbook/page-breaks.ts';
import { sheetXml } from '../../../src/ooxml/workbook/sheet-xml.ts';
import type { Row, Sheet } from '../../../src/ooxml/workbook/workbook.ts';

const row = (style: 'text' | 'group' | 'head'): Row => ({ cells: [{ value: '字', style }], height: 100 });
/** A sheet whose rows are told by letters: head of a group, row, column names. */
const sheetOf = (letters: string): Sheet => ({
  name: '表',
  columns: [50],
  rows: [...letters].map((letter) => row(letter === 'g' ? 'group' : letter === 'h' ? 'head' : 'text')),
  head: letters.startsWith('h') ? { from: 1, until: 1 } : undefined,
});
const breaksIn = (letters: string, page: number) =>
  breaksBefore(
    sheetOf(letters),
    [...letters].map(() => 100),
    page,
  );

describe('A sheet on paper', () => {
  it('ends a page before the head of a group that would stand last on it, and before no other row', () => {
    assert.deepEqual(breaksIn('rrrgrrr', 400), [3]);
    assert.deepEqual(breaksIn('rrrrrrr', 400), []);
    assert.deepEqual(breaksIn('grr', 4000), []);
    assert.deepEqual(breaksIn('', 400), []);
  });

  it('counts the column names that stand again on every page', () => {
    assert.deepEqual(breaksIn('hrrrrrgr', 400), [6]);
  });

  it('has no head last on a page where a program draws rows lower than the file says', () => {
    for (const drawn of [1, 0.95, 0.9, 0.85, 0.8]) {
      const letters = 'hrrrrgrrrgrrrrrgrr';
      const breaks = new Set(breaksIn(letters, 700));
      let used = 0;
      for (const [index, letter] of [...letters].entries()) {
        const isFirst = breaks.has(index) || used + 100 * drawn > 700;
        assert.ok(!(isFirst && letters[index - 1] === 'g'), `${drawn}: ${index} ${letter}`);
        used = (isFirst ? 100 * drawn : used) + 100 * drawn;
      }
    }
  });

  it('says where pages end behind its foot, where the format has it', () => {
    const many = sheetOf(`h${'r'.repeat(6)}gr`);
    assert.match(
      sheetXml(many, () => 0),
      /<\/headerFooter><rowBreaks count="1" manualBreakCount="1"><brk id="7" max="16383" man="1"\/><\/rowBreaks><\/worksheet>/u,
    );
    assert.doesNotMatch(
      sheetXml(sheetOf('hrgr'), () => 0),
      /rowBreaks/u,
    );
  });
});
