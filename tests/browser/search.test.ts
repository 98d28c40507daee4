import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { before, describe, test } from 'node:test';
import { close, createIndex } from 'pagefind';
import type { Page } from 'playwright-core';
import { LANGUAGE, MAGIC } from '../../src/domain/search/pagefind-format.ts';
import type { SearchRecord } from '../../src/domain/search/record.ts';
import { axeFaults } from '../support/axe.ts';
import { useBrowser, type PageOptions } from '../support/browser.ts';
import { BELOW_A_PATH } from '../support/demo-site.ts';
import { serveDemo } from '../support/serve-demo.ts';
import { ownRecords, repeatable } from '../support/search-index.ts';
import { createTruth } from '../unit/search/truth.ts';

const browser = useBrowser();
const STATE = '[data-search-state]';
const EXACT = 'li[data-result][data-match="exact"]';

const site = await serveDemo(BELOW_A_PATH);
let records: SearchRecord[];
before(async () => {
  records = await ownRecords();
});

const address = (parameters: Record<string, string>): string =>
  `${site.url}/search/?${new URLSearchParams(parameters).toString()}`;

async function settled(page: Page): Promise<string> {
  await page.waitForFunction(
    (selector) =>
      ['ready', 'failed'].includes(
        document.querySelector<HTMLElement>(selector)?.dataset['searchState'] ?? '',
      ),
    STATE,
  );
  return (await page.getAttribute(STATE, 'data-search-state'))!;
}

/** Entries and counts on the page, once it has settled. */
async function outcome(page: Page) {
  const state = await settled(page);
  const count = await page
    .locator('[data-result-count]')
    .getAttribute('data-result-count', { timeout: 1000 })
    .catch(() => null);
  const entries = await page
    .locator(EXACT)
    .evaluateAll((items) => items.map((item) => item.getAttribute('data-entry')));
  return { state, count: Number(count), entries };
}

async function search(parameters: Record<string, string>, options?: PageOptions): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(address(parameters));
  await settled(page);
  return page;
}

/** A phrase of the content with a comma in the middle that stands without it nowhere. */
function commaPhrase(): { typed: string; entry: string } {
  for (const { entry, paragraphs } of records) {
    for (const { text } of paragraphs) {
      const [, before, behind] = /(\p{Script=Han}{5})，(\p{Script=Han}{5})/u.exec(text) ?? [];
      if (before && behind) return { typed: before + behind, entry };
    }
  }
  throw new Error('the content holds no such phrase');
}

describe('the search page', () => {
  test('asks for the manifest while its scripts are still to come', async () => {
    const page = await browser.newPage();
    await page.route('**/_astro/*.js', (route) => route.abort());
    const asked = page.waitForRequest('**/search-index/catalogue.pf_meta', { timeout: 10_000 });
    await page.goto(address({}));
    await asked;
  });

  test('counts, lists and marks exactly the entries that hold the query', async () => {
    const truth = createTruth(records);
    const random = repeatable(31);
    const page = await browser.newPage();
    for (let left = 40; left > 0; left -= 1) {
      const { paragraphs, title } = records[Math.floor(random() * records.length)]!;
      const text =
        random() < 0.3 ? title : (paragraphs[Math.floor(random() * paragraphs.length)]?.text ?? title);
      const query = (text.match(/[\p{Script=Han}，、0-9]{1,6}/gu) ?? ['学习'])[0]!;
      await page.goto(address({ q: query }));
      const { count, entries } = await outcome(page);
      const wanted = truth.entriesWith(query);
      assert.equal(count, wanted.length, query);
      assert.equal(entries.length, Math.min(10, wanted.length), query);
      assert.ok(
        entries.every((entry) => wanted.includes(entry!)),
        query,
      );
      const unmarked = await page
        .locator(EXACT)
        .evaluateAll((items) => items.filter((item) => !item.querySelector('mark')).length);
      assert.equal(unmarked, 0, query);
    }
  });

  test('leads to the first matching paragraph, where the words are marked', async () => {
    const page = await search({ q: '窗口' });
    const link = page
      .locator(EXACT)
      .filter({ has: page.locator('[data-paragraphs]') })
      .first()
      .locator('a')
      .first();
    const target = new URL((await link.getAttribute('href'))!, page.url());
    assert.match(target.hash, /^#p\d+$/);
    await link.click();
    await page.waitForURL(target.href);
    assert.equal(await page.locator(target.hash).locator('mark').first().textContent(), '窗口');
    const marked = await page.locator('[data-prose] mark').allTextContents();
    assert.ok(marked.every((text) => text === '窗口'));
  });

  test('lists every occurrence in context, each with a link to its paragraph', async () => {
    const page = await search({ q: '群众' });
    const item = page
      .locator(EXACT)
      .filter({ has: page.locator('[data-paragraphs]') })
      .first();
    const paragraphs = Number(await item.locator('[data-paragraphs]').getAttribute('data-paragraphs'));
    await item.locator('summary').click();
    await item
      .locator('details li')
      .nth(paragraphs - 1)
      .waitFor();
    assert.equal(await item.locator('details li').count(), paragraphs);
    assert.equal(await item.locator('details li:has(mark):has(a[href*="#p"])').count(), paragraphs);
  });

  test('says that nothing was found only where nothing stands, and then leads with the phrase without its comma', async () => {
    const { typed, entry } = commaPhrase();
    const page = await search({ q: typed });
    assert.deepEqual(await outcome(page), { state: 'ready', count: 0, entries: [] });
    const first = page.locator('li[data-match="near"]').first();
    assert.equal(await first.getAttribute('data-entry'), entry);
    assert.ok(await page.getByRole('heading', { name: '相近结果' }).isVisible());
  });

  test('says that nothing was searched where signs alone were typed, and lists nothing', async () => {
    const page = await search({ q: '，。' });
    assert.deepEqual(await outcome(page), { state: 'ready', count: 0, entries: [] });
    assert.match((await page.textContent('[data-part="status"]')) ?? '', /^只有标点，没有检索。$/);
  });

  test('shows more results by a plain control, and as many again after a visit to one', async () => {
    const page = await search({ q: '的' });
    const { count } = await outcome(page);
    assert.ok(count > 10);
    await page.getByRole('button', { name: '更多结果' }).click();
    const all = Math.min(20, count);
    await page
      .locator(EXACT)
      .nth(all - 1)
      .waitFor();
    assert.equal(await page.locator(EXACT).count(), all);
    await page
      .locator(EXACT)
      .nth(all - 1)
      .locator('a')
      .first()
      .click();
    await page.waitForURL((url) => !url.pathname.includes('/search/'));
    await page.goBack();
    await page
      .locator(EXACT)
      .nth(all - 1)
      .waitFor();
  });

  test('keeps its whole state in the address, which brings it back', async () => {
    const page = await search({ q: '服务' });
    await page.locator('input[name="kind"][value="speeches"]').check();
    await page.waitForURL(/kind=speeches/);
    await page.locator('input[name="kind"][value="texts"]').check();
    await page.waitForURL(/kind=texts/);
    await settled(page);
    await page.selectOption('select[name="sort"]', 'date');
    await page.waitForURL(/sort=date/);
    const before = await outcome(page);
    const again = await browser.newPage();
    await again.goto(page.url());
    assert.deepEqual(await outcome(again), before);
    assert.ok(await again.locator('input[name="kind"][value="texts"]').isChecked());
    const dates = await again
      .locator(`${EXACT} time`)
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')!));
    assert.deepEqual(dates, [...dates].sort().reverse());
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await page.waitForFunction(() => !location.search.includes('kind'));
    await settled(page);
    assert.equal(await page.locator('input[name="kind"]:checked').count(), 0);
  });

  test('lists all entries of the chosen facets when there is no query', async () => {
    const page = await search({ kind: 'speeches' });
    const { count, entries } = await outcome(page);
    assert.equal(count, records.filter(({ kind }) => kind === 'speeches').length);
    assert.ok(entries.every((entry) => entry!.startsWith('speeches/')));
  });

  test('can be used by keyboard alone, and announces the count', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/search/`);
    await page.locator('input[name="kind"]').first().waitFor();
    await page
      .getByRole('searchbox')
      .or(page.getByRole('combobox', { name: '检索词' }))
      .first()
      .focus();
    await page.keyboard.type('服务');
    await page.keyboard.press('Enter');
    const { count } = await outcome(page);
    assert.equal(
      await page
        .getByRole('status')
        .filter({ hasText: `完全相符 ${count} 篇` })
        .count(),
      1,
    );
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('name') ?? document.activeElement?.tagName);
    for (let left = 10; left > 0 && (await focused()) !== 'kind'; left -= 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.waitForURL(/kind=/);
    await settled(page);
    assert.equal(await focused(), 'kind');
    const isResult = () => page.evaluate(() => document.activeElement?.closest('[data-result]') !== null);
    for (let left = 80; left > 0 && !(await isResult()); left -= 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => !url.pathname.includes('/search/'));
  });

  test('helps from the first character and goes to what is chosen with the arrows', async () => {
    const page = await browser.newPage();
    await page.goto(`${site.url}/search/`);
    const { title, address: target } = records[0]!;
    const input = page.getByRole('combobox', { name: '检索词' });
    await input.pressSequentially(Array.from(title)[0]!);
    await page.getByRole('option').first().waitFor();
    assert.equal(await input.getAttribute('aria-expanded'), 'true');
    await input.fill(title);
    await page.getByRole('option', { name: title }).first().waitFor();
    await page.keyboard.press('ArrowDown');
    assert.equal(await page.locator('[role="option"][aria-selected="true"]').count(), 1);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/study${target}`);
  });

  test('puts spaces for the line breaks of a pasted quotation', async () => {
    const page = await search({ q: '学习' });
    const input = page.getByRole('combobox', { name: '检索词' });
    await input.fill('');
    await input.evaluate((field) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text', '为民\n服务');
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    });
    assert.equal(await input.inputValue(), '为民 服务');
  });

  test('asks for the manifest once, and names in its head every script that its scripts need', async () => {
    const page = await browser.newPage();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(address({ q: '服务' }));
    await settled(page);
    assert.equal(asked.filter((url) => url.endsWith('catalogue.pf_meta')).length, 1);
    const html = await (await page.request.get(address({}))).text();
    const scripts = asked.filter((url) => url.endsWith('.js')).map((url) => new URL(url).pathname);
    assert.ok(scripts.length > 1);
    assert.deepEqual(
      scripts.filter((script) => !html.includes(`"${script}"`)),
      [],
    );
  });

  test('fits a phone of 320 pixels with the facets folded, and passes axe on phone and desktop', async () => {
    for (const width of [320, 1280]) {
      const page = await search({ q: '服务' }, { width, height: 700 });
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(overflow <= 0, `${width}: ${overflow}`);
      assert.equal(await page.locator('input[name="kind"]').first().isVisible(), width > 1000);
      assert.deepEqual(await axeFaults(page), []);
    }
  });
});

describe('the search page under a fault', () => {
  /** The page must say what to do, offer a control and the library, and not look as though nothing were found. */
  async function assertFailed(page: Page): Promise<void> {
    assert.equal(await settled(page), 'failed');
    assert.match((await page.getByRole('alert').textContent())!, /请/);
    assert.equal(await page.locator('[data-result-count]').count(), 0);
    assert.equal(await page.locator('[data-result]').count(), 0);
    assert.ok(await page.getByRole('button', { name: /重试|重新载入/ }).isVisible());
    assert.ok(await page.locator('[data-part="message"] a[href$="/library/"]').isVisible());
  }

  for (const [fault, pattern] of [
    ['manifest', '**/catalogue.pf_meta'],
    ['chunk of the index', '**/*.pf_index'],
    ['text', '**/*.pf_fragment'],
  ] as const) {
    test(`a missing ${fault} ends in a sentence that says what to do`, async () => {
      const page = await browser.newPage();
      await page.route(pattern, (route) => route.fulfill({ status: 404, body: 'gone' }));
      await page.goto(address({ q: '服务' }));
      await assertFailed(page);
    });

    test(`an unreadable ${fault} ends in a sentence that says what to do`, async () => {
      const page = await browser.newPage();
      await page.route(pattern, (route) => route.fulfill({ status: 200, body: '<!doctype html>' }));
      await page.goto(address({ q: '服务' }));
      await assertFailed(page);
    });
  }

  test('a network that is cut in the middle fails, and the search goes on when it is back', async () => {
    const page = await search({ q: '服务' });
    await page.context().setOffline(true);
    const input = page.getByRole('combobox', { name: '检索词' });
    await input.fill('窗口');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-search-state="failed"]');
    await assertFailed(page);
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重试' }).click();
    await page.waitForSelector('[data-search-state="ready"]');
    assert.ok((await outcome(page)).count > 0);
  });

  test('files of another build are never mixed in: the page asks to be loaded anew', async () => {
    const page = await search({ q: '服务' });
    const [build] = (await readdir(path.join(site.folder, 'search-index'))).filter(
      (name) => !name.includes('.'),
    );
    await page.route(`**/${build}/**`, (route) => route.fulfill({ status: 404 }));
    const input = page.getByRole('combobox', { name: '检索词' });
    await input.fill('检查');
    await page.keyboard.press('Enter');
    await page.waitForSelector('[data-search-state="failed"]');
    await assertFailed(page);
    assert.ok(await page.getByRole('button', { name: '重新载入' }).isVisible());
  });

  test('occurrences that cannot be read are a fault, too', async () => {
    const page = await search({ q: '群众' });
    await page.route('**/*.pf_fragment', (route) => route.abort());
    await page.evaluate(() =>
      document.querySelectorAll('details').forEach((details) => (details.open = true)),
    );
    const state = await settled(page);
    const empty = await page.locator('details[open] .found__all:empty').count();
    assert.ok(state === 'failed' || empty === 0);
  });

  test('a reader whose browser cannot unpack the index is told so', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'DecompressionStream'));
    await page.goto(address({ q: '服务' }));
    await assertFailed(page);
    assert.match((await page.getByRole('alert').textContent())!, /浏览器/);
  });

  test('without script the page says so and leads to the library', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(address({ q: '服务' }));
    assert.match(await page.locator('main').innerText(), /没有启用/);
    assert.ok(await page.locator('main a[href$="/library/"]').first().isVisible());
  });

  test('a browser without WebAssembly, Intl.Segmenter and newer array methods gives the same answers', async () => {
    const wanted = await outcome(await search({ q: '服务 群众' }));
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const take = (from: object, name: string): boolean => Reflect.deleteProperty(from, name);
      take(globalThis, 'WebAssembly');
      take(Intl, 'Segmenter');
      for (const name of ['at', 'findLast', 'findLastIndex', 'toSorted']) take(Array.prototype, name);
    });
    await page.goto(address({ q: '服务 群众' }));
    assert.deepEqual(await outcome(page), wanted);
  });
});

test('the chunks of the installed Pagefind and those of the site begin alike, as a browser unpacks them', async () => {
  const { index } = await createIndex({ forceLanguage: LANGUAGE });
  await index!.addCustomRecord({ url: '/', content: '学习 习制', language: LANGUAGE });
  const { files } = await index!.getFiles();
  await close();
  const stock = files.find((file) => file.path.endsWith('.pf_index'))!;
  const page = await browser.newPage();
  await page.route('**/stock.pf_index', (route) => route.fulfill({ body: Buffer.from(stock.content) }));
  await page.goto(`${site.url}/search/`);
  const [build] = (await readdir(path.join(site.folder, 'search-index'))).filter(
    (name) => !name.includes('.'),
  );
  for (const name of ['stock', '0']) {
    const start = await page.evaluate(async (file) => {
      const response = await fetch(file);
      const unpacked = response.body!.pipeThrough(new DecompressionStream('gzip'));
      const bytes = new Uint8Array(await new Response(unpacked).arrayBuffer());
      return { magic: new TextDecoder().decode(bytes.subarray(0, 12)), list: [...bytes.subarray(12, 13)] };
    }, `../search-index/${build}/${name}.pf_index`);
    assert.deepEqual(start, { magic: MAGIC, list: [0x81] }, name);
  }
});
