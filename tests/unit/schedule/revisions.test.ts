import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Adjustment, Revision, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import {
  newestFirst,
  readRevision,
  revisedOn,
  revisionLines,
  revisionWords,
} from '../../../src/domain/schedule/revisions.ts';
import { planSchema } from '../../../src/schemas/plan.ts';
import { bloodCenter, planOf, session, worked } from './example.ts';

/** The only session of a plan with these revisions, held on 12 October at nine in the great hall. */
function held(revisions: readonly Revision[], adjustments: readonly Adjustment[] = [], fields: object = {}) {
  const when = { on: '2026-10-12', time: '09:00' };
  const plan = planOf([session('s1', { stage: 'examine', when, place: '报告厅', ...fields })]);
  const unit: ScheduleUnit = { ...bloodCenter, plans: [{ plan: plan.id, adjustments }] };
  return worked({ ...plan, revisions }, unit).sessions[0]!;
}

describe('the day a plan was last changed', () => {
  test('is that of its newest revision, or the one it states; a plan that says neither has none', () => {
    const revisions = [
      { on: '2026-09-20', what: '改期' },
      { on: '2026-10-01', what: '增加一场' },
    ];
    assert.equal(revisedOn({ revisions }), '2026-10-01');
    assert.equal(revisedOn({ revised: '2026-09-10', revisions: [] }), '2026-09-10');
    assert.equal(revisedOn({}), undefined);
    assert.deepEqual(
      newestFirst(revisions).map(({ what }) => what),
      ['增加一场', '改期'],
    );
  });

  test('is written once: a plan that lists revisions states no other day', () => {
    const fields = { campaign: 'c', title: '计划', revisions: [{ on: '2026-09-20', what: '改期' }] };
    assert.equal(planSchema.safeParse(fields).success, true);
    assert.deepEqual(planSchema.safeParse({ ...fields, revised: '2026-09-20' }).error?.issues[0]?.path, [
      'revised',
    ]);
  });

  test('a revision that says what was before says of which session', () => {
    const revisions = [{ on: '2026-09-20', what: '改期', formerly: { on: '2026-10-09' } }];
    assert.deepEqual(
      planSchema.safeParse({ campaign: 'c', title: '计划', revisions }).error?.issues[0]?.path,
      ['revisions', 0, 'formerly'],
    );
  });
});

describe('a revision in words', () => {
  const all: Revision[] = [
    { on: '2026-09-20', what: '增加一场' },
    { on: '2026-09-20', what: '改要求', session: 's1' },
    { on: '2026-09-28', what: '会场占用（另有会议）', session: 's1', formerly: { on: '2026-10-09' } },
    {
      on: '2026-09-28',
      what: '改期',
      session: 's1',
      formerly: { on: '2026-10-09', time: '09:00', place: '甲，乙' },
    },
    { on: '2026-09-28', what: '换会场', session: 'm-2026-10', formerly: { place: '报告厅' } },
    { on: '2026-09-28', what: '提前', session: 's1', formerly: { time: '14:30' } },
  ];

  test('names the day, the change, the session and what it was', () => {
    assert.equal(
      revisionWords(all[3]!, String),
      '2026年9月28日，改期（s1：原定2026年10月9日，09:00，甲，乙）',
    );
    assert.deepEqual(
      revisionLines({ revisions: all.slice(0, 3), sessions: [] }, [{ id: 's1', title: '谈体会' }]),
      [
        '2026年9月28日，会场占用（另有会议）（“谈体会”：原定2026年10月9日）',
        '2026年9月20日，增加一场',
        '2026年9月20日，改要求（“谈体会”）',
      ],
    );
  });

  test('names a session that a unit which joined late has not by its subject in the plan, and never by its code', () => {
    const sessions = [session('day', { title: '主题党日', when: { every: 'month', day: 5 } })];
    const linesOf = (revision: Partial<Revision>) =>
      revisionLines({ revisions: [{ on: '2026-09-20', what: '改期', ...revision }], sessions }, []);
    const formerly = { on: '2026-10-09' };
    assert.deepEqual(linesOf({ session: 'day', formerly }), [
      '2026年9月20日，改期（“主题党日”：原定2026年10月9日）',
    ]);
    assert.deepEqual(linesOf({ session: 'day-2026-10' }), ['2026年9月20日，改期（“主题党日”）']);
    assert.deepEqual(linesOf({ session: 'gone', formerly }), ['2026年9月20日，改期（原定2026年10月9日）']);
    assert.deepEqual(linesOf({ session: 'gone' }), ['2026年9月20日，改期']);
  });

  test('is read back as it was written', () => {
    for (const revision of all) assert.deepEqual(readRevision(revisionWords(revision, String)), revision);
    assert.equal(readRevision('会场占用'), undefined);
  });
});

describe('a session that a revision moved', () => {
  const moved: Revision = {
    on: '2026-09-20',
    what: '会场占用',
    session: 's1',
    formerly: { on: '2026-10-09' },
  };

  test('says its former day and its new one, and why', () => {
    const { day, time, place, status, plannedDay, reason } = held([moved]);
    assert.deepEqual(
      [day, time, place, status, plannedDay],
      ['2026-10-12', '09:00', '报告厅', 'moved', '2026-10-09'],
    );
    assert.equal(reason, '原定10月9日（周五），改为10月12日（周一），原因：会场占用');
  });

  test('says its former hour and place only where these changed', () => {
    const formerly = { on: '2026-10-09', time: '14:30', place: '二楼' };
    assert.equal(
      held([{ ...moved, formerly }]).reason,
      '原定10月9日（周五），改为10月12日（周一）09:00，地点改在报告厅，原因：会场占用',
    );
    assert.equal(held([{ ...moved, formerly: { place: '二楼' } }]).reason, '会场占用，地点改在报告厅');
    assert.equal(held([{ ...moved, formerly: { place: '二楼' } }]).status, 'fixed');
  });

  test('is told by the newest revision that names it; others say nothing of it', () => {
    const later: Revision = { on: '2026-09-28', what: '再改', session: 's1', formerly: { on: '2026-10-15' } };
    assert.match(held([later, moved]).reason ?? '', /^原定10月15日/);
    assert.equal(held([{ ...moved, session: 's2' }]).reason, undefined);
    assert.equal(held([{ on: '2026-09-20', what: '改要求', session: 's1' }]).reason, undefined);
  });

  test('may be a turn of a rule, by its own name', () => {
    const when = { every: 'month', day: 12, time: '09:00', from: '2026-10-01', until: '2026-11-30' };
    const plan = planOf([session('m', { stage: undefined, when: when as never, place: '报告厅' })]);
    const revision = { ...moved, session: 'm-2026-10' };
    const unit: ScheduleUnit = { ...bloodCenter, plans: [{ plan: plan.id }] };
    const sessions = worked({ ...plan, revisions: [revision] }, unit).sessions;
    assert.deepEqual(
      sessions.map(({ id, plannedDay, reason }) => [id, plannedDay, reason]),
      [
        ['m-2026-10', '2026-10-09', '原定10月9日（周五），改为10月12日（周一），原因：会场占用'],
        ['m-2026-11', undefined, undefined],
      ],
    );
  });

  test('may take several sittings: the first tells from which day all were moved', () => {
    const sittings = [
      { on: '2026-10-12', time: '09:00' },
      { on: '2026-10-13', time: '09:00' },
    ];
    const { day, plannedDay, reason, ...rest } = held([moved], [], { when: undefined, sittings });
    assert.deepEqual([day, plannedDay, rest.sittings?.length], ['2026-10-12', '2026-10-09', 2]);
    assert.equal(reason, '原定10月9日（周五），改为10月12日（周一），原因：会场占用');
    const place = held([{ ...moved, formerly: { place: '二楼' } }], [], { when: undefined, sittings });
    assert.deepEqual([place.status, place.reason], ['fixed', '会场占用，地点改在报告厅']);
  });

  test('may have stood on a day off: what was published is told as it was', () => {
    assert.match(
      held([{ ...moved, formerly: { on: '2026-10-03' } }], [], { onHoliday: 'before' }).reason ?? '',
      /^原定10月3日（周六），改为/,
    );
  });

  test('that a unit moves on is told from the day that the plan has now', () => {
    const { day, reason } = held([moved], [{ session: 's1', on: '2026-10-13', reason: '值班' }]);
    assert.deepEqual([day, reason], ['2026-10-13', '原定10月12日（周一），改为10月13日（周二），原因：值班']);
  });
});

describe('a fixed day in a year without a table', () => {
  const january = { stage: 'sum-up', when: { on: '2027-01-12', time: '09:00' } };

  test('stands for the time being, and says why', () => {
    const { day, status, reason } = held([], [], january);
    assert.deepEqual([day, status, reason], ['2027-01-12', 'tentative', '2027年放假安排待国务院办公厅公布']);
  });

  test('is not doubtful for self-study, nor where the plan holds whatever the calendar says', () => {
    assert.equal(held([], [], { ...january, form: '个人自学' }).status, 'fixed');
    assert.equal(held([], [], { ...january, onHoliday: 'keep' }).status, 'fixed');
  });

  test('may be one that the unit sets, or a group of it; the very day of the plan is settled by it', () => {
    const on = (day: string) => held([], [{ session: 's1', on: day, reason: '值班' }], january);
    assert.deepEqual([on('2027-01-12').status, on('2027-01-13').status], ['fixed', 'tentative']);
    assert.equal(
      on('2027-01-13').reason,
      '原定1月12日（周二），改为1月13日（周三），原因：值班；2027年放假安排待国务院办公厅公布',
    );
    const groups = [
      { name: '第一批', on: '2026-12-30' },
      { name: '第二批', on: '2027-01-06' },
    ];
    assert.equal(held([], [{ session: 's1', groups }]).status, 'tentative');
  });
});
