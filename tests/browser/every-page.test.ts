import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { FileSystemConfigLoader, HtmlValidate } from 'html-validate/node';
import type { Page } from 'playwright-core';
import { axeFaults } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { PAGE_KINDS, someKinds, SWEEPS_ALL } from '../support/page-kinds.ts';
import { serveDemo } from '../support/serve-demo.ts';

/**
 * What neither width nor colours change is asked in the first look only. Axe is asked in that one about one address of each kind, in each of the others
 * about a sixth of them; `LOOKS=all` asks about every address in every look, which takes ten minutes.
 */
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

/** The look in which lines are shortest. */
const TIGHTEST = LOOKS[2];

describe('every address of the sitemap', async () => {
  const { newPage } = useBrowser();
  const { url, folder, files, read } = await serveDemo();
  const maps = (await files()).filter((file) => /^sitemap-\d+\.xml$/.test(file));
  const listed = (await Promise.all(maps.map((file) => read(`/${file}`)))).flatMap((xml) =>
    [...xml.matchAll(/<loc>([^<]*)<\/loc>/g)].map(([, address = '']) => new URL(address).pathname),
  );
  const addresses = [...new Set([...listed, ...Object.values(PAGE_KINDS)])];

  async function openIn({ width, colorScheme, choices }: (typeof LOOKS)[number]): Promise<Page> {
    const localStorage = [{ name: 'zhixing.comfort', value: JSON.stringify(choices) }];
    const storageState = { cookies: [], origins: [{ origin: url, localStorage }] };
    return newPage({ width, height: 740, colorScheme, storageState });
  }

  for (const [index, look] of LOOKS.entries()) {
    it(`has in the look “${look.name}” no fault that axe can find`, async (test) => {
      const page = await openIn(look);
      const some = index === 0 ? someKinds(1) : someKinds(6, index);
      const judged = SWEEPS_ALL ? addresses : some.map(([, address]) => address);
      const found: string[] = [];
      for (const address of judged) {
        await page.goto(url + address);
        found.push(...(await axeFaults(page, look.rules)).map((fault) => `${address}: ${fault}`));
      }
      test.diagnostic(`${judged.length} addresses`);
      assert.ok(judged.length > 6);
      assert.deepEqual([...new Set(found)], []);
    });
  }

  it('does not scroll sideways, in large type on a phone', async () => {
    const page = await openIn(TIGHTEST);
    const found: string[] = [];
    assert.ok(addresses.length > 100);
    for (const address of addresses) {
      await page.goto(url + address);
      const [scroll = 0, client = 0] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      if (scroll > client) found.push(`${address}: ${scroll} px wide in ${client}`);
    }
    assert.deepEqual(found, []);
  });

  it('is valid HTML: a page of each kind, with those that stand in no sitemap, and with LOOKS=all every page', async () => {
    const validator = new HtmlValidate(new FileSystemConfigLoader());
    const found: string[] = [];
    const pages = (await files()).filter((name) => name.endsWith('.html'));
    const kinds = Object.values(PAGE_KINDS).map(
      (address) => address.slice(1).replace(/\/?$/, '') || 'index.html',
    );
    const isOfKinds = (file: string) =>
      kinds.includes(file) || kinds.includes(file.replace(/\/index\.html$/, ''));
    const judged = pages.filter((file) => SWEEPS_ALL || isOfKinds(file));
    assert.ok(judged.length >= Object.keys(PAGE_KINDS).length, `${judged.length} pages`);
    for (const file of judged) {
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
