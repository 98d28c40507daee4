import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import type {
  Plan,
  PlanSession,
  Recurrence,
  ScheduleUnit,
  TurnException,
} from '../../../src/domain/schedule/plan.ts';
import { scheduleOf } from '../../../src/domain/schedule/schedule-of.ts';
import { plannedSessions } from '../../../src/domain/schedule/planned-sessions.ts';
import { MOST_TURNS, turnsOf } from '../../../src/domain/schedule/turns.ts';

const YEAR = { from: '2026-01-01', until: '2026-12-31' };

const recurring = (when: Recurrence, more: Partial<PlanSession> = {}): PlanSession => ({
  id: 'm',
  title: '主题党日',
  form: '主题党日',
  when,
  ...more,
});
const turns = (when: Recurrence, more: Partial<PlanSession> = {}, campaign = YEAR) =>
  turnsOf(recurring(when, more), { campaign, onHoliday: 'keep' });
const daysOf = (when: Recurrence, campaign = YEAR) =>
  turns(when, {}, campaign).map((turn) =>
    typeof turn.when === 'object' && 'on' in turn.when ? turn.when.on : turn.when,
  );

describe('a recurring session', () => {
  it('on a day of every month has twelve turns a year, in a short month on its last day', () => {
    const days = daysOf({ every: 'month', day: 31 });
    assert.equal(days.length, 12);
    assert.deepEqual(days.slice(0, 4), ['2026-01-31', '2026-02-28', '2026-03-31', '2026-04-30']);
  });

  it('on the first, the third and the last Friday of a month', () => {
    const march = { from: '2026-03-01', until: '2026-03-31' };
    assert.deepEqual(daysOf({ every: 'month', weekday: 5, nth: 1 }, march), ['2026-03-06']);
    assert.deepEqual(daysOf({ every: 'month', weekday: 5, nth: 3 }, march), ['2026-03-20']);
    assert.deepEqual(daysOf({ every: 'month', weekday: 5, nth: 'last' }, march), ['2026-03-27']);
    assert.deepEqual(
      daysOf({ every: 'month', weekday: 5 }, march),
      ['2026-03-06'],
      'the first where none is named',
    );
  });

  it('on a fifth weekday is held in months that have one, and in no other', () => {
    const days = daysOf({ every: 'month', weekday: 5, nth: 5 }, { from: '2026-01-01', until: '2026-06-30' });
    assert.deepEqual(days, ['2026-01-30', '2026-05-29']);
  });

  it('every half month is held on the same day of both halves', () => {
    const days = daysOf({ every: 'half-month', day: 5 }, { from: '2026-02-01', until: '2026-02-28' });
    assert.deepEqual(days, ['2026-02-05', '2026-02-20']);
    const last = daysOf({ every: 'half-month', day: 15 }, { from: '2026-02-01', until: '2026-02-28' });
    assert.deepEqual(last, ['2026-02-15', '2026-02-28'], 'the last day of a half that is short');
    const march = { from: '2026-03-01', until: '2026-03-31' };
    for (const day of [15, 31])
      assert.deepEqual(
        daysOf({ every: 'half-month', day }, march),
        ['2026-03-15', '2026-03-31'],
        'as deadlines are',
      );
    assert.deepEqual(daysOf({ every: 'half-month', day: 20 }, march), ['2026-03-05', '2026-03-20']);
  });

  it('in quarters and half-years takes days of their last month', () => {
    assert.deepEqual(daysOf({ every: 'quarter', day: 10 }), [
      '2026-03-10',
      '2026-06-10',
      '2026-09-10',
      '2026-12-10',
    ]);
    assert.deepEqual(daysOf({ every: 'half-year', weekday: 1, nth: 'last' }), ['2026-06-29', '2026-12-28']);
  });

  it('without a day is held some time in its period, which has its name and no day', () => {
    assert.deepEqual(daysOf({ every: 'month' }, { from: '2026-03-10', until: '2026-04-02' }), [
      { month: '2026-03' },
      { month: '2026-04' },
    ]);
    assert.deepEqual(daysOf({ every: 'quarter' }, { from: '2026-05-01', until: '2026-08-20' }), [
      { period: '2026-q2' },
      { period: '2026-q3' },
    ]);
  });

  it('every week without a weekday leaves the day to each unit', () => {
    // 2026-03-04 is a Wednesday: its week is the first.
    assert.deepEqual(daysOf({ every: 'week' }, { from: '2026-03-04', until: '2026-03-17' }), [
      { week: 1 },
      { week: 2 },
      { week: 3 },
    ]);
    const later = turns(
      { every: 'week', from: '2026-03-09' },
      {},
      { from: '2026-03-04', until: '2026-03-17' },
    );
    assert.deepEqual(
      later.map(({ when }) => when),
      [{ week: 2 }, { week: 3 }],
      'weeks are counted from the campaign on',
    );
  });

  it('has turns on the first and the last day of its time, and none outside', () => {
    const days = daysOf({ every: 'month', day: 5 }, { from: '2026-03-05', until: '2026-05-05' });
    assert.deepEqual(days, ['2026-03-05', '2026-04-05', '2026-05-05']);
    assert.deepEqual(daysOf({ every: 'month', day: 5 }, { from: '2026-03-06', until: '2026-05-04' }), [
      '2026-04-05',
    ]);
  });

  it('lies within its own ends, else its stage, else the campaign', () => {
    const campaign = { ...YEAR, stages: [{ id: 'a', from: '2026-02-01', until: '2026-03-31' }] };
    assert.deepEqual(daysOf({ every: 'month', day: 5, from: '2026-11-01' }), ['2026-11-05', '2026-12-05']);
    const inStage = turnsOf(recurring({ every: 'month', day: 5 }, { stage: 'a' }), {
      campaign,
      onHoliday: 'keep',
    });
    assert.deepEqual(
      inStage.map(({ id }) => id),
      ['m-2026-02', 'm-2026-03'],
    );
    const until = turnsOf(recurring({ every: 'month', day: 5, until: { stage: 'a', edge: 'end' } }), {
      campaign,
      onHoliday: 'keep',
    });
    assert.equal(until.length, 3);
  });

  it('of a stage without dates stays one session of unknown time, unless the rule has ends of its own', () => {
    const campaign = { ...YEAR, stages: [{ id: 'later' }] };
    const inStage = (when: Recurrence) =>
      turnsOf(recurring(when, { stage: 'later' }), { campaign, onHoliday: 'keep' }).map(({ id }) => id);
    for (const when of [{ every: 'month', day: 5 }, { every: 'week' }, { every: 'quarter' }] as const)
      assert.deepEqual(inStage(when), ['m'], when.every);
    assert.deepEqual(inStage({ every: 'month', day: 5, from: '2026-03-01', until: '2026-04-30' }), [
      'm-2026-03',
      'm-2026-04',
    ]);
  });

  it('stays one session of unknown time where its end is not known', () => {
    const [only, ...others] = turnsOf(recurring({ every: 'month', day: 5 }), {
      campaign: { from: '2026-01-01' },
      onHoliday: 'keep',
    });
    assert.deepEqual([only?.id, only?.when, others.length], ['m', 'unknown', 0]);
  });

  it('has ids that do not change with the rule for its day, nor with a turn that is left out', () => {
    const ids = (when: Recurrence, more?: Partial<PlanSession>) => turns(when, more).map(({ id }) => id);
    const before = ids({ every: 'month', day: 5 });
    assert.deepEqual(ids({ every: 'month', weekday: 5, nth: 2 }), before);
    assert.deepEqual(before.slice(0, 2), ['m-2026-01', 'm-2026-02']);
    const without = ids({ every: 'month', day: 5 }, { exceptions: [{ turn: '2026-02', drop: true }] });
    assert.deepEqual(
      without,
      before.filter((id) => id !== 'm-2026-02'),
    );
    assert.deepEqual(ids({ every: 'quarter' }).at(-1), 'm-2026-q4');
    assert.deepEqual(ids({ every: 'half-year' }), ['m-2026-h1', 'm-2026-h2']);
    assert.deepEqual(ids({ every: 'half-month' }).slice(0, 2), ['m-2026-01-a', 'm-2026-01-b']);
    assert.equal(ids({ every: 'week' })[1], 'm-2026-01-05');
  });

  it('says in each title which turn it is, with the year where there are several', () => {
    const titles = (when: Recurrence, campaign = YEAR) => turns(when, {}, campaign).map(({ title }) => title);
    assert.equal(titles({ every: 'month', day: 5 })[2], '主题党日（第3次，3月）');
    assert.equal(titles({ every: 'quarter' })[3], '主题党日（第4次，第四季度）');
    assert.equal(titles({ every: 'half-year' })[0], '主题党日（第1次，上半年）');
    assert.equal(titles({ every: 'half-month' })[1], '主题党日（第2次，1月下半月）');
    assert.equal(titles({ every: 'week' })[0], '主题党日（第1次）');
    const winter = titles({ every: 'month', day: 5 }, { from: '2026-12-01', until: '2027-01-31' });
    assert.deepEqual(winter, ['主题党日（第1次，2026年12月）', '主题党日（第2次，2027年1月）']);
  });

  it('may have one turn moved, renamed, with readings of its own', () => {
    const [, february, march] = turns(
      { every: 'month', day: 5, time: '15:00' },
      {
        readings: ['texts/a'],
        exceptions: [
          { turn: '2026-02', on: '2026-02-09', reason: '与春节错开' },
          { turn: '2026-03', title: '植树', readings: ['texts/b'], time: '09:00', place: '后山' },
        ],
      },
    );
    assert.deepEqual(
      [february?.when, february?.formerly?.reason, february?.note],
      [{ on: '2026-02-09', time: '15:00' }, '与春节错开', undefined],
    );
    assert.deepEqual(march && [march.title, march.readings, march.place, march.when], [
      '植树',
      ['texts/b'],
      '后山',
      { on: '2026-03-05', time: '09:00' },
    ]);
    assert.deepEqual(february?.readings, ['texts/a']);
  });

  it('has no more turns than there is room for', () => {
    assert.equal(
      turns({ every: 'week' }, {}, { from: '2020-01-01', until: '2060-12-31' }).length,
      MOST_TURNS,
    );
  });
});

describe('the turns of a unit', () => {
  const calendar = workCalendar([]);
  const unit = (meeting?: ScheduleUnit['meeting']): ScheduleUnit => ({
    id: 'u',
    meeting,
    plans: [{ plan: 'p' }],
  });
  const planned = (session: PlanSession, onHoliday: Plan['onHoliday']): Plan => ({
    id: 'p',
    title: '计划',
    campaign: 'c',
    onHoliday,
    sessions: [session],
  });
  const dayIn = (
    month: string,
    rule: Plan['onHoliday'],
    session: Partial<PlanSession> = {},
    meeting?: ScheduleUnit['meeting'],
  ) => {
    const schedule = scheduleOf(
      planned(recurring({ every: 'month', day: 5 }, session), rule),
      YEAR,
      unit(meeting),
      calendar,
    );
    return schedule.sessions.find(({ id }) => id === `m-${month}`);
  };

  it('that fall on a weekend move as the plan says, and say why', () => {
    // 2026-04-05 is a Sunday and 清明节, 2026-07-05 a Sunday, 2026-09-05 a Saturday.
    const july = dayIn('2026-07', 'nextWorkingDay');
    assert.deepEqual([july?.day, july?.status, july?.plannedDay], ['2026-07-06', 'moved', '2026-07-05']);
    assert.match(july?.reason ?? '', /^7月5日（周日）是休息日，顺延到下一个工作日7月6日（周一）$/);
    assert.equal(dayIn('2026-07', 'before')?.day, '2026-07-03');
    assert.equal(dayIn('2026-07', 'keep')?.day, '2026-07-05');
    assert.deepEqual(
      [dayIn('2026-07', 'confirm')?.day, dayIn('2026-07', 'confirm')?.status],
      [null, 'unconfirmed'],
    );
  });

  it('keep their day on a working day whatever the rule', () => {
    for (const rule of ['before', 'nextMeetingDay', 'nextWorkingDay', 'confirm', 'keep'] as const)
      assert.deepEqual(
        [dayIn('2026-03', rule)?.day, dayIn('2026-03', rule)?.status],
        ['2026-03-05', 'fixed'],
        rule,
      );
  });

  it('go to the unit’s next meeting day where the rule is that', () => {
    const meeting = { weekday: 3, time: '15:00' };
    assert.equal(dayIn('2026-07', 'nextMeetingDay', {}, meeting)?.day, '2026-07-08');
    assert.equal(dayIn('2026-07', 'nextMeetingDay')?.day, '2026-07-12', 'without one, to the same weekday');
  });

  it('follow a rule of the session before that of the plan', () => {
    assert.equal(dayIn('2026-07', 'nextWorkingDay', { onHoliday: 'before' })?.day, '2026-07-03');
  });

  it('on a weekend by the unit’s own choice stay', () => {
    assert.equal(dayIn('2026-07', 'nextWorkingDay', {}, { weekday: 7, time: '09:00' })?.day, '2026-07-05');
  });

  it('have the unit’s hours and place, unless the rule names a time', () => {
    const meeting = { weekday: 5, time: '15:00', until: '17:00', place: '二楼' };
    const march = dayIn('2026-03', 'keep', {}, meeting);
    assert.deepEqual([march?.time, march?.until, march?.place], ['15:00', '17:00', '二楼']);
  });

  it('are adjusted one by one', () => {
    const schedule = scheduleOf(
      planned(recurring({ every: 'month', day: 5 }), 'keep'),
      YEAR,
      {
        id: 'u',
        plans: [
          {
            plan: 'p',
            adjustments: [
              { session: 'm-2026-03', on: '2026-03-12', reason: '植树节' },
              { session: 'm-2026-05', drop: true },
            ],
          },
        ],
      },
      calendar,
    );
    const of = (id: string) => schedule.sessions.find((session) => session.id === id);
    assert.deepEqual([of('m-2026-03')?.day, of('m-2026-03')?.status], ['2026-03-12', 'moved']);
    assert.equal(of('m-2026-05')?.status, 'dropped');
    assert.equal(schedule.sessions.length, 12);
  });

  it('that an exception moves say from which day to which, and why', () => {
    const moved = (exception: Omit<TurnException, 'turn'>, rule: Plan['onHoliday'] = 'nextWorkingDay') =>
      dayIn('2026-03', rule, { exceptions: [{ turn: '2026-03', ...exception }] });
    const ninth = moved({ on: '2026-03-09', time: '09:00', place: '后山', reason: '植树' });
    assert.deepEqual([ninth?.day, ninth?.status, ninth?.plannedDay], ['2026-03-09', 'moved', '2026-03-05']);
    assert.equal(ninth?.reason, '原定3月5日（周四），改为3月9日（周一）09:00，地点改在后山，原因：植树');
    assert.deepEqual(ninth?.adjustments, [], 'the unit has changed nothing');
    assert.equal(moved({ on: '2026-03-09' })?.reason, '原定3月5日（周四），改为3月9日（周一），计划调整');
    assert.deepEqual(
      [moved({ on: '2026-03-05' })?.status, moved({ on: '2026-03-05' })?.reason],
      ['fixed', undefined],
    );
    const may = dayIn('2026-05', 'nextWorkingDay', { exceptions: [{ turn: '2026-05', on: '2026-05-07' }] });
    assert.equal(may?.reason, '5月5日（周二）劳动节放假，原定5月6日（周三）；改为5月7日（周四），计划调整');
  });

  it('a day set by a turn’s exception stands, even on a day off', () => {
    const march = dayIn('2026-07', 'nextWorkingDay', { exceptions: [{ turn: '2026-07', on: '2026-07-04' }] });
    assert.deepEqual([march?.day, march?.status, march?.plannedDay], ['2026-07-04', 'moved', '2026-07-06']);
  });
});

describe('the turns of a plan that many units follow', () => {
  const plan: Plan = {
    ...{ id: 'p', title: '计划', campaign: 'c', onHoliday: 'keep' },
    sessions: [recurring({ every: 'month', day: 5 })],
  };
  const units = ['a', 'b'].map((id): ScheduleUnit => ({ id, plans: [{ plan: 'p' }] }));

  it('are worked out once, and anew for another campaign or rule for days off', () => {
    const [first, second] = units.map((unit) => plannedSessions(plan, YEAR, unit));
    assert.equal(first?.length, 12);
    first?.forEach((turn, index) => assert.equal(turn, second?.[index]));
    const half = { from: '2026-01-01', until: '2026-06-30' };
    assert.equal(plannedSessions(plan, half, units[0]!).length, 6);
    const moving = plannedSessions({ ...plan, onHoliday: 'before' }, half, units[0]!);
    assert.equal(moving[0]?.onHoliday, 'before');
  });
});
