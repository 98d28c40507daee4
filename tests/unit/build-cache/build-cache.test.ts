import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { openCache } from '../../../src/build-cache/build-cache.ts';

describe('the build cache', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'cache-'))));
  after(() => rm(folder, { recursive: true }));
  let files = 0;
  const newFile = (): string => path.join(folder, String((files += 1)), 'some.cache');
  async function keep(file: string, values: Record<string, unknown>, maker = 'maker'): Promise<void> {
    const cache = await openCache<unknown>(file, maker);
    for (const [key, value] of Object.entries(values)) cache.add(key, value);
    await cache.save();
  }

  test('is there again as it was: objects, gaps in them, rows of numbers', async () => {
    const file = newFile();
    const value = { name: '甲', none: undefined, list: [1, { a: null }], numbers: new Int32Array([3, -1]) };
    await keep(file, { a: value });
    assert.deepEqual((await openCache(file, 'maker')).get('a'), value);
  });

  test('is ignored by another maker', async () => {
    const file = newFile();
    await keep(file, { a: 1 }, 'zlib 1');
    assert.equal((await openCache(file, 'zlib 2')).get('a'), undefined);
    assert.equal((await openCache(file, 'zlib 1')).get('a'), 1);
  });

  test('does not grow: what one build does not use is gone at the next', async () => {
    const file = newFile();
    await keep(file, { a: 1, b: 2 });
    const second = await openCache(file, 'maker');
    second.get('b');
    await second.save();
    const third = await openCache(file, 'maker');
    assert.deepEqual([third.get('a'), third.get('b')], [undefined, 2]);
  });

  test('is not written where nothing has changed', async () => {
    const file = newFile();
    await keep(file, { a: 1 });
    const { mtimeMs, ino } = await stat(file);
    const again = await openCache(file, 'maker');
    again.get('a');
    await again.save();
    const now = await stat(file);
    assert.deepEqual([now.mtimeMs, now.ino], [mtimeMs, ino]);
  });

  for (const [damage, spoil] of [
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length - 1)],
    [
      'with a bit flipped',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === bytes.length - 2 ? byte ^ 1 : byte))),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('<!doctype html>\n')],
  ] as const) {
    test(`counts for nothing when it is ${damage}`, async () => {
      const file = newFile();
      await keep(file, { a: 1 });
      await writeFile(file, spoil(await readFile(file)));
      const cache = await openCache(file, 'maker');
      assert.equal(cache.get('a'), undefined);
      cache.add('a', 2);
      await cache.save();
      assert.equal((await openCache(file, 'maker')).get('a'), 2);
    });
  }

  test('is computed again where it cannot be saved, and nothing incomplete is left', async () => {
    const file = newFile();
    await writeFile(path.dirname(file), '');
    await keep(file, { a: 1 });
    assert.equal((await openCache(file, 'maker')).get('a'), undefined);
    const whole = newFile();
    await keep(whole, { a: 1 });
    assert.deepEqual(await readdir(path.dirname(whole)), ['some.cache']);
  });
});
