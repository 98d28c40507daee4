import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWorkingDays } from '../../../src/domain/calendar/count-working-days.ts';
import { fixedHoliday } from '../../../src/domain/calendar/fixed-holidays.ts';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { isWorkingDay } from '../../../src/domain/calendar/working-day.ts';

const calendar = workCalendar();

/** The days of the solar calendar that the regulation makes days off in a year, among those that some text of it did. */
function daysOff(year: number): string[] {
  return ['01-01', '01-02', '05-01', '05-02', '05-03', '05-04', '10-01', '10-02', '10-03', '10-04'].filter(
    (day) => fixedHoliday(`${year}-${day}`) !== undefined,
  );
}

test('From 2025 on the regulation itself makes six days of the solar calendar days off', () => {
  assert.deepEqual(daysOff(2025), ['01-01', '05-01', '05-02', '10-01', '10-02', '10-03']);
  assert.deepEqual(
    ['2027-01-01', '2027-05-02', '2027-10-03'].map((day) => fixedHoliday(day)),
    ['元旦', '劳动节', '国庆节'],
  );
});

test('Before, it is the text then in force: one day of May from 2008, three from 1999, and two of October before', () => {
  assert.deepEqual(daysOff(2024), ['01-01', '05-01', '10-01', '10-02', '10-03']);
  assert.deepEqual(daysOff(2008), daysOff(2024));
  assert.deepEqual(daysOff(2007), ['01-01', '05-01', '05-02', '05-03', '10-01', '10-02', '10-03']);
  assert.deepEqual(daysOff(1999), ['01-01', '05-01', '10-01', '10-02', '10-03']);
  assert.deepEqual(daysOff(1998), ['01-01', '05-01', '10-01', '10-02']);
  assert.deepEqual(daysOff(1949), []);
});

test('A holiday that the law fixes is a day off in a year without a table; nothing else of that year is known', () => {
  assert.deepEqual(isWorkingDay('2027-10-01', calendar), { working: false, reason: '国庆节' });
  assert.equal(isWorkingDay('2027-10-04', calendar).working, undefined);
  assert.equal(isWorkingDay('2027-09-30', calendar).working, undefined);
});

test("A year's table says all of its days: what the law fixes is not asked there", () => {
  const worked = workCalendar([
    {
      year: 2027,
      notices: [],
      holidays: [{ name: '春节', from: '2027-02-06', until: '2027-02-12' }],
      workdays: [],
    },
  ]);
  assert.deepEqual(isWorkingDay('2027-10-01', worked), { working: true });
});

test('A counting passes over a holiday that the law fixes, and stops at the first day that is not known', () => {
  const back = countWorkingDays('2027-01-02', 2, 'backward', calendar);
  assert.deepEqual(back, {
    date: '2026-12-30',
    counted: [{ day: '2026-12-31' }, { day: '2026-12-30' }],
    skipped: [{ day: '2027-01-01', reason: '元旦' }],
  });
  const on = countWorkingDays('2026-12-31', 1, 'forward', calendar);
  assert.deepEqual(on, { counted: [], skipped: [{ day: '2027-01-01', reason: '元旦' }], unknownYear: 2027 });
});

test('A public notice in working days counts its first day where that is worked, and begins with the next where it is not', () => {
  const until = (day: string) => countWorkingDays(day, 5, 'including first', calendar);
  const first = until('2026-10-12');
  assert.ok('date' in first);
  assert.deepEqual([first.date, first.counted[0]?.day], ['2026-10-16', '2026-10-12']);
  const rest = until('2026-10-11');
  assert.ok('date' in rest);
  assert.deepEqual([rest.date, rest.skipped], ['2026-10-16', [{ day: '2026-10-11', reason: '周日' }]]);
  const makeUp = until('2026-10-10');
  assert.ok('date' in makeUp);
  assert.equal(makeUp.date, '2026-10-15');
});
