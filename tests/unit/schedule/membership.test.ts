import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { duesOf } from '../../../src/domain/receipts/matter.ts';
import { receiptTable } from '../../../src/domain/receipts/receipt-table.ts';
import {
  membershipInCampaign,
  membershipWords,
  readMembership,
  type Membership,
} from '../../../src/domain/schedule/membership.ts';
import type { Plan, ScheduleUnit, When } from '../../../src/domain/schedule/plan.ts';
import { workOutSchedules, type CampaignWithReports } from '../../../src/domain/schedule/work-out.ts';

const CAMPAIGN: CampaignWithReports = {
  id: 'c',
  name: '学习月',
  from: '2026-09-01',
  until: '2026-12-31',
  reports: [
    { title: '方案', deadline: { on: '2026-09-15' } },
    { title: '月报', deadline: { every: 'month', day: 25, from: '2026-09-01', until: '2026-12-31' } },
    { title: '总结', deadline: { month: '2026-12' } },
    { title: '补充材料', deadline: 'unknown' },
  ],
};

const session = (id: string, when: When) => ({ id, title: id, form: '集中学习' as const, when });
const PLAN: Plan = {
  id: 'p',
  title: '计划',
  campaign: 'c',
  onHoliday: 'confirm',
  sessions: [
    session('before', { on: '2026-10-31' }),
    session('first-day', { on: '2026-11-01' }),
    session('month', { month: '2026-10' }),
    session('own-month', { month: '2026-11' }),
    session('last-day', { on: '2026-11-30' }),
    session('after', { on: '2026-12-01' }),
    session('some-time', 'unknown'),
  ],
};

function workedOut(membership: Membership) {
  const unit: ScheduleUnit = { id: 'u', plans: [{ plan: 'p', ...membership }] };
  return workOutSchedules([unit], [PLAN], [CAMPAIGN], workCalendar([]))[0]!;
}

describe('a unit that joins or leaves in between', () => {
  it('has the sessions from its first to its last day, both included, and those whose time is unknown', () => {
    const ids = (membership: Membership) =>
      workedOut(membership)
        .schedule.sessions.map(({ id }) => id)
        .sort();
    assert.deepEqual(ids({ since: '2026-11-01', until: '2026-11-30' }), [
      'first-day',
      'last-day',
      'own-month',
      'some-time',
    ]);
    assert.deepEqual(ids({ since: '2026-11-01' }), [
      'after',
      'first-day',
      'last-day',
      'own-month',
      'some-time',
    ]);
    assert.equal(ids({}).length, PLAN.sessions.length);
  });

  it('owes only what is due within its time', () => {
    const { deadlines } = workedOut({ since: '2026-11-01', until: '2026-11-30' });
    assert.deepEqual(deadlines.map(({ title }) => title).sort(), ['月报（第3次）', '补充材料']);
    const monthly = deadlines.find(({ of }) => of.title === '月报')!.result;
    assert.equal(monthly.kind === 'date' && monthly.date, '2026-11-25');
    const late = workedOut({ since: '2026-12-26' }).deadlines.map(({ title }) => title);
    assert.deepEqual(late.sort(), ['总结', '补充材料'], 'a month is due until its end');
  });

  it('counts a deadline from a session before its time all the same', () => {
    const campaign = {
      ...CAMPAIGN,
      reports: [{ title: '体会', deadline: { days: 60, after: { session: 'before' } } }],
    };
    const unit: ScheduleUnit = { id: 'u', plans: [{ plan: 'p', since: '2026-11-01' }] };
    const [{ deadlines } = { deadlines: [] }] = workOutSchedules(
      [unit],
      [PLAN],
      [campaign],
      workCalendar([]),
    );
    assert.equal(deadlines[0]?.result.kind === 'date' && deadlines[0].result.date, '2026-12-30');
  });

  it('is shown as not asked for what was due before, neither missing nor open, and what it handed in all the same is shown', () => {
    const calendar = workCalendar([]);
    const deadline = workOutSchedules(
      [{ id: 'u', plans: [{ plan: 'p' }] }],
      [PLAN],
      [CAMPAIGN],
      calendar,
    )[0]!.deadlines.find(({ of }) => of.title === '月报')!.all;
    const dues = duesOf([{ id: 'report-1', title: '月报', units: ['old', 'new'], deadline }]);
    const receipts = [
      { matter: 'report-1', words: '月报', unit: 'old', received: '2026-11-20' },
      { matter: 'report-1', words: '月报（第1次）', unit: 'new', received: '2026-11-27' },
    ];
    const memberships = new Map([['new', { since: '2026-11-01' }]]);
    const { rows } = receiptTable(
      [
        { id: 'old', name: '甲' },
        { id: 'new', name: '乙' },
      ],
      dues,
      receipts,
      memberships,
    );
    const states = (id: string) => rows.find(({ unit }) => unit.id === id)!.cells.map(({ state }) => state);
    assert.deepEqual(states('old'), ['missing', 'missing', 'received', 'open']);
    assert.deepEqual(states('new'), ['late', 'none', 'missing', 'open']);
  });

  it('takes part in a campaign from the first of its plans to the last, without an end where one of them has none', () => {
    const of = (...plans: Membership[]) =>
      membershipInCampaign(new Set(['p0', 'p1']), {
        id: 'u',
        plans: plans.map((each, index) => ({ plan: `p${index}`, ...each })),
      });
    assert.deepEqual(
      of({ since: '2026-11-01', until: '2026-11-05' }, { since: '2026-10-01', until: '2026-12-01' }),
      { since: '2026-10-01', until: '2026-12-01' },
    );
    assert.deepEqual(of({ since: '2026-11-01' }, {}), { since: undefined, until: undefined });
    assert.deepEqual(of(), { since: undefined, until: undefined });
  });
});

describe('The words for when a unit takes part', () => {
  it('are read back, whatever is said behind them', () => {
    const all: Membership[] = [
      { since: '2026-11-01' },
      { until: '2026-12-31' },
      { since: '2026-11-01', until: '2026-12-31' },
    ];
    for (const each of all)
      assert.deepEqual(readMembership(`${membershipWords(each)}，其余场次不在表内`), each);
    assert.equal(membershipWords({}), undefined);
    for (const words of ['', '全年', '2026年13月1日起', '11月起'])
      assert.deepEqual(readMembership(words), {}, words);
  });
});
