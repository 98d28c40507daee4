import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readServedFolder } from '../../../src/domain/address/served-folder.ts';
import { siteSchema } from '../../../src/schemas/site.ts';
import { writtenServedFolder } from '../../../src/source/served-folder.ts';
import { SITE_YAML, temporaryFolder, writeContent } from '../../support/site.ts';

describe('The served folder that a site names', () => {
  test('is a path from the top of a disk, of whatever system, or one that leads out of the content folder', () => {
    for (const path of ['/srv/study', '/srv/学习 网', 'D:\\www\\study', 'd:/www', '\\\\server\\study'])
      assert.deepEqual(readServedFolder(path), { value: path });
    for (const [written, path] of [
      ['../served', '../served'],
      ['..\\served', '../served'],
      ['./a/../../served', './a/../../served'],
      ['..', '..'],
    ] as const)
      assert.deepEqual(readServedFolder(written), { value: path });
  });
  test('is never within the content, unclear, or of characters that nobody sees', () => {
    for (const path of [
      '',
      '.',
      'served',
      'a/../b',
      'a/..',
      'D:www',
      ' /srv',
      '/srv\n',
      '/srv/\u202ea',
      '/a\0',
    ])
      assert.match(readServedFolder(path).problem ?? '', /如 |应像 /, path);
  });
  test('is a field of site.yaml whose faults say what to write', () => {
    const site = { name: '小站', organisation: '学习办' };
    assert.ok(siteSchema.safeParse({ ...site, deploy: '/srv/study' }).success);
    for (const deploy of ['served', 3, []]) assert.ok(!siteSchema.safeParse({ ...site, deploy }).success);
  });
  test('is taken from the content folder, and asked for on this machine only', async () => {
    const folderOf = async (deploy: string, platform: NodeJS.Platform = 'linux') => {
      const content = await writeContent({ 'site.yaml': `${SITE_YAML}${deploy}\n` });
      return { content, folder: writtenServedFolder(content, platform) };
    };
    const { content, folder } = await folderOf('deploy: ../served');
    assert.equal(folder, join(content, '../served'));
    assert.equal((await folderOf('deploy: /srv/study')).folder, '/srv/study');
    for (const nothing of ['', 'deploy:', 'deploy: ~'])
      assert.equal((await folderOf(nothing)).folder, undefined);
    assert.equal(writtenServedFolder(join(await temporaryFolder(), 'nowhere')), undefined);
    await assert.rejects(
      folderOf('deploy: served'),
      /^SettingsError: site\.yaml 的 deploy 写作 served，不能在内容文件夹里/,
    );
    await assert.rejects(folderOf('deploy: [a]'), /deploy 不是文字，应为文字/);
    await assert.rejects(folderOf('deploy: D:\\www'), /是 Windows 的路径/);
    assert.ok((await folderOf('deploy: D:\\www', 'win32')).folder);
  });
});
