import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { weekday } from '../../../src/domain/day.ts';
import type { Adjustment, CampaignDates, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import { scheduleOf } from '../../../src/domain/schedule/schedule-of.ts';
import { bloodCenter, calendar, campaign, one, planOf, session, worked } from './example.ts';

function adjusted(...adjustments: Adjustment[]): ScheduleUnit {
  return { ...bloodCenter, plans: [{ plan: 'conduct-2026', adjustments }] };
}

describe("a session of a stage's week", () => {
  test("falls on the unit's meeting day, with its hours and place", () => {
    const { day, time, until, place, status, week } = one({});
    assert.deepEqual(
      { day, time, until, place, status, week },
      {
        day: '2026-09-18',
        time: '14:30',
        until: '16:00',
        place: '二楼会议室',
        status: 'fixed',
        week: { number: 1, from: '2026-09-14', until: '2026-09-20' },
      },
    );
  });

  test('on the Mid-Autumn Festival is put off to the next working day, and says why', () => {
    const { day, status, plannedDay, reason } = one({ when: { week: 2 } }, 'nextWorkingDay');
    assert.deepEqual([day, status, plannedDay], ['2026-09-28', 'moved', '2026-09-25']);
    assert.equal(reason, '9月25日（周五）中秋节放假，顺延到下一个工作日9月28日（周一）');
  });

  test('on the National Day is brought forward, put off or left open as the plan says', () => {
    const when = { week: 3 };
    assert.deepEqual([one({ when }, 'before').day, one({ when }, 'before').status], ['2026-09-30', 'moved']);
    assert.equal(one({ when }, 'nextMeetingDay').day, '2026-10-09');
    assert.equal(one({ when }, 'nextWorkingDay').day, '2026-10-08');
    const open = one({ when });
    assert.deepEqual(
      [open.day, open.status, open.plannedDay, open.time],
      [null, 'unconfirmed', '2026-10-02', undefined],
    );
    assert.equal(open.reason, '10月2日（周五）国庆节放假，时间待定，另行通知');
  });

  test('moves to a meeting day that is no holiday itself: 25 September, 2 October, then 9 October', () => {
    assert.equal(one({ when: { week: 2 } }, 'nextMeetingDay').day, '2026-10-09');
  });

  test('of self-study takes the week, stands on its Friday and never moves', () => {
    const wednesdays: ScheduleUnit = { id: 'u', meeting: { weekday: 3, time: '09:00', place: '一楼' } };
    for (const unit of [bloodCenter, wednesdays, { id: 'u' }]) {
      const { day, timing, status, time, place, week } = one(
        { form: '个人自学', when: { week: 2 } },
        'before',
        unit,
      );
      assert.deepEqual(
        [day, timing, status, time, place],
        ['2026-09-25', 'by', 'fixed', undefined, undefined],
      );
      assert.deepEqual(week, { number: 2, from: '2026-09-21', until: '2026-09-27' });
    }
  });

  test('of self-study stays within its stage', () => {
    assert.equal(one({ form: '个人自学', stage: 'examine', when: { week: 1 } }).day, '2026-10-10');
    const dates: CampaignDates = { stages: [{ id: 'mobilise', from: '2026-09-14', until: '2026-09-23' }] };
    const plan = planOf([session('s1', { form: '个人自学', when: { week: 2 } })]);
    assert.equal(worked(plan, bloodCenter, dates).sessions[0]?.day, '2026-09-23');
  });

  test("counts the campaign's weeks where there is no stage, and none where the stage has no dates", () => {
    assert.equal(one({ stage: undefined, when: { week: 6 } }).day, '2026-10-23');
    const { day, week, reason } = one({ stage: 'later', when: { week: 6 } });
    assert.deepEqual([day, week, reason], [null, undefined, '时间待定，另行通知（开始时间原文未注明）']);
  });

  test("whose meeting day lies before the stage begins is held on the stage's first working day", () => {
    const { day, status, reason } = one({ stage: 'examine', when: { week: 1 } });
    assert.deepEqual([day, status], ['2026-10-10', 'moved']);
    assert.equal(reason, '第一周的学习日10月9日（周五）早于10月10日开始，安排在10月10日（周六）');
    assert.equal(one({ stage: 'examine', when: { week: 2 } }).day, '2026-10-16');
  });

  test('whose meeting day is the day on which the stage begins is held on it, moved by nothing', () => {
    const saturdays: ScheduleUnit = { id: 'u', meeting: { weekday: 6, time: '09:00' } };
    const { day, status, reason, plannedDay } = one(
      { stage: 'examine', when: { week: 1 } },
      undefined,
      saturdays,
    );
    assert.deepEqual([day, status, reason, plannedDay], ['2026-10-10', 'fixed', undefined, undefined]);
  });

  test('in a year without a table stands, marked as waiting for the table', () => {
    const { day, status, reason } = one({ stage: 'sum-up', when: { week: 2 } });
    assert.deepEqual([day, status], ['2027-01-08', 'tentative']);
    assert.equal(reason, '2027年放假安排待国务院办公厅公布');
  });

  test("that falls on New Year's Day waits for the table: the regulation makes it a day off", () => {
    for (const rule of ['before', 'nextMeetingDay', 'nextWorkingDay', 'confirm'] as const) {
      const { day, status, time, reason } = one({ stage: 'sum-up', when: { week: 1 } }, rule);
      assert.deepEqual([day, status, time], [null, 'unconfirmed', undefined]);
      assert.equal(reason, '1月1日（周五）元旦放假，2027年放假安排待国务院办公厅公布');
    }
  });

  test('knows the fixed days off of a year without a table, and no others', () => {
    const on = (from: string) => {
      const dates: CampaignDates = { from, stages: [] };
      const unit: ScheduleUnit = { id: 'u', meeting: { weekday: weekday(from), time: '09:00' } };
      return worked(planOf([session('s1', { stage: undefined })]), unit, dates).sessions[0]!.status;
    };
    const off = ['2027-01-01', '2028-05-01', '2028-05-02', '2027-10-01', '2029-10-02', '2029-10-03'];
    assert.deepEqual(
      off.map(on),
      off.map(() => 'unconfirmed'),
    );
    assert.deepEqual(
      ['2027-01-04', '2027-05-03', '2027-10-04', '2027-02-08'].map(on),
      Array(4).fill('tentative'),
    );
  });

  test("put off over the turn of the year passes New Year's Day", () => {
    const closed = workCalendar([
      {
        year: 2026,
        notices: [],
        holidays: [{ name: '消毒', from: '2026-12-25', until: '2026-12-25' }],
        workdays: [],
      },
    ]);
    const plan = planOf([session('s1', { stage: undefined, when: { week: 15 } })], 'nextMeetingDay');
    const { day, status } = scheduleOf(plan, campaign, bloodCenter, closed).sessions[0]!;
    assert.deepEqual([day, status], ['2027-01-08', 'tentative']);
  });

  test("has no day where its stage begins on New Year's Day of a year without a table", () => {
    const dates: CampaignDates = { stages: [{ id: 'new', from: '2027-01-01' }] };
    const unit: ScheduleUnit = { id: 'u', meeting: { weekday: 3, time: '09:00' } };
    const { day, reason } = worked(planOf([session('s1', { stage: 'new' })]), unit, dates).sessions[0]!;
    assert.equal(day, null);
    assert.equal(reason, '第一周的学习日12月30日（周三）早于1月1日开始；2027年放假安排待国务院办公厅公布');
  });

  test('of a unit that meets on Saturdays moves for holidays only', () => {
    const saturdays: ScheduleUnit = { id: 'u', meeting: { weekday: 6, time: '09:00' } };
    assert.equal(one({ when: { week: 1 } }, 'nextWorkingDay', saturdays).day, '2026-09-19');
    assert.equal(one({ when: { week: 2 } }, 'nextWorkingDay', saturdays).day, '2026-09-28');
  });

  test('has no day where the unit has no meeting day or no dates are known', () => {
    const homeless = one({}, undefined, { id: 'u' });
    assert.deepEqual(
      [homeless.day, homeless.status, homeless.week?.until],
      [null, 'unconfirmed', '2026-09-20'],
    );
    const undated = worked(planOf([session('s1')]), bloodCenter, {}).sessions[0]!;
    assert.equal(undated.day, null);
    assert.equal(undated.reason, '时间待定，另行通知（开始时间原文未注明）');
    const reader = one({ form: '个人自学' }, undefined, { id: 'u' });
    assert.deepEqual([reader.day, reader.timing, reader.status], ['2026-09-18', 'by', 'fixed']);
  });
});

describe('a session with another kind of time', () => {
  test('on a day stays there, holiday or not', () => {
    const { day, status, time } = one({ when: { on: '2026-10-02', time: '09:00' } }, 'nextWorkingDay');
    assert.deepEqual([day, status, time], ['2026-10-02', 'fixed', '09:00']);
  });

  test('by a moment is due on its day', () => {
    const plan = planOf([
      session('s1'),
      session('s2', { when: { by: { session: 's1' } } }),
      session('s3', { when: { by: { stage: 'examine', edge: 'end' } } }),
    ]);
    const days = worked(plan).sessions.map(({ id, day, timing }) => [id, day, timing]);
    assert.deepEqual(days, [
      ['s1', '2026-09-18', 'on'],
      ['s2', '2026-09-18', 'by'],
      ['s3', '2026-11-13', 'by'],
    ]);
  });

  test('by a session of another plan asks for that plan', () => {
    const plan = planOf([session('s1', { when: { by: { plan: 'other', session: 'x' } } })]);
    const schedule = scheduleOf(plan, campaign, bloodCenter, calendar, () => ({
      title: '乙',
      day: '2026-10-20',
    }));
    assert.equal(schedule.sessions[0]?.day, '2026-10-20');
    assert.equal(worked(plan).sessions[0]?.status, 'unconfirmed');
  });

  test('that depends on itself through others has no day', () => {
    const plan = planOf([
      session('s1', { when: { by: { session: 's2' } } }),
      session('s2', { when: { by: { session: 's1' } } }),
    ]);
    assert.deepEqual(
      worked(plan).sessions.map(({ day, status }) => [day, status]),
      [
        [null, 'unconfirmed'],
        [null, 'unconfirmed'],
      ],
    );
  });

  test('in a month, or unknown, has no day yet', () => {
    const inMonth = one({ when: { month: '2026-10' } });
    assert.deepEqual([inMonth.day, inMonth.said, inMonth.status], [null, '2026年10月', 'unconfirmed']);
    assert.equal(one({ when: undefined }).reason, '时间待定，另行通知');
    const gap = one({ when: { by: { stage: 'later', edge: 'end' } } });
    assert.equal(gap.reason, '时间待定，另行通知（第四阶段结束时间原文未注明）');
  });
});

describe("a unit's adjustments", () => {
  const plan = planOf(
    [
      session('s1'),
      session('s2', { when: { week: 2 } }),
      session('s3', { when: { week: 3 } }),
      session('s5', { when: { week: 4 } }),
    ],
    'nextWorkingDay',
  );
  const find = (unit: ScheduleUnit, id: string) =>
    worked(plan, unit).sessions.find((found) => found.id === id)!;

  test('move a session, with the reason', () => {
    const moved = find(adjusted({ session: 's3', on: '2026-10-10', reason: '会场占用' }), 's3');
    assert.deepEqual(
      [moved.day, moved.status, moved.plannedDay, moved.time],
      ['2026-10-10', 'moved', '2026-10-08', '14:30'],
    );
    assert.equal(
      moved.reason,
      '10月2日（周五）国庆节放假，原定10月8日（周四）；改为10月10日（周六），原因：会场占用',
    );
    const ordinary = find(adjusted({ session: 's1', on: '2026-09-21' }), 's1');
    assert.deepEqual([ordinary.plannedDay, ordinary.status], ['2026-09-18', 'moved']);
    assert.equal(ordinary.reason, '原定9月18日（周五），改为9月21日（周一），本单位调整');
  });

  test('give a day to a session that the plan leaves open, without calling the holiday its day', () => {
    const open = planOf([session('s3', { when: { week: 3 } }), session('s4', { when: 'unknown' })]);
    const set = (id: string, reason?: string) =>
      worked(open, adjusted({ session: id, on: '2026-10-10', reason })).sessions.find(
        (found) => found.id === id,
      )!;
    const confirmed = set('s3', '会场占用');
    assert.deepEqual(
      [confirmed.day, confirmed.status, confirmed.plannedDay, confirmed.time],
      ['2026-10-10', 'moved', undefined, '14:30'],
    );
    assert.equal(confirmed.reason, '10月2日（周五）国庆节放假；改为10月10日（周六），原因：会场占用');
    const named = set('s4');
    assert.deepEqual([named.status, named.plannedDay, named.place], ['fixed', undefined, '二楼会议室']);
    assert.equal(named.reason, '本单位定在10月10日（周六）');
    assert.equal(set('s4', '市里来人').reason, '市里来人，定在10月10日（周六）');
  });

  test("that set the plan's own day only change the reason", () => {
    const kept = find(adjusted({ session: 's3', on: '2026-10-08', reason: '已与讲师约定' }), 's3');
    assert.deepEqual([kept.status, kept.plannedDay], ['moved', '2026-10-02']);
    assert.equal(kept.reason, '10月2日（周五）国庆节放假，顺延到下一个工作日10月8日（周四）；已与讲师约定');
    assert.equal(find(adjusted({ session: 's1', on: '2026-09-18' }), 's1').reason, undefined);
  });

  test('move what was due by a day or within a week', () => {
    const due = planOf([
      session('s1', { when: { by: { stage: 'mobilise', edge: 'end' } } }),
      session('s2', { form: '个人自学', when: { week: 2 } }),
    ]);
    const unit = adjusted(
      { session: 's1', on: '2026-09-30' },
      { session: 's2', on: '2026-09-24', reason: '轮训' },
    );
    const [second, first] = worked(due, unit).sessions;
    assert.deepEqual([first?.timing, first?.time, first?.place], ['on', '14:30', '二楼会议室']);
    assert.equal(first?.reason, '原定10月9日（周五）前完成，改为9月30日（周三），本单位调整');
    assert.equal(second?.reason, '原定9月21日至9月27日完成，改为9月24日（周四），原因：轮训');
    assert.equal(second?.time, undefined);
  });

  test('of several parts give their reason once', () => {
    const moved = find(
      adjusted({
        session: 's1',
        on: '2026-09-21',
        time: '16:00',
        place: '三楼',
        chair: '副书记',
        makeUp: { on: '2026-09-23' },
        reason: '会场占用',
      }),
      's1',
    );
    assert.deepEqual(moved.adjustments, [
      { kind: 'moved', reason: '会场占用' },
      { kind: 'makeUp' },
      { kind: 'time' },
      { kind: 'place' },
      { kind: 'chair' },
    ]);
    assert.equal(
      moved.reason,
      '原定9月18日（周五），改为9月21日（周一）16:00，地点改在三楼，由副书记主持，另安排补学，原因：会场占用',
    );
    const split = find(
      adjusted({ session: 's3', groups: [{ name: '甲', on: '2026-10-09' }], time: '09:00', reason: '轮班' }),
      's3',
    );
    assert.equal(
      split.reason,
      '10月2日（周五）国庆节放假，原定10月8日（周四）；改为分批进行，时间改为09:00，原因：轮班',
    );
    assert.equal(split.groups?.[0]?.time, '09:00');
  });

  test('of place, hour, chair or make-up add their reason to the one the plan has', () => {
    const unit = adjusted({ session: 's3', place: '三楼', reason: '会议室维修' });
    assert.equal(
      find(unit, 's3').reason,
      '10月2日（周五）国庆节放假，顺延到下一个工作日10月8日（周四）；会议室维修，地点改在三楼',
    );
    assert.equal(find(adjusted({ session: 's1', place: '三楼' }), 's1').reason, undefined);
    const twice = adjusted(
      { session: 's1', place: '三楼', reason: '会议室维修' },
      { session: 's1', chair: '副书记', reason: '书记外出' },
    );
    assert.equal(find(twice, 's1').reason, '会议室维修，地点改在三楼；书记外出，由副书记主持');
  });

  test('drop a session, which stays on the schedule in its place', () => {
    const unit = adjusted({ session: 's2', drop: true, reason: '与市级培训合并' });
    const dropped = find(unit, 's2');
    assert.deepEqual(
      [dropped.day, dropped.status, dropped.reason],
      [null, 'dropped', '与市级培训合并，不单独安排'],
    );
    assert.deepEqual(
      worked(plan, unit).sessions.map(({ id }) => id),
      ['s1', 's2', 's3', 's5'],
    );
  });

  test('change place, chair and time, and remember what was changed', () => {
    const changed = find(
      adjusted({ session: 's1', place: '三楼报告厅', chair: '副书记', time: '15:00' }),
      's1',
    );
    assert.deepEqual(
      [changed.place, changed.chair, changed.time, changed.until],
      ['三楼报告厅', '副书记', '15:00', undefined],
    );
    assert.deepEqual(
      changed.adjustments.map(({ kind }) => kind),
      ['time', 'place', 'chair'],
    );
    assert.equal(changed.status, 'fixed');
  });

  test('split a session into groups and add a day for making it up', () => {
    const split = find(
      adjusted({
        session: 's1',
        groups: [
          { name: '第二批', on: '2026-09-22' },
          { name: '第一批', on: '2026-09-17', time: '09:00', place: '一楼' },
        ],
        makeUp: { on: '2026-09-24', time: '16:00' },
        reason: '窗口轮班',
      }),
      's1',
    );
    assert.deepEqual([split.day, split.time, split.status], ['2026-09-17', '09:00', 'moved']);
    assert.deepEqual(split.groups, [
      { name: '第一批', day: '2026-09-17', time: '09:00', place: '一楼' },
      { name: '第二批', day: '2026-09-22', time: '14:30', until: '16:00', place: '二楼会议室' },
    ]);
    assert.equal(split.reason, '原定9月18日（周五），改为分批进行，另安排补学，原因：窗口轮班');
    assert.deepEqual(split.makeUp, [{ day: '2026-09-24', time: '16:00', place: '二楼会议室' }]);
  });

  test('add a session of their own', () => {
    const unit = adjusted({
      session: 'own-1',
      add: { title: '采血安全', form: '党课', stage: 'mobilise' },
      on: '2026-09-21',
      reason: '岗位需要',
    });
    const added = find(unit, 'own-1');
    assert.deepEqual(
      [added.day, added.status, added.time, added.reason],
      ['2026-09-21', 'fixed', '14:30', '岗位需要'],
    );
    assert.deepEqual(added.adjustments, [{ kind: 'added', reason: '岗位需要' }]);
    assert.deepEqual(
      worked(plan, unit).sessions.map(({ id }) => id),
      ['s1', 'own-1', 's2', 's3', 's5'],
    );
  });

  test('a deadline or session that refers to a moved session follows it', () => {
    const dependent = planOf([session('s1'), session('s2', { when: { by: { session: 's1' } } })]);
    const schedule = worked(dependent, adjusted({ session: 's1', on: '2026-09-23' }));
    assert.equal(schedule.sessions.find(({ id }) => id === 's2')?.day, '2026-09-23');
  });
});

describe('a schedule', () => {
  test('stands in the order of the days, what has none behind the one before it in the plan', () => {
    const plan = planOf([
      session('b', { when: { month: '2026-10' } }),
      session('c', { when: { on: '2026-10-20' } }),
      session('c2', { when: 'unknown' }),
      session('c3', { when: { by: { stage: 'later', edge: 'end' } } }),
      session('d', { when: { on: '2026-11-02' } }),
      session('e', { when: { week: 1 } }),
      session('f', { when: 'unknown', stage: 'later' }),
    ]);
    assert.deepEqual(
      worked(plan).sessions.map(({ id }) => id),
      ['e', 'f', 'c', 'c2', 'c3', 'b', 'd'],
    );
    const undated = planOf(['a', 'b', 'c'].map((id) => session(id, { when: 'unknown' })));
    const own = adjusted({ session: 'own', add: { title: '甲', form: '党课', stage: 'mobilise' } });
    assert.deepEqual(
      worked(undated, own).sessions.map(({ id }) => id),
      ['a', 'b', 'c', 'own'],
    );
  });

  test('assumes no place for what is held elsewhere or whose day is not known', () => {
    assert.equal(one({ form: '现场教学' }).place, undefined);
    assert.equal(one({ form: '调研' }).place, undefined);
    assert.equal(one({ form: '收听收看' }).place, undefined);
    assert.equal(one({ form: '现场教学', place: '门诊大厅' }).place, '门诊大厅');
    assert.equal(one({ when: { month: '2026-10' } }).place, undefined);
    assert.equal(one({ when: 'unknown' }).place, undefined);
    assert.equal(one({ when: { week: 3 } }).place, '二楼会议室');
  });

  test('is the same whenever and wherever it is worked out', () => {
    const plan = planOf([session('s1'), session('s2', { when: { week: 2 } })], 'before');
    assert.equal(JSON.stringify(worked(plan)), JSON.stringify(worked(structuredClone(plan))));
  });
});
