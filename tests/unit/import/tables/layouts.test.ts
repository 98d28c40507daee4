import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { temporaryFolder } from '../../../support/site.ts';
import { convertedBySoffice, hasSoffice } from '../../../support/soffice.ts';
import { drawn, rowsAt, type Drawing } from './drawn.ts';
import { importedPlan, officeOf } from './office.ts';

const OFFICE = officeOf({
  'texts/outline': { title: '学习纲要' },
  'texts/rules': { title: '群众来件五个工作日办结办法（试行）' },
  'speeches/mid-year': { title: '在年中工作会议上的讲话' },
  'campaigns/conduct': {
    name: '“转作风、优服务”学习活动',
    organiser: '学习办',
    from: '2026-09-14',
    until: '2027-01-22',
    stages: [
      { id: 'study', title: '学习动员', from: '2026-09-14', until: '2026-10-09' },
      { id: 'check', title: '对照检查', from: '2026-10-10', until: '2026-12-25' },
    ],
  },
  'units/blood': {
    name: '云川市血液中心',
    shortName: '市血液中心',
    meeting: { weekday: 5, time: '14:30', until: '16:00', place: '二楼会议室' },
  },
});

/** Two lines of names, the stage as a merged column, people under one name, times in words. */
const TWO_LINES: Drawing = {
  cells: {
    A1: '市血液中心“转作风、优服务”学习计划安排表',
    A2: '填报单位：市血液中心　　　　制表日期：2026年9月10日',
    ...rowsAt('A3', [
      [
        '序号',
        '阶段',
        '时间',
        '学习专题',
        '学习材料',
        '学习形式',
        '人员',
        null,
        '地 点',
        '参学范围',
        '目标要求',
        '责任科室',
        '备注',
      ],
      [null, null, null, null, null, null, '主持人', '领学人'],
      [
        1,
        '学习动员',
        '第一周周五下午',
        '为什么学',
        '《学习纲要》\n《在年中工作会议上的讲话》',
        '集中学习',
        '党支部书记',
        '办公室负责人',
        '二楼会议室',
        '全体党员',
        '每人一页提纲',
        '办公室',
        null,
      ],
      [
        2,
        null,
        '第三周周三15:00',
        '五个工作日',
        '《群众来件五个工作日办结办法（试行）》第23段',
        '专题研讨',
        '分管负责人',
        '/',
        '3楼301',
        null,
        null,
        null,
        '带笔记本',
      ],
      [
        3,
        '对照检查',
        '10月中旬',
        '对照查摆',
        '《没有入库的文件》',
        '自学',
        null,
        null,
        null,
        '全体党员',
        null,
        null,
        null,
      ],
      [4, null, '待定', '逐人发言', null, '组织生活会', '党支部书记', null, null, null, null, null, null],
    ]),
  },
  merges: [
    'A1:M1',
    'A2:M2',
    'A3:A4',
    'B3:B4',
    'C3:C4',
    'D3:D4',
    'E3:E4',
    'F3:F4',
    'G3:H3',
    'I3:I4',
    'J3:J4',
    'K3:K4',
    'L3:L4',
    'M3:M4',
    'B5:B6',
    'B7:B8',
  ],
};

const TWO_LINES_PLAN = [
  {
    id: 's1',
    stage: 'study',
    title: '为什么学',
    form: '集中学习',
    readings: ['texts/outline', 'speeches/mid-year'],
    chair: '党支部书记',
    lead: '办公室负责人',
    attendees: '全体党员',
    when: { week: 1 },
    requirement: '每人一页提纲',
    responsible: '办公室',
  },
  {
    id: 's2',
    stage: 'study',
    title: '五个工作日',
    form: '交流研讨',
    readings: ['texts/rules#p23'],
    chair: '分管负责人',
    place: '3楼301',
    when: { week: 3 },
    note: '带笔记本',
  },
  {
    id: 's3',
    stage: 'check',
    title: '对照查摆',
    form: '个人自学',
    attendees: '全体党员',
    when: { month: '2026-10', part: 'mid' },
    note: '篇目：《没有入库的文件》',
  },
  { id: 's4', stage: 'check', title: '逐人发言', form: '组织生活会', chair: '党支部书记', when: 'unknown' },
];

describe('A 学习计划安排表 as offices draw it', () => {
  it('with names in two lines, a merged column of stages and times in words becomes a plan, and its unit’s own days adjustments', async () => {
    const { plan, adjustments, doubts, uses } = await importedPlan(drawn(TWO_LINES), OFFICE);
    assert.deepEqual(
      [plan.title, plan.campaign, plan.revised],
      ['“转作风、优服务”学习计划', 'conduct', '2026-09-10'],
    );
    assert.deepEqual(plan.sessions, TWO_LINES_PLAN);
    assert.deepEqual(adjustments, [{ session: 's2', on: '2026-09-30', time: '15:00' }]);
    assert.deepEqual(doubts, [
      '第 6 行“五个工作日”：学习形式“专题研讨”作交流研讨',
      '第 7 行“对照查摆”：库中没有《没有入库的文件》',
    ]);
    assert.equal(
      Object.values(uses).reduce((sum, count) => sum + count, 0),
      Object.keys(TWO_LINES.cells).length,
    );
  });

  it('is the same where texts stand in the cells, as WPS and web systems write them', async () => {
    const { plan } = await importedPlan(drawn({ ...TWO_LINES, texts: 'inline' }), OFFICE);
    assert.deepEqual(plan.sessions, TWO_LINES_PLAN);
  });

  it(
    'is the same after LibreOffice has saved it',
    { skip: hasSoffice() ? false : 'LibreOffice (soffice) is not installed' },
    async () => {
      const file = join(await temporaryFolder(), 'plan.xlsx');
      await writeFile(file, drawn(TWO_LINES));
      const saved = await convertedBySoffice(file, 'xlsx');
      const { plan, adjustments } = await importedPlan(saved, OFFICE);
      assert.deepEqual(plan.sessions, TWO_LINES_PLAN);
      assert.deepEqual(adjustments, [{ session: 's2', on: '2026-09-30', time: '15:00' }]);
    },
  );

  it('with stages as rows, days as numbers in several formats and hours in a column of their own', async () => {
    const cells = {
      A1: '“转作风、优服务”学习计划配档表',
      ...rowsAt('A2', [
        ['场次', '日期', '时刻', '主题', '学习书目', '方式', '主持人/领学人', '中心发言人', '学时'],
        ['一、学习动员阶段（9月14日—10月9日）'],
        [
          1,
          { value: 46283, format: 'yyyy"年"m"月"d"日";@' },
          { value: 0.604166667, format: 'h:mm' },
          '甲',
          '学习纲要',
          '党课',
          '书记/副书记',
          '张三、李四',
          1.5,
        ],
        [
          2,
          { value: 46287, format: 58 },
          '上午9点',
          '乙',
          '1.《学习纲要》 2.《在年中工作会议上的讲话》',
          '集中学习',
          '书记',
          null,
          '2学时',
        ],
        ['二、对照检查阶段'],
        [3, { value: 46311.625, format: 22 }, null, '丙', null, '读书班', null, null, null],
      ]),
    };
    const { plan, doubts } = await importedPlan(
      drawn({ cells, merges: ['A1:I1', 'A3:I3', 'A6:I6'] }),
      OFFICE,
    );
    assert.deepEqual(plan.sessions, [
      {
        id: 's1',
        stage: 'study',
        title: '甲',
        form: '党课',
        readings: ['texts/outline'],
        chair: '书记',
        lead: '副书记',
        speakers: ['张三', '李四'],
        hours: 1.5,
        when: { on: '2026-09-18', time: '14:30' },
      },
      {
        id: 's2',
        stage: 'study',
        title: '乙',
        form: '集中学习',
        readings: ['texts/outline', 'speeches/mid-year'],
        chair: '书记',
        hours: 2,
        when: { on: '2026-09-22', time: '09:00' },
      },
      { id: 's3', stage: 'check', title: '丙', form: '读书班', when: { on: '2026-10-16', time: '15:00' } },
    ]);
    assert.deepEqual(doubts, ['第 5 行“乙”：年份没有写出来，按单元格里存的日期作2026年']);
  });

  it('of a workbook that counts days from 1904 names the same days', async () => {
    const cells = rowsAt('A1', [
      ['时间', '专题', '学习形式'],
      [{ value: 46283 - 1462, format: 14 }, '“转作风、优服务”动员', '动员会'],
    ]);
    const { plan } = await importedPlan(drawn({ cells, is1904: true }), OFFICE);
    assert.deepEqual(plan.sessions[0]?.when, { on: '2026-09-18' });
  });

  it('with a session over several rows, text in several faces and pinyin over it', async () => {
    const cells = {
      A1: '“转作风、优服务”学习计划',
      ...rowsAt('A2', [
        ['序号', '时间', '专题', '学习内容', '学习形式', '完成时限'],
        [
          1,
          '9月18日',
          { pieces: ['为什', '么学'], pinyin: 'wei' },
          { pieces: ['《学习', '纲要》'] },
          '集中学习',
          '当天',
        ],
        [null, null, null, '《在年中工作会议\n上的讲话》', null, null],
        [2, '9月25日', '规矩', '重点研读《群众来件五个工作日办结办法》', '集中学习', null],
        [null, null, null, '补充一条要求', null, null],
      ]),
    };
    const { plan, doubts } = await importedPlan(
      drawn({ cells, merges: ['A1:F1', 'A3:A4', 'B3:B4', 'C3:C4', 'E3:E4', 'F3:F4'] }),
      OFFICE,
    );
    assert.deepEqual(plan.sessions, [
      {
        id: 's1',
        stage: 'study',
        title: '为什么学',
        form: '集中学习',
        readings: ['texts/outline', 'speeches/mid-year'],
        when: { on: '2026-09-18' },
        note: '完成时限：当天',
      },
      {
        id: 's2',
        stage: 'study',
        title: '规矩',
        form: '集中学习',
        readings: ['texts/rules'],
        when: { on: '2026-09-25' },
        note: '篇目：《群众来件五个工作日办结办法》；补充一条要求',
      },
    ]);
    assert.deepEqual(doubts, [
      '第 3、5 行（2 场）：没有写阶段，按日期归入“学习动员”',
      '第 5 行“规矩”：《群众来件五个工作日办结办法》按相近的题名取作《群众来件五个工作日办结办法（试行）》（texts/rules）',
      '第 5 行“规矩”：“补充一条要求”没有对上库中条目',
      '“规矩”：2026年9月25日（周五）是休息日：中秋节',
      '有字没有归入字段，照录在文件开头：D5“重点研读”',
    ]);
  });

  it('with the month apart from the day, names repeated on a second page, a total and lines below', async () => {
    const cells = rowsAt('A1', [
      ['2026年度“转作风、优服务”学习安排'],
      ['月份', '日期', '学习内容', '形式', '学时'],
      ['10月', '16日', '学习《学习纲要》', '集中学习', 2],
      ['月份', '日期', '学习内容', '形式', '学时'],
      ['11月', null, '读原文', '个人自学', 4],
      ['合计', null, null, null, 6],
      ['注：时间如有变动另行通知'],
    ]);
    const { plan, text } = await importedPlan(drawn({ cells }), OFFICE);
    assert.equal(plan.title, '2026年度“转作风、优服务”学习安排');
    assert.deepEqual(plan.sessions, [
      {
        id: 's1',
        stage: 'check',
        title: '学习《学习纲要》',
        form: '集中学习',
        readings: ['texts/outline'],
        hours: 2,
        when: { on: '2026-10-16' },
      },
      { id: 's2', title: '读原文', form: '个人自学', hours: 4, when: { month: '2026-11' } },
    ]);
    assert.match(text, /^# 表外文字：合计 6$/m);
    assert.match(text, /^# 表外文字：注：时间如有变动另行通知$/m);
  });

  it('of a campaign that the office has not brings the campaign with it, stages included', async () => {
    const cells = {
      A1: '2026年春季读书班学习计划',
      ...rowsAt('A2', [
        ['时间', '专题', '学习形式'],
        ['第一阶段：通读原文（2026年3月2日至3月31日）'],
        ['3月6日', '开班', '读书班'],
        ['第二阶段：交流（4月1日至4月30日）'],
        ['4月3日', '结班', '交流研讨'],
      ]),
    };
    const { plan, files, doubts } = await importedPlan(
      drawn({ cells, merges: ['A1:C1', 'A3:C3', 'A5:C5'] }),
      OFFICE,
    );
    const name = '2026-nian-chun-ji-du-shu-ban';
    assert.equal(plan.campaign, name);
    assert.deepEqual(
      plan.sessions.map(({ stage, when }) => [stage, when]),
      [
        ['tong-du-yuan-wen', { on: '2026-03-06' }],
        ['jiao-liu', { on: '2026-04-03' }],
      ],
    );
    assert.match(
      files[`campaigns/${name}.yaml`] ?? '',
      /^name: 2026年春季读书班\norganiser: 学习办\nfrom: 2026-03-02\nuntil: 2026-04-30\nstages:\n/m,
    );
    assert.equal(doubts.length, 1);
  });
});

it('The kind of meeting by its name is the form of a branch’s session', async () => {
  const rows = [
    ['会议名称', '召开时间', '主要内容'],
    ['党课', '3月', '甲'],
    ['主题党日', '4月', '乙'],
    ['支部委员会', '5月', '丙'],
  ];
  const { plan } = await importedPlan(drawn({ cells: rowsAt('A1', rows) }), officeOf({}));
  assert.deepEqual(
    plan.sessions.map(({ title, form, note }) => [title, form, note?.split('\n')[0]]),
    [
      ['甲', '党课', '时间原写：3月'],
      ['乙', '主题党日', '时间原写：4月'],
      ['丙', '会议', '学习形式：支部委员会'],
    ],
  );
});
