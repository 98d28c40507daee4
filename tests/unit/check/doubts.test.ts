import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkContent } from '../../../src/check/check-content.ts';
import { doubtLines, faultLines, reportOf } from '../../../src/check/report.ts';
import { formatFault } from '../../../src/source/fault.ts';
import { entryFile, writeContent, type ContentFiles } from '../../support/site.ts';

const check = async (files: ContentFiles) => checkContent(await writeContent(files), { today: '2026-03-02' });
const doubtsOf = async (files: ContentFiles) => (await check(files)).doubts.map(formatFault);

const GRIDS = '推进“甲进网格、乙进网格”等“十进网格”工作。';
const SAID =
  'texts/a.md:8:14 第 2 段：“十进网格”列出 2 项（不符） — 对照原件核实；原件如此的写进 settled，不要自己补';

describe('a doubt about a text', () => {
  it('is placed at its words in the file', async () => {
    assert.deepEqual(await doubtsOf({ 'texts/a.md': entryFile(`第一段。\n\n${GRIDS}`) }), [SAID]);
  });
  it('is placed near them where markup stands between', async () => {
    const [said = ''] = await doubtsOf({
      'texts/a.md': entryFile('**甲**乙丙丁\n\n- 的**的**的了\n\n2月30日'),
    });
    assert.match(said, /^texts\/a\.md:8:\d+ 第 2 段/u);
  });
  it('is raised of drafts, essay calls and bulletins as well', async () => {
    const files = {
      'campaigns/c.yaml': 'name: 活动\norganiser: 办\n',
      'texts/a.md': entryFile('2月30日。', { draft: true }),
      'essays/b.md': '---\ntitle: 甲\ncampaign: c\n---\n\n2月30日。\n',
      'bulletins/c.md': '---\ntitle: 甲\nnumber: 1\ndate: unknown\n---\n\n2月30日。\n',
    };
    assert.equal((await doubtsOf(files)).length, 3);
  });
  it('is gone where a correction has mended it', async () => {
    const corrections = [{ paragraph: 'p1', original: '30日', corrected: '28日', reason: '核对原件' }];
    assert.deepEqual(await doubtsOf({ 'texts/a.md': entryFile('2月30日。', { corrections }) }), []);
  });
  it('about the three days of its source is reported at the field', async () => {
    const source = { name: '日报', publishedOn: '2026-03-01', retrievedOn: '2026-02-28' };
    assert.deepEqual(await doubtsOf({ 'texts/a.md': entryFile('正文。', { source }) }), [
      'texts/a.md:4:36 发表日期 2026-03-01 早于事情发生或成文的 2026-03-02 — 核实日期，改其中一处；先登出后发生的写进 settled',
      'texts/a.md:4:63 网页日期 2026-02-28 早于发表日期 2026-03-01 — 核实日期，改其中一处；先登出后发生的写进 settled',
    ]);
  });
});

describe('an answer in settled', () => {
  const answered = (answer: Record<string, string>) =>
    doubtsOf({
      'texts/a.md': entryFile(`第一段。\n\n${GRIDS}`, { settled: [{ because: '原件如此', ...answer }] }),
    });

  it('keeps the doubt that it meets quiet', async () => {
    assert.deepEqual(await answered({ doubt: '数字简称', at: 'p2' }), []);
    assert.deepEqual(await answered({ doubt: '数字简称', at: '十进网格' }), []);
  });
  it('that settles nothing is reported itself, and the doubt stays', async () => {
    const said = await answered({ doubt: '数字简称', at: 'p1' });
    assert.equal(said.length, 2);
    assert.equal(
      said[0],
      'texts/a.md:4:11 这条答复没有对应的待核（数字简称，p1） — 原文已改的删去这一条；段落号变了的改段落号，或改写待核里的原话',
    );
  });
  it('answers for figures of a ledger, in its file for the table beside it', async () => {
    const yaml = (settled: string) =>
      `title: 台账\nsettled: [${settled}]\ngroups: [{ name: 转办, received: 17, answered: 22 }]\n`;
    assert.deepEqual(
      await doubtsOf({ 'ledgers/a.yaml': yaml('{ doubt: 合计, at: 转办, because: 原件如此 }') }),
      [],
    );
    assert.deepEqual(
      await doubtsOf({
        'ledgers/b.yaml':
          'title: 台账\nasOf: 2026-02-01\nsettled: [{ doubt: 编号, at: 1号, because: 同号两件 }]\n',
        'ledgers/b.csv': '编号,收到日期\n1,2026-01-05\n1,2026-01-06\n',
      }),
      [],
    );
  });
  it('of an unknown kind is a fault that lists the kinds', async () => {
    const { faults } = await check({
      'texts/a.md': entryFile('正文。', { settled: [{ doubt: '别的', at: 'p1', because: '无' }] }),
    });
    assert.match(
      faults.map(formatFault).join(),
      /^texts\/a\.md:4:20 settled\.第1项\.doubt：待核种类只能是：文字损坏、/u,
    );
  });
});

describe('the report of a check', () => {
  const files = {
    'texts/a.md': entryFile(GRIDS),
    'texts/b.md': entryFile('[甲](texts/none)', { campaign: 'none' }),
    'units/u.yaml': 'names: 甲\n',
  };

  it('as data holds faults, doubts with their kinds, and how many', async () => {
    const report = reportOf(await check(files));
    assert.deepEqual(report.summary, { items: 2, faults: 4, doubts: 1 });
    assert.deepEqual(report.faults[0], {
      file: 'texts/b.md',
      line: 4,
      column: 11,
      reason: '没有叫“none”的专题活动',
      remedy: '改成 campaigns/ 里有的文件名或名称，或先建 campaigns/none.yaml',
    });
    assert.deepEqual(report.doubts, [
      {
        file: 'texts/a.md',
        line: 6,
        column: 14,
        kind: '数字简称',
        paragraph: 1,
        words: '等“十进网格”工',
        reason: '第 1 段：“十进网格”列出 2 项（不符）',
        remedy: '对照原件核实；原件如此的写进 settled，不要自己补',
      },
    ]);
  });
  it('for people sets faults file by file, and says how many there are and where', async () => {
    const lines = faultLines(reportOf(await check(files)));
    assert.deepEqual(
      lines.map((line) => line.split(' ')[0]),
      ['texts/b.md:4:11', 'texts/b.md:7:1', '', 'units/u.yaml:1:1', 'units/u.yaml:1:1', '', '共'],
    );
    assert.equal(
      lines.at(-1),
      '共 4 处错误，在 2 个文件里（texts/ 1 个，units/ 1 个）。逐处改好后再运行 npm run check。',
    );
  });
  it('for people sets doubts kind by kind, since an answer names the kind', async () => {
    assert.deepEqual(doubtLines(reportOf(await check({ 'texts/a.md': entryFile(`第一段。\n\n${GRIDS}`) }))), [
      '待核（不影响发布，读者看不到，请编辑核对）：',
      '',
      '【数字简称】1 处',
      SAID,
      '',
      '共 1 处待核。核实过、不用改的，写进该文件的 settled。',
    ]);
  });
  it('of sound content says nothing', async () => {
    const report = reportOf(await check({ 'texts/a.md': entryFile('正文。') }));
    assert.deepEqual([...faultLines(report), ...doubtLines(report)], []);
  });
});

describe('two meetings of a unit at one hour', () => {
  const files = {
    'campaigns/study.yaml': 'name: 大讨论\norganiser: 委\nfrom: 2026-03-01\nuntil: 2026-03-31\n',
    'plans/a.yaml': [
      'campaign: study',
      'title: 甲计划',
      'sessions:',
      '  - { id: s1, title: 动员, form: 会议, when: { on: 2026-03-10, time: "09:00" }, place: 报告厅, chair: 书记 }',
    ].join('\n'),
    'plans/b.yaml': [
      'campaign: study',
      'title: 乙计划',
      'sessions:',
      '  - id: m',
      '    title: 例会',
      '    form: 会议',
      '    chair: 书记',
      '    when: { every: month, day: 20, time: "09:30" }',
      '    exceptions:',
      '      - { turn: 2026-03, on: 2026-03-10 }',
    ].join('\n'),
  };
  const unit = (name: string) => `name: ${name}\nplans:\n  - plan: a\n  - plan: b\n`;

  it('are told once with both lines, whatever the number of units', async () => {
    const said = await doubtsOf({ ...files, 'units/x.yaml': unit('一科'), 'units/y.yaml': unit('二科') });
    assert.deepEqual(
      said.filter((line) => line.includes('同一时间')),
      [
        'plans/a.yaml:4:42 一科、二科同一时间有两场，2026年3月10日（周二）：“动员”（a 的 s1，09:00）和“例会（第1次，3月）”（b 的 m-2026-03，09:30），后一场写在 plans/b.yaml:10；都要书记到场 — 错开日期或时刻，在单位文件的 adjustments 里调整；本来合在一起开的，其中一场写 drop: true',
      ],
    );
  });

  it('are told at the line of the unit that moved one, and may be settled there', async () => {
    const moving = (more: string) =>
      `name: 一科\nplans:\n  - plan: a\n  - plan: b\n    adjustments:\n      - { session: m-2026-03, on: 2026-03-10, time: "10:00" }\n${more}`;
    const settled = 'settled: [{ doubt: 学习安排, at: s1, because: 先后进行 }]\n';
    const [said] = (await doubtsOf({ ...files, 'units/x.yaml': moving('') })).filter((line) =>
      line.includes('同一时间'),
    );
    assert.match(said ?? '', /后一场写在 units\/x\.yaml:6/);
    const plan = `${files['plans/a.yaml']}\n${settled}`;
    const quiet = await doubtsOf({ ...files, 'plans/a.yaml': plan, 'units/x.yaml': moving('') });
    assert.deepEqual(
      quiet.filter((line) => line.includes('同一时间')),
      [],
    );
  });
});

describe('a reference to what readers do not see', () => {
  const files = {
    'campaigns/study.yaml': 'name: 大讨论\norganiser: 委\n',
    'plans/plan.yaml':
      'campaign: study\ntitle: 计划\nsessions: [{ id: s1, title: 丙, form: 党课, readings: [texts/draft, texts/inner, texts/gone], when: unknown }]\n',
    'texts/a.md': entryFile('见[甲](texts/inner)。'),
    'texts/draft.md': entryFile('甲', { title: '草', draft: true }),
    'texts/inner.md': entryFile('见[甲](texts/draft)。', { title: '内', access: 'internal' }),
    'texts/gone.md': entryFile('甲', { title: '撤', withdrawn: { on: '2026-02-01' } }),
  };
  const said = async (visibility?: Parameters<typeof checkContent>[1]) =>
    (await checkContent(await writeContent(files), { today: '2026-03-02', ...visibility })).doubts
      .filter(({ kind }) => kind === '所引未公开')
      .map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`);

  it('is reported at its line with what readers see there, but not in items that are hidden themselves', async () => {
    assert.deepEqual(await said(), [
      'plans/plan.yaml:3:53 这里用到的“草”（texts/draft）是草稿，学习安排上没有这一篇',
      'plans/plan.yaml:3:66 这里用到的“内”（texts/inner）只供内部，学习安排上没有这一篇',
      'plans/plan.yaml:3:79 这里用到的“撤”（texts/gone）已于2026年2月1日撤下，学习安排上写“篇目已撤下”',
      'texts/a.md:6:2 这里用到的“内”（texts/inner）只供内部，正文里只留文字，没有链接',
    ]);
  });
  it('depends on for whom the site is made', async () => {
    assert.deepEqual(await said({ visibility: { audience: 'internal', drafts: true } }), [
      'plans/plan.yaml:3:79 这里用到的“撤”（texts/gone）已于2026年2月1日撤下，学习安排上写“篇目已撤下”',
    ]);
  });
  it('of a formula whose sources are all hidden is one, too', async () => {
    const formula = {
      'formulas/two.yaml': 'name: 两点\nlists: [{ items: [甲], source: texts/inner }]\n',
      'texts/inner.md': entryFile('甲', { access: 'internal' }),
      'texts/a.md': entryFile('见[两点](/formulas/two/)。'),
    };
    const { doubts } = await checkContent(await writeContent(formula));
    assert.deepEqual(
      doubts.filter(({ kind }) => kind === '所引未公开').map(({ file, reason }) => `${file} ${reason}`),
      [
        'formulas/two.yaml 这里用到的“题名”（texts/inner）只供内部，这个出处和所列各项都不显示',
        'texts/a.md 这里用到的“两点”（formulas/two）的出处都不公开，正文里只留文字，没有链接',
      ],
    );
  });
  it('that names no item at all is a fault', async () => {
    const { faults } = await checkContent(
      await writeContent({ 'texts/a.md': entryFile('见[甲](/essays/none/)。') }),
    );
    assert.deepEqual(faults.map(formatFault), [
      'texts/a.md:6:2 没有 essays/none — 改成 essays/ 里有的文件名，或删去链接',
    ]);
  });
});

describe('observers among those who take part', () => {
  const session = (fields: string) => `{ id: s1, title: 学习, form: 集中学习, ${fields} }`;
  it('about a host that takes no part at the time of the session is at its line', async () => {
    const unit = (followed: string) => `name: 甲\nplans:\n  - { plan: p${followed} }\n`;
    const files = (since: string): ContentFiles => ({
      'campaigns/c.yaml': 'name: 活动\norganiser: 办\nfrom: 2026-03-01\nuntil: 2026-03-31\n',
      'plans/p.yaml':
        'campaign: c\ntitle: 计划\nsessions:\n  - { id: s1, title: 学, form: 会议, when: { on: 2026-03-03 } }\n',
      'units/host.yaml': unit(`, since: ${since}`),
      'units/guest.yaml': unit(', adjustments: [{ session: s1, hostedBy: host }]').replace('甲', '乙'),
    });
    assert.deepEqual(await doubtsOf(files('2026-03-03')), []);
    assert.deepEqual(await doubtsOf(files('2026-03-04')), [
      'units/guest.yaml:3:55 承办单位 host 只在2026年3月4日起参加这份计划，s1 那时它不开，这里按本单位自己的时间地点 — 改承办单位，或改 host 的 since、until',
    ]);
  });

  it('are doubted at their place in plans, in what a unit adds and in its groups', async () => {
    const doubts = await doubtsOf({
      'campaigns/c.yaml': 'name: 活动\norganiser: 办\n',
      'plans/p.yaml': `campaign: c\ntitle: 计划\nsessions:\n  - ${session('attendees: 全体党员，局领导列席')}\n`,
      'units/u.yaml': `name: 甲
plans:
  - plan: p
    adjustments:
      - session: s1
        groups:
          - { name: 一, on: 2026-03-03, attendees: 列席人员 }
      - session: a1
        add: { title: 学习, form: 集中学习, attendees: 邀请乙列席, when: unknown }
`,
    });
    const remedy = '列席的移到 observers，不算在应到人数里，签到另列一栏';
    assert.deepEqual(doubts, [
      `plans/p.yaml:4:49 s1 的参加人员里写着列席：全体党员，局领导列席 — ${remedy}`,
      `units/u.yaml:7:51 s1 的参加人员里写着列席：列席人员 — ${remedy}`,
      `units/u.yaml:9:50 a1 的参加人员里写着列席：邀请乙列席 — ${remedy}`,
    ]);
  });
  it('are not doubted where they have a field of their own', async () => {
    const doubts = await doubtsOf({
      'campaigns/c.yaml': 'name: 活动\norganiser: 办\n',
      'plans/p.yaml': `campaign: c\ntitle: 计划\nsessions:\n  - ${session('attendees: 全体党员, observers: 局领导')}\n`,
    });
    assert.deepEqual(doubts, []);
  });
});

describe('a day that was moved from an earlier year', () => {
  it('is doubted until somebody confirms it, with what became of it', async () => {
    const note = '带笔记本 日期待确认：2026年3月5日（周四）推到2027年3月5日（周五）';
    const doubts = await doubtsOf({
      'campaigns/c.yaml': 'name: 活动\norganiser: 办\n',
      'plans/p.yaml': `campaign: c\ntitle: 计划\nsessions:\n  - { id: s1, title: 学习, form: 党课, note: ${note} }\n  - { id: s2, title: 学习, form: 党课, note: 带笔记本 }\n`,
    });
    assert.deepEqual(doubts, [
      'plans/p.yaml:4:42 s1 的日期是照上一年推来的，还没有确认：2026年3月5日（周四）推到2027年3月5日（周五） — 核实后改好日期，删去备注里“日期待确认：”起的一句；在编辑台里按“日期已确认”',
    ]);
  });
});
