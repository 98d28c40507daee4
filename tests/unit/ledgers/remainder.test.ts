import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { remainderOf, totalOf } from '../../../src/domain/ledgers/remainder.ts';

const of = (totals: object) => remainderOf({ name: '座谈', ...totals });

describe('what is left of a channel', () => {
  it('is received without what was answered, returned or merged, and handed out without what came back', () => {
    assert.deepEqual(
      of({ received: 10, answered: 6, returnedOrMerged: 1, distributed: 9, collected: 7, overdue: 0 }),
      {
        unanswered: 3,
        isAgeKnown: true,
        outstanding: 2,
      },
    );
    assert.deepEqual(of({ received: 6, answered: 6, distributed: 7, collected: 7 }), {
      unanswered: 0,
      isAgeKnown: false,
      outstanding: 0,
    });
  });

  it('is unknown where the source does not say, or says more than there was', () => {
    const nothing = { unanswered: undefined, isAgeKnown: false, outstanding: undefined };
    for (const totals of [
      {},
      { received: 5 },
      { answered: 5 },
      { distributed: 5 },
      { collected: 5 },
      { received: 5, answered: 6 },
      { distributed: 5, collected: 6 },
    ])
      assert.deepEqual(of(totals), nothing);
  });
});

describe('all channels together', () => {
  const full = {
    received: 1,
    answered: 2,
    returnedOrMerged: 3,
    open: 4,
    overdue: 5,
    distributed: 6,
    collected: 7,
  };

  it('have the sum of each count', () => {
    const twice = Object.fromEntries(Object.entries(full).map(([key, count]) => [key, 2 * count]));
    assert.deepEqual(
      totalOf(
        [
          { name: 'a', ...full },
          { name: 'b', ...full },
        ],
        '合计',
      ),
      { name: '合计', ...twice },
    );
  });

  it('have none where a channel does not give it, since the sum would be too small', () => {
    for (const key of Object.keys(full)) {
      const total = totalOf(
        [
          { name: 'a', ...full },
          { name: 'b', ...full, [key]: undefined },
        ],
        '合计',
      );
      const expected = key === 'returnedOrMerged' ? 3 : undefined;
      assert.equal(total[key as keyof typeof full], expected, key);
    }
    assert.equal(totalOf([{ name: 'a', received: 5 }], '合计').returnedOrMerged, undefined);
    assert.equal(totalOf([], '合计').received, undefined);
  });
});
