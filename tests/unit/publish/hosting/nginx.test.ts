import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { gunzipSync } from 'node:zlib';
import { freePort, hasNginx, startNginx, type Nginx } from '../../../../scripts/bench/nginx.ts';
import { deploySite } from '../../../../src/publish/deploy/deploy.ts';
import { mediaTypeOf } from '../../../../src/publish/hosting/media-types.ts';
import { nginxConfig, NginxError } from '../../../../src/publish/hosting/nginx.ts';
import { nginxOrder } from '../../../../src/publish/hosting/nginx-order.ts';
import { headersFile, redirectsFile } from '../../../../src/publish/hosting/pages-host.ts';
import { securityHeaders } from '../../../../src/security/headers.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { readSettings } from '../../../../src/source/settings.ts';
import { ask, buildOf, certificateFor, HOST, orderOf } from '../../../support/nginx-site.ts';
import { entryFile, ROOT, SITE_YAML, temporaryFolder, writeContent } from '../../../support/site.ts';

const PAGE = `<!doctype html><p>${'为群众办实事。'.repeat(300)}</p>`;
const SITE = {
  'index.html': PAGE,
  '404.html': '没有这个页面',
  'texts/new/index.html': PAGE,
  'texts/old/index.html': '已移到新地址',
  '_astro/page.C1a2.js': `// ${'x'.repeat(2000)}`,
  '_astro/styles.C1a2.css': 'p{}',
  'search-index/43f5c075b89b/0.pf_index': 'i',
  'search-index/43f5c075b89b/0.pf_fragment': 'f',
  'search-index/catalogue.pf_meta': 'm',
  'pagefind/fragment/zh_1.pf_fragment': 'f',
  'pagefind/filter/zh_2.pf_filter': 'f',
  'pagefind/wasm.unknown.pagefind': 'w',
  'pagefind/pagefind-entry.json': '{}',
  'units/office/schedule.ics': 'BEGIN:VCALENDAR',
  'units/office/schedule.xlsx': 'PK',
  'units/office/pack.pdf': '%PDF',
  'forms/letter.docx': 'PK',
  'engine.wasm': '\0asm',
  'sw.js': '// worker',
  'feed.xml': '<rss/>',
  'media/chart.svg': '<svg/>',
  _headers: '/*',
};
const MOVES = [{ from: '/study/texts/old/', to: '/study/texts/new/' }];
const YEAR = 'public, max-age=31536000, immutable';
const VISIT = 'public, max-age=600, must-revalidate';

describe(
  'the real nginx, under a sub-path by plain HTTP',
  { skip: !hasNginx() && 'nginx is not installed' },
  () => {
    let url: string;
    let nginx: Nginx | undefined;
    let folder: string;
    after(() => nginx?.close());
    before(async () => {
      const port = await freePort();
      folder = join(await temporaryFolder(), '学习 园地');
      await deploySite(await buildOf(SITE), folder, ['gz']);
      nginx = await startNginx(
        nginxConfig(orderOf({ port, folder, moves: MOVES, sharedFolders: ['search-index/', 'pagefind/'] })),
        port,
      );
      url = `http://127.0.0.1:${port}/study/`;
    });

    test('shows pages at their folders, and leads there without a slash too', async () => {
      const page = await ask(`${url}texts/new/`);
      assert.equal(page.status, 200);
      assert.equal(page.body.toString(), PAGE);
      for (const [from, to] of [
        ['texts/new', '/study/texts/new/'],
        ['../study', '/study/'],
      ] as const) {
        const { status, headers } = await ask(new URL(from, url).href);
        assert.deepEqual([status, headers.location], [301, to]);
      }
    });

    test('says the type of every file, with the character set of texts', async () => {
      const types: Record<string, string> = {
        '': 'text/html; charset=utf-8',
        '_astro/page.C1a2.js': 'text/javascript; charset=utf-8',
        '_astro/styles.C1a2.css': 'text/css; charset=utf-8',
        'search-index/43f5c075b89b/0.pf_index': 'application/octet-stream',
        'search-index/43f5c075b89b/0.pf_fragment': 'application/octet-stream',
        'search-index/catalogue.pf_meta': 'application/octet-stream',
        'pagefind/fragment/zh_1.pf_fragment': 'application/octet-stream',
        'pagefind/filter/zh_2.pf_filter': 'application/octet-stream',
        'pagefind/wasm.unknown.pagefind': 'application/octet-stream',
        'pagefind/pagefind-entry.json': 'application/json; charset=utf-8',
        'units/office/schedule.ics': 'text/calendar; charset=utf-8',
        'units/office/schedule.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        'units/office/pack.pdf': 'application/pdf',
        'forms/letter.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'engine.wasm': 'application/wasm',
        'feed.xml': 'application/xml; charset=utf-8',
        'media/chart.svg': 'image/svg+xml; charset=utf-8',
      };
      for (const [path, type] of Object.entries(types)) {
        const { status, headers } = await ask(url + path);
        assert.deepEqual([path, status, headers['content-type']], [path, 200, type]);
      }
    });

    test('lets scripts and styles be kept for a year, search data for a visit, and has everything else asked after', async () => {
      for (const path of ['_astro/page.C1a2.js', '_astro/styles.C1a2.css']) {
        assert.equal((await ask(url + path)).headers['cache-control'], YEAR, path);
      }
      for (const path of [
        'search-index/43f5c075b89b/0.pf_index',
        'search-index/43f5c075b89b/0.pf_fragment',
        'pagefind/fragment/zh_1.pf_fragment',
        'pagefind/filter/zh_2.pf_filter',
      ]) {
        assert.equal((await ask(url + path)).headers['cache-control'], VISIT, path);
      }
      for (const path of [
        '',
        'sw.js',
        'search-index/catalogue.pf_meta',
        'pagefind/pagefind-entry.json',
        'pagefind/wasm.unknown.pagefind',
        'units/office/schedule.ics',
        '_astro/gone.js',
      ]) {
        assert.equal((await ask(url + path)).headers['cache-control'], 'no-cache', path);
      }
      const { etag = '' } = (await ask(url)).headers;
      const again = await ask(url, { 'if-none-match': etag });
      assert.equal(again.status, 304);
    });

    test('says the security headers with every answer, the one that there is nothing included', async () => {
      for (const path of ['', 'sw.js', '_astro/page.C1a2.js', 'nowhere/']) {
        const { headers } = await ask(url + path);
        for (const [name, value] of Object.entries(securityHeaders()))
          assert.equal(headers[name.toLowerCase()], value);
      }
    });

    test('sends the compressed files, and plain ones to clients that cannot read those', async () => {
      for (const path of ['', '_astro/page.C1a2.js']) {
        const packed = await ask(url + path, { 'accept-encoding': 'gzip, br' });
        assert.equal(packed.headers['content-encoding'], 'gzip');
        assert.equal(packed.headers.vary, 'Accept-Encoding');
        // One made on the way has no length.
        assert.equal(Number(packed.headers['content-length']), packed.body.length);
        assert.deepEqual(gunzipSync(packed.body), (await ask(url + path)).body);
      }
      const index = await ask(`${url}search-index/43f5c075b89b/0.pf_index`, { 'accept-encoding': 'gzip' });
      assert.equal(index.headers['content-encoding'], undefined);
    });

    test('shows the site’s own page where there is nothing, and nobody what is for hosts', async () => {
      const { status, body } = await ask(`${url}texts/nowhere/`);
      assert.deepEqual([status, body.toString()], [404, '没有这个页面']);
      // Copied there by hand, or of a deploy that is at work.
      const hidden = ['_headers', '_redirects', '.zhixing.json', '.git/config', 'texts/.htpasswd'];
      for (const name of [...hidden, '.deploying-4711/fresh/index.html', '.well-known/acme/token']) {
        await mkdir(dirname(join(folder, name)), { recursive: true });
        await writeFile(join(folder, name), '不给读者看');
      }
      for (const name of [...hidden, '.deployed.json', '.deploying-4711/fresh/'])
        assert.equal((await ask(url + name)).status, 404, name);
      assert.equal((await ask(`${url}.well-known/acme/token`)).status, 200);
      assert.equal((await ask(new URL('/elsewhere/', url).href)).status, 404);
    });

    test('leads from the former address of an entry to its present one', async () => {
      for (const former of ['texts/old/', 'texts/old']) {
        const { status, headers } = await ask(url + former);
        assert.deepEqual([status, headers.location], [301, '/study/texts/new/']);
      }
    });

    test('lets pages of other sites read the search index and Pagefind’s bundle, and nothing else', async () => {
      for (const path of ['search-index/catalogue.pf_meta', 'pagefind/pagefind-entry.json']) {
        const { headers } = await ask(url + path);
        assert.equal(headers['access-control-allow-origin'], '*', path);
      }
      assert.equal((await ask(url)).headers['access-control-allow-origin'], undefined);
    });

    test('serves scripts of the previous site for one generation, to readers in mid-visit, but not its search data', async () => {
      const next = (script: string, index: string) =>
        buildOf(
          Object.fromEntries(
            Object.entries(SITE).map(([path, text]) => [
              path.replace('page.C1a2.js', script).replace('43f5c075b89b', index),
              path === 'search-index/catalogue.pf_meta' ? index : text,
            ]),
          ),
        );
      const generations = [
        ['page.C1a2.js', '43f5c075b89b'],
        ['page.D3b4.js', '54a6d186c90c'],
        ['page.E5c6.js', '65b7e297d01d'],
      ] as const;
      const answersOf = async ([script, index]: readonly [string, string]) => {
        const paths = ['0.pf_index', '0.pf_fragment'].map((name) => `search-index/${index}/${name}`);
        return Promise.all(
          [`_astro/${script}`, ...paths].map(async (path) => {
            const { status, headers, body } = await ask(url + path);
            return [status, headers['cache-control'], body.toString()];
          }),
        );
      };
      const missing = [404, 'no-cache', '没有这个页面'];
      const [first, second, third] = generations;
      const inTime = await answersOf(first);
      assert.deepEqual(
        inTime.map(([status, kept]) => [status, kept]),
        [
          [200, YEAR],
          [200, VISIT],
          [200, VISIT],
        ],
      );
      await deploySite(await next(...second), folder, ['gz']);
      assert.equal((await ask(`${url}search-index/catalogue.pf_meta`)).body.toString(), second[1]);
      assert.deepEqual(await answersOf(first), [inTime[0], missing, missing]);
      assert.deepEqual(await answersOf(second), inTime);
      await deploySite(await next(...third), folder, ['gz']);
      assert.deepEqual(await answersOf(second), [inTime[0], missing, missing]);
      assert.deepEqual(await answersOf(first), [missing, missing, missing]);
    });
  },
);

describe(
  'the real nginx at the top of a host by HTTPS',
  { skip: !hasNginx() && 'nginx is not installed' },
  () => {
    let port: number;
    let redirectFrom: number;
    let nginx: Nginx | undefined;
    after(() => nginx?.close());
    before(async () => {
      [port, redirectFrom] = [await freePort(), await freePort()];
      const { certificate, key } = await certificateFor(HOST);
      const served = join(await temporaryFolder(), 'served');
      await deploySite(await buildOf(SITE), served, ['gz']);
      const order = orderOf({
        port,
        basePath: '/',
        folder: served,
        moves: [{ from: '/texts/old/', to: '/texts/new/' }],
        https: { certificate, key, redirectFrom },
      });
      nginx = await startNginx(nginxConfig(order), port);
    });

    test('shows pages with all headers, leads from former addresses, and has its own page for what is not there', async () => {
      const url = `https://127.0.0.1:${port}/`;
      const page = await ask(`${url}texts/new/`);
      assert.deepEqual([page.status, page.body.toString()], [200, PAGE]);
      for (const [name, value] of Object.entries(securityHeaders()))
        assert.equal(page.headers[name.toLowerCase()], value);
      assert.equal((await ask(`${url}_astro/page.C1a2.js`)).headers['cache-control'], YEAR);
      assert.equal((await ask(`${url}texts/old/`)).headers.location, '/texts/new/');
      assert.equal((await ask(`${url}nowhere`)).body.toString(), '没有这个页面');
    });

    test('redirects plain HTTP to the same address over HTTPS', async () => {
      const { status, headers } = await ask(`http://127.0.0.1:${redirectFrom}/texts/new/?q=1`);
      assert.deepEqual(
        [status, headers.location],
        [301, `https://study.example.gov.cn:${port}/texts/new/?q=1`],
      );
    });
  },
);

describe('what is written for servers', () => {
  test('follows from SITE_URL, BASE_PATH, formerIds and federation; what is not shown has not moved', async () => {
    const content = await readContent(
      await writeContent({
        'site.yaml': `${SITE_YAML}federation:\n  - name: 别的单位\n    url: https://other.example.gov.cn/\n`,
        'texts/new.md': entryFile('正文', { formerIds: ['old', 'older'] }),
        'texts/inner.md': entryFile('正文', { formerIds: ['hidden'], access: 'internal' }),
      }),
    );
    const choices = { folder: '/srv/study', brotli: false };
    const orderFor = (env: Record<string, string>) => nginxOrder(content, readSettings(env, ROOT), choices);
    const order = orderFor({ SITE_URL: 'https://study.example.gov.cn', BASE_PATH: '/study' });
    assert.deepEqual(order.moves, [
      { from: '/study/texts/old/', to: '/study/texts/new/' },
      { from: '/study/texts/older/', to: '/study/texts/new/' },
    ]);
    assert.deepEqual([order.port, order.https?.redirectFrom, order.hasBundle], [443, 80, true]);
    assert.deepEqual(order.sharedFolders, ['search-index/', 'pagefind/']);
    assert.equal(order.https?.certificate, '/etc/nginx/ssl/study.example.gov.cn.pem');
    const inner = orderFor({ SITE_URL: 'http://study.local:8080', AUDIENCE: 'internal' });
    assert.deepEqual([inner.port, inner.https, inner.sharedFolders], [8080, undefined, []]);
  });

  test('nginx is told nothing that it would read otherwise', () => {
    assert.throws(() => nginxConfig(orderOf({ folder: '/srv/$study' })), NginxError);
    assert.match(nginxConfig(orderOf({ folder: '/srv/a"b' })), /alias "\/srv\/a\\"b\/";/);
    assert.match(nginxConfig(orderOf({ basePath: '/a.b/' })), /"~\^\/a\[\.\]b\/_astro\//);
  });

  test('hosts of pages read the same headers and moves, under the path of the site', () => {
    const lines = headersFile('/study/').trim().split('\n');
    assert.equal(lines[0], '/study/*');
    assert.ok(
      lines.includes(`  Content-Security-Policy: ${securityHeaders()['Content-Security-Policy'] ?? ''}`),
    );
    assert.deepEqual(lines.slice(-10), [
      '/study/_astro/*',
      `  Cache-Control: ${YEAR}`,
      ...['search-index/:build', 'pagefind/fragment', 'pagefind/index', 'pagefind/filter'].flatMap(
        (folder) => [`/study/${folder}/*`, `  Cache-Control: ${VISIT}`],
      ),
    ]);
    assert.equal(redirectsFile(MOVES), '/study/texts/old/ /study/texts/new/ 301\n');
  });

  test('The type of a file is told by its ending alone, and no ending is taken for one by accident', () => {
    assert.equal(mediaTypeOf('a/0.pf_index'), 'application/octet-stream');
    assert.equal(mediaTypeOf('a.constructor'), undefined);
    assert.equal(mediaTypeOf('html/README'), undefined);
  });
});
