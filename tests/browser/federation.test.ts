import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { SearchRecord } from '../../src/domain/search/record.ts';
import { buildSearchIndex } from '../../src/search/build-index.ts';
import { SEARCHED_KIND_NAMES } from '../../src/strings/zh.ts';
import { useBrowser } from '../support/browser.ts';
import { record, repeatable } from '../support/search-index.ts';
import { serveFolder, type ServedFolder } from '../support/serve.ts';
import { buildSample, entryFile, temporaryFolder } from '../support/site.ts';
import { createTruth } from '../unit/search/truth.ts';

const browser = useBrowser();

const OWN = '云川市学习办';
const LISTED = ['甲市', '乙县', '丙区', '丁镇', '戊局', '己院', '庚所', '辛站', '壬中心'];
/** These stop. */
const STOPPED = ['乙县', '戊局', '壬中心'];
const TOPICS = ['作风建设', '服务质量', '志愿服务'];
const ENTRIES = 12;

const random = repeatable(9);
const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
const sentence = (): string =>
  `${pick(['各科室', '本单位', '党支部'])}要${pick(['坚持为民服务', '改进工作作风', '做好便民窗口'])}，${pick(['按月报告', '学习群众来信', '查找差距'])}。`;

/** One entry of an office; its name is found at no other. */
function entryOf(office: number, at: number): SearchRecord {
  const topic = pick(TOPICS);
  return record({
    entry: `texts/o${office}-${at}`,
    title: `第${at + 1}号学习材料`,
    date: `202${(at % 3) + 4}-0${(office % 9) + 1}-1${at % 9}`,
    // Every office numbers its topics for itself.
    topics: [{ id: `t${office}-${TOPICS.indexOf(topic)}`, name: topic }],
    text: [sentence(), sentence()],
  });
}

const recordsOf = (office: number): SearchRecord[] =>
  Array.from({ length: ENTRIES }, (_, at) => entryOf(office, at));

/** The own site's entries as files of its content. */
const filesOf = (records: readonly SearchRecord[]): Record<string, string> =>
  Object.fromEntries(
    records.map(({ entry, title, date, topics, paragraphs }) => [
      `${entry}.md`,
      entryFile(paragraphs.map(({ text }) => text).join('\n\n'), {
        title,
        date,
        topics: topics.map(({ name }) => name),
      }),
    ]),
  );

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    ['ready', 'failed'].includes(
      document.querySelector<HTMLElement>('[data-search-state]')?.dataset['searchState'] ?? '',
    ),
  );
}

/** Asks on an open page, until the answer stands there. */
const ask = (page: Page, text: string): Promise<void> =>
  page.evaluate(async (query) => {
    const root = document.querySelector<HTMLElement>('[data-search-state]')!;
    const ready = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (root.dataset['searchState'] !== 'ready') return;
        observer.disconnect();
        resolve();
      });
      observer.observe(root, { attributes: true, attributeFilter: ['data-search-state'] });
    });
    root.querySelector<HTMLInputElement>('[data-part="input"]')!.value = query;
    root.querySelector<HTMLFormElement>('[data-part="form"]')!.requestSubmit();
    await ready;
  }, text);

const countOn = async (page: Page): Promise<number> =>
  Number(await page.getAttribute('[data-result-count]', 'data-result-count'));

/** The counts that stand beside the values of a facet, by what a reader sees. */
const facetOn = async (page: Page, facet: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    await page
      .locator(`[data-facet="${facet}"] label`)
      .evaluateAll((labels) =>
        labels.map((label) => [
          label.querySelector('span')!.textContent,
          Number(label.querySelector('small')!.textContent),
        ]),
      ),
  ) as Record<string, number>;

/** How many of the records have each value. */
function tally(records: readonly SearchRecord[], valueOf: (record: SearchRecord) => string) {
  const counts: Record<string, number> = {};
  for (const one of records) counts[valueOf(one)] = (counts[valueOf(one)] ?? 0) + 1;
  return counts;
}

describe('ten sites on ten ports, searched from one of them', () => {
  const own = recordsOf(0);
  const listed = LISTED.map((name, at) => ({ name, records: recordsOf(at + 1) }));
  const answering = [{ name: OWN, records: own }, ...listed.filter(({ name }) => !STOPPED.includes(name))];
  const present = answering.flatMap(({ records }) => records);
  const officeOf = (entry: string): string =>
    answering.find(({ records }) => records.some((one) => one.entry === entry))!.name;
  const holding = (text: string, among = present): SearchRecord[] => {
    const entries = new Set(createTruth(among).entriesWith(text));
    return among.filter(({ entry }) => entries.has(entry));
  };
  const servers = new Map<string, ServedFolder>();
  let portal: ServedFolder;

  /** The page once all but so many have answered: what a busy machine makes slow is asked again. */
  const whole = async (page: Page, missing: number): Promise<void> => {
    const silent = page.locator('[data-silent]');
    for (let left = 40; left > 0; left -= 1) {
      const count = (await silent.count()) === 0 ? 0 : Number(await silent.getAttribute('data-silent'));
      if (count <= missing) return;
      await silent
        .getByRole('button')
        .click({ timeout: 2000 })
        .catch(() => undefined);
      await page.waitForTimeout(250);
    }
    assert.fail(`${missing} offices are missing, but others too`);
  };

  const open = async (query: Record<string, string> = {}, missing = STOPPED.length): Promise<Page> => {
    const page = await browser.newPage();
    await page.goto(`${portal.url}search/?${new URLSearchParams(query).toString()}`);
    if (Object.keys(query).length > 0) await settled(page);
    else await page.locator('[data-facet] input').first().waitFor({ state: 'attached' });
    await whole(page, missing);
    if (Object.keys(query).length > 0) await settled(page);
    return page;
  };

  before(async () => {
    for (const { name, records } of listed) {
      const folder = await temporaryFolder();
      await buildSearchIndex(records, folder, { kinds: SEARCHED_KIND_NAMES });
      const headers = { 'access-control-allow-origin': '*' };
      servers.set(name, await serveFolder(folder, { headers }));
    }
    const lines = LISTED.map((name) => `  - name: ${name}\n    url: ${servers.get(name)!.url}\n`);
    const site = await buildSample({
      'site.yaml': `name: 小站\norganisation: ${OWN}\npagefind: false\nfederation:\n${lines.join('')}`,
      ...filesOf(own),
    });
    portal = await serveFolder(site.folder);
  });
  after(() => Promise.all([portal, ...servers.values()].map((server) => server.close())));

  test('answer as one: every result says whose it is and leads there, by date in one order', async () => {
    const all = [...own, ...listed.flatMap(({ records }) => records)];
    const page = await open({ q: '为民服务', sort: 'date' }, 0);
    const wanted = holding('为民服务', all);
    assert.equal(await countOn(page), wanted.length);
    assert.equal(await page.locator('[data-silent]').count(), 0);
    const days = await page
      .locator('li[data-result] time')
      .evaluateAll((times) => times.map((time) => time.getAttribute('datetime')!));
    const newest = wanted
      .map(({ date }) => date!)
      .sort()
      .reverse();
    assert.deepEqual(days, newest.slice(0, 10));
    for (const item of await page.locator('li[data-result]').all()) {
      const office = (await item.locator('[data-office]').textContent())!;
      const link = new URL((await item.locator('h3 a').getAttribute('href'))!, page.url());
      const base = office === OWN ? portal.url : servers.get(office)!.url;
      assert.equal(link.origin + link.pathname, `${base}${await item.getAttribute('data-entry')}/`);
    }
  });

  test('answer without three that are stopped, and name the three', async () => {
    for (const name of STOPPED) await servers.get(name)!.close();
    const page = await open();
    await ask(page, '为民服务');
    await whole(page, STOPPED.length);
    await settled(page);
    assert.equal(await countOn(page), holding('为民服务').length);
    const said = await page.locator('[data-silent]').textContent();
    assert.ok(said!.includes(`未响应：${STOPPED.join('、')}。`), said!);
    assert.ok(await page.locator('[data-silent]').getByRole('button', { name: '重试' }).isVisible());
  });

  test('have facets and counts that are the truth over the seven, also narrowed', async () => {
    const page = await open({ q: '改进工作作风' });
    const found = holding('改进工作作风');
    assert.deepEqual(
      await facetOn(page, 'office'),
      tally(found, ({ entry }) => officeOf(entry)),
    );
    assert.deepEqual(
      await facetOn(page, 'topic'),
      tally(found, ({ topics }) => topics[0]!.name),
    );
    assert.deepEqual(
      await facetOn(page, 'year'),
      tally(found, ({ date }) => `${date!.slice(0, 4)}年`),
    );

    await page.locator(`[data-facet="topic"] label`, { hasText: TOPICS[0]! }).click();
    await settled(page);
    const ofTopic = found.filter(({ topics }) => topics[0]!.name === TOPICS[0]);
    assert.equal(await countOn(page), ofTopic.length);
    assert.deepEqual(
      await facetOn(page, 'office'),
      tally(ofTopic, ({ entry }) => officeOf(entry)),
    );

    await page.locator(`[data-facet="office"] label`, { hasText: '甲市' }).click();
    await settled(page);
    const there = ofTopic.filter(({ entry }) => officeOf(entry) === '甲市');
    assert.equal(await countOn(page), there.length);
    assert.equal(new URL(page.url()).searchParams.get('office'), '甲市');
    await page.reload();
    await settled(page);
    assert.equal(await countOn(page), there.length);
  });

  test('page through all of it, each entry once', async () => {
    const page = await open({ q: '学习材料' });
    const items = page.locator('li[data-result]');
    while ((await items.count()) < present.length) {
      const shown = await items.count();
      await page.locator('.found__more button').click();
      await items.nth(shown).waitFor();
      await whole(page, STOPPED.length);
      await settled(page);
    }
    const entries = await items.evaluateAll((all) => all.map((item) => item.getAttribute('data-entry')));
    assert.deepEqual(entries.sort(), present.map(({ entry }) => entry).sort());
  });

  test('give near results and the own handbook besides', async () => {
    const near = await open({ q: '也要坚持为民服务' });
    await near.locator('li[data-match="near"] [data-office]').first().waitFor();
    const handbook = await open({ q: '检索' });
    const links = handbook.locator('li[data-aside] h3 a');
    assert.ok((await links.count()) > 0);
    assert.ok((await links.first().getAttribute('href'))!.startsWith('/help/'));
  });

  test('do not wait for one that accepts the request and stays silent, and ask it again on demand', async () => {
    const name = STOPPED[0]!;
    const { port } = new URL(servers.get(name)!.url);
    const mute = createServer().listen(Number(port), '127.0.0.1');
    await once(mute, 'listening');
    const page = await open();
    await ask(page, '便民窗口');
    mute.close();
    await whole(page, STOPPED.length);
    await settled(page);
    assert.equal(await countOn(page), holding('便民窗口').length);
    const silent = page.locator('[data-silent]');
    assert.ok((await silent.textContent())!.includes(name));
    await silent.getByRole('button').click();
    await settled(page);
    assert.equal(await countOn(page), holding('便民窗口').length);
  });

  test('ask nothing of any host that is not listed', async () => {
    const page = await browser.newPage();
    const hosts = new Set<string>();
    page.on('request', (request) => hosts.add(new URL(request.url()).origin));
    await page.goto(`${portal.url}search/?q=${encodeURIComponent('学习材料')}`);
    await settled(page);
    const known = [portal, ...servers.values()].map(({ url }) => new URL(url).origin);
    assert.deepEqual(
      [...hosts].filter((host) => !known.includes(host)),
      [],
    );
    const policy = await page.getAttribute('meta[http-equiv="content-security-policy"]', 'content');
    const listedHosts = LISTED.map((name) => new URL(servers.get(name)!.url).origin);
    assert.ok(policy!.includes(`connect-src 'self' ${listedHosts.join(' ')};`));
  });
});
