import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { resolveDeadline } from '../../../src/domain/deadlines/resolve-deadline.ts';
import { agendaOf } from '../../../src/domain/schedule/agenda.ts';
import { bookingsOf } from '../../../src/domain/schedule/bookings.ts';
import { scheduleFindings } from '../../../src/domain/schedule/findings.ts';
import { noticeFacts, noticeText } from '../../../src/domain/schedule/notice.ts';
import type { Adjustment, PlanSession, PlannedSitting } from '../../../src/domain/schedule/plan.ts';
import { dayOfSession } from '../../../src/domain/schedule/schedule-of.ts';
import { meetingsOf, occasionsOf, placeOfAll } from '../../../src/domain/schedule/sittings.ts';
import { scheduleEvents, type EventSurroundings } from '../../../src/ics/schedule-events.ts';
import {
  sessionChair,
  sessionPlace,
  sessionSpeakers,
  sessionTime,
  sittingPeople,
} from '../../../src/papers/words.ts';
import { planSchema } from '../../../src/schemas/plan.ts';
import { validate } from '../../../src/source/validate.ts';
import { parseYaml } from '../../../src/source/yaml.ts';
import { bloodCenter, calendar, planOf, session } from './example.ts';
import { conduct, workedOut } from './office.ts';

const SITTINGS: readonly PlannedSitting[] = [
  { on: '2026-10-12', time: '09:00', until: '11:30', title: '学原文', hours: 3 },
  { on: '2026-10-12', time: '14:30', title: '专题辅导', place: '报告厅', speakers: ['党校教师'], hours: 2 },
  { on: '2026-10-13', time: '09:00', title: '交流研讨', chair: '分管负责人', hours: 3 },
];

const classOf = (fields: Partial<PlanSession> = {}, ...adjustments: Adjustment[]) => {
  const plan = planOf([
    session('class', {
      ...{ stage: 'examine', title: '党员读书班', form: '读书班', chair: '党支部书记' },
      ...{ when: undefined, sittings: SITTINGS, ...fields },
    }),
  ]);
  const unit = { ...bloodCenter, plans: [{ plan: plan.id, adjustments }] };
  return workedOut([plan], [unit], [{ ...conduct, reports: [] }])[0]!;
};
const heldOf = (...given: Parameters<typeof classOf>) => classOf(...given).schedule.sessions[0]!;

describe('a session of several sittings', () => {
  it('is one session, on the day of its first, of which every sitting is an occasion', () => {
    const held = heldOf();
    assert.deepEqual([held.day, held.time, held.timing, held.status], ['2026-10-12', '09:00', 'on', 'fixed']);
    assert.deepEqual(
      occasionsOf(held).map(({ kind, name, day, time, until, place, chair }) => [
        ...[kind, name, day, time, until, place, chair],
      ]),
      [
        ['sitting', '学原文', '2026-10-12', '09:00', '11:30', '二楼会议室', '党支部书记'],
        ['sitting', '专题辅导', '2026-10-12', '14:30', undefined, '报告厅', '党支部书记'],
        ['sitting', '交流研讨', '2026-10-13', '09:00', undefined, '二楼会议室', '分管负责人'],
      ],
    );
    assert.equal(meetingsOf(held).length, 3);
    assert.equal(placeOfAll(held), undefined, 'two rooms');
  });

  it('has the hours of all its sittings together, once', () => {
    assert.equal(heldOf().hours, 8);
    assert.equal(heldOf({ hours: 16, sittings: SITTINGS.map(({ on, time }) => ({ on, time })) }).hours, 16);
    const [first, ...rest] = SITTINGS;
    assert.equal(
      heldOf({ sittings: [{ on: first!.on, time: first!.time }, ...rest] }).hours,
      undefined,
      'not all known',
    );
  });

  it('has no usual hours: only what is written', () => {
    const [only] = heldOf({ sittings: [{ on: '2026-10-12' }] }).sittings!;
    assert.deepEqual(only, { day: '2026-10-12', place: '二楼会议室' });
    assert.equal(heldOf({ sittings: [{ on: '2026-10-12' }] }).time, undefined);
  });

  it('gives one event a sitting, with a uid by its number that stays when its day and room change', () => {
    const surroundings = { fullAddress: (address: string) => address, nameReading: () => undefined };
    const eventsOf = (sittings: readonly PlannedSitting[]) =>
      scheduleEvents(classOf({ sittings }), surroundings as unknown as EventSurroundings);
    const events = eventsOf(SITTINGS);
    const uids = [1, 2, 3].map((number) => `blood-center-conduct-2026-class-sitting-${number}@zhixing`);
    assert.deepEqual(
      events.map(({ uid }) => uid),
      uids,
    );
    assert.deepEqual(
      events.map(({ title, day, time, place }) => [title, day, time?.from, time?.until, place]),
      [
        ['党员读书班（学原文）', '2026-10-12', '09:00', '11:30', '二楼会议室'],
        ['党员读书班（专题辅导）', '2026-10-12', '14:30', '16:30', '报告厅'],
        ['党员读书班（交流研讨）', '2026-10-13', '09:00', '12:00', '二楼会议室'],
      ],
    );
    assert.match(events[1]!.description ?? '', /主持：党支部书记\n发言：党校教师/u);
    assert.match(events[2]!.description ?? '', /主持：分管负责人/u);
    const moved = eventsOf(SITTINGS.map((each) => ({ ...each, on: '2026-10-14', place: '礼堂' })));
    assert.deepEqual(
      moved.map(({ uid }) => uid),
      uids,
    );
  });

  it('has one sitting on another day for a unit that says so, under its own number, told with why', () => {
    const change = { session: 'class', sitting: 2, on: '2026-10-14', time: '09:00', reason: '教师有课' };
    const held = heldOf({}, change);
    assert.deepEqual(
      held.sittings?.map(({ day, time, until, place }) => [day, time, until, place]),
      [
        ['2026-10-12', '09:00', '11:30', '二楼会议室'],
        ['2026-10-14', '09:00', undefined, '报告厅'],
        ['2026-10-13', '09:00', undefined, '二楼会议室'],
      ],
    );
    assert.equal(held.status, 'moved');
    assert.equal(
      held.reason,
      '“专题辅导”原定10月12日（周一）14:30，改为10月14日（周三）09:00，原因：教师有课',
    );
    assert.deepEqual(held.adjustments, [{ kind: 'moved', reason: '教师有课' }, { kind: 'time' }]);
    assert.equal(dayOfSession(held).day, '2026-10-14', 'what comes after is counted from the last day');
  });

  it('begins on another day where its first sitting moves behind others; what else changes is told as well', () => {
    const first = heldOf({}, { session: 'class', sitting: 1, on: '2026-10-15' });
    assert.deepEqual([first.day, first.time, first.plannedDay], ['2026-10-12', '14:30', undefined]);
    const room = heldOf({}, { session: 'class', sitting: 3, place: '礼堂', chair: '组织委员' });
    assert.deepEqual(
      [room.status, room.sittings?.[2]?.place, room.sittings?.[2]?.chair],
      [...['fixed', '礼堂', '组织委员']],
    );
    assert.equal(room.reason, '“交流研讨”地点改在礼堂，由组织委员主持，本单位调整');
    const none = heldOf({}, { session: 'class', sitting: 4, place: '礼堂' });
    assert.deepEqual(none.sittings, heldOf().sittings);
  });

  it('is in the agenda once a sitting, each with its own room', () => {
    const items = agendaOf([classOf()]).weeks.flatMap((week) => week.items);
    assert.deepEqual(
      items.map((item) => item.kind === 'session' && [item.day, item.sitting?.name, item.sitting?.place]),
      [
        ['2026-10-12', '学原文', '二楼会议室'],
        ['2026-10-12', '专题辅导', '报告厅'],
        ['2026-10-13', '交流研讨', '二楼会议室'],
      ],
    );
  });

  it('has a notice that lists every sitting with its time, room, chair and speakers', () => {
    const held = heldOf();
    const lines = noticeText(noticeFacts(held, '血液中心', [])).split('\n');
    assert.deepEqual(lines.slice(1, 4), [
      '学原文：2026年10月12日（周一） 09:00—11:30，二楼会议室，党支部书记主持',
      '专题辅导：2026年10月12日（周一） 14:30，报告厅，党支部书记主持，党校教师发言',
      '交流研讨：2026年10月13日（周二） 09:00，二楼会议室，分管负责人主持',
    ]);
    const untitled = heldOf({ sittings: [{ on: '2026-10-12' }, { on: '2026-10-13' }] });
    assert.match(
      noticeText(noticeFacts(untitled, '血液中心', [])),
      /\n时间：2026年10月12日（周一），二楼会议室\n时间：2026年10月13日/u,
    );
  });

  it('says on paper when and where each sitting is, and who does what', () => {
    const held = heldOf();
    assert.equal(
      sessionTime(held),
      '学原文 2026年10月12日（周一）09:00—11:30；专题辅导 2026年10月12日（周一）14:30；交流研讨 2026年10月13日（周二）09:00',
    );
    assert.equal(sessionPlace(held), '学原文在二楼会议室；专题辅导在报告厅；交流研讨在二楼会议室');
    assert.equal(sessionChair(held), '学原文：党支部书记；专题辅导：党支部书记；交流研讨：分管负责人');
    assert.equal(sessionSpeakers(held), '专题辅导：党校教师');
    assert.deepEqual(sittingPeople(held), [
      '“学原文”由党支部书记主持',
      '“专题辅导”由党支部书记主持，党校教师发言',
      '“交流研讨”由分管负责人主持',
    ]);
  });

  it('names who chairs all its sittings once, whoever chairs the session', () => {
    const held = heldOf({ sittings: SITTINGS.map((each) => ({ ...each, chair: '分管负责人' })) });
    assert.equal(sessionChair(held), '分管负责人');
    const notice = noticeText(noticeFacts(held, '血液中心', []));
    assert.doesNotMatch(notice, /党支部书记/u);
    assert.equal(notice.match(/分管负责人/gu)?.length, 1);
  });

  it('counts what is due before it from its first day, and what is due after it from its last', () => {
    const held = heldOf();
    assert.deepEqual(dayOfSession(held), { title: '党员读书班', day: '2026-10-13', from: '2026-10-12' });
    const context = { calendar, session: () => dayOfSession(held) };
    const due = (deadline: Parameters<typeof resolveDeadline>[0]) => {
      const result = resolveDeadline(deadline, context);
      return [result.kind === 'date' && result.date, result.explanation];
    };
    const [before, why] = due({ days: 3, before: { session: 'class' } });
    assert.equal(before, '2026-10-09');
    assert.match(String(why), /“党员读书班”从10月12日开始/u);
    assert.equal(due({ days: 3, after: { session: 'class' } })[0], '2026-10-16');
  });

  it('takes the room of each sitting, and its speaker, only while it lasts', () => {
    const names = bookingsOf(classOf().schedule).map(({ name, day, from }) => [name, day, from / 60]);
    assert.deepEqual(names, [['党校教师', '2026-10-12', 14.5]]);
    const lecture = classOf({
      sittings: [{ on: '2026-10-12', time: '14:00', hours: 1.5, place: '市党校一号厅', speakers: ['李四'] }],
    });
    assert.deepEqual(
      bookingsOf(lecture.schedule).map(({ of, name, from, until }) => [of, name, from / 60, until / 60]),
      [
        ['speaker', '李四', 14, 15.5],
        ['place', '市党校一号厅', 14, 15.5],
      ],
    );
  });

  it('on a day off is reported, each day once', () => {
    const days = ['2026-10-17', '2026-10-17', '2026-10-18', '2026-10-19'];
    const sittings = days.map((on, index) => ({ on, time: `0${8 + (index % 2)}:00` }));
    const found = scheduleFindings([classOf({ sittings })], calendar);
    assert.deepEqual(
      found.flatMap((finding) => (finding.kind === 'rest day' ? [finding.day] : [])),
      ['2026-10-17', '2026-10-18'],
    );
  });

  it('that a unit drops has no sittings left; one whose place it changes moves those that have no place of their own', () => {
    assert.deepEqual(occasionsOf(heldOf({}, { session: 'class', drop: true })), []);
    const elsewhere = heldOf({}, { session: 'class', place: '礼堂', reason: '会场占用' });
    assert.deepEqual(
      elsewhere.sittings?.map(({ place }) => place),
      ['礼堂', '报告厅', '礼堂'],
    );
  });
});

describe('sittings in a plan’s file', () => {
  const faults = (fields: string) => {
    const text = `campaign: c\ntitle: t\nsessions:\n  - id: s1\n    title: 一\n    form: 读书班\n${fields}`;
    return validate(planSchema, parseYaml(text, 'plans/p.yaml')).faults.map(
      ({ line, reason }) => `${line} ${reason.slice(reason.indexOf('：') + 1)}`,
    );
  };
  const sittings = (...each: string[]) =>
    `    sittings:\n${each.map((words) => `      - { ${words} }\n`).join('')}`;

  it('stand in the order of time, each hour once', () => {
    const right = sittings('on: 2027-06-28, time: "09:00", until: "11:30"', 'on: 2027-06-28, time: "14:30"');
    assert.deepEqual(faults(right), []);
    const wrong: [string[], string][] = [
      [['on: 2027-06-29', 'on: 2027-06-28'], '9 早于上一次（2027-06-29），各次按先后写'],
      [['on: 2027-06-28', 'on: 2027-06-28'], '9 与上一次同一天；一天几次的，每次都写 time'],
      [['on: 2027-06-28, time: "09:00"', 'on: 2027-06-28, time: "09:00"'], '9 不晚于上一次的开始时刻 09:00'],
      [
        ['on: 2027-06-28, time: "09:00", until: "11:00"', 'on: 2027-06-28, time: "10:00"'],
        '9 上一次到 11:00 才结束',
      ],
      [['on: 2027-06-28, until: "11:00"'], '8 写了结束时刻，也要写 time'],
      [['on: 2027-06-28, time: "11:00", until: "11:00"'], '8 不晚于开始时刻 11:00'],
    ];
    for (const [each, fault] of wrong) assert.deepEqual(faults(sittings(...each)), [fault], each.join(' '));
  });

  it('stand in the place of a time and of exceptions, and come out even with the hours', () => {
    const two = sittings('on: 2027-06-28, hours: 3', 'on: 2027-06-29, hours: 3');
    assert.deepEqual(faults(`    when: { on: 2027-06-28 }\n${two}`), [
      '7 与 sittings 只能写一样；日期写在各次里',
    ]);
    assert.deepEqual(faults(`${two}    exceptions: [{ turn: 2027-03, drop: true }]\n`), [
      '10 有 sittings 的场次没有哪一次可以例外；直接改那一次',
    ]);
    assert.deepEqual(faults(`${two}    hours: 8\n`), [
      '10 各次合计 6 学时，这里写的是 8；只写各次的，或改成一致',
    ]);
    assert.deepEqual(faults(`${two}    hours: 6\n`), []);
    assert.deepEqual(faults('    sittings: []\n'), ['7 至少写一次']);
  });
});
