import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { meetingWords } from '../../../src/domain/schedule/meeting.ts';
import { noticeFacts, noticeText } from '../../../src/domain/schedule/notice.ts';
import { inOrderOfDays, withOwn } from '../../../src/domain/schedule/order.ts';
import { HOLIDAY_RULES, type CampaignDates, type PlanSession } from '../../../src/domain/schedule/plan.ts';
import {
  entryOfReading,
  inTitleMarks,
  namesOfReadings,
  readingNamer,
  titlesOfReadings,
} from '../../../src/domain/schedule/reading-names.ts';
import { weekOf } from '../../../src/domain/schedule/week.ts';
import { bloodCenter, one, planOf, session, worked } from './example.ts';

const at = (weekday: number) => ({ ...bloodCenter, meeting: { weekday, time: '14:30' } });

/** The only session of week 1 of a stage from a day on, for a unit that meets on a weekday. */
function inStageFrom(from: string, weekday: number, fields: Partial<PlanSession> = {}, until = '2028-01-31') {
  const dates: CampaignDates = { from, until, stages: [{ id: 'mobilise', from, until }] };
  return worked(planOf([session('s1', fields)]), at(weekday), dates).sessions[0]!;
}

describe('the weeks of a period', () => {
  test('run from Monday to Sunday, the first being that in which it begins', () => {
    assert.deepEqual(weekOf('2026-09-14', 1), { number: 1, from: '2026-09-14', until: '2026-09-20' });
    assert.deepEqual(weekOf('2026-09-20', 1), { number: 1, from: '2026-09-14', until: '2026-09-20' });
    assert.deepEqual(weekOf('2026-09-16', 16), { number: 16, from: '2026-12-28', until: '2027-01-03' });
  });
});

describe('a session of the week in which its stage begins', () => {
  test('after the meeting day is held on the first day of the stage, and says why', () => {
    const { day, timing, status, plannedDay, reason } = inStageFrom('2026-09-16', 1);
    assert.deepEqual([day, timing, status, plannedDay], ['2026-09-16', 'on', 'moved', '2026-09-14']);
    assert.equal(reason, '第一周的学习日9月14日（周一）早于9月16日开始，安排在9月16日（周三）');
  });

  test('on a day off is held on the next working day', () => {
    assert.equal(inStageFrom('2026-10-01', 1).day, '2026-10-08');
    assert.equal(inStageFrom('2026-09-19', 1).day, '2026-09-20');
  });

  test('of a year without a table stands for the time being on a weekday', () => {
    const { day, status, reason } = inStageFrom('2027-06-09', 1);
    assert.deepEqual([day, status], ['2027-06-09', 'tentative']);
    assert.equal(
      reason,
      '第一周的学习日6月7日（周一）早于6月9日开始，安排在6月9日（周三）；2027年放假安排待国务院办公厅公布',
    );
  });

  test('of such a year on a weekend or a fixed holiday has no day yet', () => {
    for (const from of ['2027-06-12', '2027-10-01']) {
      const { day, status, timing, plannedDay, reason } = inStageFrom(from, 1);
      assert.deepEqual([day, status, timing, plannedDay], [null, 'unconfirmed', 'week', from]);
      assert.match(reason ?? '', /开始；2027年放假安排待国务院办公厅公布$/u);
    }
  });

  test('of self-study is done by the Friday that lies within the stage', () => {
    const day = (from: string, until?: string) => inStageFrom(from, 1, { form: '个人自学' }, until).day;
    assert.equal(day('2026-09-14'), '2026-09-18');
    assert.equal(day('2026-09-18'), '2026-09-18');
    assert.equal(day('2026-09-19'), '2026-09-19');
    assert.equal(day('2026-09-14', '2026-09-16'), '2026-09-16');
    assert.equal(day('2026-09-14', '2026-09-14'), '2026-09-14');
    assert.equal(day('2026-09-14', '2026-09-18'), '2026-09-18');
  });
});

describe('a session without a day', () => {
  const placed = (fields: Partial<PlanSession>, unit = bloodCenter) => {
    const { timing, day, status, reason } = one(fields, 'confirm', unit);
    assert.deepEqual([day, status], [null, 'unconfirmed']);
    return `${timing}：${reason}`;
  };

  test('says what is not known', () => {
    assert.equal(placed({ when: 'unknown' }), 'unknown：时间待定，另行通知');
    assert.equal(placed({ when: { month: '2026-10' } }), 'within：时间待定，另行通知');
    assert.equal(placed({}, { id: 'u' }), 'week：本单位未定固定学习日，时间待定，另行通知');
    assert.equal(
      placed({ when: { by: { stage: 'later', edge: 'end' } } }),
      'by：时间待定，另行通知（第四阶段结束时间原文未注明）',
    );
    assert.equal(placed({ when: { by: { session: 'nowhere' } } }), 'by：所依据的学习场次时间待定，另行通知');
    const undated = worked(planOf([session('s1')]), bloodCenter, {}).sessions[0]!;
    assert.equal(`${undated.timing}：${undated.reason}`, 'week：时间待定，另行通知（开始时间原文未注明）');
  });

  test('has no hours, though the unit has', () => {
    const { time, until } = one({ when: { month: '2026-10' } });
    assert.deepEqual([time, until], [undefined, undefined]);
  });
});

describe('a session with a day', () => {
  test('that the plan names is fixed, with the hour of the plan and without the unit’s end', () => {
    const { timing, status, day, time, until } = one({ when: { on: '2026-10-12', time: '09:00' } });
    assert.deepEqual([timing, status, day, time, until], ['on', 'fixed', '2026-10-12', '09:00', undefined]);
    const due = one({ when: { by: '2026-10-12' } });
    assert.deepEqual([due.timing, due.status, due.time, due.until], ['by', 'fixed', undefined, undefined]);
  });

  test('has the unit’s place only where the unit has one', () => {
    const { place, ownPlace } = one({}, 'confirm', at(5));
    assert.deepEqual([place, ownPlace], [undefined, false]);
    assert.equal(one({ place: '市委党校' }, 'confirm', { id: 'u' }).ownPlace, false);
  });

  test('no longer says when the plan has it', () => assert.ok(!('when' in one({}))));

  test('that a holiday moves says by which rule', () => {
    const moved = (rule: (typeof HOLIDAY_RULES)[number]) => {
      const { day, timing, reason } = one({ when: { week: 2 } }, rule);
      return [timing, day, reason?.replace('9月25日（周五）中秋节放假，', '')];
    };
    assert.deepEqual(HOLIDAY_RULES.map(moved), [
      ['on', '2026-09-24', '提前到上一个工作日9月24日（周四）'],
      ['on', '2026-10-09', '顺延到下一个学习日10月9日（周五）'],
      ['on', '2026-09-28', '顺延到下一个工作日9月28日（周一）'],
      ['week', null, '时间待定，另行通知'],
      ['on', '2026-09-25', undefined],
    ]);
  });
});

describe('the order of sessions', () => {
  const ids = (sessions: readonly { id: string }[]) => sessions.map(({ id }) => id).join('');
  const planned = (...stages: (string | undefined)[]) =>
    stages.map((stage, index) => session('abcdef'[index]!, { stage }));

  test('puts the unit’s own behind the last of their stage, else at the end', () => {
    const own = (stage: string | undefined) => session('X', { stage });
    assert.equal(ids(withOwn(planned('m', 'm', 'e'), [own('m')])), 'abXc');
    assert.equal(ids(withOwn(planned('e', 'm', 'm'), [own('e')])), 'aXbc');
    assert.equal(ids(withOwn(planned('m', 'e'), [own('other')])), 'abX');
    assert.equal(ids(withOwn(planned('m', undefined, 'e'), [own(undefined)])), 'abcX');
    assert.equal(ids(withOwn([], [own('m')])), 'X');
    assert.equal(ids(withOwn(planned('m', 'e'), [own('m'), { ...own('m'), id: 'Y' }])), 'aXYb');
  });

  test('goes by day and hour, what has no hour at the end of its day', () => {
    const on = (id: string, day: string, time?: string) => ({ ...one({ when: { on: day } }), id, time });
    const sessions = [on('a', '2026-10-13'), on('b', '2026-10-13', '14:30'), on('c', '2026-10-12', '16:00')];
    assert.equal(ids(inOrderOfDays(sessions)), 'cba');
    assert.equal(ids(inOrderOfDays([on('a', '2026-10-13'), on('b', '2026-10-13')])), 'ab');
    assert.equal(ids(inOrderOfDays([])), '');
  });

  test('puts a week and a month at their ends, and a day that is not kept where it was', () => {
    const bare = { ...one({ when: 'unknown' }), id: '?' };
    const week = { ...bare, id: 'w', week: weekOf('2026-10-12', 1) };
    const month = { ...bare, id: 'm', within: { from: '2026-10-01', until: '2026-10-31' } };
    const holiday = { ...bare, id: 'h', plannedDay: '2026-10-17', week: weekOf('2026-10-12', 1) };
    const day = (id: string, on: string) => ({ ...bare, id, day: on });
    const all = [
      day('c', '2026-11-01'),
      month,
      day('b', '2026-10-19'),
      week,
      holiday,
      day('a', '2026-10-18'),
    ];
    assert.equal(ids(inOrderOfDays(all)), 'hwabmc');
  });

  test('keeps what is unknown behind the one before it in the plan, at the head where there is none', () => {
    const bare = { ...one({ when: 'unknown' }), id: '?' };
    const day = (id: string, on: string) => ({ ...bare, id, day: on });
    assert.equal(
      ids(inOrderOfDays([bare, day('b', '2026-10-13'), { ...bare, id: '!' }, day('a', '2026-10-12')])),
      '?ab!',
    );
  });
});

describe('the words for when a unit meets', () => {
  const meeting = { weekday: 5, time: '14:30' };
  test('name the end and the place only where they are known', () => {
    assert.equal(meetingWords(meeting), '每周五 14:30');
    assert.equal(meetingWords({ ...meeting, until: '16:00' }), '每周五 14:30—16:00');
    assert.equal(meetingWords({ ...meeting, weekday: 7, place: '二楼会议室' }), '每周日 14:30，二楼会议室');
  });
});

describe('a notice', () => {
  test('names leader and attendees, and hours without an end', () => {
    const facts = one({ lead: '王某', attendees: '全体党员', when: { on: '2026-10-12', time: '09:00' } });
    const lines = noticeText(noticeFacts(facts, '血液中心', [])).split('\n');
    assert.ok(lines.includes('领学：王某'));
    assert.ok(lines.includes('参加人员：全体党员'));
    assert.ok(lines.includes('时间：2026年10月12日（周一） 09:00'));
  });

  test('of a day without an hour names the day alone', () => {
    const { day, readings } = noticeFacts(
      one({ when: { on: '2026-10-12' } }, 'confirm', { id: 'u' }),
      '血液中心',
      [],
    );
    assert.deepEqual([day, readings], ['2026-10-12', undefined]);
    assert.ok(
      noticeText({ unit: '血液中心', title: '题', form: '党课', day }).includes(
        '时间：2026年10月12日（周一）\n',
      ),
    );
  });

  test('of a session without a day has none to fill in', () => {
    assert.equal(noticeFacts({ ...one({}), day: null }, '血液中心', []).day, undefined);
  });
});

describe('the names of readings', () => {
  const titles = titlesOfReadings(
    ['texts/a#p3', 'texts/a', 'texts/gone', 'texts/other'],
    (key) => (key === 'texts/a' ? '学习《纲要》' : undefined),
    (key) => key === 'texts/gone',
  );

  test('are kept by entry: its title, or that it was withdrawn', () => {
    assert.deepEqual(titles, { 'texts/a': '学习《纲要》', 'texts/gone': null });
    assert.equal(entryOfReading('texts/a#p3'), 'texts/a');
    assert.equal(entryOfReading('texts/a'), 'texts/a');
  });

  test('stand in title marks, the inner ones single, each once and in order', () => {
    const name = readingNamer(titles);
    assert.equal(inTitleMarks('《甲》和《乙》'), '《〈甲〉和〈乙〉》');
    assert.deepEqual(namesOfReadings(['texts/gone', 'texts/a#p3', 'texts/a', 'texts/other'], name), [
      '篇目已撤下',
      '《学习〈纲要〉》',
    ]);
    assert.deepEqual(namesOfReadings(undefined, name), []);
    assert.equal(name('texts/other'), undefined);
  });
});
