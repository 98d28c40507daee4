import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Document, Packer, Paragraph } from 'docx';
import type { Page } from 'playwright-core';
import { Desk } from '../../src/desk/desk.ts';
import { serveDesk } from '../../src/desk/server/serve-desk.ts';
import { readSettings } from '../../src/source/settings.ts';
import { axeFaults } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { ROOT, temporaryFolder, writeContent } from '../support/site.ts';

const browser = useBrowser();

const NOTICE = [
  '云卫学〔2026〕3号',
  '关于开展读书班的通知',
  '各单位：',
  '为办好读书班，现将有关事项通知如下。',
  '请各单位于三月底前报名。',
  '云川市卫生健康委员会',
  '2026年3月5日',
];
const PAGE =
  '<!doctype html><title>一线见闻</title><h1>窗口前移三公里</h1><p>本报记者</p><p>采血车开进园区，职工午休时就能献血。</p><p>下一步还要开到夜市。</p>';

async function docx(lines: readonly string[]): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }),
  );
}

/** What stands on the page under a test's name for it. */
const card = (page: Page, name: string) => page.locator(`[data-card="${name}"]`);

describe('An editor with nothing but a browser', () => {
  it('brings in a Word file and a web page, decides, corrects a word, publishes, and sees it', async () => {
    const content = await writeContent({});
    const outDir = join(await temporaryFolder(), 'site');
    const desk = await Desk.open(readSettings({ CONTENT_DIR: content, OUT_DIR: outDir }, ROOT));
    const served = await serveDesk(desk, 0);
    after(() => served.close());
    const page = await browser.newPage();
    const troubles: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
    await page.goto(served.address);
    await page.getByText('内容还是空的').waitFor();
    assert.equal(new URL(page.url()).search, '', 'the token does not stay in the address');
    assert.deepEqual(await axeFaults(page), []);

    await page.getByRole('link', { name: '导入' }).click();
    await page.getByLabel('选择文件').setInputFiles([
      { name: '读书班通知.docx', mimeType: '', buffer: await docx(NOTICE) },
      { name: '见闻.html', mimeType: 'text/html', buffer: Buffer.from(PAGE) },
    ]);
    const notice = card(page, '读书班通知.docx');
    await notice.locator('[data-field="title"] input').waitFor();
    assert.equal(await notice.locator('[data-field="title"] input').inputValue(), '关于开展读书班的通知');
    assert.match((await notice.locator('.evidence').allInnerTexts()).join('\n'), /把握[高中低] 依据：./);
    const report = card(page, '见闻.html');
    await report.locator('[data-field="title"] input').waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await notice.getByText('原文与整理稿对照').click();
    assert.match(await notice.getByLabel('整理稿', { exact: true }).innerText(), /现将有关事项通知如下/);
    await notice.getByText('其余各项').click();
    await notice.locator('[data-field="summary"] input').fill('读书班怎么办');
    await notice.getByRole('button', { name: '收下，去掉草稿' }).click();
    await notice.getByText('已收下').waitFor();
    await report.getByRole('button', { name: '收下，仍作草稿' }).click();
    await report.getByText('已收下').waitFor();

    await notice.getByRole('link', { name: '关于开展读书班的通知' }).click();
    const text = page.getByRole('textbox', { name: '正文' });
    await text.waitFor();
    const file = decodeURIComponent(new URL(page.url()).hash.split('file=')[1]!);
    const before = await readFile(join(content, file), 'utf8');
    assert.match(before, /summary: 读书班怎么办\n/);
    assert.deepEqual(await axeFaults(page), []);
    await text.locator('p', { hasText: '三月底前' }).click();
    await page.keyboard.press('End');
    await page.keyboard.type('逾期不候。');
    await page.keyboard.press('Control+s');
    await page.getByText('已保存').waitFor();
    const after1 = await readFile(join(content, file), 'utf8');
    assert.equal(
      after1,
      before.replace('三月底前报名。', '三月底前报名。逾期不候。'),
      'no other byte is changed',
    );

    await writeFile(join(content, file), after1.replace('读书班怎么办', '别处改的提要'));
    await page.locator('[data-field="summary"] input').fill('我的提要');
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').getByText('在别处改过了').waitFor();
    assert.match(await page.getByLabel('现在的').inputValue(), /别处改的提要/);
    assert.match(await page.getByLabel('我的', { exact: true }).inputValue(), /我的提要/);
    await page.getByRole('button', { name: '用现在的' }).click();
    await page.locator('[role="alert"]').waitFor({ state: 'detached' });
    assert.equal(await page.locator('[data-field="summary"] input').inputValue(), '别处改的提要');

    await page.getByRole('link', { name: '全部内容' }).click();
    await page.getByRole('searchbox').fill('现将有关 事项');
    const passage = page.locator('[data-in-texts] li');
    await passage.waitFor();
    assert.match(await passage.innerText(), /关于开展读书班的通知\s+1 处\s+…[^…]*现将有关事项通知如下[^…]*…/);
    assert.deepEqual(await axeFaults(page), []);

    await page.getByRole('link', { name: '发布' }).click();
    await page.locator('[data-change="added"]', { hasText: '读书班' }).waitFor();
    assert.equal(
      await page.locator('[data-change]', { hasText: '三公里' }).count(),
      0,
      'a draft is not published',
    );
    await page.getByRole('button', { name: '发布' }).click();
    await page.locator('[data-publishing="done"]').waitFor({ timeout: 120_000 });
    const site = await page.getByRole('link', { name: '打开网站' }).getAttribute('href');
    const shown = await browser.newPage();
    await shown.goto(`${site!}${file.replace(/\.md$/, '/')}`);
    await shown.getByText('请各单位于三月底前报名。逾期不候。').waitFor();
    await page.getByText('内容与上次发布的一样').waitFor();

    await page.getByRole('link', { name: '改动记录' }).click();
    const change = page.locator('.history li', { hasText: '改：关于开展读书班的通知' });
    await change.waitFor();
    assert.deepEqual(await axeFaults(page), []);
    assert.deepEqual(
      troubles.filter((trouble) => !trouble.includes('409')),
      [],
    );
  });
});
