import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { shownNumber } from '../../../../src/import/tables/number-format.ts';

describe('a number that its format shows as a day', () => {
  it('is that day, by the calendar of its workbook', () => {
    assert.deepEqual(shownNumber(46311, 'yyyy-mm-dd', 1900), { text: '2026-10-16', day: '2026-10-16' });
    assert.equal(shownNumber(44849, 'yyyy-mm-dd', 1904).day, '2026-10-16');
  });
  it('is a plain number outside the range of spreadsheet dates', () => {
    for (const number of [-1, 2_958_466, 99_999_999_999, 1e20, Number.NaN])
      assert.deepEqual(shownNumber(number, 'yyyy-mm-dd', 1900), { text: String(number) });
  });
});
