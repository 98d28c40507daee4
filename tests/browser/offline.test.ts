import assert from 'node:assert/strict';
import { cp, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { after, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { PublishedSet } from '../../src/domain/offline/offline-set.ts';
import { writeOffline } from '../../src/publish/finish/write-offline.ts';
import { useBrowser } from '../support/browser.ts';
import { BELOW_A_PATH, demoSite } from '../support/demo-site.ts';
import { serveDemo } from '../support/serve-demo.ts';
import { serveFolder } from '../support/serve.ts';
import { temporaryFolder } from '../support/site.ts';

const UNIT = 'blood-center';
const READING = 'texts/conduct-plan/';
/** Milliseconds. */
const LONGEST_WAIT = 20_000;

/** Chooses the unit as a reader does, and waits until the device keeps its set. */
async function chooseUnit(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await page.getByLabel('选择本单位').selectOption(UNIT);
  await waitForSet(page);
}

/** Paths in the caches of a page's device, by the cache's name. */
function cached(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(async () => {
    const found: Record<string, string[]> = {};
    for (const name of await caches.keys()) {
      const keys = await (await caches.open(name)).keys();
      found[name] = keys.map(({ url }) => new URL(url).pathname);
    }
    return found;
  });
}

/** Waits until the caches of a page's device are as they should be. */
async function waitForCaches(
  page: Page,
  areRight: (caches: Record<string, string[]>) => boolean,
): Promise<void> {
  for (const started = Date.now(); Date.now() - started < LONGEST_WAIT; await sleep(100)) {
    if (areRight(await cached(page))) return;
  }
  assert.fail(`the device keeps ${JSON.stringify(await cached(page))}`);
}

/** Waits until the device keeps a whole set of the unit, of that build where one is given. */
function waitForSet(page: Page, build = ''): Promise<void> {
  return waitForCaches(page, (all) =>
    Object.entries(all).some(
      ([name, paths]) =>
        name.includes(`:unit:${UNIT}:${build}`) &&
        paths.some((path) => path.endsWith(`/offline/${UNIT}.json`)),
    ),
  );
}

/** Waits until the worker has stored a page of the last visits with what it needs. */
function waitForVisited(page: Page, path: string): Promise<void> {
  return waitForCaches(page, (all) =>
    Object.entries(all).some(([name, paths]) => {
      const at = paths.indexOf(path);
      return name.endsWith(':visited') && at >= 0 && paths.some((other) => other.endsWith('.css'));
    }),
  );
}

/** What went wrong on a page, from now on. */
function faultsOf(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  return faults;
}

/** The first heading, and whether all styles of the page hold. */
function readPage(page: Page) {
  return page.evaluate(() => ({
    heading: document.querySelector('h1')?.textContent?.trim(),
    isStyled: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
      ({ sheet }) => sheet !== null && sheet.cssRules.length > 0,
    ),
  }));
}

/** Names of the caches that hold a unit's set. */
const unitSets = (all: Record<string, string[]>) =>
  Object.keys(all).filter((name) => name.includes(':unit:'));

async function publishedSet(folder: string): Promise<PublishedSet> {
  return JSON.parse(await readFile(join(folder, `offline/${UNIT}.json`), 'utf8')) as PublishedSet;
}

describe('when the network is cut after a unit was chosen', async () => {
  const { newPage } = useBrowser();
  const site = await serveDemo(BELOW_A_PATH);

  it('everything the unit needs opens as it was, and any other page says what can be read', async () => {
    const page = await newPage({ serviceWorkers: 'allow' });
    await chooseUnit(page, `${site.url}/`);
    const { files } = await publishedSet(site.folder);
    const pages = files.map(([address]) => address).filter((address) => address.endsWith('/'));
    for (const kind of ['/units/', '/texts/', '/speeches/', '/checklists/', '/essays/', '/campaigns/'])
      assert.ok(
        pages.some((address) => address.startsWith(kind)),
        kind,
      );
    await site.close();
    const faults = faultsOf(page);
    for (const address of pages) {
      const response = await page.goto(site.url + address);
      const { heading, isStyled } = await readPage(page);
      assert.equal(response?.status(), 200, address);
      assert.ok((heading && heading !== '这一页现在打不开') || address === '/offline/', address);
      assert.ok(isStyled, address);
    }
    await page.goto(`${site.url}/${READING}?mark=${encodeURIComponent('学习')}#p2`);
    await page.locator('[data-prose] mark').first().waitFor();
    await page.goto(`${site.url}/`);
    await page.getByRole('button', { name: '各周安排' }).waitFor();
    assert.deepEqual(faults, []);

    const missing = await page.goto(`${site.url}/search/?q=学习`);
    assert.equal(missing?.status(), 503);
    assert.equal((await readPage(page)).heading, '这一页现在打不开');
    await page.getByRole('link', { name: '本单位的全部材料' }).click();
    assert.equal((await readPage(page)).heading, '市血液中心随身材料');
  });
});

describe('what a device keeps', async () => {
  const { newPage } = useBrowser();
  const demo = await demoSite();

  async function serveCopy() {
    const folder = join(await temporaryFolder(), 'site');
    await cp(demo.folder, folder, { recursive: true });
    const served = await serveFolder(folder);
    let isOpen = true;
    const close = async () => {
      if (isOpen) await served.close();
      isOpen = false;
    };
    after(close);
    return { folder, url: served.url, close };
  }

  it('begins with the page of the first visit, for readers who chose no unit', async () => {
    const { url, close } = await serveCopy();
    const page = await newPage({ serviceWorkers: 'allow' });
    await page.goto(url + READING);
    await waitForVisited(page, `/${READING}`);
    await page.goto(`${url}topics/`);
    await waitForVisited(page, '/topics/');
    await close();
    for (const address of [READING, 'topics/']) {
      assert.equal((await page.goto(url + address))?.status(), 200);
      assert.ok((await readPage(page)).isStyled);
    }
    await page.goto(`${url}speakers/`);
    await page.locator('[data-at-hand] a').first().waitFor();
    assert.deepEqual(await page.locator('[data-at-hand] a').allTextContents(), [
      '主题',
      '关于开展“转作风、优服务”学习活动的实施方案',
    ]);
  });

  it('is listed with its size, goes with one button, and is not kept again unasked', async () => {
    const { url } = await serveCopy();
    const page = await newPage({ serviceWorkers: 'allow' });
    await chooseUnit(page, url);
    await page.goto(`${url}device/`);
    const line = page.locator('.kept li', { hasText: '云川市血液中心的材料' });
    assert.match(await line.innerText(), /\d+ 页，约 \d+\.\d MB/);
    await line.getByRole('button').click();
    await line.waitFor({ state: 'detached' });
    await page.goto(`${url}offline/${UNIT}/`);
    const status = page.locator('[data-offline] [role=status]');
    await status.filter({ hasText: '存到这台设备上共' }).waitFor();
    await page.goto(url);
    await page.waitForLoadState('networkidle');
    const kept = async () => unitSets(await cached(page));
    assert.deepEqual(await kept(), []);
    await page.goto(`${url}offline/${UNIT}/`);
    await page.getByRole('button', { name: '离线保存本单位材料' }).click();
    await status.filter({ hasText: '已存到这台设备上' }).waitFor();
    assert.equal((await kept()).length, 1);
    await page.goto(`${url}device/`);
    await page.getByRole('button', { name: '全部删除' }).click();
    await page.getByText('这台设备上没有保存任何内容。').waitFor();
    assert.deepEqual(await page.evaluate(() => caches.keys()), []);
  });

  it('passes from one build to the next whole, and leaves the old one to the pages that are open', async () => {
    const { folder, url, close } = await serveCopy();
    const page = await newPage({ serviceWorkers: 'allow' });
    await chooseUnit(page, url);
    await page.goto(url + READING);
    const before = (await publishedSet(folder)).build;
    await publishAnew(folder);
    const { build } = await publishedSet(folder);
    assert.notEqual(build, before);

    // The open page is of the old build; the part of its script that cites is loaded only now, and the site has it no more.
    const faults = faultsOf(page);
    await page.locator('[data-prose] p').first().hover();
    await page.locator('[data-prose] p .anchor').first().click({ force: true });
    await page.getByRole('group', { name: '引用第 1 段' }).waitFor();
    assert.deepEqual(faults, []);

    const other = await page.context().newPage();
    await other.goto(url);
    await waitForSet(other, build);
    await other.goto(url + READING);
    assert.match((await readPage(other)).heading ?? '', /^新版：/);
    assert.equal(unitSets(await cached(other)).length, 2, 'the old set stays while its page is open');
    await page.close();
    await other.goto(`${url}units/`);
    await waitForCaches(other, (all) => unitSets(all).length === 1);

    await close();
    const late = faultsOf(other);
    for (const address of [READING, `units/${UNIT}/conduct-2026/`, 'checklists/self-check-2026/']) {
      await other.goto(url + address);
      const { heading, isStyled } = await readPage(other);
      assert.match(heading ?? '', /^新版：/, address);
      assert.ok(isStyled, address);
    }
    assert.deepEqual(late, []);
  });

  it('is not offered over plain http, and nothing fails there', async () => {
    const page = await newPage({ serviceWorkers: 'allow' });
    const faults = faultsOf(page);
    const origin = 'http://study.internal';
    await page.route(`${origin}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({
        path: join(demo.folder, pathname, extname(pathname) === '' ? 'index.html' : ''),
      });
    });
    await page.goto(`${origin}/units/${UNIT}/`);
    await page.getByRole('button', { name: '设为本单位' }).click();
    await page.goto(`${origin}/`);
    await page.goto(`${origin}/offline/${UNIT}/`);
    await page.getByText('不能离线保存').waitFor();
    assert.equal(await page.getByRole('button', { name: '离线保存' }).count(), 0);
    await page.goto(`${origin}/device/`);
    await page.getByText('不能离线保存').waitFor();
    assert.deepEqual(faults, []);
  });
});

/** Publishes a site anew in its folder, in one move: every page says so, and every script and stylesheet has a new name. */
async function publishAnew(folder: string): Promise<void> {
  const next = `${folder}.next`;
  await cp(folder, next, { recursive: true });
  const names = await readdir(join(next, '_astro'));
  const renamed = new Map(names.map((name) => [name, name.replace(/\.(\w+)$/, '-new.$1')]));
  const pattern = new RegExp(names.map((name) => name.replaceAll('.', '\\.')).join('|'), 'g');
  for (const file of await readdir(next, { recursive: true })) {
    if (!/\.(html|js|css)$/.test(file)) continue;
    const text = await readFile(join(next, file), 'utf8');
    const anew = text.replace(pattern, (name) => renamed.get(name) ?? name);
    await writeFile(join(next, file), anew.replace(/(<h1\b[^>]*>)/g, '$1新版：'));
  }
  for (const [name, to] of renamed) await rename(join(next, '_astro', name), join(next, '_astro', to));
  for (const file of await readdir(join(next, 'offline'))) {
    if (!file.endsWith('.json')) continue;
    const { files, packed } = JSON.parse(await readFile(join(next, 'offline', file), 'utf8')) as PublishedSet;
    const kept = files.map(([address]) => address).filter((address) => !address.startsWith('/_astro/'));
    await writeFile(join(next, 'offline', file), JSON.stringify({ kept, packed }));
  }
  await writeOffline(next, '/');
  await rename(folder, `${folder}.old`);
  await rename(next, folder);
}
