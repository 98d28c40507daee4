import assert from 'node:assert/strict';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Desk } from '../../src/desk/desk.ts';
import { serveDesk, type ServedDesk } from '../../src/desk/server/serve-desk.ts';
import { readSettings } from '../../src/source/settings.ts';
import { axeFaults } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { png } from '../support/pictures.ts';
import { entryFile, ROOT, temporaryFolder, writeContent } from '../support/site.ts';

const browser = useBrowser();

const MINUTES = entryFile(
  '总经经验，查找差距。\n\n会议由某某主持，20__年起施行。\n\n落实三项措施：一是甲；二是乙。',
  {
    title: '学习会纪要',
  },
);
const SLIP = '---\ntitle: 通知\ndate: 2026年3月5日\n---\n\n各单位照办。\n';
const PIECES = `---
title: 各种
date: unknown
---

- 一项
- 二项

| 甲 | 乙 |
|:---|---:|
| 1  | 2  |

<Quote source="《甲》">引文</Quote>

~~~
原样留着
~~~

末段。
`;

describe('An editor writes and corrects with nothing but a browser', () => {
  let content: string;
  let served: ServedDesk;
  before(async () => {
    content = await writeContent({
      'texts/minutes.md': MINUTES,
      'texts/slip.md': SLIP,
      'texts/pieces.mdx': PIECES,
      'units/one.yaml': 'name: 第一支部\n',
    });
    await mkdir(join(content, '.zhixing'));
    const published = { 'texts/minutes.md': { digest: '', title: '学习会纪要' } };
    await writeFile(
      join(content, '.zhixing/published.json'),
      JSON.stringify({ now: { files: published, events: [] } }),
    );
    const desk = await Desk.open(
      readSettings({ CONTENT_DIR: content, OUT_DIR: await temporaryFolder() }, ROOT),
    );
    served = await serveDesk(desk, 0);
  });
  after(() => served.close());

  const textIn = (file: string) => readFile(join(content, file), 'utf8');
  const open = async (page: Page, file: string) => {
    await page.goto(`${new URL(served.address).origin}/#/item?file=${encodeURIComponent(file)}`);
    await page.getByRole('textbox', { name: '正文' }).waitFor();
  };
  async function newPage(): Promise<Page> {
    const page = await browser.newPage();
    page.on('pageerror', ({ message }) => assert.fail(message));
    await page.goto(served.address);
    await page.locator('h1').waitFor();
    return page;
  }

  it('has a change of a published text written as 校订, or mended as a slip', async () => {
    const page = await newPage();
    await open(page, 'texts/minutes.md');
    const text = page.getByRole('textbox', { name: '正文' });
    const change = async () => {
      await text.focus();
      await page.keyboard.press('Control+Home');
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('Delete');
      await page.keyboard.insertText('结');
      await page.keyboard.press('Control+s');
    };
    await change();
    const choice = page.getByRole('dialog');
    await choice.getByText('第 1 段：“总经经”改为“总结经”').waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await choice.getByRole('textbox', { name: '理由' }).fill('原件误录');
    await choice.getByLabel('校订人').fill('学习办编辑');
    await choice.getByRole('button', { name: '保存' }).click();
    await page.locator('[data-correction="p1"]', { hasText: '总结经' }).waitFor();
    assert.match(await text.innerText(), /^总经经验/, 'the text stays');
    assert.match(await textIn('texts/minutes.md'), /corrected: 总结经\n[^]*总经经验，查找差距。/);

    await change();
    await choice.getByText('已有一条校订').waitFor();
    await choice.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    assert.match(await textIn('texts/minutes.md'), /总结经验，查找差距。/);
  });

  it('has doubts beside their paragraphs with three answers', async () => {
    const page = await newPage();
    await writeFile(join(content, 'texts/minutes.md'), MINUTES);
    await page.goto(`${served.address.split('?')[0]}#/home`);
    await page.reload();
    await page.locator('[data-part="doubts"]').waitFor();
    await open(page, 'texts/minutes.md');
    const beside = page.getByLabel('段落旁边：错误、待核、校订');
    const blank = beside.locator('[data-finding]', { hasText: '第 2 段' });
    const number = beside.locator('[data-finding]', { hasText: '第 3 段' });
    await number.waitFor();
    assert.deepEqual(await axeFaults(page), []);
    const paragraph = await page.locator('.ProseMirror p').nth(2).boundingBox();
    assert.ok((await number.boundingBox())!.y >= paragraph!.y - 1, 'no higher than what it is about');

    await blank.getByRole('button', { name: '写校订' }).click();
    await blank.getByLabel('原文').fill('20__年');
    await blank.getByLabel('更正为').fill('2026年');
    await blank.getByLabel('理由').fill('查到会议记录');
    await blank.getByRole('button', { name: '记下校订' }).click();
    await page.locator('[data-correction="p2"]').waitFor();
    await number.getByRole('button', { name: '原件如此' }).click();
    await number.getByLabel('理由').fill('原件只列两项');
    await number.getByRole('button', { name: '记下' }).click();
    await number.waitFor({ state: 'detached' });
    const text = await textIn('texts/minutes.md');
    assert.match(text, /corrected: 2026年/);
    assert.match(text, /because: 原件只列两项/);
    assert.ok(text.endsWith(MINUTES.split('---\n')[2]!));
  });

  it('has a button for a fault that only one change can mend', async () => {
    const page = await newPage();
    await open(page, 'texts/slip.md');
    await page.getByRole('button', { name: '改为 2026-03-05' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByText('已保存').waitFor();
    assert.equal(await textIn('texts/slip.md'), SLIP.replace('2026年3月5日', '2026-03-05'));
    await page.getByRole('tab', { name: '源文件' }).click();
    assert.equal(await page.locator('[data-source-line]').count(), SLIP.split('\n').length);
    assert.deepEqual(await axeFaults(page), []);
  });

  it('edits lists, tables, quotations, notes, references and pictures as what they are', async () => {
    const page = await newPage();
    await open(page, 'texts/pieces.mdx');
    const text = page.getByRole('textbox', { name: '正文' });
    await text.locator('li', { hasText: '二项' }).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('里层');
    await page.keyboard.press('Tab');
    await text.locator('td', { hasText: '2' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.type('3');
    await page.keyboard.press('Tab');
    await page.keyboard.type('4');
    await text.getByLabel('引自本库').fill('texts/minutes#p1');
    await text.locator('p', { hasText: '末段' }).click();
    await page.keyboard.press('End');
    await page.getByRole('button', { name: '引用材料' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('学习会纪要').waitFor();
    await dialog.getByLabel('按题名找').fill('纪要');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '注释', exact: true }).click();
    await page.keyboard.type('注文');
    await text.locator('p', { hasText: '末段' }).click();
    await page
      .getByLabel('图片、附件')
      .setInputFiles({ name: '窗口.png', mimeType: 'image/png', buffer: Buffer.from(png()) });
    await dialog.getByLabel('图里是什么').fill('办事窗口');
    assert.deepEqual(await axeFaults(page), []);
    await dialog.getByRole('button', { name: '放进正文' }).click();
    await page.getByText('已放进正文').waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await page.keyboard.press('Control+s');
    await page.getByText('已保存').waitFor();
    assert.equal(
      await textIn('texts/pieces.mdx'),
      PIECES.replace('- 二项\n', '- 二项\n  - 里层\n')
        .replace('| 1  | 2  |\n', '| 1  | 2  |\n| 3 | 4 |\n')
        .replace(
          '<Quote source="《甲》">引文</Quote>',
          '<Quote from="texts/minutes#p1" source="《甲》">\n\n引文\n\n</Quote>',
        )
        .replace(
          '末段。\n',
          '末段。[《学习会纪要》](texts/minutes)[^1]\n\n<Figure src="../media/窗口.png" alt="办事窗口" />\n\n[^1]: 注文\n',
        ),
    );
  });

  it('pastes what Word copied by the rules of the import, and lets Chinese be composed', async () => {
    const page = await newPage();
    await open(page, 'texts/slip.md');
    const text = page.getByRole('textbox', { name: '正文' });
    await text.locator('p').last().click();
    await page.keyboard.press('End');
    const client = await page.context().newCDPSession(page);
    await client.send('Input.imeSetComposition', { text: 'zhao', selectionStart: 4, selectionEnd: 4 });
    await client.send('Input.imeSetComposition', { text: '照', selectionStart: 1, selectionEnd: 1 });
    await client.send('Input.insertText', { text: '照此执行。' });
    assert.match(await text.innerText(), /各单位照办。照此执行。/);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await text.evaluate((element) => {
      const data = new DataTransfer();
      const html = '<p><b>粘贴</b>的一段<img src="http://evil.example/x.png" onerror="document.title=1"></p>';
      data.setData('text/html', `${html}<table><tr><td>甲</td><td>乙</td></tr></table>`);
      element.dispatchEvent(
        new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
      );
    });
    await page.getByText('已按导入的规则整理').waitFor();
    await page.keyboard.press('Control+s');
    await page.getByText('已保存').waitFor();
    assert.match(await textIn('texts/slip.md'), /各单位照办。照此执行。粘贴的一段\n\n\| 甲 \| 乙 \|\n/);
    assert.deepEqual(
      asked.filter((address) => address.includes('evil')),
      [],
    );
  });

  it('brings in a folder and a plan, sees its dates, and has a unit follow it', async () => {
    const page = await newPage();
    await page.getByRole('link', { name: '导入' }).click();
    const folder = await temporaryFolder();
    await mkdir(join(folder, '里层'));
    await writeFile(
      join(folder, '里层/通知一.txt'),
      '关于甲的通知\n\n各单位：\n\n请办理甲。\n\n云川市卫生健康委员会\n2026年3月5日\n',
    );
    await writeFile(
      join(folder, '通知二.txt'),
      '关于乙的通知\n\n各单位：\n\n请办理乙。\n\n云川市卫生健康委员会\n2026年3月6日\n',
    );
    await writeFile(join(folder, '.隐藏.txt'), '不要');
    await page.getByLabel('选整个文件夹').setInputFiles(folder);
    await page.locator('[data-card="通知一.txt"][data-state="read"]').waitFor({ timeout: 60_000 });
    await page.locator('[data-card="通知二.txt"][data-state="read"]').waitFor({ timeout: 60_000 });
    assert.equal(await page.locator('[data-card]').count(), 2);
    await page.getByLabel('选中 通知一.txt').check();
    await page.getByLabel('选中 通知二.txt').check();
    await page.getByRole('button', { name: '收下选中的 2 份，仍作草稿' }).click();
    await page.locator('[data-card="通知二.txt"][data-state="done"]').waitFor();

    const plan = '2027年学习计划,,\n时间,专题,形式\n3月5日,甲,党课\n待定,乙,党课\n';
    await page.getByLabel('选择文件').setInputFiles({
      name: '计划.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(plan),
    });
    const card = page.locator('[data-card="计划.csv"]');
    await card.getByText('2027年3月5日').first().waitFor({ timeout: 60_000 });
    assert.deepEqual(await axeFaults(page), []);
    await card.getByLabel('原表没有时间').fill('2027-04-09');
    await card.getByLabel('第一支部执行').check();
    await card.getByRole('button', { name: '收下这些表' }).click();
    await card.getByText('已收下').waitFor();
    assert.match(await textIn('units/one.yaml'), /^name: 第一支部\nplans:\n {2}- \{ plan: \S+ \}\n$/);
  });
});
