import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { serveDemo } from '../support/serve-demo.ts';

const SPEECH = '/speeches/mobilisation-2026/';

/** Presses Tab until an element that matches has the focus; fails after `most` presses. */
async function tabTo(page: Page, selector: string, most = 120): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  assert.fail(`no ${selector} within ${most} presses of Tab`);
}

describe('a reading page', async () => {
  const { newPage } = useBrowser();
  const { url, folder } = await serveDemo();

  it('is complete without JavaScript: title, facts, contents, every paragraph, source, neighbours', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(url + SPEECH);
    assert.equal(await page.locator('h1').innerText(), '在“转作风、优服务”学习活动动员会上的讲话');
    for (const words of [
      '讲话发言',
      '云川市卫生健康委主任',
      '2026年9月14日',
      '全市卫生健康系统“转作风、优服务”学习活动动员会',
    ]) {
      assert.match(await page.locator('.title').innerText(), new RegExp(words));
    }
    assert.ok((await page.locator('.contents a').count()) >= 3);
    assert.match(await page.locator('.colophon').innerText(), /本站撰写的示例材料/);
    assert.ok((await page.locator('.beside a[rel=prev], .beside a[rel=next]').count()) >= 1);
    const withScript = await newPage();
    await withScript.goto(url + SPEECH);
    const wordsOf = (each: Page) =>
      each.locator('[data-prose]').evaluate((prose) => {
        const copy = prose.cloneNode(true) as Element;
        copy.querySelectorAll('.anchor').forEach((link) => {
          link.remove();
        });
        return copy.textContent;
      });
    assert.equal(await wordsOf(page), await wordsOf(withScript));
  });

  it('opens at a paragraph by its anchor, without JavaScript too', async () => {
    const page = await newPage({ javaScriptEnabled: false, height: 600 });
    await page.goto(`${url}${SPEECH}#p15`);
    const { top = -1 } =
      (await page
        .locator('#p15')
        .boundingBox()
        .then((box) => box && { top: box.y })) ?? {};
    assert.ok(top >= 0 && top < 600, `${top} px`);
  });

  it('numbers its blocks p1, p2, … without a gap, each anchor once', async () => {
    const page = await newPage();
    await page.goto(url + SPEECH);
    const ids = await page
      .locator('[data-prose] [id]')
      .evaluateAll((blocks) => blocks.map(({ id }) => id).filter((id) => /^p\d+$/.test(id)));
    assert.ok(ids.length > 10);
    assert.deepEqual(
      ids,
      ids.map((_, index) => `p${index + 1}`),
    );
  });

  it('is reached by keyboard alone, from the home page to the link of a paragraph', async () => {
    const page = await newPage();
    await page.goto(`${url}/`);
    await page.keyboard.press('Tab');
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), '跳到正文');
    assert.equal(await page.locator('.skip').evaluate((link) => link.getBoundingClientRect().top >= 0), true);
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    assert.equal(
      await page.evaluate(() => document.querySelector('main')?.contains(document.activeElement)),
      true,
    );

    await page.goto(`${url}/`);
    await tabTo(page, 'nav a[href="/library/"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/library/`);
    await tabTo(page, '.entries a');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/(texts|speeches|articles)\/[a-z0-9-]+\/$/);
    await tabTo(page, '.anchor');
    assert.equal(await page.evaluate(() => getComputedStyle(document.activeElement!).opacity), '1');
    await page.keyboard.press('Enter');
    assert.match(new URL(page.url()).hash, /^#p\d+$/);
  });

  it('shows where the focus is', async () => {
    const page = await newPage();
    await page.goto(url + SPEECH);
    for (let presses = 0; presses < 12; presses += 1) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
        return outlineStyle === 'none' ? 0 : parseFloat(outlineWidth);
      });
      assert.ok(outline >= 2, `press ${presses + 1}: outline of ${outline} px`);
    }
  });

  it('copies the full address of a paragraph where the site is served over plain HTTP', async () => {
    const page = await newPage();
    await page.route('http://intranet.example/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const path = join(folder, pathname.endsWith('/') ? `${pathname}index.html` : pathname);
      const contentType = { css: 'text/css', js: 'text/javascript', svg: 'image/svg+xml' }[
        path.split('.').pop() ?? ''
      ];
      await route.fulfill({
        body: await readFile(path),
        contentType: contentType ?? 'text/html; charset=utf-8',
      });
    });
    await page.goto(`http://intranet.example${SPEECH}`);
    assert.equal(await page.evaluate(() => isSecureContext), false);
    await page.locator('#p5').hover();
    await page.locator('#p5 .anchor').click();
    await page.locator('.toast', { hasText: '链接已复制' }).waitFor();
    await page.locator('input[type=search]').first().focus();
    await page.keyboard.press('ControlOrMeta+V');
    assert.equal(
      await page.locator('input[type=search]').first().inputValue(),
      `http://intranet.example${SPEECH}#p5`,
    );
  });

  it('names its links of paragraphs for those who do not see them', async () => {
    const page = await newPage();
    await page.goto(url + SPEECH);
    await page.locator('#p5').hover();
    assert.equal(await page.locator('#p5 .anchor').getAttribute('aria-label'), '第 5 段的链接');
  });

  it('sends what is typed into its search box to the search page, without JavaScript', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(url + SPEECH);
    await page.locator('.head input[type=search]').fill('五个工作日');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${url}/search/?q=${encodeURIComponent('五个工作日')}`);
    assert.match(await page.locator('main').innerText(), /JavaScript/);
  });

  it('leads from a former address to the present one, without JavaScript', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(`${url}/texts/conduct-scheme/`);
    await page.waitForURL(`${url}/texts/conduct-plan/`);
  });

  it('describes itself to other programs', async () => {
    const page = await newPage();
    await page.goto(url + SPEECH);
    const data = JSON.parse(
      (await page.locator('script[type="application/ld+json"]').textContent()) ?? '',
    ) as Record<string, unknown>;
    assert.equal(data['@type'], 'Article');
    assert.equal(data.headline, '在“转作风、优服务”学习活动动员会上的讲话');
    assert.equal(data.datePublished, '2026-09-14');
    const meta = (name: string) => page.locator(`meta[property="og:${name}"]`).getAttribute('content');
    assert.deepEqual([await meta('type'), await meta('title')], ['article', data.headline]);
    assert.equal(await page.locator('html').getAttribute('lang'), 'zh-Hans');
  });
});
