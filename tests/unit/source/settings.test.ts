import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { isLoopback, readListening, readSettings } from '../../../src/source/settings.ts';

const read = (env: Record<string, string> = {}) => readSettings(env, '/project');

describe('the settings of a command', () => {
  it('without any variable are the project’s own content, dist/, the root, public, no drafts', () => {
    assert.deepEqual(read(), {
      contentDir: resolve('/project/content'),
      outDir: resolve('/project/dist'),
      basePath: '/',
      siteUrl: 'http://localhost:4321',
      audience: 'public',
      drafts: false,
    });
  });
  it('take folders from the project’s folder, or as they are', () => {
    const { contentDir, outDir } = read({ CONTENT_DIR: '../office', OUT_DIR: '/srv/www' });
    assert.deepEqual([contentDir, outDir], [resolve('/office'), resolve('/srv/www')]);
  });
  it('take an empty variable for none', () => {
    assert.deepEqual(read({ CONTENT_DIR: '', OUT_DIR: '', BASE_PATH: '', DRAFTS: '' }), read());
  });
  it('have a base path with a slash at both ends, however it is written', () => {
    for (const value of ['/study', 'study', 'study/', '//study//'])
      assert.equal(read({ BASE_PATH: value }).basePath, '/study/');
    assert.equal(read({ BASE_PATH: '/a/b' }).basePath, '/a/b/');
    assert.equal(read({ BASE_PATH: '/' }).basePath, '/');
  });
  it('have the origin of the site without a path', () => {
    assert.equal(read({ SITE_URL: 'https://study.example.org/' }).siteUrl, 'https://study.example.org');
  });
  it('that cannot be understood are refused by name, with what to write', () => {
    const refused: [Record<string, string>, RegExp][] = [
      [{ BASE_PATH: '/学习' }, /^BASE_PATH 写作 \/学习，/],
      [{ BASE_PATH: '/../x' }, /^BASE_PATH 写作 \/\.\.\/x，/],
      [{ SITE_URL: 'study.example.org' }, /^SITE_URL 写作 study\.example\.org，应像 https:/],
      [{ SITE_URL: 'ftp://example.org' }, /^SITE_URL 写作/],
      [{ AUDIENCE: '内部' }, /^AUDIENCE 写作 内部，只能是 public（公开）或 internal（内部）$/],
      [{ DRAFTS: 'yes' }, /^DRAFTS 写作 yes，只能是 1 或 0$/],
    ];
    for (const [env, message] of refused) assert.throws(() => read(env), { name: 'SettingsError', message });
  });
});

describe('where the server of the site listens', () => {
  it('is port 4321 of this machine alone, where neither HOST nor PORT says otherwise', () => {
    for (const env of [{}, { HOST: '', PORT: '' }])
      assert.deepEqual(readListening(env), { host: '127.0.0.1', port: 4321 });
    for (const host of ['0.0.0.0', '::', '::1', '10.0.0.8', 'localhost'])
      assert.deepEqual(readListening({ HOST: host, PORT: '80' }), { host, port: 80 });
    assert.equal(readListening({ PORT: '0' }).port, 0, 'any that is free');
  });
  it('is refused in one sentence where it cannot be understood', () => {
    const hosts = [
      '所有',
      '0.0.0',
      '256.1.1.1',
      'http://0.0.0.0',
      '0.0.0.0:80',
      '[::]',
      ' 0.0.0.0',
      'example.org',
      '*',
    ];
    for (const HOST of hosts)
      assert.throws(() => readListening({ HOST }), {
        name: 'SettingsError',
        message: /^HOST 写作 .*，应是这台机器的 IP 地址/,
      });
    for (const PORT of ['八十', '-1', '65536', '1.5', '0x50', '1e3', ' 80', '80 ', '999999', '80/tcp', 'NaN'])
      assert.throws(() => readListening({ PORT }), {
        name: 'SettingsError',
        message: /^PORT 写作 .*，应是 1 到 65535 的整数/,
      });
    assert.throws(() => readListening({ PORT: '80\n\u001b[2J' }), { message: /^[^\p{Cc}]+$/u });
  });
  it('can be asked by others, unless the address is one of this machine alone', () => {
    for (const own of ['127.0.0.1', '127.9.9.9', '::1', 'localhost', '::ffff:127.0.0.1'])
      assert.equal(isLoopback(own), true, own);
    for (const open of ['0.0.0.0', '::', '10.0.0.8', '::12', 'fe80::1'])
      assert.equal(isLoopback(open), false, open);
  });
});
