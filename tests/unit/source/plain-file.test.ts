import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, openSync, writeSync, closeSync } from 'node:fs';
import { symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { readHead, readPlainFile } from '../../../src/source/plain-file.ts';
import { temporaryFolder } from '../../support/site.ts';

const NO_PIPES = process.platform === 'win32' && 'Windows has no named pipes among files';

describe('a plain file', () => {
  it('is read whole, an empty one too, and through a link', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a'), '甲');
    await writeFile(join(folder, 'empty'), '');
    await symlink(join(folder, 'a'), join(folder, 'link'));
    assert.equal((await readPlainFile(join(folder, 'a'), 3)).bytes?.toString(), '甲');
    assert.equal((await readPlainFile(join(folder, 'empty'), 3)).bytes?.length, 0);
    assert.equal((await readPlainFile(join(folder, 'link'), 3)).bytes?.toString(), '甲');
  });

  it('is not read where it is larger than allowed, not even one that takes no room on the disk', async () => {
    const folder = await temporaryFolder();
    await writeFile(join(folder, 'a'), '1234');
    assert.equal((await readPlainFile(join(folder, 'a'), 3)).trouble, 'too large');
    await truncate(join(folder, 'a'), 2 ** 33);
    assert.equal((await readPlainFile(join(folder, 'a'), 2 ** 20)).trouble, 'too large');
  });

  it(
    'is told from folders, devices, pipes that nobody writes into, and what the system makes up',
    { skip: NO_PIPES },
    async () => {
      const folder = await temporaryFolder();
      assert.equal(spawnSync('mkfifo', [join(folder, 'pipe')]).status, 0);
      assert.equal((await readPlainFile(folder, 9)).trouble, 'folder');
      assert.equal((await readPlainFile('/dev/zero', 9)).trouble, 'no file');
      assert.equal((await readPlainFile(join(folder, 'pipe'), 9)).trouble, 'no file');
      for (const path of ['/proc/self/mem', '/proc/self/cmdline'].filter((each) => existsSync(each)))
        assert.equal((await readPlainFile(path, 9)).trouble, 'no file', path);
    },
  );

  it('is not taken for whole where it grows while it is read', async () => {
    const folder = await temporaryFolder();
    const path = join(folder, 'a');
    await writeFile(path, Buffer.alloc(1000));
    const descriptor = openSync(path, 'a');
    const more = Buffer.alloc(1000);
    let isGrowing = true;
    const grow = () => {
      if (!isGrowing) return;
      writeSync(descriptor, more);
      setImmediate(grow);
    };
    grow();
    const { trouble } = await readPlainFile(path, 2 ** 30);
    isGrowing = false;
    closeSync(descriptor);
    assert.equal(trouble, 'changing');
  });

  it('gives its first bytes without reading the rest; none where it is not a file', async () => {
    const path = join(await temporaryFolder(), 'a');
    await writeFile(path, '12345');
    assert.equal((await readHead(path, 3)).toString(), '123');
    assert.equal((await readHead(path, 9)).toString(), '12345');
    if (existsSync('/dev/zero')) assert.equal((await readHead('/dev/zero', 9)).length, 0);
  });

  it('throws what the file system says of a name without a file', async () => {
    await assert.rejects(readPlainFile(join(await temporaryFolder(), 'none'), 9), { code: 'ENOENT' });
  });
});
