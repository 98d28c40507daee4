import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { serveDemo } from '../support/serve-demo.ts';

const LOOKS = [
  ['light', 1280],
  ['light', 360],
  ['dark', 360],
  ['dark', 1280],
] as const;
/** The rules whose answer changes with width and colours; the others are asked once. */
const RULES_OF_LOOKS = ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'];
/** Kinds whose wide page shows what a narrow one does not; the colours of all others are judged dark on a phone. */
const WIDE_IN_THE_DARK: readonly string[] = ['home', 'reading', 'schedule', 'search'];

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

  for (const [kind, address] of Object.entries(PAGE_KINDS)) {
    it(`(${kind}) has no fault that axe can find, narrow or wide, light or dark`, async () => {
      const page = await newPage();
      await page.goto(url + address);
      const found: string[] = [];
      for (const [colorScheme, width] of LOOKS) {
        if (colorScheme === 'dark' && width === 1280 && !WIDE_IN_THE_DARK.includes(kind)) continue;
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const axe = new AxeBuilder({ page });
        if (colorScheme === 'dark' || width < 1280) axe.withRules(RULES_OF_LOOKS);
        const { violations } = await axe.analyze();
        for (const { id, nodes } of violations) {
          found.push(...nodes.map(({ html }) => `${colorScheme} ${width}: ${id} at ${html.slice(0, 160)}`));
        }
      }
      assert.deepEqual([...new Set(found)], []);
    });
  }
});
