import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countWorkingDays } from '../../../src/domain/calendar/count-working-days.ts';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { isWorkingDay } from '../../../src/domain/calendar/working-day.ts';
import { addDays } from '../../../src/domain/day.ts';

const calendar = workCalendar();

test('Counting forward then backward returns to the start from every working day inside the tables', () => {
  let tried = 0;
  for (let day = '2012-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    if (!isWorkingDay(day, calendar).working) continue;
    for (const count of [1, 2, 3, 5, 7, 10, 15, 30]) {
      const there = countWorkingDays(day, count, 'forward', calendar);
      if (!('date' in there)) continue;
      const back = countWorkingDays(there.date, count, 'backward', calendar);
      assert.ok('date' in back && back.date === day, `${day} + ${count}`);
      tried += 1;
    }
  }
  assert.ok(tried > 29_000, String(tried));
});
