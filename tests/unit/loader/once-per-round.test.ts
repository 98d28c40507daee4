import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { oncePerRound } from '../../../src/loader/once-per-round.ts';

describe('Work that many ask for', () => {
  const counted = () => {
    let times = 0;
    return oncePerRound<string, null, number>(() => Promise.resolve((times += 1)));
  };

  it('is done once for all of them', async () => {
    const ask = counted();
    assert.deepEqual(await Promise.all(['a', 'b', 'c'].map((asker) => ask(asker, null))), [1, 1, 1]);
  });

  it('is done again when one of them asks again, and once for all of them then', async () => {
    const ask = counted();
    await Promise.all(['a', 'b'].map((asker) => ask(asker, null)));
    assert.deepEqual(await Promise.all(['b', 'a'].map((asker) => ask(asker, null))), [2, 2]);
  });
});
