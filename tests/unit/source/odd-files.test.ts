import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { checkContent } from '../../../src/check/check-content.ts';
import { contentFolderFault } from '../../../src/source/content-files.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { entryFile, temporaryFolder, writeContent } from '../../support/site.ts';

const faultsIn = async (contentDir: string) => (await checkContent(contentDir)).faults.map(formatFault);
const ENTRY = entryFile('正文。');
const NO_PIPES = process.platform === 'win32' && 'Windows has no named pipes among files';

describe('something with the name of an entry that is not a file', () => {
  it(
    'is a fault and never keeps a build waiting: a pipe, a link to one, a socket, a device',
    { skip: NO_PIPES },
    async () => {
      const dir = await writeContent({ 'texts/good.md': ENTRY });
      await mkdir(join(dir, 'media'));
      await mkdir(join(dir, 'receipts'));
      for (const path of ['texts/pipe.md', 'receipts/pipe.csv', 'media/pipe.png'])
        assert.equal(spawnSync('mkfifo', [join(dir, path)]).status, 0);
      await symlink(join(dir, 'texts/pipe.md'), join(dir, 'texts/to-a-pipe.md'));
      await symlink('/dev/zero', join(dir, 'texts/endless.md'));
      const server = createServer().listen(join(dir, 'texts/socket.md'));
      await once(server, 'listening');
      try {
        const names = [
          'media/pipe.png',
          'receipts/pipe.csv',
          'texts/endless.md',
          'texts/pipe.md',
          'texts/socket.md',
          'texts/to-a-pipe.md',
        ];
        assert.deepEqual(
          await faultsIn(dir),
          names.map((name) => `${name}:1:1 不是普通文件，读不出内容 — 换成普通文件，或移出内容文件夹`),
        );
      } finally {
        server.close();
      }
    },
  );
  it('is a fault: a pipe in the place of site.yaml', { skip: NO_PIPES }, async () => {
    const dir = await temporaryFolder();
    assert.equal(spawnSync('mkfifo', [join(dir, 'site.yaml')]).status, 0);
    assert.deepEqual(await faultsIn(dir), [
      'site.yaml:1:1 不是普通文件，读不出内容 — 换成普通文件，或移出内容文件夹',
    ]);
  });
  it('is a fault: a link to nowhere, to itself, to a folder', async () => {
    const dir = await writeContent({ 'texts/good.md': ENTRY });
    await mkdir(join(dir, 'media'));
    await symlink(join(dir, 'nowhere'), join(dir, 'texts/nowhere.md'));
    await symlink(join(dir, 'nowhere'), join(dir, 'media/nowhere.png'));
    await symlink(join(dir, 'texts/circle.md'), join(dir, 'texts/circle.md'));
    await symlink(join(dir, 'texts'), join(dir, 'texts/folder.md'));
    await symlink(join(dir, 'nowhere'), join(dir, 'speeches'));
    await mkdir(join(dir, 'receipts'));
    await symlink(join(dir, 'nowhere'), join(dir, 'receipts/nowhere.xlsx'));
    assert.deepEqual(await faultsIn(dir), [
      'media/nowhere.png:1:1 文件读不到 — 这是链接，所指的文件不在：把文件本身放进来',
      'receipts/nowhere.xlsx:1:1 文件读不到 — 这是链接，所指的文件不在：把文件本身放进来',
      'speeches:1:1 文件夹读不到 — 文件夹可能刚被移走，确认后重试',
      'texts/circle.md:1:1 链接绕成了圈 — 删去链接，把文件本身放进来',
      'texts/folder.md:1:1 不是普通文件，读不出内容 — 换成普通文件，或移出内容文件夹',
      'texts/nowhere.md:1:1 文件读不到 — 这是链接，所指的文件不在：把文件本身放进来',
    ]);
  });
  it('is a fault where a folder should be, said once', async () => {
    const dir = await writeContent({ texts: '一个文件', ledgers: '又一个' });
    assert.deepEqual(await faultsIn(dir), [
      'ledgers:1:1 不是文件夹 — 改掉这个文件的名字，需要时另建同名的文件夹',
      'texts:1:1 不是文件夹 — 改掉这个文件的名字，需要时另建同名的文件夹',
    ]);
  });
});

describe('a content folder', () => {
  it('that is missing, or is a file, is the only fault', async () => {
    const dir = await temporaryFolder();
    await writeFile(join(dir, 'file'), '');
    assert.deepEqual(await faultsIn(join(dir, 'none')), [
      `site.yaml:1:1 没有内容文件夹 ${dir}/none — 改正 CONTENT_DIR，或先建这个文件夹和里面的 site.yaml`,
    ]);
    assert.deepEqual(await faultsIn(join(dir, 'file')), [
      `site.yaml:1:1 ${dir}/file 不是文件夹 — 把 CONTENT_DIR 改成内容所在的文件夹`,
    ]);
  });
  it('without site.yaml is told how to write one', async () => {
    assert.deepEqual(await faultsIn(await temporaryFolder()), [
      'site.yaml:1:1 文件读不到 — 在内容文件夹里建 site.yaml，写 name: 网站名称 和 organisation: 主办单位',
    ]);
  });
});

describe('a file that vanishes between listing and reading', () => {
  const NUMBERS = Array.from({ length: 200 }, (_, number) => number);
  const names = NUMBERS.map((number) => `texts/${number % 2 ? 'sub/' : ''}t${number}.md`);

  it('is a fault with its name, or was never listed; all others are read', async () => {
    const dir = await writeContent(Object.fromEntries(names.map((name) => [name, ENTRY])));
    const reading = readContent(dir);
    for (const name of names.slice(100)) {
      await rm(join(dir, name));
      await nextTurn();
    }
    const { items, faults } = await reading;
    assert.ok(items.texts.length >= 100);
    for (const fault of faults) {
      assert.match(
        formatFault(fault),
        /^texts\/(?:sub\/)?t1\d\d\.md:1:1 文件读不到 — 文件可能刚被移走，确认后重试$/,
      );
    }
    const read = new Set([...items.texts.map(({ file }) => file), ...faults.map(({ file }) => file)]);
    for (const name of names.slice(0, 100)) assert.ok(read.has(name), name);
  });
  it('is a fault when all of its folder goes, and never missing without a word', async () => {
    let seen = 0;
    // The moment is not ours to choose: a turn later each time, until it has been met a few times.
    for (let turns = 0; turns < 200 && seen < 3; turns += 1) {
      const dir = await writeContent(Object.fromEntries(names.map((name) => [name, ENTRY])));
      const reading = readContent(dir);
      for (let waits = 0; waits < turns; waits += 1) await nextTurn();
      await rename(join(dir, 'texts'), join(dir, '.texts'));
      const { items, faults } = await reading;
      seen += Number(faults.length > 0);
      if (faults.length === 0)
        assert.ok([0, names.length].includes(items.texts.length), 'some are missing without a word');
      for (const { reason } of faults) assert.match(reason, /^文件夹?读不到$/);
    }
    assert.ok(seen > 0, 'it never vanished in time');
  });
});

describe('A content folder as a whole', () => {
  const said = async (...given: Parameters<typeof contentFolderFault>) => {
    const fault = await contentFolderFault(...given);
    return fault && formatFault(fault);
  };
  it('is neither a whole disk nor a folder that the system generates, nor a link to one', async () => {
    const link = join(await temporaryFolder(), 'link');
    await symlink('/', link);
    for (const folder of ['/', link, '/proc', '/proc/self', '/sys', '/dev'].filter((path) =>
      existsSync(path),
    ))
      assert.equal(
        await said(folder),
        `site.yaml:1:1 ${folder} 是系统的文件夹，不能放内容 — 把 CONTENT_DIR 改成内容所在的文件夹`,
      );
  });
  it('holds only so many files, all folders that are read together; others are not counted', async () => {
    const folder = await writeContent({
      'texts/a.md': entryFile('正文。'),
      'texts/in/b.md': entryFile('正文。'),
      'media/c.png': 'x',
      'aside/d.md': 'x',
      'aside/e.md': 'x',
    });
    assert.equal(await said(folder, 4), undefined);
    assert.match(
      (await said(folder, 3)) ?? '',
      /:1:1 内容里的文件超过 3 个，没有读取 — 把不是内容的文件移出去/u,
    );
  });
  it('that cannot be read as a whole has that one fault, and no doubts', async () => {
    const { faults, doubts } = await checkContent('/dev');
    assert.deepEqual([faults.length, doubts], [1, []]);
  });
});
