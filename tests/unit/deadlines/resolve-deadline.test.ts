import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import type { Deadline, DeadlineResult } from '../../../src/domain/deadlines/deadline.ts';
import type { DeadlineContext } from '../../../src/domain/deadlines/moment.ts';
import { resolveDeadline } from '../../../src/domain/deadlines/resolve-deadline.ts';
import { deadlineSchema } from '../../../src/schemas/deadline.ts';

const context: DeadlineContext = {
  calendar: workCalendar(),
  campaign: { from: '2026-09-14', until: '2027-01-22' },
  stages: [{ id: 'mobilise', from: '2026-09-14', until: '2026-10-09' }, { id: 'examine' }],
  session: (session, plan) =>
    plan === undefined && session === 's1'
      ? { title: '学什么、怎么学', day: '2026-09-18' }
      : session === 's2'
        ? { title: '谈体会', day: null }
        : undefined,
};

const resolve = (deadline: Deadline) => resolveDeadline(deadline, context);

function dateOf(deadline: Deadline) {
  const result = resolve(deadline);
  assert.equal(result.kind, 'date', result.explanation);
  return result as Extract<DeadlineResult, { kind: 'date' }>;
}

function datesOf(deadline: Deadline) {
  const result = resolve(deadline);
  assert.equal(result.kind, 'occurrences', result.explanation);
  return (result as Extract<DeadlineResult, { kind: 'occurrences' }>).occurrences.map(({ date }) => date);
}

function reasonOf(deadline: Deadline) {
  const result = resolve(deadline);
  assert.equal(result.kind, 'unknown', result.explanation);
  return (result as Extract<DeadlineResult, { kind: 'unknown' }>).reason;
}

test('every form of deadline that the schema admits can be worked out', () => {
  const forms = [
    'unknown',
    { on: '2026-10-15' },
    { month: '2026-10' },
    { campaign: 'end' },
    { stage: 'mobilise', edge: 'end' },
    { workingDays: 5, after: { session: 's1' } },
    { workingDays: 5, before: '2026-10-15' },
    { workingDays: 5, after: '2026-10-15', includeFirst: true },
    { days: 7, after: '2026-10-15', includeFirst: true },
    { days: 7, before: '2026-10-15' },
    { every: 'month', day: 25, from: { campaign: 'start' }, until: { campaign: 'end' } },
    { every: 'week', weekday: 5, from: { campaign: 'start' }, until: { campaign: 'end' } },
  ];
  for (const written of forms)
    assert.ok(resolveDeadline(deadlineSchema.parse(written), context).explanation, JSON.stringify(written));
});

describe('a counting in working days', () => {
  test('explains itself with every day counted and skipped', () => {
    const result = dateOf({ workingDays: 5, after: { stage: 'mobilise', edge: 'end' } });
    assert.equal(result.date, '2026-10-15');
    assert.equal(
      result.explanation,
      '第一阶段10月9日结束，之后五个工作日：10月10日（周六，调休上班）、12日、13日、14日、15日；10月11日周日不计。',
    );
    assert.deepEqual(result.skipped, [{ day: '2026-10-11', reason: '周日' }]);
    assert.equal(result.counted.length, 5);
  });

  test('reaches over the Labour Day of 2019 as the notice of March 2019 arranged it', () => {
    const result = dateOf({ workingDays: 5, after: '2019-04-25' });
    assert.equal(result.date, '2019-05-05');
    assert.match(result.explanation, /4月27日周六、5月1日至4日劳动节不计。$/u);
  });

  test('goes backward from a moment', () => {
    const result = dateOf({ workingDays: 5, before: '2026-10-10' });
    assert.equal(result.date, '2026-09-28');
    assert.equal(
      result.explanation,
      '10月10日之前五个工作日：10月9日、8日、9月30日、29日、28日；10月1日至7日国庆节不计。',
    );
  });

  test('goes on from the day of a session, with the time of day', () => {
    const result = dateOf({ workingDays: 2, after: { session: 's1' }, time: '17:30' });
    assert.equal(result.date, '2026-09-21');
    assert.equal(result.time, '17:30');
    assert.equal(
      result.explanation,
      '“学什么、怎么学”定于9月18日学习，之后两个工作日：9月20日（周日，调休上班）、21日；9月19日周六不计。9月21日17:30前截止。',
    );
  });

  test('has no date where it leaves the tables, and shows how far it came', () => {
    const result = resolve({ workingDays: 5, after: '2026-12-25' });
    assert.equal(result.kind, 'unknown');
    assert.equal(reasonOf({ workingDays: 5, after: '2026-12-25' }), '待国务院办公厅公布');
    assert.equal(
      result.explanation,
      '12月25日之后五个工作日：只能数到31日（第四个），2027年放假安排待国务院办公厅公布。',
    );
    assert.equal(reasonOf({ workingDays: 5, before: { campaign: 'end' } }), '待国务院办公厅公布');
  });

  test('says so where the next arrangement may still change the last days of December', () => {
    assert.match(
      dateOf({ workingDays: 3, after: '2026-12-25' }).explanation,
      /2027年放假安排公布后，12月底的日子可能有变。$/u,
    );
    assert.doesNotMatch(dateOf({ workingDays: 3, after: '2025-12-25' }).explanation, /可能有变/u);
  });

  test('names fifteen days one by one, and of sixteen only the first and the last', () => {
    assert.match(
      dateOf({ workingDays: 15, after: '2026-06-28' }).explanation,
      /：6月29日、30日、7月1日、2日、3日、6日、7日、8日、9日、10日、13日、14日、15日、16日、17日；/u,
    );
    assert.match(dateOf({ workingDays: 16, after: '2026-06-28' }).explanation, /：6月29日起，到7月20日止；/u);
  });

  test('names the first and last day only where the list is long; the list itself is whole', () => {
    const result = dateOf({ workingDays: 30, after: '2026-09-20' });
    assert.match(result.explanation, /：9月21日起，到11月6日止；/u);
    assert.equal(result.counted.length, 30);
  });
});

describe('a public notice of some working days', () => {
  test('counts its first day and explains itself with every day', () => {
    const result = dateOf({ workingDays: 5, after: '2026-09-28', includeFirst: true });
    assert.equal(result.date, '2026-10-09');
    assert.equal(
      result.explanation,
      '从9月28日起算，五个工作日：9月28日、29日、30日、10月8日、9日；10月1日至7日国庆节不计。',
    );
    assert.equal(dateOf({ workingDays: 5, after: '2026-09-28', includeFirst: false }).date, '2026-10-10');
  });

  test('begins with the next working day where the first is none, and may begin with a session or a stage', () => {
    const result = dateOf({ workingDays: 1, after: { stage: 'mobilise', edge: 'end' }, includeFirst: true });
    assert.equal(result.explanation, '第一阶段10月9日结束，从当天起算，一个工作日：10月9日。');
    assert.equal(dateOf({ workingDays: 5, after: '2026-10-11', includeFirst: true }).date, '2026-10-16');
  });
});

describe('a day that is fixed', () => {
  test('stands on a rest day and is announced for the last working day before it', () => {
    const result = dateOf({ on: '2026-10-31' });
    assert.equal(result.date, '2026-10-31');
    assert.deepEqual(result.announce, { day: '2026-10-30', because: 'rest day', text: '请于10月30日前报送' });
    assert.equal(result.explanation, '2026年10月31日（周六）截止。当天是周六，请于10月30日前报送。');
  });

  test('right after a holiday of three days is also announced before it', () => {
    const result = dateOf({ on: '2012-06-25' });
    assert.equal(result.date, '2012-06-25');
    assert.equal(result.announce?.because, 'after holiday');
    assert.equal(result.announce?.day, '2012-06-21');
    assert.match(result.explanation, /端午节.*请于6月21日前报送/u);
  });

  test('right after an ordinary weekend is announced no earlier', () => {
    assert.equal(dateOf({ on: '2026-10-19' }).announce, undefined);
  });

  test('on a make-up working day is an ordinary working day', () => {
    const result = dateOf({ on: '2026-10-10', time: '17:30' });
    assert.equal(result.announce, undefined);
    assert.equal(result.explanation, '2026年10月10日（周六，调休上班）17:30前截止。');
  });

  test('stands in a year without a table, with the words for it', () => {
    const result = dateOf({ on: '2027-01-16' });
    assert.equal(result.awaiting, '待国务院办公厅公布');
    assert.equal(result.announce, undefined);
    assert.match(result.explanation, /2027年放假安排待国务院办公厅公布。$/u);
  });

  test('on a holiday that the law fixes is a rest day before the table is out, and says both', () => {
    const newYear = dateOf({ on: '2027-01-01' });
    assert.deepEqual([newYear.announce?.day, newYear.awaiting], ['2026-12-31', '待国务院办公厅公布']);
    assert.equal(
      newYear.explanation,
      '2027年1月1日（周五）截止。当天元旦放假，请于12月31日前报送，2027年放假安排待国务院办公厅公布。',
    );
    const october = dateOf({ on: '2027-10-03' });
    assert.equal(october.announce, undefined);
    assert.equal(
      october.explanation,
      '2027年10月3日（周日）截止。当天国庆节放假，2027年放假安排待国务院办公厅公布。',
    );
  });

  test('may be the edge of a stage or of the campaign', () => {
    assert.equal(
      dateOf({ stage: 'mobilise', edge: 'end' }).explanation,
      '第一阶段2026年10月9日结束，当天截止。',
    );
    assert.equal(dateOf({ campaign: 'start' }).date, '2026-09-14');
  });
});

describe('a counting in calendar days', () => {
  test('of a public notice counts its first day and keeps its last one', () => {
    const result = dateOf({ days: 7, after: '2026-10-25', includeFirst: true });
    assert.equal(result.date, '2026-10-31');
    assert.equal(result.announce, undefined);
    assert.equal(result.explanation, '从10月25日起算，含当天共七天，到10月31日（周六）止。');
  });

  test('otherwise leaves the first day out and is brought forward from a rest day', () => {
    const result = dateOf({ days: 7, after: '2026-10-24' });
    assert.equal(result.date, '2026-10-31');
    assert.equal(result.announce?.day, '2026-10-30');
  });

  test('goes backward, over the turn of the year too', () => {
    const result = dateOf({ days: 30, before: { campaign: 'end' } });
    assert.equal(result.date, '2026-12-23');
    assert.match(result.explanation, /2026年12月23日（周三）。$/u);
  });
});

describe('a rhythm', () => {
  const span = { from: '2012-04-16', until: '2012-06-20' };

  test('of half months ends on the 15th and on the last of the month', () => {
    assert.deepEqual(datesOf({ every: 'half-month', ...span }), [
      '2012-04-30',
      '2012-05-15',
      '2012-05-31',
      '2012-06-15',
    ]);
  });

  test('of half months with a day falls on that day and fifteen days from it', () => {
    assert.deepEqual(datesOf({ every: 'half-month', day: 25, ...span }), [
      '2012-04-25',
      '2012-05-10',
      '2012-05-25',
      '2012-06-10',
    ]);
    assert.deepEqual(datesOf({ every: 'half-month', day: 5, ...span }), [
      '2012-04-20',
      '2012-05-05',
      '2012-05-20',
      '2012-06-05',
      '2012-06-20',
    ]);
    assert.deepEqual(datesOf({ every: 'half-month', day: 15, from: '2026-02-01', until: '2026-02-28' }), [
      '2026-02-15',
      '2026-02-28',
    ]);
  });

  test('of months takes the last day where a month lacks the day', () => {
    assert.deepEqual(datesOf({ every: 'month', day: 31, from: '2026-02-01', until: '2026-04-30' }), [
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
    ]);
    assert.deepEqual(datesOf({ every: 'month', day: 25, from: '2026-10-25', until: '2026-11-25' }), [
      '2026-10-25',
      '2026-11-25',
    ]);
  });

  test("of quarters falls into the quarter's last month", () => {
    assert.deepEqual(datesOf({ every: 'quarter', from: { campaign: 'start' }, until: { campaign: 'end' } }), [
      '2026-09-30',
      '2026-12-31',
    ]);
    assert.deepEqual(datesOf({ every: 'quarter', day: 20, from: '2026-01-01', until: '2026-06-30' }), [
      '2026-03-20',
      '2026-06-20',
    ]);
  });

  test('of weeks falls on its weekday, both ends included, and without one on the Sunday that ends the week', () => {
    const week = { every: 'week', from: '2026-10-02', until: '2026-10-16' } as const;
    assert.deepEqual(datesOf({ ...week, weekday: 5 }), ['2026-10-02', '2026-10-09', '2026-10-16']);
    assert.deepEqual(datesOf({ ...week, weekday: 4 }), ['2026-10-08', '2026-10-15']);
    assert.deepEqual(datesOf(week), ['2026-10-04', '2026-10-11']);
    assert.match(resolve({ ...week, weekday: 5 }).explanation, /^每周一次，每周五，从.*共3次。$/u);
    assert.match(resolve(week).explanation, /^每周一次，每周日，/u);
  });

  test('of weeks has a weekday and no day of the month, any other a day and no weekday', () => {
    const ends = { from: '2026-10-01', until: '2026-10-31' };
    const refused = (rule: object) => deadlineSchema.safeParse({ ...rule, ...ends }).error !== undefined;
    assert.ok(refused({ every: 'week', day: 5 }));
    assert.ok(refused({ every: 'month', weekday: 5 }));
    assert.ok(refused({ every: 'week', weekday: 8 }));
    assert.ok(!refused({ every: 'week' }));
  });

  test('announces each date that is a rest day, and explains itself', () => {
    const result = resolve({ every: 'month', from: '2026-10-01', until: '2026-11-30', time: '17:30' });
    assert.ok(result.kind === 'occurrences');
    assert.deepEqual(
      result.occurrences.map(({ announce }) => announce?.day),
      ['2026-10-30', undefined],
    );
    assert.equal(result.explanation, '每月一次，月末17:30前，从2026年10月1日到2026年11月30日共2次。');
  });

  test('without both ends is unknown, and still says how often', () => {
    const result = resolve({
      every: 'half-month',
      from: { campaign: 'start' },
      until: { stage: 'examine', edge: 'end' },
    });
    assert.equal(result.kind, 'unknown');
    assert.equal(result.explanation, '每半个月一次，每月15日和月末；第二阶段结束时间原文未注明。');
  });
});

describe('a deadline without a date says why', () => {
  test('the source does not say', () => {
    assert.equal(reasonOf('unknown'), '原文未注明');
    assert.equal(reasonOf({ stage: 'examine', edge: 'end' }), '原文未注明');
    assert.equal(reasonOf({ stage: 'nowhere', edge: 'end' }), '原文未注明');
    assert.equal(reasonOf({ workingDays: 3, after: { stage: 'examine', edge: 'start' } }), '原文未注明');
  });

  test('the schedule does not say yet', () => {
    assert.equal(reasonOf({ workingDays: 3, after: { session: 's2' } }), '时间待定，另行通知');
    assert.equal(reasonOf({ days: 3, after: { plan: 'other', session: 's9' } }), '时间待定，另行通知');
    assert.equal(
      resolve({ days: 3, after: { session: 's2' } }).explanation,
      '“谈体会”学习时间待定，另行通知。',
    );
  });

  test('a month is kept as a month', () => {
    const result = resolve({ month: '2026-10' });
    assert.deepEqual([result.kind, result.explanation], ['month', '2026年10月，具体日期原文未注明。']);
  });
});
