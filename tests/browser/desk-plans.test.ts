import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { Desk } from '../../src/desk/desk.ts';
import { serveDesk, type ServedDesk } from '../../src/desk/server/serve-desk.ts';
import { readSettings } from '../../src/source/settings.ts';
import { axeFaults } from '../support/axe.ts';
import { useBrowser } from '../support/browser.ts';
import { entryFile, ROOT, temporaryFolder, writeContent } from '../support/site.ts';

const browser = useBrowser();

const PLAN = `campaign: c
title: 2025年学习计划
onHoliday: nextWorkingDay
sessions:
  # 每月都开
  - id: s1
    title: 主题党日   # 不改名
    form: 主题党日
    when: { every: month, day: 5, time: "15:00" }
  - id: s2
    title: 读一份文件
    form: 集中学习
    when: { on: 2025-10-16 }
  - id: s3
    title: 自学
    form: 个人自学
    when: unknown
`;
const UNIT = `# 血液中心
name: 云川市血液中心
shortName: 市血液中心
meeting: { weekday: 5, time: "14:30", place: 二楼会议室 }
plans:
  - plan: year-2025 # 全年
`;
const CONTENT = {
  'campaigns/c.yaml':
    'name: 学习活动\norganiser: 学习办\nfrom: 2025-09-01\nuntil: 2025-12-31\nreports:\n  - { title: 学习小结, deadline: { on: 2025-12-19 } }\n',
  'plans/year-2025.yaml': PLAN,
  'units/blood.yaml': UNIT,
  'units/hospital.yaml': 'name: 云川市人民医院\nshortName: 市人民医院\nplans: [{ plan: year-2025 }]\n',
  'texts/days.md': entryFile('正文。', { title: '五个工作日办法' }),
};

let content: string;
let served: ServedDesk;
before(async () => {
  content = await writeContent(CONTENT);
  const outDir = join(await temporaryFolder(), 'site');
  served = await serveDesk(await Desk.open(readSettings({ CONTENT_DIR: content, OUT_DIR: outDir }, ROOT)), 0);
});
after(() => served.close());

const textOf = (file: string) => readFile(join(content, file), 'utf8');
const saved = (page: Page) => page.locator('[data-said]', { hasText: '已保存' }).waitFor();

async function opened(place: string): Promise<{ page: Page; troubles: string[] }> {
  const page = await browser.newPage();
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(message));
  page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  await page.goto(served.address);
  await page.getByRole('heading', { name: '要办的事' }).waitFor();
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${place}`);
  return { page, troubles };
}

describe('An editor keeps plans, units and receipts with nothing but a browser', () => {
  it('sees dates while typing a time, moves rows by keyboard and by dragging, and changes no other byte', async () => {
    const { page, troubles } = await opened('item?file=plans/year-2025.yaml');
    await page.locator('[data-row="s2"]', { hasText: '10月16日（周四） 14:30' }).waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await page.getByLabel('第 2 场的时间').fill('10月17日下午3点');
    await page.locator('[data-row="s2"]', { hasText: '10月17日（周五） 15:00' }).waitFor();
    await page.locator('[data-row="s2"]', { hasText: '读作：10月17日（周五） 15:00' }).waitFor();
    await page.getByLabel('第 3 场的时间').fill('择日');
    await page.locator('[data-row="s3"]', { hasText: '没有读准' }).waitFor();
    await page.getByLabel('第 2 场的学习篇目').fill('工作日');
    await page.getByLabel('第 2 场的学习篇目').press('Enter');
    await page.getByLabel('第 2 场的专题').press('Alt+ArrowUp');
    const order = () =>
      page.locator('[data-row]').evaluateAll((rows) => rows.map((row) => row.getAttribute('data-row')));
    assert.deepEqual(await order(), ['s2', 's1', 's3']);
    assert.equal(
      await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
      '第 1 场的专题',
    );
    await page.locator('[data-row="s3"] .handle').dragTo(page.locator('[data-row="s2"]'));
    assert.deepEqual(await order(), ['s3', 's2', 's1']);
    await page.keyboard.press('Control+s');
    await saved(page);
    const [head, ...rest] = [PLAN.slice(0, PLAN.indexOf('  # 每月')), PLAN.slice(PLAN.indexOf('  # 每月'))];
    const [s1 = '', s2 = '', s3 = ''] = rest.join('').split(/^(?= {2}- id: s[23])/mu);
    const second =
      s2.replace('{ on: 2025-10-16 }', '{ on: 2025-10-17, time: "15:00" }') + '    readings: [texts/days]\n';
    assert.equal(
      await textOf('plans/year-2025.yaml'),
      `${head}${s3}    note: 时间原写：择日\n${second}${s1}`,
    );
    await page.getByRole('button', { name: '加一场' }).click();
    await page.getByLabel('第 4 场的专题').fill('小结会');
    await page.getByLabel('第 4 场的时间').fill('12月中旬');
    await page.locator('[data-row="s4"]', { hasText: '2025年12月中旬' }).waitFor();
    await page.locator('[data-row="s4"]').getByRole('button', { name: '其余各项' }).click();
    await page.locator('[data-row-form="s4"] [data-field="form"] select').selectOption('总结会');
    await page.locator('[data-row="s3"]').getByRole('button', { name: '去掉', exact: true }).click();
    assert.deepEqual(await axeFaults(page), []);
    await page.getByRole('button', { name: '保存' }).click();
    await saved(page);
    assert.equal(
      await textOf('plans/year-2025.yaml'),
      `${head}${second}${s1}  - id: s4\n    form: 总结会\n    title: 小结会\n    when: { month: 2025-12, part: mid }\n`,
    );
    assert.deepEqual(troubles, []);
  });

  it('moves, drops and adds a session of a unit with a reason, and has it follow another plan from a day on', async () => {
    const { page, troubles } = await opened('item?file=units/blood.yaml');
    const row = (id: string) => page.locator(`[data-session-row="${id}"]`);
    await row('s1-2025-10').waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await row('s1-2025-10').getByRole('button', { name: '改', exact: true }).click();
    await page.getByLabel('改到哪一天').fill('2025-10-18');
    assert.equal(await page.getByRole('button', { name: '改好' }).isDisabled(), true, 'a reason is wanted');
    await page.getByLabel('理由').first().fill('会场占用');
    await page.getByRole('button', { name: '改好' }).click();
    await row('s1-2025-10').getByText('改为10月18日').waitFor();
    await row('s1-2025-10').locator('[data-doubt]', { hasText: '周六' }).waitFor();
    await row('s1-2025-11').getByRole('button', { name: '不安排' }).click();
    await page.getByLabel('理由').first().fill('与市级培训合并');
    await page.getByRole('button', { name: '改好' }).click();
    await row('s1-2025-11').getByText('与市级培训合并').waitFor();
    await page.locator('[data-add-session] summary').click();
    const add = page.locator('[data-add-session]');
    await add.getByLabel('专题').fill('抽查记录');
    await add.getByLabel('时间').fill('11月14日');
    await add.getByLabel('理由').fill('本单位增加');
    await add.getByText('读作：11月14日（周五）').waitFor();
    await add.getByRole('button', { name: '本单位加一场' }).click();
    await row('a1').getByText('11月14日（周五） 14:30').waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await page.getByRole('button', { name: '保存' }).click();
    await saved(page);
    assert.equal(
      await textOf('units/blood.yaml'),
      `${UNIT}    adjustments:
      - { session: s1-2025-10, on: 2025-10-18, reason: 会场占用 }
      - { session: s1-2025-11, drop: true, reason: 与市级培训合并 }
      - session: a1
        add: { title: 抽查记录, form: 集中学习, when: { on: 2025-11-14 } }
        reason: 本单位增加
`,
    );
    assert.deepEqual(troubles, []);
  });

  it('copies the plan for the next year, has a new unit follow it, and confirms a day', async () => {
    const { page, troubles } = await opened('copy?file=plans/year-2025.yaml');
    await page.getByText('照旧').first().waitFor();
    assert.deepEqual(await axeFaults(page), []);
    assert.equal(await page.getByLabel('新计划的名称').inputValue(), '2026年学习计划');
    await page.getByRole('button', { name: '照抄成新计划' }).click();
    await page.getByRole('heading', { name: '2026年学习计划' }).waitFor();
    assert.match(await textOf('plans/year-2026.yaml'), /# 每月都开[^]*when: \{ month: 2026-12, part: mid \}/);
    await page.locator('[data-row="s2"]', { hasText: '推到2026年10月17日（周六）' }).waitFor();
    await page.getByRole('button', { name: '日期已确认' }).click();
    await page.getByRole('button', { name: '保存' }).click();
    await saved(page);
    assert.doesNotMatch(await textOf('plans/year-2026.yaml'), /日期待确认/);
    await page.getByRole('link', { name: '新建', exact: true }).click();
    await page.getByRole('link', { name: '单位', exact: true }).click();
    await page.locator('[data-field="name"] input').fill('云川市急救中心');
    await page.getByRole('button', { name: '新建' }).click();
    await page.getByRole('heading', { name: '云川市急救中心' }).waitFor();
    await page.locator('[data-follow]').getByLabel('学习计划').selectOption({ label: '2025年学习计划' });
    await page.locator('[data-follow]').getByLabel('从哪天起参加').fill('2025-11-01');
    await page.getByRole('button', { name: '参加' }).click();
    await page.locator('[data-session-row="s1-2025-11"]').waitFor();
    assert.equal(
      await page.locator('[data-session-row="s1-2025-10"]').count(),
      0,
      'sessions before it joined',
    );
    await page.getByRole('button', { name: '保存' }).click();
    await saved(page);
    assert.match(
      await textOf('units/yun-chuan-shi-ji-jiu-zhong-xin.yaml'),
      /^plans:\n {2}- \{ plan: year-2025, since: 2025-11-01 \}$/mu,
    );
    assert.deepEqual(troubles, []);
  });

  it('ticks who has handed in, takes a pasted column, and shows the line that names no unit', async () => {
    const { page, troubles } = await opened('receipts');
    await page.locator('[data-receipt="blood"]').waitFor();
    assert.deepEqual(await axeFaults(page), []);
    await page.getByLabel('市血液中心的已交').check();
    await page.getByLabel('市血液中心的收到日期').fill('2025-12-18');
    await page.getByLabel('粘贴 Excel').fill('单位\t日期\n云川市人民医院\t2025/12/19\n市疾控');
    await page.getByRole('button', { name: '按粘贴的打勾' }).click();
    assert.match(await page.locator('[data-unknown]').innerText(), /市疾控/);
    assert.equal(await page.getByLabel('市人民医院的收到日期').inputValue(), '2025-12-19');
    await page.getByRole('button', { name: '保存' }).click();
    await saved(page);
    const table = '\uFEFF事项,单位,收到日期,份数,备注\r\n学习小结,市血液中心,2025-12-18,1,\r\n';
    assert.equal(await textOf('receipts/c.csv'), `${table}学习小结,市人民医院,2025-12-19,,\r\n`);
    await page.getByLabel('市人民医院的已交').uncheck();
    await page.getByRole('button', { name: '保存' }).click();
    await page.locator('.item__bar', { hasText: 'receipts/c.csv' }).waitFor();
    assert.equal(await textOf('receipts/c.csv'), table);
    assert.deepEqual(troubles, []);
  });

  it('makes a checklist from an empty form, with a deadline that is counted, and a list whose items are moved', async () => {
    const { page, troubles } = await opened('new?file=checklists');
    await page.locator('[data-field="title"] input').fill('自查清单');
    const items = page.locator('[data-field="items"]');
    await items.getByRole('button', { name: '加一项' }).click();
    await items.locator('[data-field="text"] input').fill('查台账');
    await items.getByLabel('截止时间').selectOption('某天以后若干个工作日');
    await items.locator('[data-field="workingDays"] input').fill('5');
    await items.locator('[data-field="after"] select').first().selectOption('某一天');
    await items.locator('[data-field="after"] input').fill('2025-10-10');
    await items.getByRole('button', { name: '加一项' }).click();
    await items.locator('[data-field="text"] input').nth(1).fill('查现场');
    await items.locator('[data-field="text"] input').nth(1).press('Alt+ArrowUp');
    assert.deepEqual(
      await items
        .locator('[data-field="text"] input')
        .evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)),
      ['查现场', '查台账'],
    );
    assert.deepEqual(await axeFaults(page), []);
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByRole('heading', { name: '自查清单' }).waitFor();
    const text = await textOf('checklists/zi-cha-qing-dan.yaml');
    assert.match(
      text,
      /^items:\n {2}- \{ text: 查现场 \}\n {2}- text: 查台账\n {4}deadline: \{ workingDays: 5, after: 2025-10-10 \}$/mu,
    );
    await page.getByRole('tab', { name: '预览' }).waitFor();
    assert.deepEqual(troubles, []);
  });
});
