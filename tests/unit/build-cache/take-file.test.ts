import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileDigest, takeFile, takeFolder } from '../../../src/build-cache/take-file.ts';

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

  test('is not reused if it was changed, and leaves no file behind', async () => {
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

describe('a folder taken from an output that is of no other use', () => {
  const page = { file: 'index.html', digest: fileDigest(Buffer.from('写成的一页')) };
  let folder: string;
  before(async () => (folder = await mkdtemp(path.join(tmpdir(), 'take-'))));
  after(() => rm(folder, { recursive: true }));
  async function earlier(name: string, files: Record<string, string>): Promise<[from: string, to: string]> {
    const from = path.join(folder, name);
    await mkdir(from);
    for (const [file, text] of Object.entries(files)) await writeFile(path.join(from, file), text);
    return [from, `${from}-taken`];
  }

  test('is moved where it holds the page as it was printed, and nothing else', async () => {
    const [from, to] = await earlier('same', { 'index.html': '写成的一页' });
    assert.equal(takeFolder(from, to, page), true);
    assert.equal(await readFile(path.join(to, 'index.html'), 'utf8'), '写成的一页');
    assert.equal(existsSync(from), false);
  });

  test('comes without its page where that is another', async () => {
    const [from, to] = await earlier('changed', { 'index.html': '另一页' });
    assert.equal(takeFolder(from, to, page), false);
    assert.deepEqual(await readdir(to), []);
  });

  test('stays where it holds something else, is a link, or is not there', async () => {
    const [more, to] = await earlier('more', { 'index.html': '写成的一页', 'plan.ics': '' });
    const [real] = await earlier('real', { 'index.html': '写成的一页' });
    const link = path.join(folder, 'link');
    await symlink(real, link);
    const [inner] = await earlier('inner', {});
    await symlink(path.join(real, 'index.html'), path.join(inner, 'index.html'));
    for (const from of [more, link, inner, path.join(folder, 'gone')]) {
      assert.equal(takeFolder(from, to, page), false, from);
      assert.equal(existsSync(to), false, from);
    }
  });

  test('never takes the place of one in which there is something', async () => {
    const [from, to] = await earlier('taken', { 'index.html': '写成的一页' });
    await mkdir(to);
    await writeFile(path.join(to, 'plan.ics'), '');
    assert.equal(takeFolder(from, to, page), false);
    assert.deepEqual(await readdir(to), ['plan.ics']);
  });
});
