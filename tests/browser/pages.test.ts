import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { serveDemo } from '../support/serve-demo.ts';

describe('one page of each kind', async () => {
  const { newPage } = useBrowser();
  const { url } = await serveDemo();

  it('asks no other host for anything, and for nothing that is not there', async () => {
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
});
