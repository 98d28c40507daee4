import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { Desk } from '../../src/desk/desk.ts';
import { serveDesk } from '../../src/desk/server/serve-desk.ts';
import { readSettings } from '../../src/source/settings.ts';
import { axeFaults } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { entryFile, ROOT, temporaryFolder, WITHOUT_BUNDLE, writeContent } from '../support/site.ts';

const browser = useBrowser();

const PLAN = (day: string) =>
  `campaign: study\ntitle: 学习计划\nsessions: [{ id: s1, title: 第一讲, form: 集中学习, readings: [texts/first], when: { on: ${day}, time: "14:30" } }]\n`;

describe('An editor publishes with nothing but a browser', () => {
  it('to the folder that site.yaml names, sees before what will change and move, and takes it back', async () => {
    const served = join(await temporaryFolder(), 'www');
    const content = await writeContent({
      'site.yaml': `${WITHOUT_BUNDLE}deploy: ${served}\n`,
      'units/office.yaml': 'name: 云川市疾控中心\nplans: [{ plan: study }]\n',
      'campaigns/study.yaml':
        'name: 学习月\norganiser: 云川市卫生健康委\nfrom: 2026-09-01\nuntil: 2026-09-30\n',
      'plans/study.yaml': PLAN('2026-09-08'),
      'texts/first.md': entryFile('第一篇的正文。', { title: '第一篇' }),
    });
    const outDir = join(await temporaryFolder(), 'site');
    const desk = await Desk.open(readSettings({ CONTENT_DIR: content, OUT_DIR: outDir }, ROOT));
    const open = await serveDesk(desk, 0);
    after(() => open.close());
    const page = await browser.newPage();
    await page.goto(open.address);
    await page.getByRole('link', { name: '发布' }).click();
    const done = page.locator('[data-publishing="done"]');
    const publish = async () => {
      await page.getByRole('button', { name: '发布', exact: true }).click();
      await page.locator('[data-publishing="running"]').waitFor();
      await done.waitFor({ timeout: 180_000 });
    };
    await page.getByText(`发布到 ${served}。`).waitFor();
    await page.getByText('编辑台第一次发布这份内容').waitFor();
    assert.equal(await page.locator('[data-way-back="true"]').count(), 0);
    assert.deepEqual(await axeFaults(page), []);
    await publish();
    const schedule = join(served, 'units/office/study/index.html');
    assert.match(await readFile(schedule, 'utf8'), /9月8日/);
    assert.deepEqual(await readdir(join(content, 'published')), ['office.yaml'], 'the calendar is recorded');
    await page.getByText('内容与上次发布的一样').waitFor();
    await page.getByText('各单位的日程没有变化。').waitFor();

    const plan = await desk.openFile('plans/study.yaml');
    await desk.save({ file: plan.file, digest: plan.digest, source: PLAN('2026-09-10') });
    await page.reload();
    const moved = page.locator('[data-moves]');
    await moved.waitFor();
    assert.match(
      await moved.innerText(),
      /云川市疾控中心\s+第一讲：2026年9月8日 14:30，改为2026年9月10日 14:30/,
    );
    assert.match(await page.locator('[data-change="changed"]').innerText(), /学习计划/);
    assert.deepEqual(await axeFaults(page), []);
    await publish();
    assert.match(await readFile(schedule, 'utf8'), /9月10日/);

    page.once('dialog', (dialog) => void dialog.accept());
    await page.locator('[data-way-back="true"]').getByRole('button', { name: '退回上一次' }).click();
    await page.getByText('已退回上一次发布').waitFor({ timeout: 30_000 });
    assert.match(await readFile(schedule, 'utf8'), /9月8日/);
    assert.match(
      await readFile(join(content, 'plans/study.yaml'), 'utf8'),
      /2026-09-10/,
      'the content stays',
    );
    await page.locator('[data-change="changed"]', { hasText: '学习计划' }).waitFor();
  });
});
