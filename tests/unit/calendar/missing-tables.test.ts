import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { missingHolidays, missingYear } from '../../../src/domain/calendar/missing-tables.ts';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';

const STATUTORY = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];
const named = (names: readonly string[]) => ({
  holidays: names.map((name) => ({ name, from: '2027-01-01', until: '2027-01-01' })),
});
const until2026 = workCalendar(
  [],
  [2025, 2026].map((year) => ({ year, notices: [], holidays: [], workdays: [] })),
);

describe('a table is missing', () => {
  test('for the year of today at once, for the next one from 1 November', () => {
    assert.deepEqual(
      ['2024-06-01', '2025-12-31', '2026-01-01', '2026-10-31', '2026-11-01', '2026-12-31', '2027-01-01'].map(
        (today) => missingYear(today, until2026),
      ),
      [2024, undefined, undefined, undefined, 2027, 2027, 2027],
    );
  });

  test('the holidays that it does not name, which are the seven of the regulation', () => {
    assert.deepEqual(missingHolidays(named([])), STATUTORY);
    assert.deepEqual(missingHolidays(named(STATUTORY)), []);
    for (const name of STATUTORY)
      assert.deepEqual(missingHolidays(named(STATUTORY.filter((other) => other !== name))), [name]);
    assert.deepEqual(missingHolidays(named(['中秋节、国庆节'])), STATUTORY.slice(0, 5));
  });
});
