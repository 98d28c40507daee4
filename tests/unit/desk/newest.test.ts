import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Newest } from '../../../src/desk/reading/newest.ts';

/** A job that ends when it is told to, and counts how often it was begun. */
function controlled() {
  const ends: { settle: (value: string) => void; fail: (reason: Error) => void }[] = [];
  const newest = new Newest(() => new Promise<string>((settle, fail) => ends.push({ settle, fail })));
  return { newest, ends };
}

/** Lets everything go on that waits for nothing but its turn. */
const rest = () => new Promise(setImmediate);

describe('The desk waits for what it has to know and for nothing else', () => {
  it('begins by itself when it is asked first, and answers once for all who wait', async () => {
    const { newest, ends } = controlled();
    const both = [newest.current(), newest.current()];
    ends[0]!.settle('一');
    assert.deepEqual(await Promise.all(both), ['一', '一']);
    assert.equal(await newest.current(), '一');
    assert.equal(ends.length, 1);
  });
  it('meets many changes during one round by one more round, and keeps who asked after them waiting for it', async () => {
    const { newest, ends } = controlled();
    newest.refresh();
    const early = newest.current();
    newest.refresh();
    newest.refresh();
    const late = newest.current();
    ends[0]!.settle('旧');
    assert.equal(await early, '旧');
    assert.equal(newest.known, '旧');
    assert.equal(newest.isNewest, false);
    await rest();
    assert.equal(ends.length, 2);
    ends[1]!.settle('新');
    assert.equal(await late, '新');
    assert.equal(newest.isNewest, true);
  });
  it('tells a failure to those who wait, keeps what was known, and tries again when it is asked again', async () => {
    const { newest, ends } = controlled();
    newest.refresh();
    ends[0]!.settle('一');
    await rest();
    newest.refresh();
    const failing = newest.current();
    ends[1]!.fail(new Error('读不出来'));
    await assert.rejects(failing, /读不出来/);
    assert.equal(newest.known, '一');
    await rest();
    const again = newest.current();
    ends[2]!.settle('二');
    assert.equal(await again, '二');
  });
});
