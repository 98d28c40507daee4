import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { load } from '../../scripts/bench/load.ts';
import { freePort, hasNginx, startNginx, type Nginx } from '../../scripts/bench/nginx.ts';
import { deploySite } from '../../src/publish/deploy/deploy.ts';
import { isNamedByContent } from '../../src/publish/hosting/caching.ts';
import { mediaTypeOf } from '../../src/publish/hosting/media-types.ts';
import { nginxConfig } from '../../src/publish/hosting/nginx.ts';
import { demoSite } from '../support/demo-site.ts';
import { temporaryFolder } from '../support/site.ts';

test('Every file of a site is of a known type, and its scripts and its search index are kept for good', async () => {
  const files = (await (await demoSite()).files()).filter((path) => !/^_(?:headers|redirects)$/.test(path));
  assert.deepEqual(files.filter((path) => mediaTypeOf(path) === undefined), []);
  const lasting = files.filter(isNamedByContent);
  for (const ending of ['.js', '.pf_index', '.pf_fragment']) {
    const asked = files.filter((path) => path.endsWith(ending) && path !== 'sw.js');
    assert.deepEqual(asked.filter((path) => !lasting.includes(path)), []);
  }
});

describe('the demo site, served by the real nginx', { skip: !hasNginx() && 'nginx is not installed' }, () => {
  let origin: string;
  let nginx: Nginx | undefined;
  let files: string[];
  after(() => nginx?.close());
  before(async () => {
    const site = await demoSite();
    files = await site.files();
    const folder = join(await temporaryFolder(), 'served');
    await deploySite(site.folder, folder, ['gz']);
    const port = await freePort();
    const order = { host: 'localhost', port, basePath: '/', folder, moves: [], asked: [], isSearchedFromElsewhere: false, brotli: false };
    nginx = await startNginx(nginxConfig(order), port);
    origin = `http://127.0.0.1:${port}/`;
  });

  test('holds 2,000 requests a second from one core without an error', async (context) => {
    const asked = files.filter((path) => /\.(?:html|js|css|pf_index|pf_fragment)$/.test(path) && path !== '404.html');
    const addresses = asked.map((path) => origin + encodeURI(path.replace(/(^|\/)index\.html$/, '$1')));
    const { errors, requests, perSecond, median, p99 } = await load(addresses, { perSecond: 2000, seconds: 2 });
    context.diagnostic(
      `${requests} requests, ${perSecond.toFixed(0)} a second, median ${median.toFixed(1)} ms, 99 % ${p99.toFixed(1)} ms`,
    );
    assert.deepEqual(errors, {});
  });
});
