import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { HEADERS_FILE, headersFor, readHeadersFile, securityHeaders } from '../../src/security/headers.ts';
import { useBrowser } from '../support/browser.ts';
import { demoSite } from '../support/demo-site.ts';
import { someKinds } from '../support/page-kinds.ts';
import { serveFolder, type ServedFolder } from '../support/serve.ts';
import { buildSample, entryFile, WITHOUT_BUNDLE } from '../support/site.ts';
import { visitAll } from '../support/visit-all.ts';

/** The look in which a page loads most: every choice of a reader is made. */
const CHOICES = { large: 'on', theme: 'sepia', size: '5' };

/** What web.dev counts as good; see its page on Cumulative Layout Shift. */
const MOST_SHIFT = 0.1;

/** Adds up on the page by how much its parts move without anybody having asked for it. */
function watchShifts(): void {
  const counted = window as unknown as { shift: number };
  counted.shift = 0;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) counted.shift += (entry as unknown as { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
}

/** A page that writes down what the policy stops and of what the browser complains. */
async function watched(page: Page, seen: string[]): Promise<Page> {
  page.on('console', (message) => {
    const isOfPlaywright = message.text() === 'Service Worker registration blocked by Playwright';
    if (['error', 'warning'].includes(message.type()) && !isOfPlaywright)
      seen.push(`${page.url()}: ${message.text()}`);
  });
  page.on('pageerror', ({ message }) => seen.push(`${page.url()}: ${message}`));
  await page.exposeFunction('stopped', (what: string) => seen.push(`${page.url()}: ${what}`));
  await page.addInitScript(() => {
    const { stopped } = window as unknown as { stopped: (what: string) => void };
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample }) =>
      stopped(`${violatedDirective} ${blockedURI} ${sample}`),
    );
  });
  return page;
}

describe('the demo site with the headers of its own file', async () => {
  const { newPage } = useBrowser();
  const site = await demoSite();
  const headers = Object.fromEntries(headersFor(readHeadersFile(await site.read(`/${HEADERS_FILE}`)), '/'));
  let served: ServedFolder;
  before(async () => {
    served = await serveFolder(site.folder, { headers });
  });
  after(() => served.close());

  test('has the headers that servers are told', () => {
    assert.deepEqual(headers, securityHeaders([], true));
  });

  const looks = [
    { width: 360, choices: {}, kinds: someKinds(1) },
    { width: 1280, choices: CHOICES, kinds: someKinds(2) },
  ];
  for (const { width, choices, kinds } of looks) {
    const count = Object.keys(choices).length;
    test(`asks on any kind of page for nothing from other hosts, nothing that is missing and nothing that its policy stops, and hardly moves while it loads, ${width} px wide, with ${count} choices made`, async () => {
      const { origin } = new URL(served.url);
      const localStorage = [{ name: 'zhixing.comfort', value: JSON.stringify(choices) }];
      const storageState = { cookies: [], origins: [{ origin, localStorage }] };
      const seen: string[] = [];
      const open = async (): Promise<Page> => {
        const serviceWorkers = count > 0 ? 'allow' : 'block';
        const page = await watched(await newPage({ width, height: 740, storageState, serviceWorkers }), seen);
        page.on('request', (request) => {
          if (!request.url().startsWith(`${origin}/`)) seen.push(request.url());
        });
        page.on('response', (response) => {
          if (response.status() >= 400) seen.push(`${response.status()} ${response.url()}`);
        });
        await page.addInitScript(watchShifts);
        return page;
      };
      await visitAll(kinds, open, async (page, [, address]) => {
        await page.goto(origin + address, { waitUntil: 'networkidle' });
        const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
        if (count === 0 && shift > MOST_SHIFT) seen.push(`${address} moves: ${shift}`);
        for (const tool of await page.locator('button[data-tool]:visible').all()) {
          await tool.click();
          await page.keyboard.press('Escape');
        }
      });
      const page = await open();
      await page.goto(`${origin}/search/?q=${encodeURIComponent('五个工作日')}`);
      await page.locator('[data-search-state="ready"]').waitFor();
      assert.deepEqual(seen, []);
    });
  }

  test('lets workers run that are files of the site, and no others', async () => {
    const page = await newPage();
    await page.route(`${served.url}own-worker.js`, (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'postMessage("runs")' }),
    );
    await page.goto(served.url);
    const runs = await page.evaluate(async () => {
      const outcome = (address: string) =>
        new Promise<string>((resolve) => {
          const worker = new Worker(address);
          worker.onmessage = ({ data }) => resolve(String(data));
          worker.onerror = () => resolve('stopped');
        });
      const written = new Blob(['postMessage("runs")'], { type: 'text/javascript' });
      return [await outcome('/own-worker.js'), await outcome(URL.createObjectURL(written))];
    });
    assert.deepEqual(runs, ['runs', 'stopped']);
  });

  test('is framed by nobody, itself included', async () => {
    const page = await newPage();
    await page.route(`${served.url}framing/`, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<iframe src="${served.url}about/"></iframe>` }),
    );
    await page.goto(`${served.url}framing/`);
    await page.waitForTimeout(500);
    const [, frame] = page.frames();
    assert.doesNotMatch((await frame?.content()) ?? '', /<h1/);
  });
});

describe('a site that searches another on a second port, both with all headers', () => {
  const { newPage } = useBrowser();
  let portal: ServedFolder;
  let other: ServedFolder;
  after(() => Promise.all([portal.close(), other.close()]));
  before(async () => {
    const far = await buildSample({ 'texts/far.md': entryFile('远处的一段：统筹推进。', { title: '远处' }) });
    // What nginx says of the index of a site that others search, and this server of all its files.
    other = await serveFolder(far.folder, {
      headers: { ...securityHeaders(), 'Access-Control-Allow-Origin': '*' },
    });
    const near = await buildSample({
      'site.yaml': `${WITHOUT_BUNDLE}federation:\n  - { name: 远处单位, url: "${other.url}" }\n`,
      'texts/near.md': entryFile('近处的一段：统筹推进。', { title: '近处' }),
    });
    portal = await serveFolder(near.folder, { headers: securityHeaders([new URL(other.url).origin]) });
    const rules = await near.read(`/${HEADERS_FILE}`);
    assert.match(rules, /^\/search-index\/\*\n {2}Access-Control-Allow-Origin: \*$/m);
  });

  test('finds what stands at both', async () => {
    const seen: string[] = [];
    const page = await watched(await newPage({ serviceWorkers: 'allow' }), seen);
    await page.goto(`${portal.url}search/?q=${encodeURIComponent('统筹推进')}`);
    await page.locator('li[data-result] [data-office]', { hasText: '远处单位' }).waitFor();
    assert.equal(await page.getAttribute('[data-result-count]', 'data-result-count'), '2');
    assert.deepEqual(seen, []);
  });
});
