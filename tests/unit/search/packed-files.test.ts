import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CATALOGUE_FILE } from '../../../src/domain/search/catalogue.ts';
import type { SearchRecord } from '../../../src/domain/search/record.ts';
import { buildSearchIndex } from '../../../src/search/build-index.ts';
import { openPackedFiles } from '../../../src/search/packed-files.ts';
import { GZIP_MAKER } from '../../../src/search/packer.ts';
import { record } from '../../support/search-index.ts';
import { snapshot } from '../../support/site.ts';

const RECORDS = ['一', '二', '三'].map((name) =>
  record({
    entry: `texts/${name}`,
    title: `第${name}篇`,
    text: [`这是第${name}篇的文字。`, '各篇都有的一段。'],
  }),
);
const EDITED = RECORDS.map((each, at) =>
  at === 1 ? { ...each, paragraphs: [{ anchor: 'p1', text: '改过的一段。' }] } : each,
);

describe('an index built with packed files of an earlier build', () => {
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'packed-'))));
  after(() => rm(folder, { recursive: true }));

  async function build(records: readonly SearchRecord[], cacheDir?: string): Promise<Map<string, string>> {
    const out = await mkdtemp(path.join(folder, 'out-'));
    await buildSearchIndex(records, out, cacheDir === undefined ? {} : { cacheDir });
    return snapshot(out);
  }
  const newCache = (): Promise<string> => mkdtemp(path.join(folder, 'cache-'));
  const packIn = async (cache: string): Promise<string> => path.join(cache, (await readdir(cache))[0]!);

  test('has the bytes of one built without, before and after an edit and its undoing', async () => {
    const cache = await newCache();
    const [plain, edited] = [await build(RECORDS), await build(EDITED)];
    assert.deepEqual(await build(RECORDS, cache), plain);
    assert.deepEqual(await build(RECORDS, cache), plain);
    assert.deepEqual(await build(EDITED, cache), edited);
    assert.deepEqual(await build(RECORDS, cache), plain);
    assert.notDeepEqual(edited, plain);
  });

  test('takes a file from there by the digest of what it holds', async () => {
    const plain = await build(RECORDS);
    const name = `pagefind/${CATALOGUE_FILE}`;
    const raw = gunzipSync(Buffer.from(plain.get(name)!, 'base64'));
    const [cache, packed] = [await newCache(), gzipSync(raw, { level: 1 })];
    const known = await openPackedFiles(cache, GZIP_MAKER);
    known.add(hash('sha256', raw), packed);
    await known.save();
    assert.deepEqual(await build(RECORDS, cache), plain.set(name, packed.toString('base64')));
  });

  for (const [damage, spoil] of [
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    [
      'with a bit flipped',
      (bytes: Buffer) => Buffer.from(bytes.map((byte, at) => (at === 900 ? byte ^ 1 : byte))),
    ],
    ['empty', () => Buffer.alloc(0)],
    ['something else', () => Buffer.from('<!doctype html>')],
  ] as const) {
    test(`has the same bytes when they are ${damage}, and mends them`, async () => {
      const [plain, cache] = [await build(RECORDS), await newCache()];
      await build(RECORDS, cache);
      const file = await packIn(cache);
      const whole = await readFile(file);
      await writeFile(file, spoil(whole));
      assert.deepEqual(await build(RECORDS, cache), plain);
      assert.deepEqual(await readFile(file), whole);
    });
  }

  test('is built all the same where they can be neither read nor kept', async () => {
    const [plain, cache] = [await build(RECORDS), path.join(await newCache(), 'file')];
    await writeFile(cache, '');
    assert.deepEqual(await build(RECORDS, cache), plain);
  });

  test('does not take what another maker packed', async () => {
    const cache = await newCache();
    const one = await openPackedFiles(cache, 'zlib 1');
    one.add('a', Buffer.from('packed'));
    await one.save();
    assert.ok((await openPackedFiles(cache, 'zlib 1')).get('a'));
    assert.equal((await openPackedFiles(cache, 'zlib 2')).get('a'), undefined);
  });

  test('does not let them grow: what one build does not use is gone at the next', async () => {
    const cache = await newCache();
    const first = await openPackedFiles(cache, 'maker');
    for (const name of ['a', 'b']) first.add(name, Buffer.from(name));
    await first.save();
    const second = await openPackedFiles(cache, 'maker');
    assert.deepEqual(Buffer.from(second.get('b')!), Buffer.from('b'));
    await second.save();
    const third = await openPackedFiles(cache, 'maker');
    assert.equal(third.get('a'), undefined);
    assert.ok(third.get('b'));
  });
});
