import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { serveDemo } from '../support/serve-demo.ts';

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

describe('one page of each kind', async () => {
  const { newPage } = useBrowser();
  const { url } = await serveDemo();

  it('requests nothing from other hosts, and nothing that is missing', async () => {
    const page = await newPage();
    const faults: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(`${url}/`)) faults.push(request.url());
    });
    page.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('pageerror', (error) => faults.push(error.message));
    for (const address of Object.values(PAGE_KINDS)) {
      await page.goto(url + address);
      await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
    }
    assert.deepEqual(faults, []);
  });

  for (const width of [360, 1280]) {
    it(`hardly moves while it loads, ${width} px wide: what scripts add has its room already`, async () => {
      const page = await newPage({ width, height: 740 });
      await page.addInitScript(watchShifts);
      const found: string[] = [];
      for (const [kind, address] of Object.entries(PAGE_KINDS)) {
        await page.goto(url + address, { waitUntil: 'networkidle' });
        const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift);
        if (shift > MOST_SHIFT) found.push(`${kind}: ${shift}`);
      }
      assert.deepEqual(found, []);
    });
  }
});
