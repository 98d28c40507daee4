import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openCompiledCode } from '../../../../src/publish/render/compiled-code.ts';
import { temporaryFolder } from '../../../support/site.ts';

/** A build in which Node compiles these files. */
async function build(root: string, files: readonly string[]): Promise<string> {
  const code = await openCompiledCode(root);
  assert.ok(code);
  await mkdir(join(code.folder, 'v24'), { recursive: true });
  for (const file of files) await writeFile(join(code.folder, 'v24', file), '');
  await code.tidy();
  return join(code.folder, 'v24');
}

describe('compiled code', () => {
  it('is kept from the first build on, and does not grow by what every build makes anew', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'package-lock.json'), 'one');
    await build(root, ['astro', 'pages-of-build-1']);
    const folder = await build(root, ['astro', 'pages-of-build-2']);
    assert.deepEqual((await readdir(folder)).sort(), ['astro', 'pages-of-build-1']);
  });

  it('of libraries that the lock does not name any more is gone', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'package-lock.json'), 'one');
    const old = await build(root, ['astro']);
    await writeFile(join(root, 'package-lock.json'), 'two');
    await build(root, ['astro']);
    assert.equal(existsSync(old), false);
  });

  it('is compiled at every build where it cannot be kept', async () => {
    const root = await temporaryFolder();
    await writeFile(join(root, 'package-lock.json'), 'one');
    await writeFile(join(root, 'node_modules'), 'no folder');
    assert.equal(await openCompiledCode(root), undefined);
  });
});
