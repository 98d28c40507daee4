import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Adjustment, Plan, PlanSession, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import { bloodCenter, planOf, session, worked } from './example.ts';

/** A session of week 1, which is 18 September, as these changes of a unit make it. */
function adjusted(
  changes: Omit<Adjustment, 'session'>[],
  fields: Partial<PlanSession> = {},
  onHoliday?: Plan['onHoliday'],
  meeting: ScheduleUnit['meeting'] = bloodCenter.meeting,
) {
  const plan = planOf([session('s1', fields)], onHoliday);
  const adjustments = changes.map((change) => ({ session: 's1', ...change }));
  const unit = { id: 'u', meeting, plans: [{ plan: plan.id, adjustments }] };
  return worked(plan, unit).sessions[0]!;
}

describe('a session that a unit drops', () => {
  test('says so in the unit’s words, and that it is not held where they do not', () => {
    const reason = (words?: string) => adjusted([{ drop: true, reason: words }]).reason;
    assert.equal(reason(), '不单独安排');
    assert.equal(reason('与上级合并'), '与上级合并，不单独安排');
    assert.equal(reason('随委机关参加，不单独安排'), '随委机关参加，不单独安排');
  });

  test('has no day and no hours, and keeps the day it would have had', () => {
    const { status, day, time, until, plannedDay, adjustments } = adjusted([{ drop: true, reason: '合并' }]);
    assert.deepEqual([status, day, time, until], ['dropped', null, undefined, undefined]);
    assert.equal(plannedDay, '2026-09-18');
    assert.deepEqual(adjustments, [{ kind: 'dropped', reason: '合并' }]);
    assert.equal(adjusted([{ drop: true }], { when: { week: 2 } }).plannedDay, '2026-09-25');
  });

  test('changes nothing else, whatever else the change says', () => {
    const { place, adjustments } = adjusted([{ drop: true, place: '示教室', on: '2026-09-17' }]);
    assert.deepEqual([place, adjustments], ['二楼会议室', [{ kind: 'dropped' }]]);
  });
});

describe('a session that a unit moves', () => {
  test('says from which day to which, and why', () => {
    assert.equal(
      adjusted([{ on: '2026-09-17' }]).reason,
      '原定9月18日（周五），改为9月17日（周四），本单位调整',
    );
    assert.equal(
      adjusted([{ on: '2026-09-17', time: '09:00', reason: '李某出差' }]).reason,
      '原定9月18日（周五），改为9月17日（周四）09:00，原因：李某出差',
    );
  });

  test('has the unit’s hours unless it is given others, which have no end', () => {
    const hours = (change: Partial<Adjustment>) => {
      const { time, until } = adjusted([{ on: '2026-09-17', ...change }]);
      return [time, until];
    };
    assert.deepEqual(hours({}), ['14:30', '16:00']);
    assert.deepEqual(hours({ time: '09:00' }), ['09:00', undefined]);
  });

  test('to the day that it had anyway is not moved, and needs no reason', () => {
    const { status, plannedDay, reason, adjustments } = adjusted([{ on: '2026-09-18' }]);
    assert.deepEqual([status, plannedDay, reason], ['fixed', undefined, undefined]);
    assert.deepEqual(adjustments, [{ kind: 'moved' }]);
    assert.equal(adjusted([{ on: '2026-09-18', reason: '已经商定' }]).reason, '已经商定');
  });

  test('to the day to which the plan put it off keeps the plan’s reason', () => {
    const { status, plannedDay, reason } = adjusted(
      [{ on: '2026-09-28' }],
      { when: { week: 2 } },
      'nextWorkingDay',
    );
    assert.deepEqual([status, plannedDay], ['moved', '2026-09-25']);
    assert.equal(reason, '9月25日（周五）中秋节放假，顺延到下一个工作日9月28日（周一）');
    assert.equal(
      adjusted([{ on: '2026-09-28', reason: '已经商定' }], { when: { week: 2 } }, 'nextWorkingDay').reason,
      '9月25日（周五）中秋节放假，顺延到下一个工作日9月28日（周一）；已经商定',
    );
  });

  test('in a year without a table to the day that it has for the time being is settled', () => {
    const { status, reason } = adjusted([{ on: '2027-01-08' }], { stage: 'sum-up', when: { week: 2 } });
    assert.deepEqual([status, reason], ['fixed', undefined]);
  });

  test('back by a second change stands as the plan has it', () => {
    const { day, status, adjustments } = adjusted([{ on: '2026-09-17' }, { on: '2026-09-18' }]);
    assert.deepEqual([day, status, adjustments.length], ['2026-09-18', 'fixed', 2]);
  });
});

describe('a session that is held in groups', () => {
  const groups = [
    { name: '第二批', on: '2026-09-21', time: '09:00' },
    { name: '第一批', on: '2026-09-18' },
    { name: '夜班', on: '2026-09-18', time: '20:00' },
  ];

  test('stands on the first of their days, in the order of days and, on one day, of the file', () => {
    const { day, timing, time, until, status, groups: held } = adjusted([{ groups }]);
    assert.deepEqual([day, timing, time, until, status], ['2026-09-18', 'on', '14:30', '16:00', 'fixed']);
    assert.deepEqual(
      held?.map(({ name }) => name),
      ['第一批', '夜班', '第二批'],
    );
    assert.deepEqual(
      held?.map((each) => [each.time, each.until, each.place]),
      [
        ['14:30', '16:00', '二楼会议室'],
        ['20:00', undefined, '二楼会议室'],
        ['09:00', undefined, '二楼会议室'],
      ],
    );
  });

  test('says so, the unit’s reason before it; their days are listed beside it', () => {
    assert.equal(adjusted([{ groups }]).reason, '分批进行');
    assert.equal(adjusted([{ groups, reason: '人多' }]).reason, '人多，分批进行');
    assert.deepEqual(adjusted([{ groups }]).adjustments, [{ kind: 'groups' }]);
  });

  test('none of them on the plan’s day is moved', () => {
    const { status, plannedDay, reason } = adjusted([{ groups: groups.slice(0, 1), reason: '人多' }]);
    assert.deepEqual([status, plannedDay], ['moved', '2026-09-18']);
    assert.equal(reason, '原定9月18日（周五），改为分批进行，原因：人多');
  });

  test('that are none leaves it as it was', () => {
    const { groups: held, adjustments, reason } = adjusted([{ groups: [] }]);
    assert.deepEqual([held, adjustments, reason], [undefined, [], undefined]);
  });

  test('and whose hour is another says both', () => {
    const { reason } = adjusted([{ groups: groups.slice(1, 2), on: '2026-09-18', time: '15:00' }]);
    assert.equal(reason, '分批进行，时间改为15:00');
  });

  test('and is then moved to one day has no groups any more', () => {
    const { groups: held, day } = adjusted([{ groups }, { on: '2026-09-22' }]);
    assert.deepEqual([held, day], [undefined, '2026-09-22']);
  });

  test('for which the plan had no day says so without a day of the plan', () => {
    const { status, plannedDay, reason, timing } = adjusted([{ groups: groups.slice(1, 2) }], {
      when: 'unknown',
    });
    assert.deepEqual([status, plannedDay, timing], ['fixed', undefined, 'on']);
    assert.equal(reason, '分批进行');
  });
});

describe('a session of which a unit changes something else', () => {
  test('gives the unit’s reason with what was changed', () => {
    assert.equal(
      adjusted([{ time: '09:00', place: '示教室', chair: '王某', reason: '会议室维修' }]).reason,
      '会议室维修，时间改为09:00，地点改在示教室，由王某主持',
    );
    assert.equal(
      adjusted([{ makeUp: { on: '2026-09-22', time: '15:00' }, reason: '值班' }]).reason,
      '值班，另安排补学',
    );
  });

  test('has no reason where the unit gives none and the plan has none', () => {
    for (const change of [{ time: '09:00' }, { place: '示教室' }, { chair: '王某' }, {}])
      assert.equal(adjusted([change]).reason, undefined, JSON.stringify(change));
  });

  test('keeps the reason that the plan has', () => {
    const holiday = '9月25日（周五）中秋节放假，顺延到下一个工作日9月28日（周一）';
    const kept = (change: Partial<Adjustment>) =>
      adjusted([change], { when: { week: 2 } }, 'nextWorkingDay').reason;
    assert.equal(kept({ chair: '王某' }), holiday);
    assert.equal(kept({ chair: '王某', reason: '李某出差' }), `${holiday}；李某出差，由王某主持`);
  });

  test('has the place of the unit only as long as it is there', () => {
    const own = (place: string) => adjusted([{ place }]).ownPlace;
    assert.deepEqual([own('二楼会议室'), own('市委党校')], [true, false]);
    assert.equal(adjusted([{ place: '二楼会议室' }], { place: '市委党校' }).ownPlace, false);
  });

  test('remembers each kind of change in one order, the reason with the first', () => {
    const makeUp = { on: '2026-09-22' };
    const { adjustments } = adjusted([
      { chair: '王某', place: '示教室', time: '09:00', makeUp, on: '2026-09-17', reason: '停电' },
    ]);
    assert.deepEqual(adjustments, [
      { kind: 'moved', reason: '停电' },
      { kind: 'makeUp' },
      { kind: 'time' },
      { kind: 'place' },
      { kind: 'chair' },
    ]);
  });

  test('is made up at its own hours and place unless others are named', () => {
    const made = (makeUp: Adjustment['makeUp']) => adjusted([{ makeUp }]).makeUp;
    assert.deepEqual(made({ on: '2026-09-22' })?.[0], {
      day: '2026-09-22',
      time: '14:30',
      until: '16:00',
      place: '二楼会议室',
    });
    assert.deepEqual(made({ on: '2026-09-22', time: '09:00', place: '示教室' })?.[0], {
      day: '2026-09-22',
      time: '09:00',
      place: '示教室',
    });
  });

  test('is made up on several days, in their order, which the reason does not repeat', () => {
    const { makeUp, reason } = adjusted([
      { makeUp: [{ on: '2026-09-24' }, { on: '2026-09-22', time: '17:30' }], reason: '值班' },
    ]);
    assert.deepEqual(
      makeUp?.map(({ day, time }) => [day, time]),
      [
        ['2026-09-22', '17:30'],
        ['2026-09-24', '14:30'],
      ],
    );
    assert.equal(reason, '值班，另安排补学');
  });
});

describe('a session of the unit’s own', () => {
  const own = (change: Partial<Adjustment>, when?: PlanSession['when']) => {
    const add = { title: '本单位专题', form: '集中学习' as const, stage: 'mobilise', when };
    const plan = planOf([session('s1')]);
    const plans = [{ plan: plan.id, adjustments: [{ session: 'own', add, ...change }] }];
    return worked(plan, { ...bloodCenter, plans }).sessions.find(({ id }) => id === 'own')!;
  };

  test('has the day and hour with which it was added, and no day but the one of a week', () => {
    assert.deepEqual(
      [own({ on: '2026-09-22', time: '09:00' }).day, own({}, { week: 1 }).day],
      ['2026-09-22', '2026-09-18'],
    );
    const { day, reason } = own({});
    assert.deepEqual([day, reason], [null, '时间待定，另行通知']);
  });

  test('says why it was added before why it has no day', () => {
    assert.equal(own({ reason: '上级要求' }, { week: 1 }).reason, '上级要求');
    assert.equal(own({ reason: '上级要求' }).reason, '上级要求；时间待定，另行通知');
    assert.deepEqual(own({ reason: '上级要求' }).adjustments, [{ kind: 'added', reason: '上级要求' }]);
  });
});

describe('a group that is a part of the unit', () => {
  const part = {
    id: 'one',
    name: '第一党小组',
    chair: '第一党小组组长',
    meeting: { weekday: 2, time: '09:00', until: '10:00', place: '205 室' },
  };
  const groupsOf = (
    group: Omit<NonNullable<Adjustment['groups']>[number], 'on'>,
    fields: Partial<PlanSession> = {},
  ) => {
    const plan = planOf([session('s1', fields)]);
    const groups = [{ on: '2026-09-17', ...group }];
    const unit = {
      ...bloodCenter,
      parts: [part],
      plans: [{ plan: plan.id, adjustments: [{ session: 's1', groups }] }],
    };
    return worked(plan, unit).sessions[0]!;
  };

  test('has the part’s name, hours, room and chair', () => {
    const { groups, reason } = groupsOf({ part: 'one' });
    assert.deepEqual(groups, [
      {
        name: '第一党小组',
        part: 'one',
        day: '2026-09-17',
        time: '09:00',
        until: '10:00',
        place: '205 室',
        chair: '第一党小组组长',
      },
    ]);
    assert.equal(reason, '原定9月18日（周五），改为分批进行');
  });

  test('has its own hours, room and chair where it names them, and then no end that is another’s', () => {
    const own = { time: '11:00', place: '礼堂', chair: '书记' };
    const [group] = groupsOf({ part: 'one', ...own }).groups ?? [];
    assert.deepEqual(
      [group?.time, group?.until, group?.place, group?.chair],
      ['11:00', undefined, '礼堂', '书记'],
    );
  });

  test('goes where the session is held when that is named, not to its own room; on visits nowhere by itself', () => {
    const placeOf = (fields: Partial<PlanSession>) => groupsOf({ part: 'one' }, fields).groups?.[0]?.place;
    assert.equal(placeOf({ place: '市委党校' }), '市委党校');
    assert.equal(placeOf({ form: '现场教学' }), undefined);
    assert.equal(placeOf({}), '205 室');
  });

  test('is called by the code where the unit has no such part', () => {
    assert.equal(groupsOf({ part: 'nine' }).groups?.[0]?.name, 'nine');
  });
});

describe('a unit’s own chair', () => {
  test('chairs its meetings where the plan names nobody, and no self-study', () => {
    const chairOf = (fields: Partial<PlanSession>) => {
      const plan = planOf([session('s1', fields)]);
      return worked(plan, { ...bloodCenter, chair: '支部书记' }).sessions[0]?.chair;
    };
    assert.equal(chairOf({}), '支部书记');
    assert.equal(chairOf({ chair: '分管负责人' }), '分管负责人');
    assert.equal(chairOf({ form: '个人自学' }), undefined);
    assert.equal(chairOf({ when: { by: '2026-09-18' } }), undefined);
  });
});
