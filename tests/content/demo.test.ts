import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { checkContent } from '../../src/check/check-content.ts';
import { formatFault } from '../../src/source/fault.ts';
import { demoSite } from '../support/demo-site.ts';
import { ROOT } from '../support/site.ts';

const ORIGIN = 'http://localhost:4321';

describe('the demo content', async () => {
  const site = await demoSite();
  const files = await site.files();
  const pages = files.filter((file) => file.endsWith('.html'));
  const sitemap = await site.read('/sitemap-0.xml');
  const listed = [...sitemap.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address = '']) => address.slice(ORIGIN.length));

  it('has no fault', async () => {
    const { faults } = await checkContent(join(ROOT, 'content'));
    assert.deepEqual(faults.map(formatFault), []);
  });

  it('is as large as a newcomer needs: thirty entries shown, four units, two campaigns', async () => {
    const { content } = await checkContent(join(ROOT, 'content'));
    const { texts, speeches, articles, units, campaigns } = content.items;
    const shown = [...texts, ...speeches, ...articles].filter(({ fields }) => !fields.draft && !fields.withdrawn);
    assert.ok(shown.length >= 30, `${shown.length} entries`);
    assert.ok(units.length >= 4);
    assert.ok(campaigns.length >= 2);
  });

  it('says 示例 on every page but those that only lead elsewhere', async () => {
    for (const page of pages) {
      const html = await site.read(`/${page}`);
      assert.ok(html.includes('http-equiv="refresh"') || html.includes('示例'), page);
    }
  });

  it('has every page in the sitemap, except further pages and orders of lists and those that ask not to be indexed', async () => {
    const wanted = [];
    for (const page of pages) {
      const address = `/${page.replace(/index\.html$/, '')}`;
      const asksNotTo = (await site.read(`/${page}`)).includes('<meta name="robots" content="noindex">');
      if (!asksNotTo && !/\/(sort|page)\/[^/]+\//.test(address)) wanted.push(address);
    }
    assert.deepEqual(wanted.filter((address) => !listed.includes(address)), []);
  });

  it('has nothing in the sitemap twice, or that is not there, and no date but those of the content', async () => {
    assert.equal(new Set(listed).size, listed.length);
    for (const address of listed) assert.ok(files.includes(`${address.slice(1)}index.html`), address);
    for (const [, day = ''] of sitemap.matchAll(/<lastmod>([^<]*)<\/lastmod>/g)) assert.match(day, /^20[12]\d-\d\d-\d\d$/);
    assert.match(await site.read('/sitemap-index.xml'), /<loc>http:\/\/localhost:4321\/sitemap-0\.xml<\/loc>/);
  });

  it('has its newest dated entries in the feed, each with its own address', async () => {
    const feed = await site.read('/feed.xml');
    const links = [...feed.matchAll(/<item>[\s\S]*?<link>([^<]+)<\/link>/g)].map(([, link = '']) => link);
    assert.ok(links.length >= 15);
    assert.equal(new Set(links).size, links.length);
    for (const link of links) assert.ok(listed.includes(link.slice(ORIGIN.length)), link);
    assert.doesNotMatch(feed, /seven-step-check/, 'an entry without a date cannot stand in a feed');
  });

  it('asks in the head of the search page for every script that its scripts import, and keeps no list of them', async () => {
    const html = await site.read('/search/');
    const named = (pattern: RegExp, code: string) => [...code.matchAll(pattern)].map(([, file = '']) => file);
    const scripts = named(/<script type="module" src="\/_astro\/([^"]+)"/g, html);
    const reached = new Set(scripts);
    for (const script of reached)
      named(/\bfrom\s*"\.\/([^"]+)"/g, await site.read(`/_astro/${script}`)).forEach((file) => reached.add(file));
    assert.ok(reached.size > scripts.length);
    const preloaded = named(/<link rel="modulepreload" href="\/_astro\/([^"]+)">/g, html);
    assert.deepEqual(preloaded, [...reached].filter((file) => !scripts.includes(file)).sort());
    assert.deepEqual(files.filter((file) => !file.includes('/') && file.endsWith('.json')), ['.zhixing.json']);
  });

  it('leads from a former address to the new one, and asks not to be indexed there', async () => {
    const html = await site.read('/texts/conduct-scheme/');
    assert.match(html, /<meta http-equiv="refresh" content="0; url=\/texts\/conduct-plan\/">/);
    assert.match(html, /<meta name="robots" content="noindex">/);
    assert.match(html, /<link rel="canonical" href="http:\/\/localhost:4321\/texts\/conduct-plan\/">/);
  });

  it('counts what the commission said under its former names as its own', async () => {
    const html = await site.read('/units/health-commission/');
    assert.match(html, /href="\/speeches\/bureau-director-2012\/"/);
    assert.match(html, /href="\/texts\/village-clinics-2017\/"/);
  });

  it('says 原文未注明 where the source gives no date', async () => {
    assert.match(await site.read('/texts/seven-step-check/'), /日期：原文未注明/);
    assert.match(await site.read('/campaigns/openmind-2025/'), /起止时间：原文未注明/);
  });
});
