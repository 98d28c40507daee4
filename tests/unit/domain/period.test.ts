import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { period } from '../../../src/domain/period.ts';
import { readingMinutes, roundedLetters } from '../../../src/domain/reading-time.ts';

describe('a span of days', () => {
  it('is written with whichever ends are known', () => {
    assert.equal(period({ from: '2026-09-14', until: '2027-01-22' }), '2026年9月14日至2027年1月22日');
    assert.equal(period({ from: '2026-09-14' }), '2026年9月14日起');
    assert.equal(period({ until: '2027-01-22' }), '至2027年1月22日');
  });
  it('is undefined without any known end', () => {
    assert.equal(period({}), undefined);
  });
});

describe('the length of a text', () => {
  it('is at least one minute', () => {
    assert.deepEqual([0, 1, 400, 1000, 100_000].map(readingMinutes), [1, 1, 1, 3, 250]);
  });
  it('is rounded as one says it', () => {
    assert.deepEqual([0, 87, 104, 996, 1049, 2400].map(roundedLetters), [0, 87, 100, 1000, 1000, 2400]);
  });
});
