import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { BELOW_A_PATH, demoSite } from '../support/demo-site.ts';
import { asksFrom } from '../support/site-search.ts';

const ADDRESSED = /\s(?:href|src|action|content|data-[a-z-]+)="(?:\d+; ?url=)?(\/[^"]*)"/g;

describe('the demo site under BASE_PATH=/study', async () => {
  const site = await demoSite(BELOW_A_PATH);
  const files = await site.files();

  it('has no address that escapes it, in any page', async () => {
    for (const file of files.filter((name) => name.endsWith('.html'))) {
      const html = await site.read(`/${file}`);
      const escaped = [...html.matchAll(ADDRESSED)].map(([, address = '']) => address);
      assert.deepEqual(escaped.filter((address) => !address.startsWith('/study/')), [], file);
    }
  });
  it('has no stylesheet or script that asks for anything at the root', async () => {
    for (const file of files.filter((name) => /\.(css|js)$/.test(name) && !name.startsWith('pagefind/'))) {
      const text = await readFile(join(site.folder, file), 'utf8');
      assert.doesNotMatch(text, /url\(["']?\/(?!study\/)|(?:from|import\()\s*["']\/(?!study\/)/, file);
    }
  });
  it('names full addresses with the base path in feed, sitemaps, robots.txt and canonical links', async () => {
    for (const file of ['feed.xml', 'sitemap-index.xml', 'sitemap-0.xml', 'robots.txt', 'texts/conduct-plan/index.html']) {
      const found = [...(await site.read(`/${file}`)).matchAll(/https:\/\/www\.example\.org(\/[^\s"<?]*)/g)];
      assert.ok(found.length > 0, file);
      for (const [, path = ''] of found) assert.ok(path.startsWith('/study/'), `${file}: ${path}`);
    }
  });
  it('is searchable', async () => {
    const ask = await asksFrom(site);
    assert.ok((await ask('五个工作日')).includes('texts/five-working-days'));
  });
});
