import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { serveFolder } from '../support/serve.ts';
import { serveDemo } from '../support/serve-demo.ts';
import { buildSample, entryFile } from '../support/site.ts';

describe('the library without JavaScript', async () => {
  const { newPage } = useBrowser();
  const { url } = await serveDemo();
  const open = async (address: string) => {
    const page = await newPage({ javaScriptEnabled: false });
    await page.goto(url + address);
    return page;
  };

  it('is narrowed by kind, year, topic, unit and campaign with plain links whose counts are true', async () => {
    const page = await open('/library/');
    const links = await page
      .locator('.filters a:has(small)')
      .evaluateAll((anchors) =>
        anchors.map(
          (anchor) =>
            [
              (anchor as HTMLAnchorElement).pathname,
              Number(anchor.querySelector('small')?.textContent),
            ] as const,
        ),
      );
    for (const part of ['/texts/', '/library/', '/topics/', '/units/', '/campaigns/']) {
      assert.ok(
        links.some(([address]) => address.startsWith(part)),
        part,
      );
    }
    for (const [address, count] of links) {
      await page.goto(url + address);
      assert.equal(await page.locator('.listbar + .entries > li').count(), count, address);
    }
  });

  it('says which list is shown', async () => {
    const page = await open('/speeches/');
    assert.match(await page.locator('.filters [aria-current]').innerText(), /^讲话发言/);
    assert.equal(await page.locator('nav [aria-current=page]').innerText(), '资料库');
  });

  it('is sorted from new to old, and otherwise where asked, unknown dates last', async () => {
    const page = await open('/library/');
    const days = () =>
      page
        .locator('.entries > li')
        .evaluateAll((items) => items.map((item) => item.querySelector('time')?.dateTime ?? 'unknown'));
    const newest = await days();
    assert.equal(newest.at(-1), 'unknown');
    assert.deepEqual(newest.slice(0, -1), newest.slice(0, -1).toSorted().reverse());
    await page.getByRole('link', { name: '旧的在前' }).click();
    const oldest = await days();
    assert.deepEqual(oldest.slice(0, -1), oldest.slice(0, -1).toSorted());
    assert.equal(oldest.at(-1), 'unknown');
  });
});

describe('a library of 120 entries', async () => {
  const { newPage } = useBrowser();
  const files = Object.fromEntries(
    Array.from({ length: 120 }, (_, index) => [
      `texts/t${index}.md`,
      entryFile('正文。', { title: `第${index}篇`, topics: ['作风'] }),
    ]),
  );
  const { folder } = await buildSample(files);
  const { url, close } = await serveFolder(folder);
  after(close);

  it('is turned page by page, each entry on one page', async () => {
    const page = await newPage({ javaScriptEnabled: false });
    for (const start of ['library/', 'topics/zuo-feng/sort/title/']) {
      await page.goto(url + start);
      const seen: string[] = [];
      for (;;) {
        seen.push(...(await page.locator('.entries__title').allInnerTexts()));
        const next = page.locator('.pager a[rel=next]');
        if ((await next.count()) === 0) break;
        await next.click();
      }
      assert.equal(seen.length, 120);
      assert.equal(new Set(seen).size, 120);
      assert.match(await page.locator('.pager').innerText(), /第 3 页，共 3 页/);
    }
  });
});
