import assert from 'node:assert/strict';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { before, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import { unzipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { tagsOf } from '../../src/domain/site-references.ts';
import { PackError, writePack } from '../../src/publish/pack/write-pack.ts';
import { readContent, type Content } from '../../src/source/read-content.ts';
import { readSettings } from '../../src/source/settings.ts';
import { useBrowser } from '../support/browser.ts';
import { serveDemo } from '../support/serve-demo.ts';
import { ROOT, temporaryFolder } from '../support/site.ts';

const UNIT = 'blood-center';
const QUERIES = [
  '服务',
  '五个工作日',
  '群众',
  '没有调查，没有发言权',
  '"转作风"',
  '學習',
  '办',
  '这句话哪里都没有',
];
/** What a start page of every kind is called, and its heading. */
const PAGES = {
  'index.html': '云川市血液中心',
  'units/blood-center/conduct-2026/index.html': '市血液中心学习安排“转作风、优服务”学习计划',
  'units/blood-center/conduct-2026/print/index.html': '市血液中心成套打印“转作风、优服务”学习计划',
  'texts/conduct-plan/index.html': '关于开展“转作风、优服务”学习活动的实施方案',
  'checklists/self-check-2026/index.html': '',
  'essays/theory-articles-2026/index.html': '',
  'forms/sign-in/index.html': '',
  'offline/blood-center/index.html': '市血液中心随身材料',
  'help/readers/index.html': '',
  'device/index.html': '本机保存的内容',
};

describe('a pack opened from the disk without network', async () => {
  const { newPage } = useBrowser();
  const demo = await serveDemo();
  const settings = {
    ...readSettings({ OUT_DIR: demo.folder }, ROOT),
    siteUrl: 'https://study.example.gov.cn',
  };
  let content: Content;
  let zip: string;
  let folder: string;
  let entries: Set<string>;

  async function pack(name: string, library = false): Promise<string> {
    const out = join(await temporaryFolder(), `${name}.zip`);
    await writePack(settings, content, { unit: UNIT, out, library }, ROOT);
    return out;
  }

  async function unpack(file: string): Promise<string> {
    // A folder as offices name theirs: Chinese, with a space.
    const to = join(dirname(file), '学习 材料');
    for (const [name, bytes] of Object.entries(unzipSync(await readFile(file)))) {
      await mkdir(dirname(join(to, name)), { recursive: true });
      await writeFile(join(to, name), bytes);
    }
    return to;
  }

  before(async () => {
    content = await readContent(settings.contentDir);
    zip = await pack('unit');
    folder = await unpack(zip);
    const kinds = await Promise.all(
      ['texts', 'speeches', 'articles'].map(async (kind) =>
        (await readdir(join(folder, kind))).map((id) => `${kind}/${id}`),
      ),
    );
    entries = new Set(kinds.flat());
  });

  /** A page without network, and everything that goes wrong on it or leaves the disk. */
  async function offline(): Promise<{ page: Page; faults: string[] }> {
    const page = await newPage({ offline: true });
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!/^(file|data|blob):/.test(request.url())) faults.push(request.url());
    });
    return { page, faults };
  }

  const urlOf = (path: string, from = folder): string => pathToFileURL(from).href + `/${path}`;

  /** The exact results of a search page, all of them. */
  async function ask(page: Page, address: string, query: string): Promise<string[]> {
    await page.goto(`${address}?q=${encodeURIComponent(query)}`);
    await page.locator('[data-search-state="ready"]').waitFor();
    const total = Number(await page.locator('[data-result-count]').getAttribute('data-result-count'));
    const exact = page.locator('[data-match="exact"]');
    for (let shown = await exact.count(); shown < total; shown = await exact.count()) {
      await page.locator('.found__more button', { hasText: '篇' }).first().click();
      await exact.nth(shown).waitFor();
    }
    return exact.evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset.entry ?? ''));
  }

  it('shows every kind of page with its styles, and asks for nothing outside of the disk', async () => {
    const { page, faults } = await offline();
    for (const [path, heading] of Object.entries(PAGES)) {
      await page.goto(urlOf(path));
      const found = await page.evaluate(() => ({
        heading: document.querySelector('h1')?.textContent?.trim() ?? '',
        isStyled: [...document.querySelectorAll<HTMLLinkElement>('link[rel=stylesheet]')].every(
          ({ sheet }) => sheet !== null,
        ),
      }));
      if (heading) assert.equal(found.heading, heading);
      assert.ok(found.isStyled, path);
      assert.equal(await page.locator('.pack-unpack').isVisible(), false);
    }
    assert.deepEqual(faults, []);
  });

  it('links its pages by files that are there, and everything else by the address of the published site', async () => {
    // The demo is built without an address of its own: its canonical links name this machine.
    const files = new Set(
      (await readdir(folder, { recursive: true })).map((file) => file.replaceAll('\\', '/')),
    );
    const dead: string[] = [];
    for (const path of [...files].filter((file) => file.endsWith('.html'))) {
      const html = await readFile(join(folder, path), 'utf8');
      const targets = tagsOf(html).flatMap(({ attributes }) =>
        ['href', 'src', 'action'].map((name) => attributes.get(name) ?? ''),
      );
      for (const target of targets.filter(
        (each) =>
          !/^(https:\/\/study\.example\.gov\.cn\/|http:\/\/localhost:4321\/|#|tel:|mailto:|webcal:|data:|$)/.test(
            each,
          ),
      )) {
        const url = new URL(target, `http://disk/${path}`);
        if (url.host !== 'disk' || !files.has(decodeURIComponent(url.pathname.slice(1))))
          dead.push(`${path} ${target}`);
      }
    }
    assert.deepEqual(dead, []);
  });

  it('is walked by clicks: from the start to the schedule, a reading, the materials and back', async () => {
    const { page, faults } = await offline();
    await page.goto(urlOf('index.html'));
    await page.getByRole('link', { name: '“转作风、优服务”学习计划' }).first().click();
    await page.locator('tr[data-session] input[type=checkbox]').first().check();
    await page.reload();
    assert.equal(await page.locator('tr[data-session] input[type=checkbox]').first().isChecked(), true);
    await page.locator('tr[data-session] a', { hasText: '实施方案' }).first().click();
    await page.getByRole('button', { name: '阅读设置' }).click();
    await page.getByRole('button', { name: '恢复原样' }).waitFor();
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '随身材料' }).click();
    assert.equal(await page.locator('h1').innerText(), '市血液中心随身材料');
    assert.equal(await page.locator('.offline-set').isVisible(), false);
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '首页' }).click();
    assert.equal(await page.locator('h1').innerText(), '云川市血液中心');
    assert.deepEqual(faults, []);
  });

  it('finds what the site finds, among its own pages, and goes to the paragraph', async () => {
    const { page, faults } = await offline();
    const online = await newPage();
    for (const query of QUERIES) {
      const expected = (await ask(online, `${demo.url}/search/`, query)).filter((entry) =>
        entries.has(entry),
      );
      assert.deepEqual((await ask(page, urlOf('search/index.html'), query)).sort(), expected.sort(), query);
    }
    await page.goto(urlOf('index.html'));
    const box = page.getByRole('searchbox', { name: '检索资料库' });
    await box.fill('五个工作日');
    await box.press('Enter');
    await page.locator('[data-result] a').first().click();
    await page.locator('[data-prose] mark').first().waitFor();
    assert.match(page.url(), /^file:.*\/index\.html\?mark=.*#p\d+$/);
    assert.deepEqual(faults, []);
  });

  it('holds the whole library where that is asked for, and then finds all that the site finds', async () => {
    const whole = await unpack(await pack('library', true));
    const { page, faults } = await offline();
    const online = await newPage();
    for (const query of QUERIES.slice(0, 3)) {
      const expected = await ask(online, `${demo.url}/search/`, query);
      assert.deepEqual(
        (await ask(page, urlOf('search/index.html', whole), query)).sort(),
        expected.sort(),
        query,
      );
    }
    assert.deepEqual(faults, []);
  });

  it('has the same bytes whenever it is made, and names in ASCII', async () => {
    const [first, second] = [await readFile(zip), await readFile(await pack('again'))];
    assert.ok(first.equals(second));
    for (const name of Object.keys(unzipSync(first))) assert.match(name, /^[\x21-\x7e]+$/);
  });

  it('is not made for a unit that is not there: the units that are there are named', async () => {
    const out = join(await temporaryFolder(), 'none.zip');
    for (const unit of ['no-such', '', '../texts']) {
      await assert.rejects(
        writePack(settings, content, { unit, out, library: false }, ROOT),
        (error: Error) => {
          assert.ok(error instanceof PackError);
          assert.match(error.message, /blood-center（云川市血液中心）/);
          return true;
        },
      );
    }
    assert.deepEqual(await readdir(dirname(out)), []);
  });
});
