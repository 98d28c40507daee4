import { cp, mkdir, mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '../browser/launch.ts';
import { BUNDLE_FOLDER } from '../../src/domain/search/bundle-page.ts';
import { INDEX_FOLDER } from '../../src/domain/search/manifest.ts';
import { buildSite } from '../../src/publish/build/build-site.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { startBundle } from '../../src/search/bundle.ts';
import { readSettings } from '../../src/source/settings.ts';
import { readCorpus, type Corpus, type JudgedQuery } from './search-corpus.ts';
import { serveCompressed, type CountingServer } from './server.ts';
import { addStockPage, buildStock } from './search-stock.ts';
import { say } from '../print.ts';

const ALL_DOCUMENTS = 2391;
const FIRST_SEARCHES = 12;
const HOTTEST = ['人民政府', '应当', '第一条'];
/** Asked before the hottest phrases, so that waking the page is not counted as theirs. */
const BEFORE_HOTTEST = '学习';

/** Lighthouse's slow 4G: 1.6 Mbit/s down, 0.75 up, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 };

/** The answer to one query, as a page showed it. */
interface Outcome {
  count: number;
  /** The first ten entries. */
  shown: string[];
  milliseconds: number;
  bytes: number;
}

type Ask = (text: string) => Promise<Omit<Outcome, 'bytes'>>;

/** Opens a search on a page. */
type Way = (page: Page, url: string) => Promise<Ask>;

const ready = (page: Page): Promise<unknown> =>
  page.waitForFunction(() => document.querySelector('[data-search-state="ready"]') !== null, undefined, {
    polling: 'raf',
  });

/** This project's own page, used as a reader would. */
const ours: Way = async (page, url) => {
  await page.goto(`${url}search/`);
  await page.locator('input[name="kind"]').first().waitFor({ state: 'attached' });
  return (text) =>
    page.evaluate(async (query) => {
      const root = document.querySelector<HTMLElement>('[data-search-state]')!;
      const started = performance.now();
      const settled = new Promise<void>((resolve, reject) => {
        const observer = new MutationObserver(() => {
          const state = root.dataset['searchState'];
          if (state === 'failed') reject(new Error('the search failed'));
          if (state !== 'ready') return;
          observer.disconnect();
          resolve();
        });
        observer.observe(root, { attributes: true, attributeFilter: ['data-search-state'] });
      });
      root.querySelector<HTMLInputElement>('[data-part="input"]')!.value = query;
      history.replaceState(null, '', '?');
      root.querySelector<HTMLFormElement>('[data-part="form"]')!.requestSubmit();
      await settled;
      const milliseconds = performance.now() - started;
      const shown = [...root.querySelectorAll<HTMLElement>('[data-match="exact"]')].map(
        (item) => item.dataset['entry']!,
      );
      return {
        count: Number(root.querySelector<HTMLElement>('[data-result-count]')!.dataset['resultCount']),
        shown,
        milliseconds,
      };
    }, text);
};

/** Pagefind's own search. */
const stock =
  (entries: ReadonlyMap<string, string>): Way =>
  async (page, url) => {
    await page.goto(url);
    await page.waitForFunction(() => 'ask' in window);
    return async (text) => {
      const { ids, milliseconds } = await page.evaluate(async (query) => {
        const { ask } = window as unknown as { ask: (text: string) => Promise<string[]> };
        const started = performance.now();
        return { ids: await ask(query), milliseconds: performance.now() - started };
      }, text);
      return { count: ids.length, shown: ids.slice(0, 10).map((id) => entries.get(id) ?? id), milliseconds };
    };
  };

async function askAll(
  browser: Browser,
  way: Way,
  server: CountingServer,
  queries: readonly string[],
): Promise<Outcome[]> {
  const page = await (await browser.newContext()).newPage();
  const ask = await way(page, server.url);
  const outcomes: Outcome[] = [];
  for (const query of queries) {
    const before = server.sent();
    const answer = await ask(query);
    outcomes.push({ ...answer, bytes: server.sent() - before });
  }
  await page.context().close();
  return outcomes;
}

/** Bytes from an empty cache to the first answer, page and scripts included. */
async function firstSearches(
  browser: Browser,
  way: Way,
  server: CountingServer,
  queries: readonly JudgedQuery[],
): Promise<number[]> {
  const bytes: number[] = [];
  for (let at = 0; at < FIRST_SEARCHES; at += 1) {
    const before = server.sent();
    await askAll(browser, way, server, [queries[Math.floor((at * queries.length) / FIRST_SEARCHES)]!.text]);
    bytes.push(server.sent() - before);
  }
  return bytes;
}

/** Milliseconds from opening the address of a search on slow 4G to its answer. */
async function onSlowNetwork(browser: Browser, url: string, text: string): Promise<number> {
  const page = await (await browser.newContext()).newPage();
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  const started = performance.now();
  await page.goto(`${url}search/?q=${encodeURIComponent(text)}`, { waitUntil: 'commit' });
  await ready(page);
  const milliseconds = performance.now() - started;
  await page.context().close();
  return milliseconds;
}

async function sizeOf(folder: string): Promise<{ files: number; bytes: number }> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((file) =>
    file.isFile(),
  );
  const sizes = await Promise.all(
    names.map(async (file) => (await stat(path.join(file.parentPath, file.name))).size),
  );
  return { files: names.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}

function at(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
}

/** Mean reciprocal rank of the entry whose title is the query. */
function titleRank(corpus: Corpus, outcomes: readonly Outcome[]): number {
  const titles = new Map(corpus.records.map(({ entry, title }) => [entry, title]));
  const ranks = corpus.queries.flatMap(({ kind, text }, index) => {
    if (kind !== 'title' || ![...titles.values()].includes(text)) return [];
    const rank = outcomes[index]!.shown.findIndex((entry) => titles.get(entry) === text);
    return [rank < 0 ? 0 : 1 / (rank + 1)];
  });
  return ranks.reduce((sum, rank) => sum + rank, 0) / Math.max(1, ranks.length);
}

const kilobytes = (bytes: number): string => `${Math.round(bytes / 1000)} kB`;

/** What is searched: where its data lies, who serves it, and how long it took to make. */
interface Searched {
  folder: string;
  server: CountingServer;
  seconds: number;
}

async function report(
  name: string,
  corpus: Corpus,
  browser: Browser,
  way: Way,
  { folder, server, seconds }: Searched,
) {
  const queries = corpus.queries.map(({ text }) => text);
  const cold = await askAll(browser, way, server, queries);
  const warm = await askAll(browser, way, server, [...queries, ...queries]);
  const warmTimes = warm.slice(queries.length).map(({ milliseconds }) => milliseconds);
  const [, ...hot] = await askAll(browser, way, server, [BEFORE_HOTTEST, ...HOTTEST, ...HOTTEST]);
  const first = await firstSearches(browser, way, server, corpus.queries);
  const equal = corpus.queries.filter(({ wanted }, index) => cold[index]!.count === wanted.size).length;
  const shown = cold.flatMap((outcome, index) =>
    outcome.shown.map((entry) => corpus.queries[index]!.wanted.has(entry)),
  );
  const returned = cold.reduce((sum, { count }) => sum + count, 0);
  const wanted = corpus.queries.reduce((sum, query) => sum + query.wanted.size, 0);
  const empty = corpus.queries.filter(
    (query, index) => query.wanted.size > 0 && cold[index]!.count === 0,
  ).length;
  const bytes = cold.map((outcome) => outcome.bytes);
  const size = await sizeOf(folder);
  const characters = corpus.records.reduce(
    (sum, { paragraphs }) => sum + paragraphs.reduce((all, { text }) => all + text.length, 0),
    0,
  );
  return [
    ['', name],
    ['queries whose count equals the truth', `${equal} of ${queries.length}`],
    ['entries reported, entries that hold the query', `${returned}, ${wanted}`],
    ['queries with an answer that are answered with nothing', String(empty)],
    ['true among the results shown (first ten)', `${shown.filter(Boolean).length} of ${shown.length}`],
    ['mean reciprocal rank of the title asked for', titleRank(corpus, cold).toFixed(3)],
    [
      'first search, everything included (median, highest)',
      `${kilobytes(at(first, 0.5))}, ${kilobytes(at(first, 1))}`,
    ],
    [
      'later query with its passages (median, 95 %)',
      `${kilobytes(at(bytes, 0.5))}, ${kilobytes(at(bytes, 0.95))}`,
    ],
    ['warm answer (median, 95 %)', `${at(warmTimes, 0.5)} ms, ${at(warmTimes, 0.95)} ms`],
    [
      `hottest phrases (${HOTTEST.join('、')}) on an open page, first asked`,
      hot
        .slice(0, HOTTEST.length)
        .map((one) => `${Math.round(one.milliseconds)} ms`)
        .join(', '),
    ],
    [
      'the same, asked again',
      hot
        .slice(HOTTEST.length)
        .map((one) => `${Math.round(one.milliseconds)} ms`)
        .join(', '),
    ],
    ['index', `${(size.bytes / 1e6).toFixed(1)} MB in ${size.files} files`],
    [
      'building it',
      `${seconds.toFixed(1)} s, ${(seconds / (characters / 1e6)).toFixed(2)} s per million characters`,
    ],
  ] as const;
}

/** The least content that makes a site, whose pages then serve the corpus. */
async function writeContent(folder: string): Promise<string> {
  await mkdir(path.join(folder, 'texts'), { recursive: true });
  await writeFile(
    path.join(folder, 'site.yaml'),
    'name: 检索测试\norganisation: 检索测试\npagefind: false\n',
  );
  await writeFile(path.join(folder, 'texts', 'one.md'), '---\ntitle: 一篇\ndate: unknown\n---\n\n正文。\n');
  return folder;
}

/**
 * Compares this project's search, and the bundle that it makes for Pagefind's clients, with Pagefind as it comes, on the same documents in
 * the same run, in a real browser on this machine, and prints a table. A number behind the name of the bench limits the corpus. Without the corpus it says so.
 */
export async function benchSearch(): Promise<void> {
  const documents = Number(process.argv[3] ?? ALL_DOCUMENTS);
  const corpus = readCorpus(documents);
  if (!corpus) {
    say('ZHIXING_SHARED names no folder with a corpus: nothing to measure.');
    return;
  }
  const folder = await mkdtemp(path.join(tmpdir(), 'bench-search-'));
  const own = path.join(folder, 'own');
  const browser = await launchBrowser();
  const servers: { close: () => void }[] = [];
  try {
    const content = await writeContent(path.join(folder, 'content'));
    const settings = readSettings({ OUT_DIR: own, CONTENT_DIR: content }, process.cwd());
    const { problems } = await buildSite(settings);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    const index = await buildSearchIndex(corpus.records, path.join(folder, 'index'));
    await rm(path.join(own, INDEX_FOLDER), { recursive: true });
    await cp(path.join(folder, 'index', INDEX_FOLDER), path.join(own, INDEX_FOLDER), { recursive: true });
    const ownServer = await serveCompressed(own);
    servers.push(ownServer);
    const reports = [
      await report('this project', corpus, browser, ours, {
        folder: path.join(own, INDEX_FOLDER),
        server: ownServer,
        seconds: index.milliseconds / 1000,
      }),
    ];
    for (const [name, build] of [
      ['its bundle for clients of Pagefind', (site: string) => startBundle(corpus.records, site).finish()],
      ['stock Pagefind', (site: string) => buildStock(corpus.records, site)],
    ] as const) {
      const site = path.join(folder, name);
      const started = performance.now();
      await build(site);
      const seconds = (performance.now() - started) / 1000;
      const entries = await addStockPage(site);
      const server = await serveCompressed(site);
      servers.push(server);
      const searched = { folder: path.join(site, BUNDLE_FOLDER), server, seconds };
      reports.push(await report(name, corpus, browser, stock(entries), searched));
    }
    const counts = `${corpus.records.length} documents, ${corpus.queries.length} queries`;
    say('', `${counts}, ${browser.version()}`, '');
    reports[0]!.forEach(([what], row) => {
      say(`| ${[what, ...reports.map((each) => each[row]![1])].join(' | ')} |`);
      if (row === 0) say(`| ${[what, ...reports].map(() => '---').join(' | ')} |`);
    });
    const slow = await onSlowNetwork(browser, ownServer.url, corpus.queries[0]!.text);
    say('', `First search of this project on slow 4G, from opening its address: ${Math.round(slow)} ms`);
  } finally {
    for (const server of servers) server.close();
    await browser.close();
    await rm(folder, { recursive: true, force: true });
  }
}
