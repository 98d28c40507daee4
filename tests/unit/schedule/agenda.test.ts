import assert from 'node:assert/strict';
import { test } from 'node:test';
import { agendaOf, type AgendaItem } from '../../../src/domain/schedule/agenda.ts';
import { mondayOf } from '../../../src/domain/day.ts';
import type { Adjustment } from '../../../src/domain/schedule/plan.ts';
import { bloodCenter, planOf, session } from './example.ts';
import { conduct, workedOut } from './office.ts';

function agenda(sessions: Parameters<typeof planOf>[0], adjustments: Adjustment[] = [], reports = false) {
  const units = [{ ...bloodCenter, plans: [{ plan: 'conduct-2026', adjustments }] }];
  return agendaOf(workedOut([planOf(sessions)], units, [reports ? conduct : { ...conduct, reports: [] }]));
}

function named(item: AgendaItem): string {
  return item.kind === 'deadline' ? item.deadline.title : item.session.id + (item.sitting?.name ?? '');
}

test('weeks run from Monday to Sunday, in order, without the empty ones', () => {
  const { weeks } = agenda([session('s1'), session('s4', { when: { on: '2026-10-11' } })]);
  assert.deepEqual(
    weeks.map(({ from, until, items }) => [from, until, items.map(named)]),
    [
      ['2026-09-14', '2026-09-20', ['s1']],
      ['2026-10-05', '2026-10-11', ['s4']],
    ],
  );
  assert.equal(mondayOf('2027-01-01'), '2026-12-28');
});

test('a day goes by the clock: what has no hour comes after, deadlines come last', () => {
  const { weeks } = agenda(
    [
      session('due', { when: { by: '2026-10-31' } }),
      session('late', { when: { on: '2026-10-31', time: '16:00' } }),
      session('early', { when: { on: '2026-10-31', time: '09:00' } }),
    ],
    [],
    true,
  );
  assert.deepEqual(weeks[0]?.items.map(named), ['early', 'late', 'due', '整改方案']);
});

test('groups and a make-up are lines of their own', () => {
  const { weeks } = agenda(
    [session('s1')],
    [
      {
        session: 's1',
        groups: [
          { name: '第二批', on: '2026-09-22' },
          { name: '第一批', on: '2026-09-17' },
        ],
        makeUp: { on: '2026-09-24' },
      },
    ],
  );
  assert.deepEqual(
    weeks.map(({ items }) => items.map(named)),
    [['s1第一批'], ['s1第二批', 's1补学']],
  );
});

test('a dropped session is left out, one without a day stands aside even when it has a make-up', () => {
  const { weeks, undated } = agenda(
    [session('s1'), session('s2', { when: 'unknown' }), session('s3', { when: { week: 3 } })],
    [
      { session: 's1', drop: true },
      { session: 's2', makeUp: { on: '2026-09-24' } },
    ],
  );
  assert.deepEqual(undated.map(named), ['s2', 's3']);
  assert.deepEqual(weeks.flatMap(({ items }) => items).map(named), ['s2补学']);
});

test('self-study of a week stands on its Friday', () => {
  const { weeks } = agenda([session('s1', { form: '个人自学', when: { week: 3 } })]);
  assert.deepEqual(
    weeks.map(({ from, items }) => [from, items[0]?.day]),
    [['2026-09-28', '2026-10-02']],
  );
});

test('every date of a rhythm is a line; a month and an unknown deadline have none', () => {
  const { weeks, undated } = agenda([], [], true);
  const dates = weeks.flatMap(({ items }) => items).filter((item) => named(item)?.startsWith('进展情况'));
  assert.deepEqual(
    dates.map(({ day }) => day),
    ['2026-11-30', '2026-12-15'],
  );
  assert.deepEqual(undated.map(named), ['典型做法', '总结报告', '征文']);
});

test('no items yield no weeks', () => {
  assert.deepEqual(agendaOf([]), { weeks: [], undated: [] });
});

test('weeks and the days in them stand in order, whatever the order of the plan', () => {
  const on = (id: string, day: string, time = '09:00') => session(id, { when: { on: day, time } });
  const { weeks } = agenda([
    on('c', '2026-10-13'),
    on('a', '2026-09-15'),
    on('d', '2026-10-14', '08:00'),
    on('e', '2026-10-13', '10:00'),
    on('b', '2026-09-14'),
  ]);
  assert.deepEqual(
    weeks.map(({ from, items }) => [from, items.map(named).join('')]),
    [
      ['2026-09-14', 'ba'],
      ['2026-10-12', 'ced'],
    ],
  );
});

test('what has no day stands apart, and is in no week', () => {
  const { weeks, undated } = agenda([session('s1', { when: 'unknown' }), session('s2')]);
  assert.deepEqual([undated.map(named), weeks.flatMap(({ items }) => items.map(named))], [['s1'], ['s2']]);
  assert.deepEqual([undated[0]?.kind, weeks[0]?.items[0]?.kind], ['session', 'session']);
});

test('a session of a unit without a meeting day stands in its week, after what has a day, and is no undated one', () => {
  const units = [{ id: 'u', plans: [{ plan: 'conduct-2026' }] }];
  const sessions = [
    session('s1'),
    session('s2', { when: { on: '2026-09-20', time: '09:00' } }),
    session('s3', { when: { week: 2 } }),
  ];
  const { weeks, undated } = agendaOf(workedOut([planOf(sessions)], units, [{ ...conduct, reports: [] }]));
  assert.deepEqual(
    weeks.map(({ from, items }) => [from, items.map((item) => [named(item), item.day, 'isSomeDay' in item])]),
    [
      [
        '2026-09-14',
        [
          ['s2', '2026-09-20', false],
          ['s1', '2026-09-20', true],
        ],
      ],
      ['2026-09-21', [['s3', '2026-09-27', true]]],
    ],
  );
  assert.deepEqual(undated, []);
});

test('a session whose meeting day is a holiday may be held in another week, and stands aside', () => {
  const { weeks, undated } = agenda([session('s3', { when: { week: 3 } })]);
  assert.deepEqual([weeks.length, undated.length], [0, 1]);
});
