import assert from 'node:assert/strict';
import { test } from 'node:test';
import { scheduleFindings, type WorkedOut } from '../../../src/domain/schedule/findings.ts';
import type { Adjustment, Plan, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import { calendar, campaign, planOf, session, worked } from './example.ts';

function unit(id: string, weekday = 5, adjustments: Adjustment[] = []): ScheduleUnit {
  return {
    id,
    meeting: { weekday, time: '14:30', place: '二楼会议室' },
    plans: [{ plan: 'conduct-2026', adjustments }],
  };
}

function findings(plan: Plan, ...units: ScheduleUnit[]) {
  const all: WorkedOut[] = units.map((each) => ({
    plan,
    campaign,
    unit: each,
    schedule: worked(plan, each),
  }));
  return scheduleFindings(all, calendar);
}

test('a speaker wanted by two units at once is found', () => {
  const plan = planOf([session('s1', { speakers: ['市委党校教师'] })]);
  assert.deepEqual(findings(plan, unit('a'), unit('b')), [
    {
      kind: 'double booking',
      of: 'speaker',
      name: '市委党校教师',
      day: '2026-09-18',
      bookings: [
        { unit: 'a', plan: 'conduct-2026', session: 's1', time: '14:30' },
        { unit: 'b', plan: 'conduct-2026', session: 's1', time: '14:30' },
      ],
    },
  ]);
});

test('a speaker on another day or at another hour is no double booking', () => {
  const plan = planOf([session('s1', { speakers: ['市委党校教师'] })]);
  assert.deepEqual(findings(plan, unit('a', 4), unit('b', 5)), []);
  assert.deepEqual(findings(plan, unit('a'), unit('b', 5, [{ session: 's1', time: '09:00' }])), []);
});

test('a booking may begin in the minute in which another ends, and not a minute before', () => {
  const plan = planOf([session('s1', { speakers: ['市委党校教师'] })]);
  const from = (time: string) => unit('b', 5, [{ session: 's1', time }]);
  assert.deepEqual(findings(plan, unit('a'), from('16:30')), []);
  assert.deepEqual(findings(plan, unit('a'), from('12:30')), []);
  assert.equal(findings(plan, unit('a'), from('16:29')).length, 1);
  assert.equal(findings(plan, unit('a'), from('12:31')).length, 1);
});

test('a role that exists in each unit means two people', () => {
  assert.deepEqual(
    findings(planOf([session('s1', { speakers: ['党支部书记', '本单位主要负责人'] })]), unit('a'), unit('b')),
    [],
  );
});

test('roles of a unit count for each unit, roles of one body do not', () => {
  const roles = [
    '党组织书记',
    '主要负责人',
    '分管负责人',
    '本单位党组织书记',
    '单位主要负责人',
    '纪检委员',
    '科室负责人',
  ];
  assert.deepEqual(findings(planOf([session('s1', { speakers: roles })]), unit('a'), unit('b')), []);
  const bodies = ['市血液中心主任', '市委宣讲团成员', '委分管机关党建工作的负责人'];
  assert.equal(findings(planOf([session('s1', { speakers: bodies })]), unit('a'), unit('b')).length, 3);
});

test('a room name that any building has causes no double booking', () => {
  const rooms = ['三楼会议室', '3楼会议室', '小会议室', '综合楼六楼培训室', '党员活动室'];
  for (const place of rooms) {
    const taken = [
      unit('a', 5, [{ session: 's1', place }]),
      unit('b', 5, [{ session: 's1', place, time: '15:00' }]),
    ];
    assert.deepEqual(findings(planOf([session('s1')]), ...taken), [], place);
  }
});

test('a day that the regulation makes a day off is found before the table is out', () => {
  const plan = planOf([session('s1', { stage: 'sum-up', when: { on: '2027-01-01' } })]);
  const [found] = findings(plan, unit('a'));
  assert.deepEqual([found?.kind, found && 'reason' in found && found.reason], ['rest day', '元旦']);
});

test('units that meet together share speaker and place', () => {
  const plan = planOf([
    session('s1', {
      speakers: ['市委党校教师'],
      place: '市委党校礼堂',
      when: { on: '2026-09-16', time: '09:00' },
    }),
  ]);
  assert.deepEqual(findings(plan, unit('a'), unit('b')), []);
});

test("a unit's own meeting room causes no double booking, a room given to both does", () => {
  const plan = planOf([session('s1'), session('s2', { when: { week: 1 }, title: '另一专题' })]);
  assert.deepEqual(findings(plan, unit('a'), unit('b')), []);
  const taken = findings(
    plan,
    unit('a', 5, [{ session: 's1', place: '市委党校礼堂' }]),
    unit('b', 5, [{ session: 's2', place: '市委党校礼堂' }]),
  );
  assert.deepEqual(
    taken.map(
      (finding) => finding.kind === 'double booking' && [finding.of, finding.name, finding.bookings.length],
    ),
    [['place', '市委党校礼堂', 2]],
  );
});

test('a session outside its stage is found once for all units', () => {
  const plan = planOf([session('s1', { when: { on: '2026-10-12' } })]);
  assert.deepEqual(findings(plan, unit('a'), unit('b')), [
    {
      kind: 'outside stage',
      plan: 'conduct-2026',
      session: 's1',
      units: ['a', 'b'],
      day: '2026-10-12',
      stage: 'mobilise',
      from: '2026-09-14',
      until: '2026-10-09',
    },
  ]);
});

test('a day set by hand on a holiday is found, a self-study day is not', () => {
  const plan = planOf([
    session('s1', { when: { on: '2026-10-02' } }),
    session('s2', { form: '个人自学', when: { week: 3 } }),
  ]);
  assert.deepEqual(
    findings(plan, unit('a')).map((finding) => [
      finding.kind,
      'session' in finding && finding.session,
      'reason' in finding && finding.reason,
    ]),
    [['rest day', 's1', '国庆节']],
  );
});

test('a holiday that the plan leaves to the office is asked about', () => {
  assert.deepEqual(findings(planOf([session('s1', { when: { week: 2 } })]), unit('a')), [
    {
      kind: 'to confirm',
      plan: 'conduct-2026',
      session: 's1',
      units: ['a'],
      day: '2026-09-25',
      reason: '9月25日（周五）中秋节放假，时间待定，另行通知',
    },
  ]);
});

test('an adjustment of a session that is not there, and a stage that is not there, are found', () => {
  const plan = planOf([session('s1', { stage: 'nowhere' })]);
  assert.deepEqual(
    findings(plan, unit('a', 5, [{ session: 's9', on: '2026-09-21' }])).map(({ kind }) => kind),
    ['unknown session', 'unknown stage'],
  );
});
