import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { scheduleOf } from '../../../src/domain/schedule/schedule-of.ts';
import { campaignSchema } from '../../../src/schemas/campaign.ts';
import { addedSessionSchema, planSchema } from '../../../src/schemas/plan.ts';
import { unitSchema } from '../../../src/schemas/unit.ts';
import { calendar } from './example.ts';

const PLAN = `
campaign: conduct-2026
title: 转作风、优服务学习计划
revised: 2026-09-10
onHoliday: nextWorkingDay
sessions:
  - id: s1
    stage: mobilise
    title: 学什么、怎么学
    form: 集中学习
    readings: [texts/outline, speeches/mid-year]
    when: { week: 1 }
    chair: 党支部书记
    requirement: 每人一页提纲
  - { id: s2, stage: mobilise, title: 二, form: 交流研讨, when: { week: 2 } }
  - { id: s3, stage: mobilise, title: 三, form: 党课, when: { week: 3 } }
  - { id: s4, stage: mobilise, title: 四, form: 党课, when: { week: 3 } }
  - { id: s5, stage: mobilise, title: 五, form: 读书班, when: { week: 4 } }
`;

const UNIT = `
name: 云川市血液中心
meeting: { weekday: 5, time: "14:30", place: 二楼会议室 }
plans:
  - plan: conduct-2026
    adjustments:
      - { session: s3, on: 2026-10-10, reason: 会场占用 }
      - { session: s5, drop: true, reason: 与市级培训合并 }
`;

const CAMPAIGN = `
name: 转作风、优服务
organiser: 云川市卫生健康委
from: 2026-09-14
until: 2027-01-22
stages:
  - { id: mobilise, title: 学习动员, from: 2026-09-14, until: 2026-10-09 }
`;

test('a plan and a unit as files write them become a schedule', () => {
  const plan = { id: 'conduct-2026', ...planSchema.parse(parse(PLAN)) };
  const unit = { id: 'blood-center', ...unitSchema.parse(parse(UNIT)) };
  const { sessions } = scheduleOf(plan, campaignSchema.parse(parse(CAMPAIGN)), unit, calendar);
  assert.deepEqual(
    sessions.map(({ id, day, status }) => [id, day, status]),
    [
      ['s1', '2026-09-18', 'fixed'],
      ['s2', '2026-09-28', 'moved'],
      ['s4', '2026-10-08', 'moved'],
      ['s5', null, 'dropped'],
      ['s3', '2026-10-10', 'moved'],
    ],
  );
  assert.equal(sessions[1]?.reason, '9月25日（周五）中秋节放假，顺延到下一个工作日9月28日（周一）');
  assert.equal(sessions[2]?.reason, '10月2日（周五）国庆节放假，顺延到下一个工作日10月8日（周四）');
  assert.equal(sessions[0]?.chair, '党支部书记');
});

test('a plan without onHoliday leaves holidays to the office', () => {
  assert.equal(planSchema.parse({ campaign: 'c', title: 't' }).onHoliday, 'confirm');
});

test('faults of a plan are reported in Chinese', () => {
  const faults = (sessions: object[]) =>
    planSchema.safeParse({ campaign: 'c', title: 't', sessions }).error?.issues.map(({ message }) => message);
  assert.deepEqual(
    faults([{ id: 's1', title: '一', form: '开会' }])?.[0]?.slice(0, 12),
    '学习形式只能是：个人自学',
  );
  assert.deepEqual(
    faults([
      { id: 's1', title: '一', form: '党课' },
      { id: 's1', title: '二', form: '党课' },
    ]),
    ['代号 s1 重复'],
  );
  assert.equal(faults([{ id: 's1', title: '一', form: '党课', when: { week: 0 } }])?.length, 1);
  assert.equal(faults([{ id: 's1', title: '一', form: '党课', topic: '二' }])?.length, 1);
});

test("a unit's own session has a plan session's fields but no code", () => {
  assert.ok(
    addedSessionSchema.safeParse({ title: '采血安全', form: '党课', when: { on: '2026-09-21' } }).success,
  );
  assert.ok(!addedSessionSchema.safeParse({ id: 'x', title: '采血安全', form: '党课' }).success);
});

test('a recurring session is refused where its rule says two things, or half of one', () => {
  const refusals = (when: string) => {
    const session = `{ id: s1, title: 一, form: 会议, when: { every: ${when} } }`;
    const { error } = planSchema.safeParse(parse(`{ campaign: c, title: 计划, sessions: [${session}] }`));
    return error?.issues.map(({ path, message }) => [path.at(-1), message]) ?? [];
  };
  for (const rule of [
    'month, day: 5',
    'month, weekday: 5, nth: last',
    'week',
    'week, weekday: 3, time: "15:00"',
    'quarter',
    'half-month, day: 5',
  ])
    assert.deepEqual(refusals(rule), [], rule);
  assert.deepEqual(refusals('month, day: 5, weekday: 1'), [['weekday', '与 day 只能写一样']]);
  assert.deepEqual(refusals('month, nth: 1'), [['nth', '第几个星期几，要连 weekday 一起写']]);
  assert.deepEqual(refusals('week, day: 5'), [['day', '每周的场次写 weekday，不写 day']]);
  assert.deepEqual(refusals('week, weekday: 1, nth: 1'), [['nth', '每周的场次不写 nth']]);
  assert.deepEqual(refusals('half-month, weekday: 1'), [['weekday', '每半月的场次写 day，不写 weekday']]);
  assert.equal(refusals('month, time: "15:00"')[0]?.[0], 'time');
  assert.ok(refusals('fortnight').length > 0);
});
