import assert from 'node:assert/strict';
import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { SearchRecord } from '../../src/domain/search/record.ts';
import { startBundle } from '../../src/search/bundle.ts';
import { HEADERS_FILE, headersFor, readHeadersFile } from '../../src/security/headers.ts';
import { serveSite } from '../../src/publish/serving/serve-site.ts';
import { KIND_NAMES } from '../../src/strings/zh.ts';
import { useBrowser } from '../support/browser.ts';
import { BELOW_A_PATH, demoSite } from '../support/demo-site.ts';
import { ownRecords, record } from '../support/search-index.ts';
import { serveFolder, type ServedFolder } from '../support/serve.ts';
import { temporaryFolder } from '../support/site.ts';

/** A word of the demo's texts that every dictionary knows. */
const WORD = '献血';

/** What the tests use of Pagefind's client (https://pagefind.app/docs/api/). */
interface Client {
  options(options: Record<string, unknown>): Promise<void>;
  mergeIndex(address: string, options?: Record<string, unknown>): Promise<void>;
  filters(): Promise<Record<string, Record<string, number>>>;
  search(
    text: string | null,
    options?: Record<string, unknown>,
  ): Promise<{ results: { data(): Promise<Found> }[] }>;
}

interface Found {
  url: string;
  excerpt: string;
  meta: Record<string, string>;
  sub_results: { title: string; url: string; excerpt: string }[];
}

const { newPage } = useBrowser();
const site = await demoSite(BELOW_A_PATH);
const rules = readHeadersFile(await site.read(`/${HEADERS_FILE}`));
let server: Server;
/** Address of the demo as `npm start` serves it, without a slash at its end. */
let url: string;
let records: SearchRecord[];
before(async () => {
  server = await serveSite(site.folder, site.base, 0);
  if (!server.listening) await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/study`;
  records = await ownRecords();
});
after(() => server.close());

/** A page that an office adds to its site, with the headers that the site's server says; what the policy stops is written down. */
async function addedPage(html: string, seen: string[] = []): Promise<Page> {
  const page = await newPage({ serviceWorkers: 'allow' });
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) seen.push(message.text());
  });
  page.on('pageerror', ({ message }) => seen.push(message));
  const headers = {
    ...Object.fromEntries(headersFor(rules, '/study/added/')),
    'content-type': 'text/html; charset=utf-8',
  };
  await page.route(`${url}/added/**`, (route) => route.fulfill({ headers, body: html }));
  await page.goto(`${url}/added/`);
  return page;
}

const EMPTY = '<!doctype html><html lang="zh-Hans"><title>检索</title></html>';

/** Asks on a page by its own client, and reads what it found. */
const ask = (page: Page, text: string | null, options: Record<string, unknown> = {}): Promise<Found[]> =>
  page.evaluate(
    async ([text, options]) => {
      const client = (await import('/study/pagefind/pagefind.js' as string)) as Client;
      const { results } = await client.search(text, options);
      return Promise.all(results.map((result) => result.data()));
    },
    [text, options] as const,
  );

const recordAt = (address: string): SearchRecord =>
  records.find((each) => address.startsWith(`/study${each.address}`)) ?? assert.fail(address);

const textsOf = ({ title, paragraphs }: SearchRecord): string[] => [
  title,
  ...paragraphs.map(({ text }) => text),
];

describe('the stock client on a page of the site', () => {
  test('finds Chinese words in every entry that holds them, each at its address, and hears nothing of the policy', async () => {
    const seen: string[] = [];
    const page = await addedPage(EMPTY, seen);
    const found = await ask(page, WORD);
    const holding = records.filter((each) => textsOf(each).some((text) => text.includes(WORD)));
    assert.ok(holding.length > 3);
    assert.deepEqual(
      found.map(({ url }) => recordAt(url).entry).sort(),
      holding.map(({ entry }) => entry).sort(),
    );
    assert.match(found[0]!.excerpt, /<mark>献血/);
    assert.deepEqual(seen, []);
  });

  test('is told title, date, speaker and document number of an entry', async () => {
    const page = await addedPage(EMPTY);
    for (const { url, meta } of await ask(page, null)) {
      const { title, date, subtitle, speaker, documentNumber } = recordAt(url);
      const facts = { title, date: date ?? undefined, subtitle, speaker: speaker?.name, documentNumber };
      assert.deepEqual(meta, JSON.parse(JSON.stringify(facts)));
    }
  });

  test('lists the paragraphs that hold a word, by their own anchors, named by how they begin', async () => {
    const page = await addedPage(EMPTY);
    let paragraphs = 0;
    for (const { url, sub_results } of await ask(page, WORD)) {
      const found = recordAt(url);
      for (const part of sub_results) {
        const [, anchor] = part.url.split('#');
        if (anchor === undefined) {
          assert.deepEqual([part.title, part.title.includes(WORD)], [found.title, true]);
          continue;
        }
        const { text = '' } = found.paragraphs.find((each) => each.anchor === anchor) ?? {};
        assert.ok(text.includes(WORD), `${part.url}: ${text}`);
        assert.ok(text.startsWith(part.title.slice(0, -1)), `${part.title}: ${text}`);
        paragraphs += 1;
      }
    }
    assert.ok(paragraphs > 10, String(paragraphs));
  });

  test('counts and narrows by kind, speaker, year, unit, topic and campaign', async () => {
    const page = await addedPage(EMPTY);
    const filters = await page.evaluate(async () =>
      ((await import('/study/pagefind/pagefind.js' as string)) as Client).filters(),
    );
    const expected: Record<string, Record<string, number>> = {};
    for (const each of records) {
      const values: [string, string | undefined][] = [
        ['kind', KIND_NAMES[each.kind as keyof typeof KIND_NAMES]],
        ['speaker', each.speaker?.name],
        ['year', each.date?.slice(0, 4) ?? '年份不详'],
        ...each.units.map(({ name }): [string, string] => ['unit', name]),
        ...each.topics.map(({ name }): [string, string] => ['topic', name]),
        ['campaign', each.campaign?.name],
      ];
      for (const [name, value] of values)
        if (value !== undefined) (expected[name] ??= {})[value] = (expected[name]?.[value] ?? 0) + 1;
    }
    assert.deepEqual(filters, expected);
    const [speech] = await ask(page, WORD, { filters: { kind: '讲话发言', year: '2026' } });
    assert.ok(speech);
    assert.deepEqual(
      [recordAt(speech.url).kind, recordAt(speech.url).date?.slice(0, 4)],
      ['speeches', '2026'],
    );
  });

  test('orders by date, those without one last, and leaves none out', async () => {
    const page = await addedPage(EMPTY);
    const found = await ask(page, null, { sort: { date: 'desc' } });
    const days = found.map(({ url }) => recordAt(url).date ?? '');
    assert.equal(days.length, records.length);
    assert.ok(days.includes(''));
    assert.deepEqual(days, [...days].sort().reverse());
  });

  test('hands its words over to the pages of the site, which mark them', async () => {
    const page = await addedPage(EMPTY);
    await page.evaluate(async () => {
      const client = (await import('/study/pagefind/pagefind.js' as string)) as Client;
      await client.options({ highlightParam: 'mark' });
    });
    const [first] = await ask(page, WORD);
    await page.goto(new URL(first!.url, url).href);
    await page.locator('main mark').first().waitFor();
    assert.ok((await page.locator('main mark').allTextContents()).includes(WORD));
  });
});

describe('what comes with the stock client', () => {
  test('pagefind-highlight.js marks words on a page of the site', async () => {
    const seen: string[] = [];
    const page = await addedPage(
      `<!doctype html><html lang="zh-Hans"><title>页</title><main data-pagefind-body><p>无偿${WORD}者。</p></main></html>`,
      seen,
    );
    await page.goto(`${url}/added/?pagefind-highlight=${encodeURIComponent(WORD)}`);
    await page.evaluate(async () => {
      const { default: Highlight } = (await import('/study/pagefind/pagefind-highlight.js' as string)) as {
        default: new (options: object) => unknown;
      };
      new Highlight({ highlightParam: 'pagefind-highlight', addStyles: false });
    });
    assert.deepEqual(await page.locator('mark').allTextContents(), [WORD]);
    assert.deepEqual(seen, []);
  });

  test('the Component UI searches with nothing but its two files and the way to the bundle, and leads to the entries', async () => {
    const seen: string[] = [];
    const page = await addedPage(
      `<!doctype html><html lang="zh-Hans"><title>检索</title>
<link rel="stylesheet" href="/study/pagefind/pagefind-component-ui.css">
<script type="module" src="/study/pagefind/pagefind-component-ui.js"></script>
<pagefind-config bundle-path="/study/pagefind/"></pagefind-config>
<pagefind-input></pagefind-input><pagefind-summary></pagefind-summary><pagefind-results></pagefind-results></html>`,
      seen,
    );
    await page.locator('pagefind-input input').fill(WORD);
    const link = page.locator('pagefind-results a').first();
    await link.waitFor();
    const address = await link.getAttribute('href');
    assert.ok(textsOf(recordAt(address ?? '')).some((text) => text.includes(WORD)));
    await link.click();
    await page.waitForURL(`${url}/*/*/**`);
    assert.equal(await page.locator('h1').innerText(), recordAt(address ?? '').title);
    assert.deepEqual(seen, []);
  });
});

describe('a stock page on another origin', () => {
  let other: ServedFolder;
  after(() => other.close());
  before(async () => {
    const folder = await temporaryFolder();
    const own = [
      record({ entry: 'texts/far', title: '别处的一篇', text: ['别处也讲无偿献血。'], date: '2026-01-02' }),
    ];
    await startBundle(own, folder).finish();
    await writeFile(join(folder, 'index.html'), EMPTY);
    other = await serveFolder(folder);
  });

  test('searches the site together with its own index by mergeIndex', async () => {
    const page = await newPage();
    await page.goto(other.url);
    const found = await page.evaluate(
      async ([bundle, word]) => {
        const client = (await import('/pagefind/pagefind.js' as string)) as Client;
        await client.mergeIndex(bundle, { mergeFilter: { site: '云川' } });
        const { results } = await client.search(word);
        return {
          urls: (await Promise.all(results.map((result) => result.data()))).map(({ url }) => url),
          filters: await client.filters(),
        };
      },
      [`${url}/pagefind`, WORD] as const,
    );
    const holding = records.filter((each) => textsOf(each).some((text) => text.includes(WORD)));
    assert.deepEqual(
      found.urls.sort(),
      ['/texts/far/', ...holding.map(({ address }) => url + address)].sort(),
    );
    assert.equal(found.filters['site']?.['云川'], records.length);
    // Its reader gets to the entry.
    assert.equal((await fetch(found.urls.find((each) => each.startsWith(url))!)).status, 200);
  });
});
