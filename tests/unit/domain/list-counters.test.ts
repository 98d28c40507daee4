import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { ListCounters, type CountedList } from '../../../src/domain/list-counters.ts';

function list(changes: Partial<CountedList> = {}): CountedList {
  return {
    definition: 'a',
    name: '1',
    begins: new Map(),
    startOf: () => 1,
    restartOf: () => undefined,
    ...changes,
  };
}

function count(steps: readonly (readonly [list: CountedList, level: number])[]): (number | undefined)[] {
  const counters = new ListCounters();
  return steps.map(([of, level]) => counters.next(of, level)[level]);
}

describe('counting the paragraphs of lists', () => {
  it('begins a level anew after any level above it', () => {
    const plain = list();
    assert.deepEqual(count([0, 1, 1, 0, 1].map((level) => [plain, level] as const)), [1, 1, 2, 2, 1]);
  });
  it('never begins a level anew that says so, as articles that count on through chapters', () => {
    const articles = list({ restartOf: (level) => (level === 1 ? 0 : undefined) });
    assert.deepEqual(count([0, 1, 1, 0, 1].map((level) => [articles, level] as const)), [1, 1, 2, 2, 3]);
  });
  it('begins a level anew only after one of the levels that it names', () => {
    const third = list({ restartOf: (level) => (level === 2 ? 1 : undefined) });
    assert.deepEqual(
      count([0, 1, 2, 1, 2, 0, 2].map((level) => [third, level] as const)),
      [1, 1, 1, 2, 2, 2, 1],
    );
  });
  it('begins anew where a list of the same definition says so, once, and counts on in every other', () => {
    const anew = list({ name: '2', begins: new Map([[0, 5]]) });
    assert.deepEqual(
      count([
        [list(), 0],
        [anew, 0],
        [anew, 0],
        [list(), 0],
      ]),
      [1, 5, 6, 7],
    );
  });
  it('shows what levels begin with that have not been used, and keeps definitions apart', () => {
    const counters = new ListCounters();
    assert.deepEqual(counters.next(list({ startOf: (level) => level + 3 }), 2).slice(0, 3), [3, 4, 5]);
    assert.equal(counters.next(list({ definition: 'b' }), 0)[0], 1);
  });
});
