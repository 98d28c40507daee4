import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PlanSession, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import { ownClashes } from '../../../src/domain/schedule/own-clashes.ts';
import { bloodCenter, planOf, session } from './example.ts';
import { workedOut } from './office.ts';

const at = (id: string, time: string, fields: Partial<PlanSession> = {}) =>
  session(id, { stage: 'examine', when: { on: '2026-10-13', time }, ...fields });

/** The clashes of units that follow these plans, in words: the sessions, the room, the people. */
function clashes(plans: Record<string, PlanSession[]>, units?: (ScheduleUnit & { parent?: string })[]) {
  const all = Object.entries(plans).map(([id, sessions]) => ({ ...planOf(sessions), id }));
  return ownClashes(workedOut(all, units)).map(({ meetings, place = '', people }) =>
    [
      ...meetings.map(({ unit, session }) => (unit === 'blood-center' ? session : `${unit} ${session}`)),
      place,
      people.join('、'),
    ].join('|'),
  );
}

describe('A unit clashes with itself', () => {
  it('where two of its plans meet at one hour, whatever their rooms', () => {
    const found = clashes({
      a: [at('s1', '09:00', { place: '甲' })],
      b: [at('s2', '10:00', { place: '乙' })],
    });
    assert.deepEqual(found, ['s1|s2||']);
  });

  it('where one begins before the other has ended; one that begins as the other ends is none', () => {
    const hours = (hours: number | undefined, second: string) =>
      clashes({ a: [at('s1', '09:00', { hours }), at('s2', second)] }).length;
    assert.deepEqual([hours(1.5, '10:29'), hours(1.5, '10:30')], [1, 0]);
    assert.deepEqual(clashes({ a: [at('s1', '10:30')], b: [at('s2', '09:00', { hours: 1.5 })] }), []);
    assert.deepEqual(
      [hours(undefined, '10:59'), hours(undefined, '11:00')],
      [1, 0],
      'two hours where none are told',
    );
  });

  it('and the same room and people are named', () => {
    const people = { chair: '党支部书记', place: '二楼会议室' };
    const found = clashes({
      a: [at('s1', '09:00', { ...people, speakers: ['甲岗'] }), at('s2', '09:00', people)],
    });
    assert.deepEqual(found, ['s1|s2|二楼会议室|党支部书记']);
  });

  it('where a moved turn falls onto another meeting', () => {
    const turns = session('m', {
      stage: 'examine',
      when: { every: 'month', day: 20, time: '09:00' },
      exceptions: [{ turn: '2026-10', on: '2026-10-13' }],
    });
    assert.deepEqual(clashes({ a: [turns, at('s2', '09:30')] }), ['m-2026-10|s2|二楼会议室|']);
  });

  it('not in self-study, in work due by a day, on another day, where no hour is known, nor in what is dropped', () => {
    const other = at('s2', '09:00');
    const unit = { ...bloodCenter, meeting: undefined, plans: [{ plan: 'a' }] };
    for (const first of [
      at('s1', '09:00', { form: '个人自学' }),
      at('s1', '09:00', { when: { by: '2026-10-13', time: '09:00' } }),
      at('s1', '09:00', { when: { on: '2026-10-14', time: '09:00' } }),
      at('s1', '09:00', { when: { on: '2026-10-13' } }),
    ])
      assert.deepEqual(clashes({ a: [first, other] }, [unit]), []);
    const dropping = { ...unit, plans: [{ plan: 'a', adjustments: [{ session: 's1', drop: true }] }] };
    assert.deepEqual(clashes({ a: [at('s1', '09:00'), other] }, [dropping]), []);
  });

  it('with a sitting only while that lasts, and by its own speakers', () => {
    const sittings = [
      { on: '2026-10-13', time: '08:30', hours: 3 },
      { on: '2026-10-13', time: '14:30', hours: 3, speakers: ['甲岗'] },
    ];
    const readingClass = at('s1', '', { when: undefined, sittings });
    const noon = { ...bloodCenter, meeting: undefined, plans: [{ plan: 'a' }] };
    assert.deepEqual(clashes({ a: [readingClass, at('s2', '12:00')] }, [noon]), []);
    const second = at('s2', '15:00', { speakers: ['甲岗'] });
    assert.deepEqual(clashes({ a: [readingClass, second] }, [noon]), ['s1|s2||甲岗']);
  });

  it('in the groups of one session only where these sit in one room', () => {
    const inRooms = (second: string) => {
      const groups = [
        { name: '第一组', on: '2026-10-13', place: '甲' },
        { name: '第二组', on: '2026-10-13', place: second },
      ];
      const unit = { ...bloodCenter, plans: [{ plan: 'a', adjustments: [{ session: 's1', groups }] }] };
      return clashes({ a: [at('s1', '09:00')] }, [unit]);
    };
    assert.deepEqual(inRooms('乙'), []);
    assert.deepEqual(inRooms('甲'), ['s1|s1|甲|']);
  });
});

describe('A unit and the one above it clash', () => {
  const pair = (child: Partial<PlanSession>, parent: Partial<PlanSession>) =>
    clashes({ a: [at('s1', '09:00', child)], b: [at('s2', '09:30', parent)] }, [
      { ...bloodCenter, id: 'group', parent: 'branch', plans: [{ plan: 'a' }] },
      { ...bloodCenter, id: 'branch', plans: [{ plan: 'b' }] },
    ]);

  it('where the same people are needed at both, and not by the roles that every unit has', () => {
    assert.deepEqual(pair({ chair: '机关工委联络员' }, { speakers: ['机关工委联络员'] }), [
      'group s1|branch s2||机关工委联络员',
    ]);
    assert.deepEqual(pair({ chair: '党支部书记' }, { chair: '党支部书记' }), []);
    assert.deepEqual(pair({ chair: '甲岗' }, { chair: '乙岗' }), []);
  });
});
