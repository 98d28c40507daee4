import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cardinalWords, ordinalFigures, ordinalWords } from '../../../src/domain/english-numbers.ts';

describe('English numbers of lists', () => {
  it('are written in words, as things and as places', () => {
    assert.deepEqual([0, 1, 19, 20, 21, 100, 105, 1000, 32_767].map(cardinalWords), [
      ...[
        'Zero',
        'One',
        'Nineteen',
        'Twenty',
        'Twenty-one',
        'One hundred',
        'One hundred five',
        'One thousand',
      ],
      'Thirty-two thousand seven hundred sixty-seven',
    ]);
    assert.deepEqual([1, 2, 3, 4, 5, 12, 20, 21, 100].map(ordinalWords), [
      ...[
        'First',
        'Second',
        'Third',
        'Fourth',
        'Fifth',
        'Twelfth',
        'Twentieth',
        'Twenty-first',
        'One hundredth',
      ],
    ]);
  });
  it('are written in figures with their ending', () => {
    assert.deepEqual([1, 2, 3, 4, 11, 12, 13, 21, 111].map(ordinalFigures), [
      ...['1st', '2nd', '3rd', '4th', '11th', '12th', '13th', '21st', '111th'],
    ]);
  });
});
