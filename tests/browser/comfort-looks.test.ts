import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { someKinds } from '../support/page-kinds.ts';
import { serveDemo } from '../support/serve-demo.ts';
import { tooWide } from '../support/widths.ts';

const WIDTHS = [320, 360, 400, 480, 640, 800, 960, 1120, 1280, 1440];
const READING = '/texts/three-lists/';
const { newPage } = useBrowser();
const { url } = await serveDemo();

function openWith(choices: Record<string, string>, width: number): Promise<Page> {
  const localStorage = [{ name: 'zhixing.comfort', value: JSON.stringify(choices) }];
  return newPage({
    width,
    height: 740,
    storageState: { cookies: [], origins: [{ origin: url, localStorage }] },
  });
}

describe('axe finds nothing', () => {
  for (const theme of ['light', 'sepia', 'dark', 'contrast']) {
    for (const width of theme === 'light' ? [360, 1280] : [360]) {
      test(`in the theme ${theme} at ${width} px, with panel, bars and a paragraph marked`, async () => {
        const page = await openWith({ theme }, width);
        await page.goto(`${url}${READING}#p5`);
        await page.keyboard.press('Tab');
        await page
          .locator('.anchor')
          .nth(1)
          .evaluate((link) => (link as HTMLElement).click());
        await page.getByRole('group', { name: /^引用/ }).waitFor();
        await page.getByRole('button', { name: '阅读设置' }).click();
        await page.getByRole('dialog').waitFor();
        assert.deepEqual(await axeFaults(page, theme === 'light' ? 'all' : 'looks'), []);
      });
    }
  }
});

test('no page scrolls sideways from 320 to 1440 px, with the widest of all choices', async () => {
  const page = await openWith({ large: 'on', size: '5', line: 'loose' }, 1480);
  const wide: string[] = [];
  for (const [kind, address] of someKinds(2))
    wide.push(...(await tooWide(page, url, address, WIDTHS)).map((fault) => `${kind}: ${fault}`));
  assert.deepEqual(wide, []);
});
