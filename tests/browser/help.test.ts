import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { demoSite } from '../support/demo-site.ts';
import { serveFolder, type ServedFolder } from '../support/serve.ts';

const browser = useBrowser();
let site: ServedFolder;
before(async () => {
  site = await serveFolder((await demoSite()).folder);
});
after(() => site.close());

const PAGES = [
  'help/',
  'help/readers/',
  'help/secretaries/',
  'help/branch-year/',
  'help/editors/',
  'help/operators/',
];
const SCHEDULE = 'units/blood-center/conduct-2026/';

async function open(address: string, options = {}): Promise<Page> {
  const page = await browser.newPage(options);
  await page.goto(site.url + address, { waitUntil: 'networkidle' });
  return page;
}

/** What the handbook tells people to press or look for, and the page on which it says so. */
const NAMED: [address: string, words: string[]][] = [
  ['', ['选择本单位', '近期截止', '各周安排', '大字版', '阅读设置', '使用手册', '本机保存的内容']],
  [
    SCHEDULE,
    [
      '加入手机日历',
      '按阶段',
      '按月',
      '表格',
      '列表',
      '日期计算说明',
      '复制通知',
      '改后再复制',
      '成套打印',
      '打印这一场的表',
      '表格下载',
    ],
  ],
  ['units/blood-center/', ['加入手机日历', '订阅', '下载日历文件', '在浏览器打开']],
  ['device/', ['全部删除']],
  [
    'essays/theory-articles-2026/',
    ['写什么', '写多长', '何时交', '交给谁', '下载模板和封面', '写好后自查', '检查'],
  ],
  ['campaigns/conduct-2026/', ['材料报送', '清单', '台账', '情况通报', '报送情况']],
  ['checklists/self-check-2026/', ['打印空白表', '打印已填的表', '导出', '导入']],
  ['campaigns/conduct-2026/receipts/', ['复制表格，贴进 Word', '打印本页']],
];

for (const [address, words] of NAMED) {
  test(`What the handbook names on /${address} stands there`, async () => {
    const page = await open(address);
    const text = await page.evaluate(() => document.body.textContent ?? '');
    assert.deepEqual(
      words.filter((word) => !text.includes(word)),
      [],
    );
  });
}

test('From the footer a reader comes to the handbook, and from its index to a task', async () => {
  const page = await open('');
  await page.locator('footer').getByRole('link', { name: '使用手册' }).click();
  await page.getByRole('link', { name: '复制会议通知' }).click();
  await page.waitForURL(/help\/secretaries\/#p\d+$/);
  assert.equal(
    await page.locator(':target').evaluate((heading) => heading.childNodes[0]?.textContent),
    '复制会议通知',
  );
});

test('Every picture of the handbook is shown in the size that was kept free for it', async () => {
  for (const address of PAGES) {
    const page = await open(address);
    const pictures = page.locator('.help img');
    for (let index = 0; index < (await pictures.count()); index += 1) {
      const picture = pictures.nth(index);
      await picture.scrollIntoViewIfNeeded();
      const shape = await picture.evaluate(async (image: HTMLImageElement) => {
        await image.decode();
        return {
          kept: Number(image.getAttribute('width')) / Number(image.getAttribute('height')),
          own: image.naturalWidth / image.naturalHeight,
        };
      });
      assert.ok(Math.abs(shape.kept / shape.own - 1) < 0.02, `${await picture.getAttribute('src')}`);
    }
  }
});

test('The handbook is complete without JavaScript', async () => {
  const page = await open('help/editors/', { javaScriptEnabled: false });
  assert.ok((await page.locator('.help h2').count()) > 15);
  assert.equal(await page.locator('.help h2').first().isVisible(), true);
});

async function search(query: string): Promise<Page> {
  const page = await open(`search/?${query}`);
  await page.waitForSelector('[data-search-state="ready"]');
  return page;
}

test('What stands in the handbook is found below the results, and is not counted among them', async () => {
  const page = await search('q=复制会议通知');
  assert.equal(await page.getAttribute('[data-result-count]', 'data-result-count'), '0');
  const found = page.locator('[data-aside="help/secretaries"] a').first();
  assert.match((await found.getAttribute('href')) ?? '', /\/help\/secretaries\/\?mark=.*#p\d+$/);
  await found.click();
  await page.waitForURL(/help\/secretaries/);
  await page.locator('mark').first().waitFor();
});

test('Chosen as a kind, the handbook is searched like the library', async () => {
  const page = await search('q=复制会议通知&kind=help');
  assert.equal(await page.getAttribute('[data-result-count]', 'data-result-count'), '1');
  assert.equal(await page.locator('[data-result]').getAttribute('data-entry'), 'help/secretaries');
  assert.equal(await page.locator('[data-aside]').count(), 0);
});
