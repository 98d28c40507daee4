import { AxeBuilder } from '@axe-core/playwright';
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate/node';
import { useBrowser } from '../support/browser.ts';
import { serveDemo } from '../support/serve-demo.ts';

/**
 * Looks that a page may have. Addresses take them in turn, so that each address is judged in one of them and each kind of page, of which there
 * are many, in all; `pages.test.ts` and `comfort-looks.test.ts` judge one page of each kind in every one.
 */
const LOOKS = [
  { name: 'light, wide', width: 1280, colorScheme: 'light', choices: {} },
  { name: 'dark, phone', width: 360, colorScheme: 'dark', choices: {} },
  { name: 'large type, phone', width: 360, colorScheme: 'light', choices: { large: 'on' } },
  {
    name: 'high contrast, largest size',
    width: 800,
    colorScheme: 'light',
    choices: { theme: 'contrast', size: '5' },
  },
] as const;

describe('every address of the sitemap', async () => {
  const { newPage } = useBrowser();
  const { url, folder, files, read } = await serveDemo();
  const maps = (await files()).filter((file) => /^sitemap-\d+\.xml$/.test(file));
  const addresses = (await Promise.all(maps.map((file) => read(`/${file}`)))).flatMap((xml) =>
    [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname),
  );

  LOOKS.forEach(({ name, width, colorScheme, choices }, turn) => {
    it(`that falls to the look “${name}” has no fault that axe can find, and does not scroll sideways`, async (test) => {
      const localStorage = [{ name: 'zhixing.comfort', value: JSON.stringify(choices) }];
      const storageState = { cookies: [], origins: [{ origin: url, localStorage }] };
      const page = await newPage({ width, height: 740, colorScheme, storageState });
      const found: string[] = [];
      const mine = addresses.filter((_, index) => index % LOOKS.length === turn);
      assert.ok(mine.length > 20);
      for (const address of mine) {
        await page.goto(url + address);
        const { violations } = await new AxeBuilder({ page }).analyze();
        found.push(
          ...violations.flatMap(({ id, nodes }) =>
            nodes.map(({ html }) => `${address}: ${id} at ${html.slice(0, 160)}`),
          ),
        );
        const [scroll = 0, client = 0] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        if (scroll > client) found.push(`${address}: ${scroll} px wide in ${client}`);
      }
      test.diagnostic(`${mine.length} addresses`);
      assert.deepEqual([...new Set(found)], []);
    });
  });

  it('is valid HTML, and so is every page that stands in no sitemap', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const found: string[] = [];
    for (const file of (await files()).filter((name) => name.endsWith('.html'))) {
      const { results } = await validator.validateFile(join(folder, file));
      for (const { messages } of results) {
        found.push(
          ...messages.map(
            ({ line, column, message, ruleId }) => `${file}:${line}:${column} ${message} (${ruleId})`,
          ),
        );
      }
    }
    assert.deepEqual(found, []);
  });
});
