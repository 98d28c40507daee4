import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { FollowedPlan, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import type { CampaignWithReports } from '../../../src/domain/schedule/work-out.ts';
import { bloodCenter, planOf, session } from './example.ts';
import { conduct, workedOut } from './office.ts';

const plan = planOf([session('s1'), session('s2', { when: { week: 2 } })], 'nextWorkingDay');

test('a unit gets each of its plans, in the order of its file', () => {
  const other = { ...plan, id: 'winter' };
  const unit = { ...bloodCenter, plans: [{ plan: 'winter' }, { plan: 'conduct-2026' }] };
  assert.deepEqual(
    workedOut([plan, other], [unit]).map((of) => [of.unit.id, of.plan.id, of.schedule.sessions.length]),
    [
      ['blood-center', 'winter', 2],
      ['blood-center', 'conduct-2026', 2],
    ],
  );
});

test('a unit without plans, a plan that does not exist and one whose campaign does not yield nothing', () => {
  assert.deepEqual(workedOut([plan], [bloodCenter]), []);
  assert.deepEqual(workedOut([plan], [{ ...bloodCenter, plans: [{ plan: 'nowhere' }] }]), []);
  assert.deepEqual(workedOut([{ ...plan, campaign: 'nowhere' }]), []);
});

test('deadlines stand in the order of their days, those without one last', () => {
  const [worked] = workedOut([plan]);
  assert.deepEqual(
    worked?.deadlines.map(({ title, result }) => [title, result.kind]),
    [
      ['整改方案', 'date'],
      ['进展情况（第1次）', 'date'],
      ['进展情况（第2次）', 'date'],
      ['典型做法', 'month'],
      ['总结报告', 'unknown'],
      ['征文', 'unknown'],
    ],
  );
});

test('a part that follows a plan beside its unit owes only what is asked of parts; alone it owes all', () => {
  const reports = [
    { title: '小结', from: '各单位', deadline: 'unknown' },
    { title: '记录', from: '各党小组', deadline: 'unknown' },
  ] satisfies CampaignWithReports['reports'];
  const plans = [{ plan: 'conduct-2026' }];
  const owed = (unit: Partial<ScheduleUnit>) => {
    const parts = [{ id: 'g', name: '第一党小组' }];
    const units = [
      { ...bloodCenter, parts, ...unit },
      { id: 'blood-center-g', plans },
    ];
    const worked = workedOut([plan], units, [{ ...conduct, reports }]);
    return worked.map(({ unit: { id }, deadlines }) => [id, ...deadlines.map(({ title }) => title)]);
  };
  assert.deepEqual(owed({ plans }), [
    ['blood-center', '小结', '记录'],
    ['blood-center-g', '记录'],
  ]);
  assert.deepEqual(owed({}), [['blood-center-g', '小结', '记录']]);
});

describe('what a campaign asks for', () => {
  const winter = { ...plan, id: 'winter' };
  const reports = [
    { title: '月报', deadline: { every: 'month', from: '2026-09-14', until: '2026-12-31' } },
    { title: '月抱', deadline: 'unknown' },
    { title: '体会', deadline: { days: 1, after: { session: 'own' } } },
  ] satisfies CampaignWithReports['reports'];
  const follow = (...plans: FollowedPlan[]) =>
    workedOut(
      [plan, { ...winter, sessions: [session('own')] }],
      [{ ...bloodCenter, plans }],
      [{ ...conduct, reports }],
    ).map(({ plan: { id }, deadlines, duesWith }) => [
      id,
      duesWith?.id,
      ...deadlines.map(({ id: due, result }) => `${due} ${result.kind === 'date' ? result.date : ''}`.trim()),
    ]);

  test('stands once, with the first of its plans that the unit follows, and the others say with which', () => {
    const [first, second] = follow({ plan: 'conduct-2026' }, { plan: 'winter' });
    assert.equal(first?.length, 8);
    assert.deepEqual(second, ['winter', 'conduct-2026']);
  });

  test('may lean on a session of whichever of the plans has it', () => {
    const [first] = follow({ plan: 'conduct-2026' }, { plan: 'winter' });
    assert.ok(first?.includes('report-ti-hui 2026-09-19'));
  });

  test('stands turn by turn, each with the plan that the unit follows at its time; turns keep their numbers', () => {
    const turns = (rows: (string | undefined)[] | undefined) =>
      rows?.filter((row) => row?.startsWith('report-yue-bao') && row.includes(' '));
    const [first, second] = follow(
      { plan: 'conduct-2026', until: '2026-10-31' },
      { plan: 'winter', since: '2026-11-01' },
    );
    assert.deepEqual(turns(first), ['report-yue-bao 2026-09-30', 'report-yue-bao-turn-2 2026-10-31']);
    assert.deepEqual(turns(second), ['report-yue-bao-3 2026-11-30', 'report-yue-bao-4 2026-12-31']);
    const [late] = follow({ plan: 'winter', since: '2026-11-30' });
    assert.deepEqual(turns(late), ['report-yue-bao-3 2026-11-30', 'report-yue-bao-4 2026-12-31']);
  });
});

test('a deadline counted through a year without a table says so', () => {
  const [worked] = workedOut([plan]);
  const summary = worked?.deadlines.find(({ title }) => title === '总结报告');
  assert.equal(summary?.result.kind === 'unknown' && summary.result.reason, '待国务院办公厅公布');
});

test('reports whose titles are spelled alike in pinyin have ids of their own', () => {
  const reports = ['总结报告', '总结报告', '总结抱告'].map((title) => ({
    title,
    deadline: 'unknown' as const,
  }));
  const [worked] = workedOut([plan], undefined, [{ ...conduct, reports }]);
  assert.deepEqual(
    worked?.deadlines.map(({ id }) => id),
    ['report-zong-jie-bao-gao', 'report-zong-jie-bao-gao-2', 'report-zong-jie-bao-gao-3'],
  );
});

test("a deadline after a session follows each unit's own day", () => {
  const reports = [{ title: '体会', deadline: { workingDays: 1, after: { session: 's1' } } }];
  const units = [bloodCenter, { ...bloodCenter, id: 'b', meeting: { weekday: 2, time: '09:00' } }].map(
    (unit) => ({
      ...unit,
      plans: [{ plan: 'conduct-2026' }],
    }),
  );
  const dates = workedOut([plan], units, [{ ...conduct, reports }]).map(({ deadlines }) => {
    const result = deadlines[0]?.result;
    return result?.kind === 'date' ? result.date : undefined;
  });
  assert.deepEqual(dates, ['2026-09-20', '2026-09-16']);
});

test('a deadline after a dropped session has no date', () => {
  const reports = [{ title: '体会', deadline: { workingDays: 1, after: { session: 's1' } } }];
  const unit = {
    ...bloodCenter,
    plans: [{ plan: 'conduct-2026', adjustments: [{ session: 's1', drop: true }] }],
  };
  const [worked] = workedOut([plan], [unit], [{ ...conduct, reports }]);
  assert.equal(worked?.deadlines[0]?.result.explanation, '“专题s1”学习时间待定，另行通知。');
});

test('a session due by a session of another plan takes its day', () => {
  const winter = {
    ...planOf([session('x', { when: { by: { plan: 'conduct-2026', session: 's2' } } })]),
    id: 'winter',
  };
  const days = workedOut([winter, plan]).map(({ schedule }) => schedule.sessions.at(-1)?.day);
  assert.deepEqual(days, ['2026-09-28', '2026-09-28']);
});

test('sessions of plans that depend on each other have no day; their other sessions have', () => {
  const waiting = (id: string, on: string) => ({
    ...planOf([session('s1'), session('s2', { when: { by: { plan: on, session: 's2' } } })]),
    id,
  });
  const all = workedOut([waiting('a', 'b'), waiting('b', 'a')]);
  for (const { schedule } of all) {
    const [first, second] = schedule.sessions;
    assert.deepEqual([first?.day, second?.day, second?.status], ['2026-09-18', null, 'unconfirmed']);
  }
  const [self] = workedOut([waiting('conduct-2026', 'conduct-2026')]);
  assert.equal(self?.schedule.sessions.at(-1)?.day, null);
});

test('a unit without a meeting day gets the reason, and keeps sessions with a day of their own', () => {
  const fixed = planOf([session('s1'), session('s2', { when: { on: '2026-10-12', time: '09:00' } })]);
  const [worked] = workedOut([fixed], [{ id: 'u', plans: [{ plan: 'conduct-2026' }] }]);
  const [first, second] = worked?.schedule.sessions ?? [];
  assert.deepEqual([first?.day, first?.reason], [null, '本单位未定固定学习日，时间待定，另行通知']);
  assert.deepEqual([second?.day, second?.time], ['2026-10-12', '09:00']);
});
