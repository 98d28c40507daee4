import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { valuesOf } from '../../../../src/desk/fields/set-fields.ts';
import { groundOfPlans, type PlanGround } from '../../../../src/desk/plans/ground.ts';
import { workOutPlan } from '../../../../src/desk/plans/work-out-plan.ts';
import { workOutUnit } from '../../../../src/desk/plans/work-out-unit.ts';
import type { FieldValues } from '../../../../src/domain/desk/api.ts';
import { readContent } from '../../../../src/source/read-content.ts';
import { writeContent } from '../../../support/site.ts';

const PLAN = `campaign: c
title: 学习计划
onHoliday: nextWorkingDay
sessions:
  - { id: s1, stage: a, title: 甲, form: 集中学习, when: { week: 2 } }
  - { id: s2, stage: a, title: 乙, form: 党课, when: { every: month, day: 5, time: "15:00" } }
  - { id: s3, stage: a, title: 丙, form: 会议, when: { on: 2026-10-03 } }
`;
const UNIT = `name: 云川市血液中心
shortName: 市血液中心
meeting: { weekday: 5, time: "14:30", place: 二楼会议室 }
parts:
  - { id: g1, name: 第一党小组, plans: [{ plan: p }] }
plans:
  - plan: p
    adjustments:
      - { session: s1, on: 2026-09-17, reason: 会场占用 }
`;
let ground: PlanGround;
before(async () => {
  const folder = await writeContent({
    'campaigns/c.yaml':
      'name: 活动\norganiser: 学习办\nfrom: 2026-09-01\nuntil: 2026-11-30\nstages: [{ id: a, title: 学习, from: 2026-09-01, until: 2026-11-30 }]\nreports: [{ title: 总结, deadline: { workingDays: 5, after: { campaign: end } } }]\n',
    'plans/p.yaml': PLAN,
    'units/blood.yaml': UNIT,
    'units/other.yaml': 'name: 云川市疾控中心\nshortName: 市疾控中心\n',
  });
  // As it comes from the thread that reads the content.
  ground = structuredClone(groundOfPlans(await readContent(folder)));
});

const plan = (change: (sessions: FieldValues[]) => FieldValues[] = (all) => all) => {
  const fields = valuesOf(PLAN)!;
  return { ...fields, sessions: change(fields.sessions as FieldValues[]) };
};
const linesOf = (answer: ReturnType<typeof workOutPlan>) =>
  answer.rows.map(({ times }) => times.map(({ lines }) => lines.join('；')));

describe('A plan that is being edited shows the days that it comes to', () => {
  it('for a unit that follows it, with the unit’s own changes', () => {
    const answer = workOutPlan(ground, { plan: 'p', unit: 'blood', fields: plan(), words: {} });
    assert.deepEqual(
      answer.rows.map(({ words }) => words),
      ['第2周', '每月5日 15:00', '10月3日（周六）'],
    );
    assert.deepEqual(linesOf(answer), [
      ['9月17日（周四） 14:30；原定9月11日（周五），改为9月17日（周四），原因：会场占用'],
      [
        '9月7日（周一） 15:00；9月5日（周六）是休息日，顺延到下一个工作日9月7日（周一）',
        '10月8日（周四） 15:00；10月5日（周一）国庆节放假，顺延到下一个工作日10月8日（周四）',
        '11月5日（周四） 15:00',
      ],
      ['10月3日（周六） 14:30'],
    ]);
    assert.deepEqual(
      answer.units.map(({ id, isFollowing }) => [id, isFollowing]),
      [
        ['blood', true],
        ['blood-g1', true],
        ['other', false],
      ],
    );
  });
  it('for a unit that does not follow it yet, and for none', () => {
    const other = workOutPlan(ground, { plan: 'p', unit: 'other', fields: plan(), words: {} });
    assert.deepEqual(other.rows[2]!.times[0]!.lines, ['10月3日（周六）']);
    assert.deepEqual(workOutPlan(ground, { plan: 'p', fields: plan(), words: {} }).rows[0]!.times[0]!.lines, [
      '2026年9月7日至9月13日当周',
      '本单位未定固定学习日，时间待定，另行通知',
    ]);
  });
  it('for words that are typed in the place of a time, and says what was understood', () => {
    const { rows } = workOutPlan(ground, {
      plan: 'p',
      unit: 'blood',
      fields: plan(),
      words: { 2: '10月9日下午3点', 1: '择日' },
    });
    assert.deepEqual(rows[2]!.read, {
      when: { on: '2026-10-09', time: '15:00' },
      understood: '10月9日（周五） 15:00',
      isWhole: true,
      doubts: [],
    });
    assert.deepEqual(rows[2]!.times[0]!.lines, ['10月9日（周五） 15:00']);
    assert.equal(rows[1]!.read!.isWhole, false);
    assert.deepEqual(rows[1]!.times[0]!.lines, ['时间待定，另行通知']);
  });
  it('works the other rows out where one is at fault, and tells the fault beside its row in the names of the form', () => {
    const { rows, faults } = workOutPlan(ground, {
      plan: 'p',
      unit: 'blood',
      fields: plan(([first, , third]) => [
        { ...first, title: null },
        { id: 's2', form: '党课', title: '乙', when: { week: 99 } },
        third!,
      ]),
      words: {},
    });
    assert.deepEqual(rows[0]!.faults, ['缺少必填字段 专题']);
    assert.match(rows[1]!.faults.join(), /^时间：/);
    assert.deepEqual(
      rows[2]!.times.map(({ lines }) => lines),
      [['10月3日（周六） 14:30']],
    );
    assert.deepEqual([rows[0]!.times, faults], [[], []]);
  });
  it('takes any values of a form without failing', () => {
    for (const sessions of [undefined, null, 5, [null, 'x', []]])
      assert.ok(
        workOutPlan(ground, {
          plan: 'new',
          fields: { campaign: 7, title: null, sessions },
          words: { 0: '每月5日', 9: 'x' },
        }).rows,
      );
  });
});

describe('A unit that is being edited shows its sessions and what is to be looked at', () => {
  it('with its parts, the deadlines as they are counted, and doubts beside their session', () => {
    const { bearers, faults } = workOutUnit(ground, { unit: 'blood', fields: valuesOf(UNIT)!, words: {} });
    assert.deepEqual(faults, []);
    assert.deepEqual(
      bearers.map(({ id, part }) => [id, part]),
      [
        ['blood', undefined],
        ['blood-g1', 0],
      ],
    );
    const [schedule] = bearers[0]!.schedules;
    assert.match(schedule!.deadlines[0]!.counting, /五个工作日：12月1日、2日、3日、4日、7日/);
    const doubts = Object.fromEntries(schedule!.sessions.map(({ id, doubts: own }) => [id, own.join()]));
    assert.match(doubts.s3!, /s3 定在2026年10月3日（周六），当天国庆节放假/);
    assert.equal(doubts.s1, '');
  });
  it('with a clash of two meetings at one hour, beside both', () => {
    const fields = valuesOf(UNIT)!;
    const adjustments = [{ session: 's1', on: '2026-11-05', time: '15:00', reason: '调' }];
    const { bearers } = workOutUnit(ground, {
      unit: 'blood',
      fields: { ...fields, plans: [{ plan: 'p', adjustments }] },
      words: {},
    });
    const [schedule] = bearers[0]!.schedules;
    for (const id of ['s1', 's2-2026-11'])
      assert.match(
        schedule!.sessions.find((session) => session.id === id)!.doubts.join(),
        /同一时间有两场/,
        id,
      );
  });
  it('says what is wrong with its fields', () => {
    const { bearers, faults } = workOutUnit(ground, {
      unit: 'blood',
      fields: { meeting: { weekday: 9 } },
      words: {},
    });
    assert.deepEqual(bearers, []);
    assert.match(faults.join(), /单位全称/);
  });
});
