import assert from 'node:assert/strict';
import { mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { sourcesIn } from '../../../src/import/source-files.ts';
import { temporaryFolder } from '../../support/site.ts';

/** A folder with `a/1.txt`, `a/b/2.txt`, `a/b/c/3.txt` and a hidden file. */
async function folder(): Promise<string> {
  const top = await temporaryFolder();
  await mkdir(join(top, 'a', 'b', 'c'), { recursive: true });
  for (const file of ['a/1.txt', 'a/b/2.txt', 'a/b/c/3.txt', 'a/.hidden'])
    await writeFile(join(top, file), '');
  return top;
}

const shown = async (top: string, entries: number, levels: number) =>
  (await sourcesIn([top, join(top, 'none')], { entries, levels })).map(({ path, refusal }) =>
    [path.slice(top.length), refusal].filter(Boolean).join(' '),
  );

describe('a folder given to the import', () => {
  it('stands for all files in it and below, in the order of their names', async () => {
    assert.deepEqual(await shown(await folder(), 7, 4), ['/a/1.txt', '/a/b/2.txt', '/a/b/c/3.txt', '/none']);
  });

  it('is refused whole where it holds more names than allowed, hidden ones counted', async () => {
    assert.deepEqual(await shown(await folder(), 6, 4), [
      '文件夹里的文件超过 6 个，没有读；请分成几次导入，或挑出要导入的文件夹',
      '/none',
    ]);
  });

  it('is read only so deep, and what lies deeper is named', async () => {
    assert.deepEqual(await shown(await folder(), 7, 3), [
      '/a/1.txt',
      '/a/b/2.txt',
      '/a/b/c 文件夹套了 3 层以上，没有再往里读；请分成几次导入，或挑出要导入的文件夹',
      '/none',
    ]);
  });

  it('names its links and follows none', async () => {
    const top = await folder();
    await symlink(top, join(top, 'a', 'b', 'c', 'circle'));
    assert.deepEqual((await shown(top, 8, 4)).slice(2), [
      '/a/b/c/3.txt',
      '/a/b/c/circle 是链接，没有跟过去；请把文件本身放进来',
      '/none',
    ]);
  });
});
