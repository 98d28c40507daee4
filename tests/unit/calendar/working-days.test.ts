import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countWorkingDays } from '../../../src/domain/calendar/count-working-days.ts';
import { restBlockBefore } from '../../../src/domain/calendar/rest-block.ts';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { isWorkingDay } from '../../../src/domain/calendar/working-day.ts';

const calendar = workCalendar();

function after(day: string, count: number) {
  const result = countWorkingDays(day, count, 'forward', calendar);
  return 'date' in result ? result.date : result.unknownYear;
}

describe('working days', () => {
  test('a day off says why: the holiday, the weekday', () => {
    assert.deepEqual(isWorkingDay('2026-10-01', calendar), { working: false, reason: '国庆节' });
    assert.deepEqual(isWorkingDay('2026-10-11', calendar), { working: false, reason: '周日' });
  });

  test('a weekend day that is worked says so, an ordinary weekday says nothing', () => {
    assert.deepEqual(isWorkingDay('2026-10-10', calendar), { working: true, reason: '调休上班' });
    assert.deepEqual(isWorkingDay('2026-10-09', calendar), { working: true });
  });

  test('a year without a table has no answer, not even for a Sunday', () => {
    assert.deepEqual(isWorkingDay('2027-01-03', calendar), {
      working: undefined,
      reason: '待国务院办公厅公布',
      unknownYear: 2027,
    });
  });

  test('counting leaves the first day out and counts make-up weekends', () => {
    assert.equal(after('2019-04-25', 5), '2019-05-05');
    assert.equal(after('2019-04-11', 5), '2019-04-18');
    assert.equal(after('2026-09-28', 5), '2026-10-10');
    assert.equal(after('2026-10-09', 5), '2026-10-15');
    assert.equal(after('2026-09-29', 5), '2026-10-12');
  });

  test('every answer lists the days counted and the days skipped with their reasons', () => {
    assert.deepEqual(countWorkingDays('2026-10-09', 2, 'forward', calendar), {
      date: '2026-10-12',
      counted: [{ day: '2026-10-10', reason: '调休上班' }, { day: '2026-10-12' }],
      skipped: [{ day: '2026-10-11', reason: '周日' }],
    });
  });

  test('nothing but a whole number of days from 1 can be counted', () => {
    assert.equal(after('2026-10-12', 1), '2026-10-13');
    for (const count of [0, -1, 1.5, NaN])
      assert.throws(
        () => after('2026-10-12', count),
        (error) => error instanceof RangeError && error.message === `not a count of days: ${count}`,
      );
  });

  test('a counting that leaves the tables yields the year and no date', () => {
    const result = countWorkingDays('2026-12-25', 5, 'forward', calendar);
    assert.ok(!('date' in result));
    assert.equal(result.unknownYear, 2027);
    assert.equal(result.counted.length, 4);
    assert.ok('unknownYear' in countWorkingDays('2012-01-04', 1, 'backward', calendar));
  });

  test('a run of days off takes in the weekend beside a holiday', () => {
    assert.deepEqual(restBlockBefore('2012-06-25', calendar), {
      from: '2012-06-22',
      until: '2012-06-24',
      length: 3,
      holidays: ['端午节'],
    });
    assert.equal(restBlockBefore('2014-06-03', calendar)?.length, 3);
    assert.deepEqual(restBlockBefore('2026-10-19', calendar)?.holidays, []);
    assert.equal(restBlockBefore('2026-10-16', calendar), undefined);
  });
});

describe('tables laid over each other', () => {
  const table = (fields: object) => ({ year: 2026, notices: [], holidays: [], workdays: [], ...fields });

  test('have the later one decide each day that it names, whichever way', () => {
    const changed = workCalendar([
      table({
        workdays: ['2026-10-01'],
        holidays: [{ name: '消毒', from: '2026-10-10', until: '2026-10-10' }],
      }),
    ]);
    assert.deepEqual(isWorkingDay('2026-10-01', changed), { working: true, reason: '调休上班' });
    assert.deepEqual(isWorkingDay('2026-10-10', changed), { working: false, reason: '消毒' });
    assert.ok(!changed.workdays.has('2026-10-10') && !changed.holidays.has('2026-10-01'));
    assert.deepEqual(isWorkingDay('2026-10-02', changed), { working: false, reason: '国庆节' });
  });

  test('rest on the notices of all of them, in their order', () => {
    const own = workCalendar([table({ notices: [{ number: '云政办〔2026〕1号' }] })]);
    assert.deepEqual(
      own.notices.get(2026)?.map(({ number }) => number),
      [...(calendar.notices.get(2026) ?? []).map(({ number }) => number), '云政办〔2026〕1号'],
    );
    assert.ok((calendar.notices.get(2026) ?? []).length > 0);
  });

  test('hold nothing that is no day', () => {
    assert.throws(
      () => workCalendar([table({ workdays: ['2026-02-30'] })]),
      (error) => error instanceof RangeError && error.message === 'not a calendar day: 2026-02-30',
    );
  });
});

describe('a run of days off', () => {
  test('names its holidays in order, each once, and none where it is a weekend', () => {
    assert.deepEqual(restBlockBefore('2012-10-08', calendar), {
      from: '2012-09-30',
      until: '2012-10-07',
      length: 8,
      holidays: ['中秋节、国庆节'],
    });
    const two = workCalendar([
      {
        year: 2026,
        notices: [],
        workdays: [],
        holidays: [
          { name: '甲节', from: '2026-11-02', until: '2026-11-03' },
          { name: '乙节', from: '2026-11-04', until: '2026-11-04' },
        ],
      },
    ]);
    assert.deepEqual(restBlockBefore('2026-11-05', two), {
      from: '2026-10-31',
      until: '2026-11-04',
      length: 5,
      holidays: ['甲节', '乙节'],
    });
    assert.deepEqual(restBlockBefore('2026-10-19', calendar), {
      from: '2026-10-17',
      until: '2026-10-18',
      length: 2,
      holidays: [],
    });
  });

  test('does not follow a working day, nor exist in a year without a table', () => {
    assert.equal(restBlockBefore('2026-10-14', calendar), undefined);
    assert.equal(restBlockBefore('2027-01-04', calendar), undefined);
  });
});
