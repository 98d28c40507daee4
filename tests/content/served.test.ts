import assert from 'node:assert/strict';
import { cp, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { load } from '../../scripts/bench/load.ts';
import { freePort, hasNginx, startNginx, type Nginx } from '../../scripts/bench/nginx.ts';
import { askedAddresses } from '../../scripts/bench/serve.ts';
import { deploySite } from '../../src/publish/deploy/deploy.ts';
import { cachingOf, FOR_A_VISIT, FOR_GOOD, isCode, isIndexPart } from '../../src/publish/hosting/caching.ts';
import { isForReaders } from '../../src/publish/hosting/for-readers.ts';
import { mediaTypeOf } from '../../src/publish/hosting/media-types.ts';
import { nginxConfig } from '../../src/publish/hosting/nginx.ts';
import { SEARCHED_ALONE } from '../../src/publish/hosting/searched-with.ts';
import { demoSite, type DemoSite } from '../support/demo-site.ts';
import { temporaryFolder } from '../support/site.ts';

test('Every file of a site is of a known type; its scripts and styles are kept for good, and nothing that holds content', async () => {
  const files = (await (await demoSite()).files()).filter((file) => file.split('/').every(isForReaders));
  assert.deepEqual(files.filter((path) => mediaTypeOf(path) === undefined), []);
  assert.deepEqual(files.filter((path) => path.startsWith('_astro/') !== (cachingOf(path) === FOR_GOOD)), []);
  assert.deepEqual(files.filter(isCode), files.filter((path) => /^_astro\/[^/]+\.(?:js|css)$/.test(path)));
  assert.deepEqual(files.filter((path) => /^(?:search-index|pagefind)\/.+\//.test(path) !== (cachingOf(path) === FOR_A_VISIT)), []);
});

describe('the demo site, served by the real nginx', { skip: !hasNginx() && 'nginx is not installed' }, () => {
  let origin: string;
  let folder: string;
  let nginx: Nginx | undefined;
  let site: DemoSite;
  let files: string[];
  after(() => nginx?.close());
  before(async () => {
    site = await demoSite();
    files = (await site.files()).filter((file) => file.split('/').every(isForReaders));
    folder = join(await temporaryFolder(), 'served');
    await deploySite(site.folder, folder, ['gz']);
    const port = await freePort();
    const order = { host: 'localhost', port, basePath: '/', folder, moves: [], ...SEARCHED_ALONE, brotli: false };
    nginx = await startNginx(nginxConfig(order), port);
    origin = `http://127.0.0.1:${port}/`;
  });

  test('answers thousands of requests over many connections at once without an error', async () => {
    const { requests, errors } = await load(askedAddresses(origin, files), { perSecond: 4000, seconds: 1 });
    assert.deepEqual([requests, errors], [4000, {}]);
  });

  test('says of every file its type and how long it may be kept, and sends it whole', async () => {
    for (const path of files) {
      const asks = await fetch(origin + encodeURI(path));
      assert.deepEqual(
        [asks.status, asks.headers.get('content-type')?.replace('; charset=utf-8', ''), asks.headers.get('cache-control')],
        [200, mediaTypeOf(path), cachingOf(path)],
        path,
      );
      assert.ok(Buffer.from(await asks.arrayBuffer()).equals(await readFile(join(site.folder, path))), path);
    }
  });

  test('A reader in the midst of a visit finds every script of the site before, and no longer than that; its search data is gone at once', async () => {
    const [code, index] = [files.filter(isCode), files.filter((path) => path.startsWith('search-index/') && isIndexPart(path))];
    assert.ok(index.some((path) => path.endsWith('.pf_index')) && code.some((path) => path.endsWith('.js')));
    const statuses = async (paths: string[]) => [
      ...new Set(await Promise.all(paths.map(async (path) => (await fetch(origin + encodeURI(path))).status))),
    ];
    const build = /^search-index\/([0-9a-f]+)\//.exec(index[0]!)![1]!;
    for (const [digit, expected] of [['1', 200], ['2', 404]] as const) {
      const next = join(await temporaryFolder(), 'next');
      await cp(site.folder, next, { recursive: true });
      await rename(join(next, 'search-index', build), join(next, 'search-index', digit.repeat(build.length)));
      for (const path of code) await rename(join(next, path), join(next, path.replace(/\.(\w+)$/, `.${digit}.$1`)));
      await deploySite(next, folder, ['gz']);
      assert.deepEqual(await statuses(code), [expected]);
      assert.deepEqual(await statuses(index), [404]);
    }
  });
});
