import assert from 'node:assert/strict';
import { mkdir, rm, symlink } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, it } from 'node:test';
import { formatFault } from '../../../src/source/fault.ts';
import { readContent } from '../../../src/source/read-content.ts';
import { isLoopback, readListening, readSettings } from '../../../src/source/settings.ts';
import { SITE_YAML, temporaryFolder, writeContent } from '../../support/site.ts';

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
  it('treat an empty variable as unset', () => {
    assert.deepEqual(read({ CONTENT_DIR: '', OUT_DIR: '', BASE_PATH: '', SITE_URL: '', DRAFTS: '' }), read());
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
      [{ SITE_URL: 'https://*/' }, /^SITE_URL 写作 https:\/\/\*\/，域名里不能用通配符/],
      [{ SITE_URL: 'https://y;sandbox/' }, /^SITE_URL 写作 https:\/\/y;sandbox\/，域名里的 y;sandbox 只能用/],
      [{ SITE_URL: 'https://a.cn/study' }, /^SITE_URL 写作 https:\/\/a\.cn\/study，只写到域名和端口为止/],
      [{ SITE_URL: 'https://a.cn\n;' }, /^SITE_URL 写作 https:\/\/a\.cn␊;，含有空格、换行/],
      [{ BASE_PATH: '/a;b{' }, /^BASE_PATH 写作/],
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

describe('the address in site.yaml', () => {
  const addressFrom = async (yaml: string, env: Record<string, string> = {}) => {
    const contentDir = await writeContent({ 'site.yaml': yaml });
    const { siteUrl, basePath } = readSettings({ CONTENT_DIR: contentDir, ...env }, '/project');
    return [siteUrl, basePath];
  };
  const written = ['https://study.example.cn', '/study/'];
  const unwritten = ['http://localhost:4321', '/'];

  it('is the address of the site, in either form, alone or beside what a build needs', async () => {
    for (const yaml of [
      'url: https://study.example.cn\nbase: /study\n',
      '\uFEFFurl: https://study.example.cn/\r\nbase: study/\r\n',
      `${SITE_YAML}url: "https://Study.Example.cn:443"\nbase: /study/\n`,
      `${SITE_YAML}site: { url: https://study.example.cn, base: /study }\n`,
      `${SITE_YAML}site:\n  url: https://study.example.cn\n  base: /study\n`,
    ])
      assert.deepEqual(await addressFrom(yaml), written, yaml);
    assert.deepEqual(await addressFrom('base: /study'), ['http://localhost:4321', '/study/']);
    assert.deepEqual(await addressFrom('site: { url: http://10.0.0.8:8080 }'), ['http://10.0.0.8:8080', '/']);
  });

  it('is overridden by variables, one by one; empty variables are ignored', async () => {
    const yaml = 'url: https://study.example.cn\nbase: /study\n';
    assert.deepEqual(await addressFrom(yaml, { SITE_URL: 'http://a.cn' }), ['http://a.cn', '/study/']);
    assert.deepEqual(await addressFrom(yaml, { BASE_PATH: '/' }), ['https://study.example.cn', '/']);
    assert.deepEqual(await addressFrom(yaml, { BASE_PATH: '', SITE_URL: '' }), written);
    assert.deepEqual(await addressFrom('url: 7', { BASE_PATH: '/b', SITE_URL: 'http://a.cn' }), [
      'http://a.cn',
      '/b/',
    ]);
  });

  it('counts as absent if it is faulty in any way', async () => {
    for (const yaml of [
      '',
      'url: https://*/\nbase: /../x\n',
      'url: [https://a.cn]\nbase: { a: b }\n',
      'url:\nbase: 7\n',
      'url: https://a.cn\nsite: { base: /b }\n',
      'site: https://a.cn\n',
      'site: [a]\n',
      '- url: https://a.cn\n',
      'url: https://a.cn\nurl: https://b.cn\n',
      'name: [\nurl: https://a.cn\n',
      '\0',
    ])
      assert.deepEqual(await addressFrom(yaml), unwritten, yaml);
    const contentDir = await temporaryFolder();
    await mkdir(join(contentDir, 'site.yaml'));
    assert.equal(readSettings({ CONTENT_DIR: contentDir }, '/project').basePath, '/');
    await rm(join(contentDir, 'site.yaml'), { recursive: true, force: true });
    await symlink('/dev/zero', join(contentDir, 'site.yaml'));
    assert.equal(readSettings({ CONTENT_DIR: contentDir }, '/project').basePath, '/');
  });

  it('is reported with line, column and remedy where it is at fault', async () => {
    const faultsOf = async (yaml: string) =>
      (await readContent(await writeContent({ 'site.yaml': SITE_YAML + yaml }))).faults.map(formatFault);
    assert.deepEqual(await faultsOf('url: https://*/\nbase: /学习\n'), [
      'site.yaml:3:6 url：域名里不能用通配符 *，写出完整的域名 — 改为：网站的网址，如 https://study.example.gov.cn，只写到域名和端口为止',
      'site.yaml:4:7 base：应像 /study 这样只用英文、数字、连字符 — 改为：网站所在的子路径，如 /study；不在子路径下的不写',
    ]);
    assert.deepEqual(await faultsOf('site: { url: https://a.cn/b }\n'), [
      'site.yaml:3:14 site.url：只写到域名和端口为止，后面的路径另写（site.yaml 的 base 或 BASE_PATH） — 改为：网站的网址，如 https://study.example.gov.cn，只写到域名和端口为止',
    ]);
    assert.deepEqual(await faultsOf('base: 7\n'), ['site.yaml:3:7 base：应为文字 — 加上引号，写成 "7"']);
    assert.deepEqual(await faultsOf('url:\n'), ['site.yaml:3:5 url：应为文字 — 写上内容，或删去这一行']);
    for (const twice of [
      'url: https://a.cn\nsite: { url: https://a.cn }\n',
      'url: https://a.cn\nsite: { base: /b }\n',
    ])
      assert.deepEqual(await faultsOf(twice), [
        'site.yaml:4:1 site：网址写了两处，另一处是 url — 只留一处：把 url、base 写在一起，删去 site',
      ]);
    assert.deepEqual(await faultsOf('url: https://a.cn\nbase: /b\n'), []);
    assert.deepEqual(await faultsOf('site: { url: https://a.cn, base: /b }\n'), []);
  });
});

describe('the address of a site that is searched together', () => {
  it('is a fault where it could mean anything but a site', async () => {
    const urls = [
      'https://*/',
      'https://y;sandbox/',
      'https://a.cn/?q',
      'https://u:p@a.cn/',
      'https://a b/',
      "https://'self'/",
    ];
    const lines = urls.map((url, at) => `  - { name: 站${at}, url: ${JSON.stringify(url)} }\n`);
    const content = await writeContent({ 'site.yaml': `${SITE_YAML}federation:\n${lines.join('')}` });
    const { faults } = await readContent(content);
    assert.deepEqual(
      faults.map(({ line, reason }) => [line, reason.split('：')[0]]),
      urls.map((_, at) => [at + 4, `federation.第${at + 1}项.url`]),
    );
  });
});
