import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileDigest, takeFile } from '../../../src/kept/take-file.ts';

describe('a file taken from an earlier output', () => {
  const [text, digest] = ['写成的一页', fileDigest(Buffer.from('写成的一页'))];
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'take-'))));
  after(() => rm(folder, { recursive: true }));
  async function earlier(name: string, content: string): Promise<[from: string, to: string]> {
    const [from, to] = [path.join(folder, name), path.join(folder, `${name}-taken`)];
    await writeFile(from, content);
    return [from, to];
  }

  test('is one and the same file, which stays when the earlier output goes', async () => {
    const [from, to] = await earlier('same', text);
    assert.equal(takeFile(from, to, digest), true);
    assert.equal((await stat(from)).ino, (await stat(to)).ino);
    await rm(from);
    assert.equal(await readFile(to, 'utf8'), text);
  });

  test('is not taken where somebody has changed it, and nothing of it is left', async () => {
    const [from, to] = await earlier('changed', `${text}!`);
    assert.equal(takeFile(from, to, digest), false);
    assert.equal(existsSync(to), false);
  });

  test('is not taken where it is gone', () => {
    assert.equal(takeFile(path.join(folder, 'gone'), path.join(folder, 'to'), digest), false);
  });

  test('never takes the place of one that is there', async () => {
    const [from, to] = await earlier('taken', text);
    await writeFile(to, '另一页');
    assert.throws(() => takeFile(from, to, digest), /EEXIST/);
    assert.equal(await readFile(to, 'utf8'), '另一页');
  });
});
