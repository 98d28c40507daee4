import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { agendaOf, type AgendaItem } from '../../../src/domain/schedule/agenda.ts';
import type { Adjustment } from '../../../src/domain/schedule/plan.ts';
import { together } from '../../../src/domain/schedule/together.ts';
import { bloodCenter, planOf, session } from './example.ts';
import { conduct, workedOut } from './office.ts';

const unit = (id: string, adjustments: Adjustment[] = [], plans = ['conduct-2026']) => ({
  ...bloodCenter,
  id,
  meeting: { ...bloodCenter.meeting!, place: undefined },
  plans: plans.map((plan) => ({ plan, adjustments })),
});

const named = (item: AgendaItem) =>
  (item.kind === 'deadline' ? item.deadline.title : item.session.id) +
  (item.kind === 'session' && item.sitting ? `（${item.sitting.name}）` : '');

/** The lines of all weeks of some units, each with the units for which it holds. */
function shared(units: ReturnType<typeof unit>[], sessions = [session('s1')], reports = false) {
  const schedules = workedOut([planOf(sessions)], units, [reports ? conduct : { ...conduct, reports: [] }]);
  return agendaOf(schedules).weeks.flatMap(({ items }) =>
    together(items).map(
      ({ item, units: of }) => `${item.day} ${named(item)}：${of.map((each) => each.unit.id).join('、')}`,
    ),
  );
}

describe('what several units do', () => {
  test('at the same time and place stands once, with all of them in their order', () => {
    assert.deepEqual(shared([unit('b'), unit('a'), unit('c')]), ['2026-09-18 s1：b、a、c']);
    assert.deepEqual(shared([]), []);
  });

  test('on another day, at another hour or place, or under another chair stands by itself', () => {
    const changes: Partial<Adjustment>[] = [
      { time: '09:00' },
      { place: '示教室' },
      { chair: '王某' },
      { reason: '本单位另有安排' },
    ];
    for (const change of changes)
      assert.equal(
        shared([unit('a'), unit('b', [{ session: 's1', ...change }])]).length,
        2,
        JSON.stringify(change),
      );
    assert.deepEqual(shared([unit('a'), unit('b', [{ session: 's1', on: '2026-09-17' }])]), [
      '2026-09-17 s1：b',
      '2026-09-18 s1：a',
    ]);
  });

  test('in their own time, such as self-study, is one whatever their rooms and hours', () => {
    const due = [session('s1', { when: { by: '2026-09-18' } })];
    assert.deepEqual(shared([unit('a'), unit('b', [{ session: 's1', place: '示教室' }])], due), [
      '2026-09-18 s1：a、b',
    ]);
  });

  test('in groups stands once for the same group', () => {
    const groups = [
      { name: '第一批', on: '2026-09-17' },
      { name: '第二批', on: '2026-09-17' },
    ];
    assert.deepEqual(
      shared([unit('a', [{ session: 's1', groups }]), unit('b', [{ session: 's1', groups }])]),
      ['2026-09-17 s1（第一批）：a、b', '2026-09-17 s1（第二批）：a、b'],
    );
  });

  test('of one plan is told from what bears the same id in another', () => {
    const plans = ['conduct-2026', 'winter'].map((id) => ({ ...planOf([session('s1')]), id }));
    const schedules = workedOut(
      plans,
      [unit('a', [], ['conduct-2026', 'winter'])],
      [{ ...conduct, reports: [] }],
    );
    const [week] = agendaOf(schedules).weeks;
    assert.deepEqual(
      together(week!.items).map(({ item, units }) => [item.of.plan.id, units.length]),
      [
        ['conduct-2026', 1],
        ['winter', 1],
      ],
    );
  });
});

test('a report that several units hand in on one day stands once, on each of its days', () => {
  assert.deepEqual(shared([unit('a'), unit('b')], [], true), [
    '2026-10-31 整改方案：a、b',
    '2026-11-30 进展情况（第1次）：a、b',
    '2026-12-15 进展情况（第2次）：a、b',
  ]);
});

test('weeks and days of several plans are brought into one order', () => {
  const on = (day: string, time?: string) => [session('s1', { when: { on: day, time } })];
  const plans = [
    { ...planOf(on('2026-10-13', '14:30')), id: 'a' },
    { ...planOf(on('2026-10-13', '09:00')), id: 'b' },
    { ...planOf(on('2026-10-12')), id: 'c' },
    { ...planOf(on('2026-09-15')), id: 'd' },
    { ...planOf(on('2026-10-13', '14:30')), id: 'e' },
  ];
  const unit = { id: 'u', plans: plans.map(({ id }) => ({ plan: id })) };
  const { weeks } = agendaOf(workedOut(plans, [unit], [{ ...conduct, reports: [] }]));
  assert.deepEqual(
    weeks.map(({ from, items }) => [from, items.map(({ of }) => of.plan.id).join('')]),
    [
      ['2026-09-14', 'd'],
      ['2026-10-12', 'cbae'],
    ],
  );
});

test('a group without an hour stands behind what has one on its day', () => {
  const groups = [{ name: '第一批', on: '2026-09-18' }];
  const sessions = [session('s1'), session('s2', { when: { on: '2026-09-18', time: '16:00' } })];
  const bare = { id: 'u', plans: [{ plan: 'conduct-2026', adjustments: [{ session: 's1', groups }] }] };
  const [week] = agendaOf(workedOut([planOf(sessions)], [bare], [{ ...conduct, reports: [] }])).weeks;
  assert.deepEqual(week?.items.map(named), ['s2', 's1（第一批）']);
});
