import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { assertEvents } from '../../../src/ics/assert-events.ts';
import { DEADLINE_ALARMS, SESSION_ALARMS, type IcsEvent } from '../../../src/ics/event.ts';
import { titlesByUid } from '../../../src/ics/schedule-events.ts';
import { unitEvents } from '../../../src/ics/unit-events.ts';
import { writeIcs } from '../../../src/ics/write-ics.ts';
import type { Adjustment, ScheduleUnit } from '../../../src/domain/schedule/plan.ts';
import { readingNamer } from '../../../src/domain/schedule/reading-names.ts';
import { workOutSchedules } from '../../../src/domain/schedule/work-out.ts';
import { bloodCenter, calendar, planOf, session } from '../schedule/example.ts';
import { conduct, workedOut } from '../schedule/office.ts';
import { assertLines, parsed } from './parsed.ts';

const surroundings = {
  fullAddress: (address: string) => `https://study.example${address}`,
  nameReading: readingNamer({ 'texts/outline': '提纲', 'texts/gone': null }),
};

function events(
  sessions: Parameters<typeof planOf>[0],
  adjustments: Adjustment[] = [],
  { unit = bloodCenter, reports = [] as typeof conduct.reports } = {},
): IcsEvent[] {
  const units: ScheduleUnit[] = [{ ...unit, plans: [{ plan: 'conduct-2026', adjustments }] }];
  const all = unitEvents(workedOut([planOf(sessions)], units, [{ ...conduct, reports }]), surroundings);
  assertEvents(all);
  return all;
}

describe('the events of a session', () => {
  test('say when and where, what to read and why', () => {
    const [event] = events(
      [session('s1', { readings: ['texts/outline#p3', 'texts/internal', 'texts/gone'], chair: '书记' })],
      [{ session: 's1', place: '三楼', reason: '维修' }],
    );
    assert.deepEqual(event, {
      plan: 'conduct-2026',
      address: 'https://study.example/units/blood-center/conduct-2026/',
      uid: 'blood-center-conduct-2026-s1@zhixing',
      title: '专题s1',
      day: '2026-09-18',
      time: { from: '14:30', until: '16:00' },
      place: '三楼',
      description: '形式：集中学习\n主持：书记\n学习篇目：《提纲》、篇目已撤下\n说明：维修，地点改在三楼',
      isTentative: false,
      alarms: SESSION_ALARMS,
    });
  });

  test('do not exist for a session that is dropped or has no day', () => {
    const gaps = [
      session('s1'),
      session('s2', { when: 'unknown' }),
      session('s3', { when: { week: 3 } }),
      session('s4', { when: { month: '2026-10' } }),
    ];
    assert.deepEqual(events(gaps, [{ session: 's1', drop: true, makeUp: { on: '2026-09-24' } }]), []);
    assert.deepEqual(events([session('s1')], [], { unit: { id: 'u' } }), []);
  });

  test('are one for each group and one for the make-up, each with its own end', () => {
    const split = events(
      [session('s1', { hours: 1.5 })],
      [
        {
          session: 's1',
          groups: [
            { name: '甲', on: '2026-09-17', time: '09:00' },
            { name: '乙', on: '2026-09-18' },
          ],
          makeUp: { on: '2026-09-24', time: '16:00' },
        },
      ],
    );
    assert.deepEqual(
      split.map(({ uid, title, day, time }) => [uid.replace(/^.*2026-s1/, ''), title, day, time]),
      [
        ['-group-1@zhixing', '专题s1（甲）', '2026-09-17', { from: '09:00', until: '10:30' }],
        ['-group-2@zhixing', '专题s1（乙）', '2026-09-18', { from: '14:30', until: '16:00' }],
        ['-make-up@zhixing', '专题s1（补学）', '2026-09-24', { from: '16:00', until: '17:30' }],
      ],
    );
  });

  test('take the whole day where it is due by a day or within a week, and say so', () => {
    const due = events([
      session('s1', { form: '个人自学', when: { week: 2 } }),
      session('s2', { when: { by: { stage: 'mobilise', edge: 'end' } } }),
    ]);
    assert.deepEqual(
      due.map(({ title, day, time, alarms }) => [title, day, time, alarms]),
      [
        ['本周内完成：专题s1', '2026-09-25', undefined, DEADLINE_ALARMS],
        ['完成截止：专题s2', '2026-10-09', undefined, DEADLINE_ALARMS],
      ],
    );
  });

  test('end later than they start, whatever the hours say', () => {
    const times = (unit: ScheduleUnit, time?: string) =>
      events([session('s1')], [{ session: 's1', time }], { unit })[0]?.time;
    const odd: ScheduleUnit = { id: 'u', meeting: { weekday: 5, time: '16:00', until: '15:00' } };
    assert.deepEqual(times(odd), { from: '16:00', until: '18:00' });
    assert.deepEqual(times(bloodCenter, '23:00'), { from: '23:00', until: '23:59' });
    assert.deepEqual(times(bloodCenter, '23:59'), { from: '23:59', until: undefined });
  });

  test('are tentative in a year without a table', () => {
    const [event] = events([session('s1', { stage: 'sum-up', when: { week: 2 } })]);
    assert.deepEqual([event?.day, event?.isTentative], ['2027-01-08', true]);
    assert.match(event?.description ?? '', /说明：2027年放假安排待国务院办公厅公布/);
  });
});

describe('the events of deadlines', () => {
  test('are whole days; a rhythm has one for each date, a month or an unknown date has none', () => {
    const due = events([], [], { reports: conduct.reports });
    assert.deepEqual(
      due.map(({ uid, title, day, time }) => [uid, title, day, time]),
      [
        [
          'blood-center-conduct-2026-report-zheng-gai-fang-an@zhixing',
          '报送截止：整改方案',
          '2026-10-31',
          undefined,
        ],
        [
          'blood-center-conduct-2026-report-jin-zhan-qing-kuang@zhixing',
          '报送截止：进展情况（第1次）',
          '2026-11-30',
          undefined,
        ],
        [
          'blood-center-conduct-2026-report-jin-zhan-qing-kuang-2@zhixing',
          '报送截止：进展情况（第2次）',
          '2026-12-15',
          undefined,
        ],
      ],
    );
    assert.match(due[0]?.description ?? '', /^请于10月30日前报送\n/);
  });

  test('lead to the page of the schedule, or of the essay call they come from', () => {
    const plan = planOf([]);
    const units = [{ ...bloodCenter, plans: [{ plan: plan.id }] }];
    const call = {
      id: 'essay',
      campaign: conduct.id,
      title: '征文',
      deadline: { on: '2026-10-23' },
      address: '/essays/essay/',
    };
    const all = unitEvents(workOutSchedules(units, [plan], [conduct], calendar, [call]), surroundings);
    assert.deepEqual(
      all.slice(0, 2).map(({ uid, address }) => [uid, address]),
      [
        ['blood-center-conduct-2026-essay-essay@zhixing', 'https://study.example/essays/essay/'],
        [
          'blood-center-conduct-2026-report-zheng-gai-fang-an@zhixing',
          'https://study.example/units/blood-center/conduct-2026/',
        ],
      ],
    );
  });

  test('of a day in a year without a table are tentative', () => {
    const reports = [{ title: '小结', deadline: { on: '2027-03-05' } }];
    assert.equal(events([], [], { reports })[0]?.isTentative, true);
  });
});

test('a unit without plans has no events and still a calendar file', () => {
  assert.deepEqual(unitEvents([], surroundings), []);
  const text = writeIcs({ name: '空', revised: '2026-01-01', events: [] });
  assertLines(text);
  assert.equal(parsed(text).events.length, 0);
});

test('titles by uid are those of sessions and deadlines, for each of their sittings and turns as well, and of nothing else', () => {
  const reports = [
    { title: '半月报', deadline: { every: 'half-month', from: '2026-09-14', until: '2026-11-30' } },
  ];
  const units: ScheduleUnit[] = [{ ...bloodCenter, plans: [{ plan: 'conduct-2026' }] }];
  const all = workedOut([planOf([session('s1'), session('s-2')])], units, [
    { ...conduct, reports: reports as typeof conduct.reports },
  ]);
  const titleOf = titlesByUid(all);
  const due = all[0]!.deadlines[0]!.id;
  const uid = (part: string) => `blood-center-conduct-2026-${part}@zhixing`;
  assert.equal(titleOf(uid('s1')), '专题s1');
  assert.equal(titleOf(uid('s1-group-12')), '专题s1');
  assert.equal(titleOf(uid('s1-make-up')), '专题s1');
  assert.equal(titleOf(uid(due)), '报送截止：半月报（第1次）');
  assert.equal(titleOf(uid(`${due}-3`)), '报送截止：半月报（第3次）');
  assert.equal(titleOf(uid(`${due}-13`)), '报送截止：半月报', 'a turn that is no more');
  assert.equal(titleOf(uid('s1-2')), undefined);
  assert.equal(titleOf(uid('s-1')), undefined);
  assert.equal(titleOf(uid('s3')), undefined);
});
