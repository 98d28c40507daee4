import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dayInMonth, halfMonthDays, halfMonthOf, lastDayOf } from '../../../src/domain/month.ts';

describe('a month', () => {
  it('ends on its last day, in February by the year', () => {
    const ends = ['2026-01', '2026-02', '2028-02', '2100-02', '2026-04', '2026-12'].map(lastDayOf);
    assert.deepEqual(ends, [
      '2026-01-31',
      '2026-02-28',
      '2028-02-29',
      '2100-02-28',
      '2026-04-30',
      '2026-12-31',
    ]);
  });
  it('has its days by their numbers, and its last one for those that it lacks', () => {
    const days = [1, 9, 28, 29, 31].map((number) => dayInMonth('2026-02', number));
    assert.deepEqual(days, ['2026-02-01', '2026-02-09', '2026-02-28', '2026-02-28', '2026-02-28']);
  });
  it('has two halves, which part behind the 15th', () => {
    const first = { from: '2026-02-01', until: '2026-02-15' };
    const second = { from: '2026-02-16', until: '2026-02-28' };
    for (const day of ['2026-02-01', '2026-02-09', '2026-02-15'])
      assert.deepEqual(halfMonthOf(day), first, day);
    for (const day of ['2026-02-16', '2026-02-28']) assert.deepEqual(halfMonthOf(day), second, day);
  });
  it('has two days of a rhythm fifteen days apart; the 15th, the last and none go with the end of the month', () => {
    for (const day of [undefined, 15, 31]) assert.deepEqual(halfMonthDays(day), [15, 31]);
    assert.deepEqual([1, 14, 16, 30].map(halfMonthDays), [
      [1, 16],
      [14, 29],
      [1, 16],
      [15, 30],
    ]);
  });
});
