import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type { Page } from 'playwright-core';
import { useBrowser } from '../support/browser.ts';
import { demoSite } from '../support/demo-site.ts';
import { serveFolder } from '../support/serve.ts';

const browser = useBrowser();
const UNIT = 'blood-center';
const PHONE = { width: 360, height: 740 };
let site: Awaited<ReturnType<typeof serveFolder>>;

before(async () => {
  site = await serveFolder((await demoSite()).folder);
});
after(() => site.close());

/** Opens a page as if it were that moment. */
async function openAt(address: string, moment: string, options: object = {}): Promise<Page> {
  const page = await browser.newPage({ ...PHONE, ...options });
  await page.clock.setFixedTime(new Date(moment));
  await page.goto(site.url + address);
  return page;
}

/** Mondays of the weeks that are shown. */
function shownWeeks(page: Page): Promise<(string | undefined)[]> {
  return page.$$eval('[data-week]', (weeks) =>
    weeks.filter((week) => week.checkVisibility()).map((week) => (week as HTMLElement).dataset.week),
  );
}

describe('this week', () => {
  test('is the week in which the page is opened, by the date in Shanghai', async () => {
    for (const timezoneId of ['Asia/Shanghai', 'America/New_York', 'UTC']) {
      const page = await openAt('', '2026-09-27T17:00:00Z', { timezoneId });
      assert.deepEqual(await shownWeeks(page), ['2026-09-28'], timezoneId);
    }
  });

  test('before the first week shows what comes first, and says so', async () => {
    const page = await openAt(`units/${UNIT}/`, '2026-08-03T04:00:00Z');
    assert.equal((await shownWeeks(page)).length, 1);
    assert.match((await page.textContent('.week-note')) ?? '', /这一周没有安排。接下来/);
  });

  test('after the last week says that all is over', async () => {
    const page = await browser.newPage(PHONE);
    await page.clock.setFixedTime(new Date('2027-12-01T04:00:00Z'));
    // As if the demo's units had nothing without a day.
    await page.route(`**/units/${UNIT}/`, async (route) => {
      const body = (await (await route.fetch()).text()).replace('data-undated', 'data-taken-out');
      await route.fulfill({ body, contentType: 'text/html' });
    });
    await page.goto(`${site.url}units/${UNIT}/`);
    assert.deepEqual(await shownWeeks(page), []);
    assert.equal(await page.textContent('.week-note'), '安排的学习都已结束。');
  });

  test('after the last week does not call over what has no day yet', async () => {
    const words = '接下来的时间待定，以通知为准。';
    const page = await openAt('units/people-hospital/', '2027-12-01T04:00:00Z');
    assert.equal(await page.textContent('.week-note'), words);
    await page.goto(`${site.url}units/people-hospital/openmind-2025/`);
    assert.equal(await page.textContent('[data-next]'), words);
    // As if every line of the plan had its day.
    await page.addInitScript(() => {
      document.addEventListener('readystatechange', () => {
        for (const row of document.querySelectorAll('tbody tr:not(.is-dropped)'))
          if (!row.querySelector('td:first-child > :not(details) time, td:first-child > time')) row.remove();
      });
    });
    await page.goto(`${site.url}units/people-hospital/conduct-2026/`);
    assert.equal(await page.textContent('[data-next]'), '本计划安排的学习都已结束。');
  });

  test('the other weeks are one button away', async () => {
    const page = await openAt(`units/${UNIT}/`, '2026-09-29T04:00:00Z');
    await page.getByRole('button', { name: '各周安排' }).click();
    assert.ok((await shownWeeks(page)).length > 10);
  });

  test('lists all weeks without JavaScript', async () => {
    const page = await browser.newPage({ ...PHONE, javaScriptEnabled: false });
    await page.goto(site.url);
    assert.ok((await page.$$('[data-week]')).length > 10);
    assert.equal(await page.isVisible('[data-week="2026-09-28"]'), true);
  });

  test('is the chosen unit’s at the next visit, and the choice stays on the device', async () => {
    const page = await openAt('', '2026-10-08T04:00:00Z');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await page.getByLabel('选择本单位').selectOption(UNIT);
    await page.waitForFunction(
      () => !document.querySelector('[data-home-week]')?.textContent.includes('市疾控'),
    );
    await page.reload();
    await page.waitForFunction(
      () => !document.querySelector('[data-home-week]')?.textContent.includes('市疾控'),
    );
    assert.match((await page.textContent('[data-home-week]')) ?? '', /五不准/);
    assert.ok(
      sent.every((url) => url.startsWith(site.url)),
      sent.join('\n'),
    );
  });
});

describe('a new unit secretary', () => {
  test('has the unit’s schedule in a calendar in three steps from the home page', async () => {
    const page = await openAt('', '2026-10-08T04:00:00Z');
    await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name: '单位' }).click();
    await page.getByRole('link', { name: '云川市血液中心' }).click();
    await page.getByText('加入手机日历').click();
    const subscribe = page.getByRole('link', { name: /订阅（/ });
    assert.match((await subscribe.getAttribute('href')) ?? '', /^webcal:\/\/.*\/units\/blood-center\.ics$/);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: '下载日历文件' }).click(),
    ]);
    assert.equal(download.suggestedFilename(), 'blood-center.ics');
  });

  test('has a 会议通知 on the clipboard in two steps, over plain HTTP without the clipboard interface too', async () => {
    for (const hasClipboard of [true, false]) {
      const page = await browser.newPage({ ...PHONE, permissions: ['clipboard-read', 'clipboard-write'] });
      await page.clock.setFixedTime(new Date('2026-10-08T04:00:00Z'));
      if (!hasClipboard) {
        await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
      }
      await page.goto(`${site.url}units/${UNIT}/`);
      await page
        .locator('[data-week="2026-10-05"]')
        .getByRole('button', { name: '复制通知' })
        .first()
        .click();
      await page.getByText('通知已复制').waitFor();
      if (!hasClipboard) continue;
      const text = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(text, /^【会议通知】/);
      assert.match(text, /时间：2026年10月8日（周四） 14:30/);
      assert.match(text, /地点：二楼会议室/);
      assert.match(text, /学习篇目：《/);
      assert.match(text, /云川市血液中心$/);
    }
  });

  test('fills in place and remarks on the device, and nothing is sent', async () => {
    const page = await openAt(`units/${UNIT}/conduct-2026/`, '2026-10-08T04:00:00Z');
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    const line = page.locator('tr[data-session="s1"]');
    await line.getByRole('button', { name: '改后再复制' }).click();
    const editor = page.getByRole('dialog', { name: '会议通知' });
    await editor.getByLabel('地点').fill('一楼多功能厅');
    await editor.getByLabel('备注').fill('请带提纲');
    assert.match(await editor.locator('textarea').inputValue(), /地点：一楼多功能厅[\s\S]*备注：请带提纲/);
    await page.keyboard.press('Escape');
    assert.equal(await editor.count(), 0);
    assert.match((await page.evaluate(() => document.activeElement?.textContent)) ?? '', /改后再复制/);
    await page.reload();
    await line.getByRole('button', { name: '改后再复制' }).click();
    assert.equal(await editor.getByLabel('地点').inputValue(), '一楼多功能厅');
    await editor.getByRole('button', { name: '恢复原样' }).click();
    assert.equal(await editor.getByLabel('地点').inputValue(), '二楼会议室');
    assert.deepEqual(
      sent.filter((url) => !url.startsWith(site.url)),
      [],
    );
  });
});

describe('a schedule', () => {
  test('shows each session once, with its moved day and the reason', async () => {
    const page = await openAt(`units/${UNIT}/conduct-2026/`, '2026-10-08T04:00:00Z');
    const ids = await page.$$eval('[data-session]', (lines) =>
      lines.map((line) => (line as HTMLElement).dataset.session),
    );
    assert.equal(new Set(ids).size, ids.length);
    const moved = page.locator('[data-session="s3"]');
    assert.equal(await moved.locator('time').first().getAttribute('datetime'), '2026-10-08');
    assert.match(await moved.innerText(), /国庆节/);
  });

  test('keeps a dropped session with its reason', async () => {
    const page = await openAt(`units/${UNIT}/conduct-2026/`, '2026-10-08T04:00:00Z');
    assert.match(await page.locator('.is-dropped').first().innerText(), /不单独安排/);
  });

  test('opens the counting of a deadline, with the days counted and skipped', async () => {
    const page = await openAt(`units/${UNIT}/conduct-2026/`, '2026-10-08T04:00:00Z');
    const deadline = page
      .locator('[data-deadline]')
      .filter({ has: page.locator('[data-counted]') })
      .first();
    await deadline.getByText('日期计算说明').click();
    const counted = await deadline
      .locator('[data-counted] time')
      .evaluateAll((days) => days.map((day) => day.getAttribute('datetime')));
    const due = await deadline.locator('time').first().getAttribute('datetime');
    assert.equal(counted.at(-1), due);
    assert.ok((await deadline.locator('[data-skipped] time').count()) > 0);
  });

  test('names the next thing due on top', async () => {
    const page = await openAt(`units/${UNIT}/conduct-2026/`, '2026-10-09T04:00:00Z');
    assert.match((await page.textContent('[data-next]')) ?? '', /接下来：10月9日（周五）/);
  });

  test('is seen by month and as a list, with every line still there', async () => {
    const page = await openAt(`units/${UNIT}/conduct-2026/`, '2026-10-08T04:00:00Z', {
      width: 1200,
      height: 900,
    });
    const lines = await page.locator('tbody > tr').count();
    await page.getByRole('button', { name: '按月' }).click();
    await page.getByRole('heading', { name: '2026年10月' }).waitFor();
    assert.equal(await page.locator('tbody > tr:visible').count(), lines);
    await page.getByRole('button', { name: '列表' }).click();
    assert.equal(
      await page
        .locator('[data-session="s1"] td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).display),
      'block',
    );
    await page.getByRole('button', { name: '按阶段' }).click();
    assert.equal(await page.locator('tbody > tr:visible').count(), lines);
  });

  test('keeps ticks on the device until they are cleared', async () => {
    const page = await openAt(`units/${UNIT}/conduct-2026/`, '2026-10-08T04:00:00Z');
    await page.locator('[data-session="s1"] input.tick').check();
    await page.reload();
    assert.equal(await page.locator('[data-session="s1"] input.tick').isChecked(), true);
    assert.match((await page.textContent('.ticked')) ?? '', /已勾选 1 \//);
    await page.getByRole('button', { name: '清除勾选' }).click();
    assert.equal(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('ticks')).length),
      0,
    );
  });

  test('is reached and ticked by keyboard alone', async () => {
    const page = await openAt(`units/${UNIT}/conduct-2026/`, '2026-10-08T04:00:00Z', {
      width: 1200,
      height: 900,
    });
    const box = page.locator('[data-session="s1"] input.tick');
    for (
      let presses = 0;
      presses < 60 && !(await box.evaluate((element) => element === document.activeElement));
      presses += 1
    ) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Space');
    assert.equal(await box.isChecked(), true);
  });
});

test('a reading page says where it is assigned and when', async () => {
  const page = await openAt('texts/five-working-days/', '2026-10-08T04:00:00Z');
  const assigned = page.locator('[data-assigned]');
  await assigned
    .getByText(/个单位的时间/)
    .first()
    .click();
  assert.ok((await assigned.locator('time:visible').count()) > 0);
  assert.match(await assigned.innerText(), /市血液中心/);
});
