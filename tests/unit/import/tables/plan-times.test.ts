import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { untoldTime } from '../../../../src/import/tables/untold-time.ts';
import { drawn, rowsAt, type DrawnCell } from './drawn.ts';
import { importedPlan, officeOf } from './office.ts';

const CAMPAIGN = {
  'campaigns/conduct': {
    name: '“转作风”学习活动',
    organiser: '学习办',
    from: '2026-09-14',
    until: '2027-01-22',
    stages: [
      { id: 'study', title: '学习动员', from: '2026-09-14', until: '2026-10-09' },
      { id: 'check', title: '对照检查', from: '2026-10-10', until: '2026-12-25' },
    ],
  },
};

/** A plan of these rows below the names, one session a row; its times and notes, and what is said. */
async function times(title: string | undefined, rows: (DrawnCell | null)[][], files = {}) {
  const head = title === undefined ? [] : [[title]];
  const { plan, doubts } = await importedPlan(
    drawn({ cells: rowsAt('A1', [...head, ...rows]) }),
    officeOf(files),
  );
  return {
    when: plan.sessions.map(({ when }) => when),
    notes: plan.sessions.map(({ note }) => note),
    doubts,
    plan,
  };
}

describe('The times of a plan’s table', () => {
  it('in two columns are one time, and never the first day of the month', async () => {
    const { when, notes } = await times('2027年学习计划表', [
      ['月份', '时间', '专题', '形式'],
      ['1月', '1月22日下午', '甲', '党课'],
      ['6月', '6月28日—29日', '乙', '党课'],
      ['10月', '重阳节前', '丙', '党课'],
      ['2月', '5日', '丁', '党课'],
      ['3月', '第二周', '戊', '党课'],
      ['4月', '5月5日', '己', '党课'],
    ]);
    assert.deepEqual(when, [
      { on: '2027-01-22' },
      { month: '2027-06' },
      { before: '重阳', year: 2027 },
      { on: '2027-02-05' },
      { month: '2027-03' },
      'unknown',
    ]);
    assert.deepEqual(notes, [
      '时间原写：1月，1月22日下午',
      '时间原写：6月，6月28日—29日',
      undefined,
      undefined,
      '时间原写：3月，第二周',
      '时间原写：4月，5月5日',
    ]);
  });

  it('that no rule holds are unknown, and their words stand in the note and the report', async () => {
    const words = [
      '每月5日前',
      '每月第一个星期五下午',
      '节前',
      '1月、4月、7月',
      '1—3月',
      '7月1日前后',
      '农历九月初九',
    ];
    const { when, notes, doubts } = await times('2027年学习计划', [
      ['时间', '专题', '形式'],
      ...words.map((each) => [each, '甲', '党课']),
    ]);
    assert.deepEqual(
      when,
      words.map(() => 'unknown'),
    );
    assert.deepEqual(
      notes,
      words.map((each) => `时间原写：${each}`),
    );
    for (const each of words)
      assert.ok(
        doubts.some((doubt) => doubt.includes(each)),
        each,
      );
  });

  it('of a part of a month, a quarter, a festival or a class of some days are the plan’s own', async () => {
    const { plan } = await times('2027年学习计划', [
      ['时间', '专题', '形式'],
      ['3月上旬', '甲', '党课'],
      ['第一季度', '乙', '会议'],
      ['七一前', '丙', '党课'],
      ['6月28日—30日', '丁', '读书班'],
      ['6月28日—7月28日', '戊', '读书班'],
    ]);
    assert.deepEqual(
      plan.sessions.map(({ when, sittings, note }) => [when ?? sittings, note]),
      [
        [{ month: '2027-03', part: 'early' }, undefined],
        [{ period: '2027-q1' }, undefined],
        [{ before: '七一', year: 2027 }, undefined],
        [[{ on: '2027-06-28' }, { on: '2027-06-29' }, { on: '2027-06-30' }], undefined],
        ['unknown', '时间原写：6月28日—7月28日'],
      ],
    );
  });

  it('that come again are a rule of the plan, with the title’s year for its ends', async () => {
    const { when, notes } = await times('机关支部2027年计划表', [
      ['时间', '专题', '形式', '备注'],
      ['每月5日', '甲', '主题党日', null],
      ['每月第一个星期五', '乙', '会议', null],
      ['每季度末月20日14:30', '丙', '党课', null],
      ['每月5日', '丁', '会议', '7、8月除外'],
    ]);
    const year = { from: '2027-01-01', until: '2027-12-31' };
    assert.deepEqual(when, [
      { every: 'month', day: 5, ...year },
      { every: 'month', weekday: 5, nth: 1, ...year },
      { every: 'quarter', day: 20, time: '14:30', ...year },
      'unknown',
    ]);
    assert.deepEqual(notes, [undefined, undefined, undefined, '7、8月除外\n时间原写：每月5日']);
  });

  it('that come again end with their stage or campaign, or with the year where that is narrower', async () => {
    const rows = [
      ['阶段', '时间', '专题', '形式'],
      ['学习动员', '每周五', '甲', '集中学习'],
      ['', '每月5日', '乙', '会议'],
      ['没有的阶段', '每月5日', '丙', '会议'],
    ];
    const { when } = await times('“转作风”学习计划', rows, CAMPAIGN);
    assert.deepEqual(when, [{ every: 'week', weekday: 5 }, { every: 'month', day: 5 }, 'unknown']);
    const ofYear = await times('2027年“转作风”学习计划', rows, CAMPAIGN);
    assert.deepEqual(ofYear.when, ['unknown', { every: 'month', day: 5, from: '2027-01-01' }, 'unknown']);
  });

  it('that come again under a heading or title of one period are not those of the whole plan', async () => {
    const rows = [
      ['时间', '专题', '形式'],
      ['一、第一季度', null, null],
      ['每月5日', '甲', '会议'],
    ];
    assert.deepEqual((await times('2027年学习计划', rows)).when, ['unknown']);
    const ofMonth = [rows[0]!, ['每周五', '甲', '会议']];
    assert.deepEqual((await times('2027年3月学习计划', ofMonth)).when, ['unknown']);
    assert.deepEqual((await times('学习计划', ofMonth)).when, [{ every: 'week', weekday: 5 }]);
  });

  it('get their year from the title, a column, the row itself or the stored day, never from the day of compiling', async () => {
    const row = ['3月5日', '甲', '党课'];
    const names = ['时间', '专题', '形式'];
    assert.deepEqual((await times('机关支部2027年计划表', [names, row])).when, [{ on: '2027-03-05' }]);
    assert.deepEqual((await times('学习计划', [['制表日期：2026年12月20日'], names, row])).when, ['unknown']);
    assert.deepEqual((await times('学习贯彻2026年两会精神计划', [names, row])).when, ['unknown']);
    const inColumn = [
      ['年份', '月份', '日期', '专题', '形式'],
      [2027, 3, 5, '甲', '党课'],
    ];
    assert.deepEqual((await times(undefined, inColumn)).when, [{ on: '2027-03-05' }]);
    const stored: DrawnCell = { value: 46461, format: 'm"月"d"日"' };
    const { when, doubts } = await times('学习计划', [names, [stored, '甲', '党课']]);
    assert.deepEqual(when, [{ on: '2027-03-15' }]);
    assert.ok(doubts.some((doubt) => doubt.includes('按单元格里存的日期作2027年')));
    assert.deepEqual((await times('2026年学习计划', [names, [stored, '甲', '党课']])).when, ['unknown']);
  });

  it('under a heading or a title that is a month or quarter belong to it', async () => {
    const names = ['时间', '专题', '形式'];
    const day = ['5日', '甲', '党课'];
    assert.deepEqual((await times('2027年3月学习计划', [names, day])).when, [{ on: '2027-03-05' }]);
    assert.deepEqual((await times('2027年1—3月学习计划', [names, day])).when, ['unknown']);
    assert.deepEqual((await times('2027年学习计划（3月）', [names, day])).when, ['unknown']);
    const heads = [
      names,
      ['一、3月'],
      day,
      ['二、第二季度'],
      ['季末前', '乙', '党课'],
      ['3月8日', '丙', '党课'],
    ];
    const { when, doubts } = await times('2027年学习计划', heads);
    assert.deepEqual(when, [{ on: '2027-03-05' }, { by: '2027-06-30' }, { on: '2027-03-08' }]);
    assert.ok(doubts.some((doubt) => doubt.includes('时间“3月8日”不在小标题“第二季度”里')));
  });

  it('over New Year are of no certain year where only one is named', async () => {
    const rows = [
      ['时间', '专题', '形式'],
      ...['11月5日', '12月20日', '1月5日'].map((each) => [each, '甲', '党课']),
    ];
    const one = await times('2026年冬季学习计划', rows);
    assert.deepEqual(one.when, [{ on: '2026-11-05' }, { on: '2026-12-20' }, 'unknown']);
    const two = await times('2026—2027年冬季学习计划', rows);
    assert.deepEqual(two.when[2], { on: '2027-01-05' });
  });

  it('stored as a number that may have lost a 0 are no day', async () => {
    const { when, doubts } = await times('2027年学习计划', [
      ['时间', '专题', '形式'],
      ...[3.1, 3.15, '3.10', 2027.1].map((each) => [each, '甲', '党课']),
    ]);
    assert.deepEqual(when, ['unknown', { on: '2027-03-15' }, { on: '2027-03-10' }, 'unknown']);
    assert.ok(doubts.some((doubt) => doubt.includes('“3.1”在表里存成了数字')));
  });

  it('of several rows under one number are sessions of their own', async () => {
    const cells = rowsAt('A1', [
      ['2027年学习计划'],
      ['序号', '专题', '日期', '时段', '备注'],
      [1, '甲', '3月5日', '下午', '集中学习'],
      [null, null, '3月12日', '下午', '自学'],
    ]);
    const { plan } = await importedPlan(drawn({ cells, merges: ['A3:A4', 'B3:B4'] }), officeOf({}));
    assert.deepEqual(
      plan.sessions.map(({ id, title, form, when }) => [id, title, form, when]),
      [
        ['s1', '甲', '集中学习', { on: '2027-03-05' }],
        ['s1-2', '甲', '个人自学', { on: '2027-03-12' }],
      ],
    );
  });

  it('that are bad refuse neither the row nor the file', async () => {
    const bad = ['第99周', '2月30日', '1027年3月5日', '不'.repeat(3000)];
    const { when, plan } = await times('2027年学习计划', [
      ['时间', '专题', '形式'],
      ...bad.map((each) => [each, '甲', '党课']),
      ['3月5日', '乙', '党课'],
    ]);
    assert.deepEqual(when, ['unknown', 'unknown', 'unknown', 'unknown', { on: '2027-03-05' }]);
    for (const [index, each] of bad.entries()) assert.ok(plan.sessions[index]?.note?.includes(each), each);
  });

  it('put a session into the one stage that holds its day, and what does not fit is said', async () => {
    const { plan, doubts } = await times(
      '“转作风”学习计划',
      [
        ['时间', '专题', '形式'],
        ['9月18日', '甲', '党课'],
        ['12月30日', '乙', '党课'],
        ['2027年3月5日', '丙', '党课'],
        ['10月1日', '丁', '党课'],
      ],
      CAMPAIGN,
    );
    assert.deepEqual(
      plan.sessions.map(({ stage }) => stage),
      ['study', undefined, undefined, 'study'],
    );
    assert.ok(doubts.includes('“丙”：2027年3月5日不在专题活动的起止日期（2026-09-14 至 2027-01-22）里'));
    assert.ok(doubts.includes('“丁”：2026年10月1日（周四）是休息日：国庆节'));
  });
});

describe('The last look at a time', () => {
  const session = { id: 's1', title: '甲', form: '党课' } as const;

  it('finds nothing untold where the fields say all, in whatever words', () => {
    for (const [words, when] of [
      ['3月26日（周五）下午2:30', { on: '2027-03-26', time: '14:30' }],
      ['二〇二七年三月二十六日', { on: '2027-03-26' }],
      ['2027-03-26 9:00', { on: '2027-03-26', time: '09:00' }],
      ['七一前', { before: '七一', year: 2027 }],
      ['“十一”前', { before: '国庆', year: 2027 }],
      ['10月重阳节前', { before: '重阳', year: 2027 }],
      ['清明节当天9:00', { festival: '清明', year: 2027, time: '09:00' }],
      ['3月上旬', { month: '2027-03', part: 'early' }],
      ['三月底', { month: '2027-03', part: 'end' }],
      ['3月上半月', { period: '2027-03-a' }],
      ['2027年一季度', { period: '2027-q1' }],
      ['下半年', { period: '2027-h2' }],
      ['第一季度末前', { by: '2027-03-31' }],
      ['3月底前完成', { by: '2027-03-31' }],
      ['第二周', { week: 2 }],
      ['3月份', { month: '2027-03' }],
      ['待定', 'unknown'],
    ] as const)
      assert.equal(untoldTime(words, { ...session, when }).replace(/第一/u, ''), '', words);
  });

  it('finds every word that they do not say', () => {
    for (const [words, when] of [
      ['3月26日下午', { on: '2027-03-26' }],
      ['3月26日前', { on: '2027-03-26' }],
      ['3月26日', { on: '2027-03-01' }],
      ['3月中旬', { month: '2027-03' }],
      ['3月中旬', { month: '2027-03', part: 'late' }],
      ['第二季度', { period: '2027-q1' }],
      ['端午前', { before: '中秋', year: 2027 }],
      ['七一前', { festival: '七一', year: 2027 }],
      ['每月5日', { on: '2027-03-05' }],
      ['重阳节前', { by: '2027-10-31' }],
      ['第二周', { week: 3 }],
      ['每月15日', { every: 'month', day: 5 }],
      ['每月5日下午', { every: 'month', day: 5 }],
      ['每季度5日', { every: 'month', day: 5 }],
      ['每月第二个周五', { every: 'month', weekday: 5, nth: 1 }],
      ['每月两次', { every: 'month' }],
    ] as const)
      assert.notEqual(untoldTime(words, { ...session, when }), '', words);
  });
});
