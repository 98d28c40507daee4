import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
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

const VISITS = 'checklists/visit-discipline/';

async function open(address: string, page?: Page): Promise<Page> {
  const opened = page ?? (await browser.newPage({ acceptDownloads: true }));
  await opened.goto(site.url + address);
  return opened;
}

const tick = (page: Page, item: string) => page.getByRole('checkbox', { name: `已完成：${item}` });
const note = (page: Page, item: string) => page.getByRole('textbox', { name: `备注：${item}` });
const GROUP = '每组不超过5人';

describe('A checklist on the device', () => {
  it('keeps ticks and words for each unit apart, and still has them after a reload', async () => {
    const page = await open(VISITS);
    await page.selectOption('[data-unit-choice]', 'blood-center');
    await tick(page, GROUP).check();
    await note(page, GROUP).fill('四人一组');
    await page.selectOption('[data-unit-choice]', 'people-hospital');
    assert.equal(await tick(page, GROUP).isChecked(), false);
    await page.reload();
    await page.selectOption('[data-unit-choice]', 'blood-center');
    assert.equal(await tick(page, GROUP).isChecked(), true);
    assert.equal(await note(page, GROUP).inputValue(), '四人一组');
    assert.match(await page.locator('[data-checklist]').innerText(), /已勾选 1 \/ 10/u);
  });

  it('starts with the unit chosen on the device', async () => {
    const page = await open(VISITS);
    await page.evaluate(() => localStorage.setItem('zhixing.unit', '"disease-control"'));
    await page.reload();
    assert.equal(await page.locator('[data-unit-choice]').inputValue(), 'disease-control');
  });

  it('goes into a file, and from the file onto another device, for the same unit', async () => {
    const page = await open(VISITS);
    await page.selectOption('[data-unit-choice]', 'blood-center');
    await tick(page, GROUP).check();
    await note(page, GROUP).fill('四人一组');
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出' }).click();
    const download = await downloading;
    assert.equal(download.suggestedFilename(), '走访纪律清单-市血液中心.json');
    const file = await readFile(await download.path());

    const other = await open(VISITS);
    await other.setInputFiles('input[type=file]', {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: file,
    });
    await other.getByText('已导入，其中已勾选 1 项').waitFor();
    assert.equal(await other.locator('[data-unit-choice]').inputValue(), 'blood-center');
    assert.equal(await note(other, GROUP).inputValue(), '四人一组');

    await open('checklists/self-check-2026/', other);
    await other.setInputFiles('input[type=file]', {
      name: 'a.json',
      mimeType: 'application/json',
      buffer: file,
    });
    await other.getByText('这是另一份清单的文件').waitFor();
  });

  it('prints as filled in, or blank', async () => {
    const page = await open(VISITS);
    await page.evaluate(() => (window.print = () => undefined));
    await page.selectOption('[data-unit-choice]', 'blood-center');
    await tick(page, GROUP).check();
    await note(page, GROUP).fill('四人一组');
    await page.emulateMedia({ media: 'print' });
    const row = page.locator('[data-item="group-size"]');
    assert.equal(await row.locator('.written', { hasText: '四人一组' }).isVisible(), true);
    assert.equal(await row.locator('textarea').first().isVisible(), false);
    assert.equal(await page.locator('.unit-name').innerText(), '市血液中心');
    await page.evaluate(() => document.querySelector('[data-checklist]')?.classList.add('prints-blank'));
    assert.equal(await row.locator('.written', { hasText: '四人一组' }).isVisible(), false);
    assert.equal(await row.locator('.box').isVisible(), true);
  });

  it('shows a unit its own deadline where it leans on a session', async () => {
    const page = await open('checklists/self-check-2026/');
    const due = page.locator('[data-item="rules-meeting"] [data-deadline]');
    assert.ok((await due.count()) > 1);
    await page.selectOption('[data-unit-choice]', 'blood-center');
    assert.equal(await due.locator('visible=true').count(), 1);
    assert.match(await due.locator('visible=true').innerText(), /2026年11月3日/u);
  });

  it('counts the first day of a 公示期', async () => {
    const page = await open('checklists/reform-measures-2026/');
    const due = page.locator('[data-item="publicise"] [data-deadline] time').first();
    assert.equal(await due.getAttribute('datetime'), '2026-11-29');
  });

  it('is a whole form without scripts', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    await page.goto(site.url + VISITS);
    assert.equal(await page.locator('[data-item] .box').count(), 10);
    assert.equal(await page.locator('[data-checklist-tools]').isVisible(), false);
  });
});

describe('报送情况', () => {
  const RECEIPTS = 'campaigns/conduct-2026/receipts/';

  /** Presses the button and returns what lands on the clipboard: as HTML, and as text. */
  const copied = async (page: Page) => {
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      window.addEventListener('copy', (event) => {
        (window as unknown as { copied: unknown }).copied = ['text/html', 'text/plain'].map((type) =>
          event.clipboardData?.getData(type),
        );
      });
    });
    await page.getByRole('button', { name: '复制表格' }).click();
    await page.getByText('表格已复制').waitFor();
    return await page.evaluate(() => (window as unknown as { copied: string[] }).copied);
  };

  it('is copied as a table for Word and as text, without the clipboard interface of secure hosts', async () => {
    const page = await open(RECEIPTS);
    const rows = await page.locator('table.receipts tr').count();
    const [html = '', text = ''] = await copied(page);
    assert.equal(html.match(/<tr>/g)?.length ?? 0, rows);
    assert.match(html, /<td style="border:1px solid #000[^"]*">10月26日<br>迟报<br>2 份<\/td>/u);
    assert.match(text, /市疾控中心\t10月26日 迟报 2 份\t/u);
  });

  it('is copied as text, cell by cell, where a spreadsheet program would work a cell out or change it', async () => {
    const page = await open(RECEIPTS);
    const columns = await page.locator('table.receipts tbody tr').first().locator('th, td').count();
    await page
      .locator('table.receipts tbody tr')
      .first()
      .evaluate((row) => {
        const [unit, note, count] = row.children;
        unit!.textContent = ' ＝HYPERLINK("http://evil.example")';
        note!.innerHTML = '10月26日<small>=1+1</small>';
        count!.textContent = '3-5\t6\n7';
      });
    const [html = '', text = ''] = await copied(page);
    for (const words of ['＝HYPERLINK\\("http://evil.example"\\)', '10月26日<br>=1\\+1', '3-5\t6\n7'])
      assert.match(
        html,
        new RegExp(`<td style='[^']*;mso-number-format:"\\\\@"' sdnum="1033;0;@">${words}</td>`, 'u'),
      );
    const line = text.split('\n').find((each) => each.includes('HYPERLINK')) ?? '';
    assert.equal(line.split('\t').length, columns);
    assert.deepEqual(line.split('\t').slice(0, 3), [
      '\'＝HYPERLINK("http://evil.example")',
      '10月26日 =1+1',
      '3-5 6 7',
    ]);
  });

  it('prints on one sheet', async () => {
    const page = await open(RECEIPTS);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1);
  });

  it('shows what fell due since the table was last kept as missing', async () => {
    const page = await browser.newPage();
    await page.clock.setFixedTime(new Date('2026-12-20T08:00:00+08:00'));
    await page.goto(site.url + RECEIPTS);
    const row = page.locator('tbody tr', { hasText: '市血液中心' });
    assert.equal(await row.locator('td', { hasText: '未收到' }).count(), 2);
  });
});
