import assert from 'node:assert/strict';
import { cp, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { freePort, hasNginx, startNginx, type Nginx } from '../../scripts/bench/nginx.ts';
import { deploySite } from '../../src/publish/deploy/deploy.ts';
import { nginxConfig } from '../../src/publish/hosting/nginx.ts';
import { SEARCHED_ALONE } from '../../src/publish/hosting/searched-with.ts';
import { useBrowser } from '../support/browser.ts';
import {
  buildFolder,
  entryFile,
  siteIn,
  SITE_YAML,
  snapshot,
  temporaryFolder,
  writeContent,
} from '../support/site.ts';

const CANARY = '金丝雀停在老槐树上';
const PHONE = '八六五五零一二三四五';
const PICTURE = (words: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="90" height="9"><text>${words}</text></svg>`;
const FILES = {
  'site.yaml': SITE_YAML,
  'units/office.yaml': 'name: 云川市疾控中心\nplans: [{ plan: study }]\n',
  'campaigns/study.yaml': 'name: 学习月\norganiser: 云川市卫生健康委\nfrom: 2026-09-01\nuntil: 2026-09-30\n',
  'plans/study.yaml':
    'campaign: study\ntitle: 学习计划\nsessions: [{ id: s1, title: 第一讲, form: 个人自学, readings: [texts/secret, texts/edited, texts/other], when: unknown }]\n',
  'texts/secret.md': entryFile(`为群众办实事。${CANARY}。${'再说一遍。'.repeat(300)}`, { title: '要撤下的' }),
  'texts/edited.md': entryFile(`为群众办实事。联系电话${PHONE}。\n\n![图](sign.svg)`, { title: '要改的' }),
  'texts/other.md': entryFile('为群众办实事。这一篇留着。', { title: '留着的' }),
  'media/sign.svg': PICTURE(PHONE),
};
/** Milliseconds. */
const LONGEST_WAIT = 20_000;

describe('what is withdrawn', { skip: !hasNginx() && 'nginx is not installed' }, () => {
  const { newPage } = useBrowser();
  let contentDir: string;
  let dist: string;
  let served: string;
  let url: string;
  let nginx: Nginx | undefined;
  after(() => nginx?.close());
  before(async () => {
    dist = join(await temporaryFolder(), 'dist');
    served = join(await temporaryFolder(), 'served');
    const port = await freePort();
    const order = { host: 'localhost', port, basePath: '/', folder: served, moves: [], ...SEARCHED_ALONE };
    nginx = await startNginx(nginxConfig({ ...order, brotli: false }), port);
    url = `http://localhost:${port}/`;
  });

  /** What was built, by what it is called: every test publishes the same two sites. */
  const outputs = new Map<string, string>();
  const publish = async (name: string) => {
    const known = outputs.get(name);
    if (known) {
      await rm(dist, { recursive: true, force: true });
      await cp(known, dist, { recursive: true });
    } else {
      await buildFolder(contentDir, dist);
      outputs.set(name, join(await temporaryFolder(), name));
      await cp(dist, outputs.get(name)!, { recursive: true });
    }
    await deploySite(dist, served, ['gz', 'br']);
  };
  const publishFirst = async () => {
    await rm(served, { recursive: true, force: true });
    contentDir = await writeContent(FILES);
    await publish('first');
  };
  const withdraw = async () => {
    await writeFile(
      join(contentDir, 'texts/secret.md'),
      entryFile(CANARY, { title: '要撤下的', draft: true }),
    );
    await writeFile(
      join(contentDir, 'texts/edited.md'),
      entryFile('电话略。\n\n![图](sign.svg)', { title: '要改的' }),
    );
    await writeFile(join(contentDir, 'media/sign.svg'), PICTURE('略'));
    await publish('withdrawn');
  };

  /** What an address gives, unpacked, to readers of every kind. */
  async function answersOf(path: string): Promise<string> {
    const texts = await Promise.all(
      ['identity', 'gzip', 'br'].map(async (coding) => {
        const answer = await fetch(url + encodeURI(path), { headers: { 'accept-encoding': coding } });
        return unpacked(Buffer.from(await answer.arrayBuffer()));
      }),
    );
    return texts.join('\n');
  }

  it('is given by no address that was ever served, compressed or not, nor is what was edited; and no page is broken meanwhile', async () => {
    await publishFirst();
    const addresses = new Set(await siteIn(served).files());
    const given = async () => {
      const found: string[] = [];
      for (const path of addresses) {
        const text = await answersOf(path);
        if (text.includes(CANARY) || text.includes(PHONE)) found.push(path);
      }
      return found;
    };
    const first = await given();
    for (const kind of [
      /^texts\/secret\/index\.html$/,
      /\.html\.gz$/,
      /^search-index\/.+\.pf_fragment$/,
      /^pagefind\/.+\.pf_fragment$/,
      /^media\/sign\.svg$/,
    ])
      assert.ok(
        first.some((path) => kind.test(path)),
        `${kind}: ${first.join()}`,
      );
    const broken: string[] = [];
    let isDone = false;
    const reader = (async () => {
      while (!isDone) broken.push(...(await brokenOn(url)), ...(await brokenOn(`${url}texts/other/`)));
    })();
    await withdraw();
    isDone = true;
    await reader;
    assert.deepEqual(broken, []);
    for (const path of await siteIn(served).files()) addresses.add(path);
    assert.deepEqual(await given(), []);
    assert.equal((await fetch(`${url}texts/secret/`)).status, 404);
    // Nor is it left in any file of the served folder.
    for (const [path, bytes] of await snapshot(served)) {
      const text = unpacked(Buffer.from(bytes, 'base64'));
      assert.ok(!text.includes(CANARY) && !text.includes(PHONE), path);
    }
  });

  it('leaves a device at the next visit: its unit’s set, the pages last visited, what is answered without network', async () => {
    await publishFirst();
    const page = await newPage({ serviceWorkers: 'allow' });
    await page.goto(url);
    await page.getByLabel('选择本单位').selectOption('office');
    await until(page, (texts) =>
      texts.some(([name, text]) => name.includes(':unit:') && text.includes(CANARY)),
    );
    await page.goto(`${url}search/?q=${encodeURIComponent(CANARY)}`);
    await page.waitForSelector('[data-search-state="ready"]');
    const stranger = await newPage({ serviceWorkers: 'allow' });
    // Pages are kept once there is a worker.
    await stranger.goto(`${url}topics/`);
    await until(stranger, (texts) => texts.some(([name]) => name.endsWith('/topics/')));
    for (const path of ['texts/secret/', 'texts/edited/']) await stranger.goto(url + path);
    await until(stranger, (texts) =>
      [CANARY, PHONE].every((words) => texts.some(([, text]) => text.includes(words))),
    );

    await withdraw();
    // One visit each: of the one to any page, of the other to the very page that is gone.
    await page.goto(`${url}library/`);
    await stranger.goto(`${url}texts/secret/`);
    for (const each of [page, stranger]) {
      await until(
        each,
        (texts) =>
          texts.length > 0 && !texts.some(([, text]) => text.includes(CANARY) || text.includes(PHONE)),
      );
      await until(each, (texts) => texts.some(([, text]) => text.includes('电话略')));
      await each.context().setOffline(true);
      for (const path of ['texts/secret/', 'texts/edited/']) {
        const answer = await each.goto(url + path).catch(() => null);
        const text = (await answer?.text().catch(() => '')) ?? '';
        assert.ok(!text.includes(CANARY) && !text.includes(PHONE), path);
      }
      assert.match(await each.locator('[data-prose]').innerText(), /电话略/);
    }
  });

  it('a search in the midst of a visit finds its index gone, and asks the newest once', async () => {
    await publishFirst();
    const page = await newPage();
    await page.goto(`${url}search/?q=${encodeURIComponent('这一篇留着')}`);
    await page.waitForSelector('[data-search-state="ready"]');
    await withdraw();
    const ask = async (words: string) => {
      await page.getByRole('combobox', { name: '检索词' }).fill(words);
      await page.keyboard.press('Enter');
      await page.waitForSelector('[data-search-state="ready"]');
      await page.waitForFunction((q) => new URLSearchParams(location.search).get('q') === q, words);
      return Number(await page.locator('[data-result-count]').getAttribute('data-result-count'));
    };
    assert.equal(await ask('电话略'), 1);
    assert.equal(await ask(CANARY), 0);
  });
});

/** What is packed as readers read it. */
function unpacked(bytes: Buffer): string {
  // Pagefind writes marks without width between words.
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return gunzipSync(bytes).toString().replaceAll('\u200b', '');
  try {
    return `${bytes.toString()}\n${brotliDecompressSync(bytes).toString()}`;
  } catch {
    return bytes.toString();
  }
}

/** What a page of the site asks for itself and does not get. */
async function brokenOn(address: string): Promise<string[]> {
  const answer = await fetch(address);
  const html = await answer.text();
  const needed = [...html.matchAll(/(?:src|href)="(\/_astro\/[^"]+)"/g)].map(
    ([, path]) => new URL(path!, address).href,
  );
  const answers = await Promise.all(needed.map(async (each) => [each, (await fetch(each)).status] as const));
  return [[address, answer.status] as const, ...answers].filter(([, status]) => status !== 200).map(String);
}

/** Waits until all that the caches of a page's device hold, by cache, is as it should be. */
async function until(page: Page, isRight: (texts: [name: string, text: string][]) => boolean): Promise<void> {
  const texts = () =>
    page.evaluate(async () => {
      const found: [string, string][] = [];
      for (const name of await caches.keys()) {
        const cache = await caches.open(name);
        for (const request of await cache.keys())
          found.push([name + request.url, (await (await cache.match(request))?.text()) ?? '']);
      }
      return found;
    });
  for (const started = Date.now(); Date.now() - started < LONGEST_WAIT; await sleep(100)) {
    if (isRight(await texts().catch(() => []))) return;
  }
  assert.fail(
    `the device keeps ${(await texts()).map(([name, text]) => `${name} ${[CANARY, PHONE].filter((words) => text.includes(words)).join()}`).join('\n')}`,
  );
}
