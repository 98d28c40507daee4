import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { scheduleFindings } from '../../../src/domain/schedule/findings.ts';
import type {
  Adjustment,
  CampaignDates,
  PlanSession,
  ScheduleUnit,
} from '../../../src/domain/schedule/plan.ts';
import { calendar, campaign, planOf, session, worked } from './example.ts';

/** What is found in the sessions of one unit, in short words. */
function found(
  sessions: PlanSession[],
  adjustments: Adjustment[] = [],
  { weekday = 5, dates = campaign }: { weekday?: number; dates?: CampaignDates } = {},
) {
  const plan = planOf(sessions);
  const unit: ScheduleUnit = {
    id: 'a',
    meeting: { weekday, time: '14:30' },
    plans: [{ plan: plan.id, adjustments }],
  };
  const schedule = worked(plan, unit, dates);
  return scheduleFindings([{ plan, campaign: dates, unit, schedule }], calendar).map((finding) =>
    [
      finding.kind,
      'session' in finding ? finding.session : '',
      'day' in finding ? finding.day : '',
      'reason' in finding ? finding.reason : '',
      'stage' in finding ? (finding.stage ?? '活动') : '',
    ]
      .filter(Boolean)
      .join(' '),
  );
}

const on = (day: string, fields: Partial<PlanSession> = {}) =>
  session('s1', { when: { on: day }, ...fields });

describe('a session outside of its stage', () => {
  test('lies before its first or behind its last day, not on them', () => {
    assert.deepEqual(found([on('2026-09-14')]), []);
    assert.deepEqual(found([on('2026-10-09')]), []);
    assert.deepEqual(found([on('2026-09-11')]), ['outside stage s1 2026-09-11 mobilise']);
    assert.deepEqual(found([on('2026-10-10')]), ['outside stage s1 2026-10-10 mobilise']);
  });

  test('is one outside of the campaign where the stage has no dates, or where it has no stage', () => {
    for (const stage of ['later', undefined]) {
      assert.deepEqual(found([on('2026-09-11', { stage })]), ['outside stage s1 2026-09-11 活动']);
      assert.deepEqual(found([on('2026-11-16', { stage })]), []);
    }
  });

  test('is held against the one end that a stage has', () => {
    const dates = {
      from: '2026-09-14',
      until: '2026-12-31',
      stages: [
        { id: 'open', from: '2026-10-12' },
        { id: 'closed', until: '2026-10-23' },
      ],
    };
    const of = (stage: string, day: string) => found([on(day, { stage })], [], { dates });
    assert.deepEqual(of('open', '2026-10-09'), ['outside stage s1 2026-10-09 open']);
    assert.deepEqual(of('open', '2027-06-01'), []);
    assert.deepEqual(of('closed', '2026-10-26'), ['outside stage s1 2026-10-26 closed']);
    assert.deepEqual(of('closed', '2026-06-01'), []);
  });

  test('is none where neither stage nor campaign has dates', () => {
    assert.deepEqual(found([on('2026-06-01')], [], { dates: { stages: [{ id: 'mobilise' }] } }), []);
    assert.deepEqual(found([on('2026-06-01', { stage: undefined })], [], { dates: {} }), []);
  });

  test('is looked for on every day of its groups and on the day to make it up, each once', () => {
    const groups = [
      { name: '第一批', on: '2026-10-09' },
      { name: '第二批', on: '2026-10-12' },
    ];
    const makeUp = { on: '2026-10-13' };
    assert.deepEqual(found([session('s1')], [{ session: 's1', groups, makeUp }]), [
      'outside stage s1 2026-10-12 mobilise',
      'outside stage s1 2026-10-13 mobilise',
    ]);
    assert.deepEqual(found([session('s1')], [{ session: 's1', groups, makeUp: { on: '2026-10-12' } }]), [
      'outside stage s1 2026-10-12 mobilise',
    ]);
  });

  test('is none that is only due by a day', () => {
    assert.deepEqual(found([session('s1', { when: { by: '2026-12-31' } })]), []);
  });
});

describe('a session on a day off', () => {
  test('is found on weekends and holidays, not on a weekend day that is worked', () => {
    assert.deepEqual(found([on('2026-09-19')]), ['rest day s1 2026-09-19 周六']);
    assert.deepEqual(found([on('2026-10-08')]), []);
    assert.deepEqual(found([on('2026-09-20')]), []);
  });

  test('is none on the weekday on which the unit meets, unless it is a holiday', () => {
    assert.deepEqual(found([on('2026-09-19')], [], { weekday: 6 }), []);
    assert.deepEqual(found([on('2026-09-19')], [], { weekday: 7 }), ['rest day s1 2026-09-19 周六']);
    assert.deepEqual(found([on('2026-10-03')], [], { weekday: 6 }), ['rest day s1 2026-10-03 国庆节']);
  });

  test('is none of self-study', () => {
    assert.deepEqual(found([on('2026-09-19', { form: '个人自学' })]), []);
  });

  test('of a year without a table is found only where the regulation makes it one', () => {
    const winter = (day: string) => found([on(day, { stage: 'sum-up' })]);
    assert.deepEqual(winter('2027-01-01'), ['rest day s1 2027-01-01 元旦']);
    assert.deepEqual(winter('2027-01-02'), []);
  });
});

test('a session of a unit’s own is known, one of another plan is not asked for', () => {
  const add = { title: '本单位专题', form: '集中学习' as const, stage: 'mobilise', when: { week: 1 } };
  assert.deepEqual(found([session('s1')], [{ session: 'own', add }]), []);
  assert.deepEqual(found([session('s1')], [{ session: 'own', time: '09:00' }]), ['unknown session own']);
  const plan = planOf([session('s1')]);
  for (const plans of [
    undefined,
    [],
    [{ plan: plan.id }],
    [{ plan: 'other', adjustments: [{ session: 'x' }] }],
  ]) {
    const unit: ScheduleUnit = { id: 'a', plans };
    const of = { plan, campaign, unit, schedule: worked(plan, unit) };
    assert.deepEqual(scheduleFindings([of], calendar), []);
  }
});

test('an unknown session or stage is found once, with all units of which it is true', () => {
  const plan = planOf([session('s1', { stage: 'nowhere' })]);
  const all = ['a', 'b'].map((id) => {
    const unit = { id, plans: [{ plan: plan.id, adjustments: [{ session: 's9', time: '09:00' }] }] };
    return { plan, campaign, unit, schedule: worked(plan, unit) };
  });
  assert.deepEqual(scheduleFindings(all, calendar), [
    { kind: 'unknown session', plan: plan.id, units: ['a', 'b'], session: 's9' },
    { kind: 'unknown stage', plan: plan.id, session: 's1', units: ['a', 'b'], stage: 'nowhere' },
  ]);
});
