import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { useBrowser } from '../support/browser.ts';
import { docxOf, paragraph } from '../support/ooxml-files.ts';
import { deflated, packageOf, rawPackage, times } from '../support/hostile-files/hostile-file.ts';
import { serveDemo } from '../support/serve-demo.ts';
import { temporaryFolder } from '../support/site.ts';

const browser = useBrowser();
const site = await serveDemo();
const CALL = '/essays/theory-articles-2026/';
const MEGABYTE = 1024 * 1024;
/** Ten seconds of the check, and as much again for a machine that is busy. */
const ANSWERS_WITHIN = 20_000;

const word = (body: string) =>
  packageOf({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` });

/** Files for the self-check, and what is said of each. */
const FILES: readonly (readonly [name: string, bytes: () => Uint8Array, said: RegExp])[] = [
  [
    'bomb.docx',
    () => packageOf({ 'word/document.xml': Buffer.alloc(100 * MEGABYTE, 32) }, 6),
    /解压后过大.*拆成几份/,
  ],
  [
    'understated.docx',
    () =>
      rawPackage([{ name: 'word/document.xml', packed: deflated(Buffer.alloc(100 * MEGABYTE)), stated: 9 }]),
    /比标明的大/,
  ],
  [
    'many-tags.docx',
    () => word(times(300_000, '<w:p/>') + times(200_000, '<w:p w:a=""/>')),
    /标签和属性超过 40 万个/,
  ],
  ['many-paragraphs.docx', () => word(times(11_000, '<w:p><w:r><w:t>甲</w:t></w:r></w:p>')), /文章太长/],
  ['deep.docx', () => word(times(60_000, '<w:sdt>')), /读不出来/],
  [
    'laughs.docx',
    () => packageOf({ 'word/document.xml': '<!DOCTYPE x [<!ENTITY a "ha">]><w:document>&a;</w:document>' }),
    /读不出来/,
  ],
  ['long.txt', () => Buffer.from(times(400_000, '甲')), /文章太长/],
  ['large.txt', () => Buffer.alloc(31 * MEGABYTE, 0x61), /文章太长/],
];

describe('A text that is made to break the self-check', () => {
  it('ends in a sentence, and the next text is checked as ever', async () => {
    const page = await browser.newPage();
    await page.goto(site.url + CALL);
    const folder = await temporaryFolder();
    for (const [name, bytes, said] of FILES) {
      await writeFile(join(folder, name), bytes());
      await page.setInputFiles('#self-check input[type=file]', join(folder, name));
      await page.getByRole('button', { name: '检查', exact: true }).click();
      await page.locator('#self-check [role=status]').getByText(said).waitFor({ timeout: ANSWERS_WITHIN });
    }
    const buffer = Buffer.from(docxOf(paragraph('学习的的话')));
    await page.setInputFiles('#self-check input[type=file]', { name: '甲.docx', mimeType: '', buffer });
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.waitForSelector('[data-finding=doubled]');
  });

  it('is given up after ten seconds where nothing else stops it, while the page answers', async () => {
    const page = await browser.newPage();
    await page.addInitScript(() => {
      const ended: string[] = [];
      Object.assign(window, {
        ended,
        Worker: class {
          postMessage(): void {
            ended.length = 0;
          }
          terminate(): void {
            ended.push('ended');
          }
        },
      });
    });
    await page.clock.install();
    await page.goto(site.url + CALL);
    await page.fill('#self-check textarea', '学习');
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.getByText('正在检查').waitFor();
    await page.clock.fastForward(9_000);
    assert.match(await page.innerText('#self-check [role=status]'), /正在检查/);
    await page.clock.fastForward(1_100);
    await page.getByText('检查了 10 秒还没有完，已经停下').waitFor();
    assert.deepEqual(await page.evaluate(() => (window as unknown as { ended: string[] }).ended), ['ended']);
  });

  it('shows the first five hundred findings of a text that has more', async () => {
    const page = await browser.newPage();
    await page.goto(site.url + CALL);
    await page.fill('#self-check textarea', times(600, '学习的的话\n'));
    await page.getByRole('button', { name: '检查', exact: true }).click();
    await page.waitForSelector('.check-result');
    assert.equal(await page.locator('[data-finding]').count(), 500);
    assert.match(await page.innerText('.check-result'), /只列出前 500 处/);
  });
});
