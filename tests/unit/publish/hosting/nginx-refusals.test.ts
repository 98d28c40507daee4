import assert from 'node:assert/strict';
import { mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import { networkInterfaces } from 'node:os';
import { dirname, join } from 'node:path';
import { after, describe, test } from 'node:test';
import { freePort, hasNginx, startNginx, type Nginx } from '../../../../scripts/bench/nginx.ts';
import { deploySite } from '../../../../src/publish/deploy/deploy.ts';
import { nginxConfig, NginxError, type NginxOrder } from '../../../../src/publish/hosting/nginx.ts';
import { nginxOrder } from '../../../../src/publish/hosting/nginx-order.ts';
import { securityHeaders } from '../../../../src/security/headers.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { readSettings } from '../../../../src/source/settings.ts';
import { ask, buildOf, certificateFor, HOST, orderOf } from '../../../support/nginx-site.ts';
import { ROOT, temporaryFolder, writeContent } from '../../../support/site.ts';

const SITE = {
  'index.html': '首页',
  '404.html': '没有这个页面',
  '403/index.html': '这里不能看',
  '50x/index.html': '网站暂时打不开',
  'texts/office-old/index.html': '材料',
  'media/chart.v1.svg': '<svg/>',
  'media/1.2-old.png': 'png',
  'search-index/catalogue.pf_meta': 'm',
  'search-index/43f5c075b89b/0.pf_index': 'i',
};

/** What other programs and people leave in a served folder. */
const LEFT = [
  '.git/config',
  '.GIT/HEAD',
  '.env',
  '.env.production',
  '.htpasswd',
  '.DS_Store',
  '.svn/entries',
  '.deployed.json',
  '.deploying-4711/fresh/index.html',
  'texts/.index.html.swp',
  'texts/.git/config',
  'index.html~',
  'texts~/index.html',
  'index.html.bak',
  'index.html.BAK',
  'index.html.bak2',
  'index.html.bak.gz',
  'index.bak.2026-11-30',
  'index.html_bak',
  'index.html-old',
  'index.old',
  'backup.old/index.html',
  'index.html.orig',
  'index.html.save',
  'index.html.swp',
  'index.html.swo',
  'index.html.tmp',
  'index.html.rej',
  'index.html.copy',
  'nginx.conf.rpmsave',
  'nginx.conf.dpkg-old',
  'study.sql',
  'study.sql.gz',
  'access.log',
  'access.log.1',
  'site.key',
  'site.pem',
  'php.ini',
  '#index.html#',
  'texts/#index.html#',
  '_headers',
  '_redirects',
  '_headers.gz',
];

async function leave(folder: string, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), '不给读者看');
  }
}

const addressOf = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/** Whether a server hangs up without a word. */
const hangsUp = (url: string, headers: Record<string, string>, servername?: string): Promise<boolean> =>
  ask(url, headers, servername).then(
    () => false,
    (error: NodeJS.ErrnoException) => /ECONNRESET|EPIPE|EPROTO|ERR_SSL/.test(error.code ?? ''),
  );

describe('the real nginx', { skip: !hasNginx() && 'nginx is not installed' }, () => {
  const running: Nginx[] = [];
  after(() => Promise.all(running.map((nginx) => nginx.close())));

  /** Serves the site on a free port. */
  async function serve(changes: Partial<NginxOrder> = {}, edit = (config: string) => config) {
    const port = await freePort();
    const folder = changes.folder ?? join(await temporaryFolder(), 'served');
    if (!changes.folder) await deploySite(await buildOf(SITE), folder, []);
    const order = orderOf({ port, ...changes, folder });
    running.push(await startNginx(edit(nginxConfig(order)), order.port));
    return { folder, port, url: `${order.https ? 'https' : 'http'}://127.0.0.1:${port}${order.basePath}` };
  }

  for (const basePath of ['/', '/study/', '/a.old/b~c/'])
    test(`answers as if nothing were there what was left in its folder, below ${basePath}`, async () => {
      const { folder, url } = await serve({ basePath });
      await leave(folder, LEFT);
      for (const path of [
        ...LEFT,
        '%2egit/config',
        '.git%2fconfig',
        '.git/',
        '.git',
        'texts/../.env',
        '/.env',
      ]) {
        const { status, body } = await ask(url + (path.includes('%') ? path : addressOf(path)));
        assert.deepEqual([path, status, body.toString()], [path, 404, '没有这个页面']);
      }
      for (const path of ['', 'texts/office-old/', 'media/chart.v1.svg', 'media/1.2-old.png'])
        assert.equal((await ask(url + path)).status, 200, path);
    });

  test('shows what lies below .well-known, and nothing hidden there; of a site below a path at the top of the host too', async () => {
    for (const basePath of ['/', '/study/']) {
      const { folder, url } = await serve({ basePath });
      const token = '.well-known/acme-challenge/a_-Zz09';
      await leave(folder, [token, '.well-known/.git/config', '.well-known/index.bak']);
      for (const top of [url, new URL('/', url).href]) {
        const { status, body } = await ask(top + token);
        assert.deepEqual([status, body.toString()], [200, '不给读者看'], top);
        for (const path of ['.well-known/.git/config', '.well-known/index.bak'])
          assert.equal((await ask(top + path)).status, 404, top + path);
      }
      const outside = await ask(new URL('/elsewhere/', url).href);
      assert.deepEqual([outside.status, outside.body.toString()], [404, '没有这个页面']);
    }
  });

  test('follows no link out of its folder, but may itself be a link', async () => {
    const secret = await buildOf({ 'secret.txt': '秘密', 'inner/index.html': '秘密' });
    const home = await temporaryFolder();
    const releases = ['one', 'two'].map((name) => join(home, name));
    for (const [at, release] of releases.entries())
      await deploySite(await buildOf({ ...SITE, 'index.html': `第${at + 1}版` }), release, []);
    const current = join(home, 'current');
    await symlink(releases[0]!, current);
    const { url } = await serve({ folder: current });
    for (const release of releases) {
      await symlink(join(secret, 'secret.txt'), join(release, 'leak.txt'));
      await symlink(join(secret, 'inner'), join(release, 'leak'));
      await symlink('index.html', join(release, 'own.html'));
    }
    assert.equal((await ask(url)).body.toString(), '第1版');
    await rm(current);
    await symlink(releases[1]!, current);
    assert.equal((await ask(url)).body.toString(), '第2版');
    // A folder that is none once links are not followed is not there.
    for (const [path, ...answer] of [
      ['leak.txt', 403, '这里不能看'],
      ['leak/index.html', 404, '没有这个页面'],
      ['leak/', 404, '没有这个页面'],
      ['own.html', 403, '这里不能看'],
    ] as const) {
      const { status, body } = await ask(url + path);
      assert.deepEqual([path, status, body.toString()], [path, ...answer]);
    }
  });

  test('shows the site’s own error pages, with all headers', async () => {
    const fail = [500, 502, 503, 504].map((code) => `location = /study/fail-${code} { return ${code}; }`);
    const { url } = await serve({}, (config) =>
      config.replace('index index.html;', (line) => line + fail.join(' ')),
    );
    const answers: [path: string, status: number, body: string][] = [
      ['media/', 403, '这里不能看'],
      ['nowhere', 404, '没有这个页面'],
      ...[500, 502, 503, 504].map((code): [string, number, string] => [
        `fail-${code}`,
        code,
        '网站暂时打不开',
      ]),
    ];
    for (const [path, expected, words] of answers) {
      const { status, body, headers } = await ask(url + path);
      assert.deepEqual([path, status, body.toString()], [path, expected, words]);
      for (const [name, value] of Object.entries(securityHeaders()))
        assert.equal(headers[name.toLowerCase()], value, `${path} ${name}`);
    }
  });

  test('closes the connection on requests with another host name, with none, or with an IP address', async () => {
    const { url, port } = await serve();
    for (const host of [
      'evil.example',
      `x.${HOST}`,
      `${HOST}.evil.example`,
      `127.0.0.1:${port}`,
      'localhost',
      '',
    ])
      assert.ok(await hangsUp(url, { host }), host);
    for (const host of [HOST, HOST.toUpperCase(), `${HOST}:${port}`, `${HOST}.`])
      assert.equal((await ask(url, { host })).status, 200, host);
  });

  test('by HTTPS shakes hands for its own name only, and sends on to that name and no other', async () => {
    const redirectFrom = await freePort();
    const https = { ...(await certificateFor(HOST)), redirectFrom };
    const { url, port } = await serve({ https });
    const plain = `http://127.0.0.1:${redirectFrom}/study/?q=1`;
    assert.equal((await ask(url)).status, 200);
    assert.equal((await ask(url)).headers['strict-transport-security'], undefined);
    for (const host of ['evil.example', '127.0.0.1']) {
      assert.ok(await hangsUp(url, { host }), `${host} by its name`);
      assert.ok(await hangsUp(url, { host }, HOST), `${host} behind the site’s name`);
      assert.ok(await hangsUp(plain, { host }), `${host} by plain HTTP`);
    }
    for (const host of [HOST, `${HOST}:81`, HOST.toUpperCase()]) {
      const { status, headers } = await ask(plain, { host });
      assert.deepEqual([status, headers.location], [301, `https://${HOST}:${port}/study/?q=1`]);
    }
  });

  test('with an IP address for a name shakes hands with all, since browsers name none, and answers those who ask for it', async () => {
    const https = { ...(await certificateFor('10.0.0.8')), redirectFrom: await freePort() };
    const { url } = await serve({ host: '10.0.0.8', https });
    assert.equal((await ask(url, { host: '10.0.0.8' })).status, 200);
    assert.ok(await hangsUp(url, { host: '10.0.0.9' }));
    assert.ok(await hangsUp(url, { host: 'evil.example' }));
    const plain = await serve({ host: '10.0.0.8' });
    assert.equal((await ask(plain.url, { host: '10.0.0.8' })).status, 200);
    assert.ok(await hangsUp(plain.url, { host: '10.0.0.9' }));
  });

  const hasIpv6 = Object.values(networkInterfaces())
    .flat()
    .some((each) => each?.family === 'IPv6');
  test('answers by an IPv6 address', { skip: !hasIpv6 && 'no IPv6' }, async () => {
    const { port } = await serve({ host: '[::1]' });
    assert.equal((await ask(`http://[::1]:${port}/study/`, { host: `[::1]:${port}` })).status, 200);
    assert.ok(await hangsUp(`http://[::1]:${port}/study/`, { host: 'evil.example' }));
  });

  test('that is only tried, by no name, answers to all', async () => {
    const { url } = await serve({ host: 'localhost' });
    assert.equal((await ask(url, { host: '127.0.0.1' })).status, 200);
  });

  test('serves several sites on one port, one of them for unknown names', async () => {
    const port = await freePort();
    const folders = [await buildOf({ 'index.html': '甲' }), await buildOf({ 'index.html': '乙' })];
    const [one, two] = folders.map((folder, at) =>
      nginxConfig(
        orderOf({
          port,
          folder,
          host: `${'ab'[at]}.example.cn`,
          isShared: at > 0,
          sharedFolders: ['search-index/'],
        }),
      ),
    );
    running.push(await startNginx(`${one!}\n${two!}`, port));
    const wordsOf = async (host: string) =>
      (await ask(`http://127.0.0.1:${port}/study/`, { host })).body.toString();
    assert.deepEqual([await wordsOf('a.example.cn'), await wordsOf('b.example.cn')], ['甲', '乙']);
    assert.ok(await hangsUp(`http://127.0.0.1:${port}/study/`, { host: 'c.example.cn' }));
  });

  test('bears the longest name, with the line that its configuration asks for', async () => {
    const host = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;
    const [asked] = /server_names_hash_bucket_size \d+;/.exec(nginxConfig(orderOf({ host }))) ?? [''];
    const { url } = await serve({ host }, (config) => `${asked}\n${config}`);
    assert.equal((await ask(url, { host })).status, 200);
    assert.doesNotMatch(nginxConfig(orderOf()), /hash_bucket_size/);
  });

  test('lets pages of other sites read the search index, where they search it, and show nothing of the site', async () => {
    const name = 'cross-origin-resource-policy';
    const searched = (await serve({ sharedFolders: ['search-index/'] })).url;
    for (const path of ['search-index/catalogue.pf_meta', 'search-index/43f5c075b89b/0.pf_index']) {
      const { headers } = await ask(searched + path);
      assert.deepEqual([headers[name], headers['access-control-allow-origin']], ['same-origin', '*']);
    }
    for (const url of [searched, `${(await serve()).url}search-index/catalogue.pf_meta`]) {
      const { headers } = await ask(url);
      assert.deepEqual([headers[name], headers['access-control-allow-origin']], ['same-origin', undefined]);
    }
  });

  test('tells browsers to come by HTTPS only where that was asked for, and for as long', async () => {
    const https = { ...(await certificateFor(HOST)), redirectFrom: undefined };
    const { url } = await serve({ https, hsts: 30 });
    for (const path of ['', 'nowhere'])
      assert.equal((await ask(url + path)).headers['strict-transport-security'], 'max-age=2592000');
  });
});

describe('a configuration of nginx', () => {
  const certificate = { certificate: '/etc/nginx/ssl/a.pem', key: '/etc/nginx/ssl/a.key', redirectFrom: 80 };

  test('never repeats the name that was asked for', () => {
    for (const redirectFrom of [80, 8080])
      assert.doesNotMatch(
        nginxConfig(orderOf({ port: 443, https: { ...certificate, redirectFrom } })),
        /\$(?:http_)?host/,
      );
  });

  test('is refused where a value could be read as anything else', () => {
    const values = ['"', ';', '{', '}', '$host', '\n', '\r', '\0', ' x', '#', '\\', "'", '*', '%'];
    for (const value of values) {
      assert.throws(() => nginxConfig(orderOf({ host: `a${value}.cn` })), NginxError, `host ${value}`);
      assert.throws(() => nginxConfig(orderOf({ basePath: `/a${value}/` })), NginxError, `base ${value}`);
      assert.throws(
        () => nginxConfig(orderOf({ asked: [`https://a${value}.cn`] })),
        NginxError,
        `asked ${value}`,
      );
      for (const move of [
        { from: `/a${value}/`, to: '/b/' },
        { from: '/a/', to: `/b${value}/` },
      ])
        assert.throws(() => nginxConfig(orderOf({ moves: [move] })), NginxError, `move ${value}`);
    }
    for (const value of ['$x', '\n', '\0', '/..', '/.'])
      for (const path of ['certificate', 'key'])
        assert.throws(
          () => nginxConfig(orderOf({ https: { ...certificate, [path]: `/a${value}` } })),
          NginxError,
          value,
        );
    for (const folder of ['', 'study', '/', '/srv/$a', '/srv/../a', '/srv/a\n}'])
      assert.throws(() => nginxConfig(orderOf({ folder })), {
        name: 'NginxError',
        message: /^--folder 写作/,
      });
    for (const host of ['Study.cn', 'a.cn.', '学习.政务', '~.*', '*.cn', '_'])
      assert.throws(() => nginxConfig(orderOf({ host })), NginxError, host);
    for (const port of [0, 65536, 1.5, NaN, -1])
      assert.throws(() => nginxConfig(orderOf({ port })), NginxError);
    for (const basePath of ['', 'study', '/study', '//'])
      assert.throws(() => nginxConfig(orderOf({ basePath })), NginxError, basePath);
  });

  test(
    'takes names of folders that only need quotes',
    { skip: !hasNginx() && 'nginx is not installed' },
    async () => {
      for (const name of [
        'a"b',
        "a'b",
        'a;b',
        'a{b}',
        'a#b',
        'a b',
        'a%b',
        '学习',
        'a\\b',
        'a\\nb',
        '~a',
        '-a',
        'from=x',
        'a*',
      ]) {
        const folder = join(await temporaryFolder(), name);
        await mkdir(folder, { recursive: true });
        await writeFile(join(folder, 'index.html'), name);
        const port = await freePort();
        const nginx = await startNginx(nginxConfig(orderOf({ port, folder })), port);
        const { body } = await ask(`http://127.0.0.1:${port}/study/`).finally(() => nginx.close());
        assert.equal(body.toString(), name);
      }
    },
  );

  test('has a variable of its own for every site', () => {
    const sites = [
      {},
      { host: 'study-example.gov.cn' },
      { basePath: '/Study/' },
      { basePath: '/study_/' },
      { basePath: '/st/udy/' },
      { port: 8080 },
    ];
    const names = sites.map((site) => /\$zhixing_\w+/.exec(nginxConfig(orderOf(site)))![0].toLowerCase());
    assert.equal(new Set(names).size, sites.length);
  });

  test('asks for HTTPS only for days that are some, at a name, with a certificate', async () => {
    const content = await readContent(await writeContent({}));
    const orderFor = (hsts: string, SITE_URL: string) =>
      nginxConfig(
        nginxOrder(content, readSettings({ SITE_URL }, ROOT), { folder: '/srv/study', brotli: false, hsts }),
      );
    assert.match(orderFor('365', 'https://a.cn'), /Strict-Transport-Security "max-age=31536000" always;/);
    for (const days of ['', '0', '-1', '1.5', '1e2', '０', '731', '999999', 'x', '1;', ' 1'])
      assert.throws(
        () => orderFor(days, 'https://a.cn'),
        { name: 'NginxError', message: /^--hsts 写作/ },
        days,
      );
    assert.throws(() => orderFor('1', 'http://a.cn'), /不是 https/);
    assert.throws(() => orderFor('1', 'https://10.0.0.8'), /只有 IP 地址/);
    assert.match(nginxConfig(orderOf({ https: certificate })), /# 没有 Strict-Transport-Security/);
  });
});
