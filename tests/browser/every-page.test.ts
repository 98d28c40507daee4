import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate/node';
import { axeFaults } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { PAGE_KINDS } from '../support/page-kinds.ts';
import { serveDemo } from '../support/serve-demo.ts';

/** Looks that every address has. What neither width nor colours change is asked of the first. */
const LOOKS = [
  { name: 'light, wide', width: 1280, colorScheme: 'light', choices: {}, rules: 'all' },
  { name: 'dark, phone', width: 360, colorScheme: 'dark', choices: {}, rules: 'looks' },
  { name: 'large type, phone', width: 360, colorScheme: 'light', choices: { large: 'on' }, rules: 'looks' },
  {
    name: 'high contrast, largest size',
    width: 800,
    colorScheme: 'light',
    choices: { theme: 'contrast', size: '5' },
    rules: 'looks',
  },
] as const;

describe('every address of the sitemap', async () => {
  const { newPage } = useBrowser();
  const { url, folder, files, read } = await serveDemo();
  const maps = (await files()).filter((file) => /^sitemap-\d+\.xml$/.test(file));
  const listed = (await Promise.all(maps.map((file) => read(`/${file}`)))).flatMap((xml) =>
    [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname),
  );
  const addresses = [...new Set([...listed, ...Object.values(PAGE_KINDS)])];

  for (const { name, width, colorScheme, choices, rules } of LOOKS) {
    it(`has in the look “${name}” no fault that axe can find, and does not scroll sideways`, async (test) => {
      const localStorage = [{ name: 'zhixing.comfort', value: JSON.stringify(choices) }];
      const storageState = { cookies: [], origins: [{ origin: url, localStorage }] };
      const page = await newPage({ width, height: 740, colorScheme, storageState });
      const found: string[] = [];
      assert.ok(addresses.length > 100);
      for (const address of addresses) {
        await page.goto(url + address);
        found.push(...(await axeFaults(page, rules)).map((fault) => `${address}: ${fault}`));
        const [scroll = 0, client = 0] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        if (scroll > client) found.push(`${address}: ${scroll} px wide in ${client}`);
      }
      test.diagnostic(`${addresses.length} addresses`);
      assert.deepEqual([...new Set(found)], []);
    });
  }

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
