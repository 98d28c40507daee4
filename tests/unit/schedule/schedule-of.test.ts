import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Adjustment, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
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

  test('of self-study never moves', () => {
    const { day, status, time, place } = one({ form: '个人自学', when: { week: 2 } }, 'nextWorkingDay');
    assert.deepEqual([day, status, time, place], ['2026-09-25', 'fixed', undefined, undefined]);
  });

  test("counts the campaign's weeks where the stage has no dates, or where there is no stage", () => {
    assert.equal(one({ stage: 'later', when: { week: 6 } }).day, '2026-10-23');
    assert.equal(one({ stage: undefined, when: { week: 6 } }).day, '2026-10-23');
  });

  test("whose meeting day lies before the stage begins is held on the stage's first working day", () => {
    const { day, status, reason } = one({ stage: 'examine', when: { week: 1 } });
    assert.deepEqual([day, status], ['2026-10-10', 'moved']);
    assert.equal(reason, '第一周的学习日10月9日（周五）早于10月10日开始，安排在10月10日（周六）');
    assert.equal(one({ stage: 'examine', when: { week: 2 } }).day, '2026-10-16');
  });

  test('in a year without a table stands, marked as waiting for the table', () => {
    const { day, status, reason } = one({ stage: 'sum-up', when: { week: 2 } });
    assert.deepEqual([day, status], ['2027-01-08', 'tentative']);
    assert.equal(reason, '2027年放假安排待国务院办公厅公布');
    assert.deepEqual(one({ stage: 'sum-up', when: { week: 1 } }).status, 'tentative');
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
    assert.deepEqual([undated.day, undated.reason], [null, '阶段和活动的开始时间原文未注明']);
    const reader = one({ form: '个人自学' }, undefined, { id: 'u' });
    assert.deepEqual([reader.day, reader.timing, reader.status], ['2026-09-20', 'by', 'fixed']);
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

  test('that waits for itself through others has no day', () => {
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
    assert.deepEqual([inMonth.day, inMonth.month, inMonth.status], [null, '2026-10', 'unconfirmed']);
    assert.equal(one({ when: undefined }).reason, '时间待定，另行通知');
    const gap = one({ when: { by: { stage: 'later', edge: 'end' } } });
    assert.equal(gap.reason, '第四阶段结束时间原文未注明');
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
      ['2026-10-10', 'moved', '2026-10-02', '14:30'],
    );
    assert.equal(moved.reason, '原定10月2日（周五），会场占用，改在10月10日（周六）');
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
      { name: '第二批', day: '2026-09-22', time: '14:30', place: '二楼会议室' },
    ]);
    assert.equal(split.reason, '窗口轮班，分批进行：第一批9月17日（周四）、第二批9月22日（周二）');
    assert.deepEqual(split.makeUp, { day: '2026-09-24', time: '16:00', place: '二楼会议室' });
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
  test('stands in the order of the days, what has none at the end of its month, week or stage', () => {
    const plan = planOf([
      session('a', { when: 'unknown', stage: 'later' }),
      session('b', { when: { month: '2026-10' } }),
      session('c', { when: { on: '2026-10-20' } }),
      session('d', { when: { on: '2026-11-02' } }),
      session('e', { when: { week: 1 } }),
      session('f', { when: 'unknown' }),
    ]);
    assert.deepEqual(
      worked(plan).sessions.map(({ id }) => id),
      ['e', 'f', 'c', 'b', 'd', 'a'],
    );
  });

  test('is the same whenever and wherever it is worked out', () => {
    const plan = planOf([session('s1'), session('s2', { when: { week: 2 } })], 'before');
    assert.equal(JSON.stringify(worked(plan)), JSON.stringify(worked(structuredClone(plan))));
  });

  test('200 units with 50 sessions each take less than a second', () => {
    const sessions = Array.from({ length: 50 }, (_, index) =>
      session(`s${index}`, { when: { week: (index % 12) + 1 } }),
    );
    const plan = planOf(sessions, 'nextWorkingDay');
    const start = performance.now();
    for (let number = 0; number < 200; number += 1) {
      worked(plan, { id: `u${number}`, meeting: { weekday: (number % 5) + 1, time: '14:30' } });
    }
    assert.ok(performance.now() - start < 1000, `${performance.now() - start} ms`);
  });
});
