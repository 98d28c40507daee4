import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { strFromU8, unzipSync } from 'fflate';
import { checkContent } from '../../src/check/check-content.ts';
import { formatFault } from '../../src/source/fault.ts';
import { demoSite } from '../support/demo-site.ts';
import { buildSample, wordsOf, writeContent } from '../support/site.ts';

const call = (fields: string) => `---\n${fields}\n---\n\n通知全文在这里。\n`;
const CAMPAIGN = 'name: 学习活动\norganiser: 学习办\nfrom: 2026-09-14\nuntil: 2026-12-25\nstages: [{ id: study, title: 学习, from: 2026-09-14, until: 2026-10-09 }]\n';
const unit = (name: string, weekday: number) => `name: ${name}\nmeeting: { weekday: ${weekday}, time: "14:30" }\nplans: [{ plan: plan }]\n`;
const SAMPLE = {
  'campaigns/study.yaml': CAMPAIGN,
  'plans/plan.yaml': 'campaign: study\ntitle: 计划\nsessions: [{ id: s1, title: 专题, form: 集中学习, when: { week: 1 } }]\n',
  'units/first.yaml': unit('第一单位', 2),
  'units/second.yaml': unit('第二单位', 5),
  'units/third.yaml': 'name: 第三单位\n',
  'essays/papers.mdx': call(
    'title: 研讨发言\ncampaign: study\nkind: 研讨发言\ndeadline: { workingDays: 5, after: { session: s1 }, time: "17:30" }\nsubmitTo: { office: 学习办, phone: "8888-0001" }',
  ),
};

const faultsOf = async (files: Record<string, string>) =>
  (await checkContent(await writeContent({ ...SAMPLE, ...files }))).faults.map(formatFault);

describe('Faults of an essay call', () => {
  it('are reported at their lines', async () => {
    const faults = await faultsOf({
      'essays/papers.mdx': call(
        [
          'title: 研讨发言',
          'campaign: nothing',
          'units: [第一单位, 无此单位]',
          'format:',
          '  margins: 上37',
          '  bodySize: 大号',
          '  headings: [加粗]',
          'fileName: "{单位}-{名字}"',
        ].join('\n'),
      ),
    });
    assert.deepEqual(faults, [
      'essays/papers.mdx:3:11 没有叫“nothing”的专题活动 — 改成 campaigns/ 里有的文件名或名称，或先建 campaigns/nothing.yaml',
      'essays/papers.mdx:4:15 没有叫“无此单位”的单位 — 改成 units/ 里有的文件名、名称、简称或曾用名，或先建 units/….yaml',
      'essays/papers.mdx:6:12 页边距“上37”读不出四边 — 写成 上37 下35 左28 右26（毫米）',
      'essays/papers.mdx:7:13 没有字号“大号” — 写成 二号、小三、16磅 这样的字号；其他要求写进 note',
      'essays/papers.mdx:8:14 标题的字体“加粗”没有写出字体 — 写成 黑体、楷体_GB2312、三号仿宋_GB2312加粗',
      'essays/papers.mdx:9:11 花括号里的“名字”不认识 — 只用 {单位}、{姓名}、{职务}、{题目}、{种类}、{日期}、{电话}',
    ]);
  });

  it('include a deadline that names a stage or session which is not there', async () => {
    const faults = await faultsOf({
      'essays/papers.mdx': call('title: 发言\ncampaign: study\ndeadline: { workingDays: 5, after: { session: s9 } }'),
    });
    assert.deepEqual(faults, ['essays/papers.mdx:4:47 本活动的学习计划没有学习场次 s9 — 改成已有的学习场次代号']);
  });
});

describe('A call whose deadline depends on a session', async () => {
  const site = await buildSample(SAMPLE);
  const page = wordsOf(await site.read('/essays/papers/'));

  it('names the deadline of every unit that takes part', () => {
    assert.match(page, /第一单位\s*2026年9月21日/);
    assert.match(page, /第二单位\s*2026年9月24日/);
    assert.doesNotMatch(page, /第三单位/);
  });

  it('says what the source does not say, and hides the telephone number', () => {
    assert.match(page, /写多长\s*原文未注明/);
    assert.doesNotMatch(page, /8888/);
  });

  it('stands on the schedules of the units, with a link to its page', async () => {
    const schedule = await site.read('/units/second/plan/');
    assert.match(schedule, /data-due="essay-papers"/);
    assert.match(schedule, /href="\/essays\/papers\/"/);
  });

  it('comes with a cover sheet filled for each unit', async () => {
    const file = unzipSync(await readFile(join(site.folder, 'essays/papers/second.docx')));
    const words = wordsOf(strFromU8(file['word/document.xml'] ?? new Uint8Array()));
    for (const filled of ['第二单位', '研讨发言', '2026年9月24日17:30前', '学习办']) assert.ok(words.includes(filled), filled);
    assert.doesNotMatch(words, /8888/);
  });
});

describe('The calls of the demo', () => {
  it('are listed with kind, campaign and deadline', async () => {
    const words = wordsOf(await (await demoSite()).read('/essays/')).replace(/\s+/g, '');
    assert.match(words, /“转作风、优服务”学习活动单位主要负责人理论文章（调研报告）理论文章/);
    assert.match(words, /2026年10月23日/);
    assert.match(words, /征文[\s\S]*原文未注明/);
  });

  it('are reached from the home page', async () => {
    assert.match(await (await demoSite()).read('/'), /href="\/essays\/theory-articles-2026\/"/);
  });
});
