import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { agendaOf } from '../../../src/domain/schedule/agenda.ts';
import { concerns } from '../../../src/domain/schedule/membership.ts';
import type { HolidayRule, When } from '../../../src/domain/schedule/plan.ts';
import type { ScheduledSession } from '../../../src/domain/schedule/schedule.ts';
import { scheduleEvents, type EventSurroundings } from '../../../src/ics/schedule-events.ts';
import { sessionTime } from '../../../src/papers/words.ts';
import { planSchema } from '../../../src/schemas/plan.ts';
import { validate } from '../../../src/source/validate.ts';
import { parseYaml } from '../../../src/source/yaml.ts';
import { planOf, session, worked } from './example.ts';
import { conduct, workedOut } from './office.ts';

const held = (when: When, onHoliday?: HolidayRule): ScheduledSession =>
  worked(planOf([session('s1', { when, onHoliday })])).sessions[0]!;
/** The plan of one session worked out, without any deadlines. */
const ofUnit = (when: When) =>
  workedOut([planOf([session('s1', { when })])], undefined, [{ ...conduct, reports: [] }]);
const eventsOf = (when: When) => {
  const [of] = ofUnit(when);
  const surroundings = { fullAddress: (address: string) => address, nameReading: () => undefined };
  return scheduleEvents(of!, surroundings as unknown as EventSurroundings);
};

describe('a session some time in a period', () => {
  it('says the period as offices do, and no day', () => {
    const words: [When, string][] = [
      [{ month: '2027-03' }, '2027年3月'],
      [{ month: '2027-03', part: 'start' }, '2027年3月初'],
      [{ month: '2027-03', part: 'early' }, '2027年3月上旬'],
      [{ month: '2027-03', part: 'mid' }, '2027年3月中旬'],
      [{ month: '2027-03', part: 'late' }, '2027年3月下旬'],
      [{ month: '2027-12', part: 'end' }, '2027年12月底'],
      [{ period: '2027-q1' }, '2027年第一季度'],
      [{ period: '2027-h2' }, '2027年下半年'],
      [{ period: '2027-03-b' }, '2027年3月下半月'],
    ];
    for (const [when, said] of words) {
      const placed = held(when);
      assert.deepEqual([placed.said, placed.day, placed.status], [said, null, 'unconfirmed']);
      assert.equal(sessionTime(placed), said);
    }
  });

  it('has no event in the calendar, and stands among what has no day', () => {
    for (const when of [{ month: '2026-10', part: 'early' }, { period: '2026-q4' }] as const) {
      assert.deepEqual(eventsOf(when), []);
      const agenda = agendaOf(ofUnit(when));
      assert.deepEqual([agenda.weeks.length, agenda.undated.length], [0, 1]);
    }
  });

  it('stands in order at the end of its days: 上旬 behind the 10th, a quarter behind its last month', () => {
    const whens: Record<string, When> = {
      quarter: { period: '2026-q4' },
      late: { month: '2026-10', part: 'late' },
      mid: { month: '2026-10', part: 'mid' },
      twentieth: { on: '2026-10-20' },
      eleventh: { on: '2026-10-11' },
      early: { month: '2026-10', part: 'early' },
      tenth: { on: '2026-10-10' },
      december: { on: '2026-12-30' },
      november: { on: '2026-11-01' },
    };
    const { sessions } = worked(planOf(Object.entries(whens).map(([id, when]) => session(id, { when }))));
    assert.deepEqual(
      sessions.map(({ id }) => id),
      ['tenth', 'early', 'eleventh', 'twentieth', 'mid', 'late', 'november', 'december', 'quarter'],
    );
  });

  it('concerns a unit that joins before its last day, and no later one', () => {
    const early = held({ month: '2026-10', part: 'early' });
    assert.equal(concerns(early, { since: '2026-10-10' }), true);
    assert.equal(concerns(early, { since: '2026-10-11' }), false);
    assert.equal(concerns(held({ period: '2026-q4' }), { until: '2026-10-01' }), true);
    assert.equal(concerns(held({ period: '2026-q4' }), { until: '2026-09-30' }), false);
  });
});

describe('a session by a festival', () => {
  it('before it is due on the day before: 七一前 is by 30 June', () => {
    const by = (when: When) => {
      const { timing, day, said } = held(when);
      return [timing, day, said];
    };
    assert.deepEqual(by({ before: '七一', year: 2027 }), ['by', '2027-06-30', '七一前']);
    assert.deepEqual(by({ before: '国庆', year: 2026 }), ['by', '2026-09-30', '国庆前']);
    assert.deepEqual(by({ before: '元旦', year: 2027 }), ['by', '2026-12-31', '元旦前']);
    assert.deepEqual(by({ before: '清明', year: 2027 }), ['by', '2027-04-04', '清明前']);
    assert.deepEqual(by({ before: '重阳', year: 2027 }), ['by', '2027-10-07', '重阳前']);
    assert.equal(sessionTime(held({ before: '七一', year: 2027 })), '七一前，2027年6月30日（周三）前完成');
  });

  it('on it has its day and says so, at its hour or the unit’s', () => {
    const { timing, day, said, time } = held({ festival: '三八', year: 2027, time: '10:00' });
    assert.deepEqual([timing, day, said, time], ['on', '2027-03-08', '三八当天', '10:00']);
    assert.equal(held({ festival: '重阳', year: 2026 }).day, '2026-10-18');
    assert.deepEqual(
      eventsOf({ festival: '重阳', year: 2026 }).map(({ day: on }) => on),
      ['2026-10-18'],
    );
  });

  it('on a day off moves where its rule says so, and is not called the festival’s day any more', () => {
    const moved = held({ festival: '国庆', year: 2026 }, 'before');
    assert.deepEqual([moved.day, moved.said], ['2026-09-30', undefined]);
    assert.match(moved.reason ?? '', /10月1日（周四）国庆节放假/u);
  });

  it('of the lunar calendar has no day in a year without a table, and says why', () => {
    for (const when of [
      { before: '清明', year: 2050 },
      { festival: '清明', year: 2050 },
    ] as const) {
      const { day, status, reason } = held(when);
      assert.deepEqual([day, status], [null, 'unconfirmed']);
      assert.equal(reason, '时间待定，另行通知（没有2050年的农历，清明是哪一天算不出来）');
      assert.deepEqual(eventsOf(when), []);
    }
    assert.equal(held({ before: '清明', year: 2050 }).said, '2050年清明前');
  });

  it('that a unit puts on a day of its own is on that day and says no festival', () => {
    const unit = {
      id: 'u',
      plans: [{ plan: 'conduct-2026', adjustments: [{ session: 's1', on: '2026-09-28' }] }],
    };
    const [moved] = worked(planOf([session('s1', { when: { before: '国庆', year: 2026 } })]), unit).sessions;
    assert.deepEqual([moved?.timing, moved?.day, moved?.said], ['on', '2026-09-28', undefined]);
  });
});

describe('a time that fits no form', () => {
  const fault = (when: string) => {
    const text = `campaign: c\ntitle: t\nsessions:\n  - { id: s1, title: 一, form: 党课, when: ${when} }\n`;
    return validate(planSchema, parseYaml(text, 'plans/p.yaml')).faults.map(
      ({ line, reason }) => `${line} ${reason}`,
    );
  };

  it('is told what is wrong with it, at its line', () => {
    const wrong: Record<string, string> = {
      '{ month: 2027-03, part: first }':
        'part 只能是 start（月初）、early（上旬）、mid（中旬）、late（下旬）或 end（月底）',
      '{ part: early }': 'part 要连 month 一起写，如 { month: 2027-03, part: early }',
      '{ period: 2027-q5 }':
        'period 只能是季度（2027-q1 到 q4）、半年（2027-h1、h2）或半月（2027-03-a、2027-03-b）',
      '{ before: 七一 }': '要写 year，是哪一年的',
      '{ before: 七一, year: "2027" }': 'year 应为年份，如 2027',
      '{ before: 七一, year: 27 }': 'year 应为年份，如 2027',
      '{ year: 2027 }': 'year 要连 festival 或 before 一起写，如 { before: 七一, year: 2027 }',
      '{ on: 2027-03-05, week: 2 }': 'on、week 只能写一样',
    };
    for (const [when, reason] of Object.entries(wrong))
      assert.deepEqual(fault(when), [`4 sessions.第1项.when：${reason}`], when);
    assert.match(
      fault('{ festival: 腊八, year: 2027 }')[0] ?? '',
      /没有“腊八”这个节日或纪念日；能写的有：元旦、/u,
    );
    for (const stray of [
      '{ period: 2027-03-a, time: "09:00" }',
      '{ before: 七一, year: 2027, time: "09:00" }',
    ])
      assert.deepEqual(fault(stray), ['4 未知字段 sessions.第1项.when.time'], stray);
    assert.match(fault('{ month: 2027-13 }')[0] ?? '', /写法不对/u);
  });

  it('is none where the form is right', () => {
    for (const when of [
      '{ month: 2027-03, part: early }',
      '{ period: 2027-h1 }',
      '{ before: 清明, year: 2027 }',
      '{ festival: 清明, year: 2027, time: "09:00" }',
    ])
      assert.deepEqual(fault(when), [], when);
  });
});
