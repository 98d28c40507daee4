import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { countWorkingDays } from '../../../src/domain/calendar/count-working-days.ts';
import { missingHolidays } from '../../../src/domain/calendar/missing-tables.ts';
import { officeTable } from '../../../src/domain/calendar/office-table.ts';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { isWorkingDay } from '../../../src/domain/calendar/working-day.ts';
import { calendarSchema } from '../../../src/schemas/calendar.ts';

describe("an office's calendar file", () => {
  test('a new year is added by one file', () => {
    const file = calendarSchema.parse({
      year: 2027,
      notice: '国办发明电〔2026〕9号',
      holidays: [{ name: '元旦', from: '2027-01-01', until: '2027-01-03' }],
      workdays: ['2027-01-09'],
    });
    const own = workCalendar([officeTable(file)]);
    const result = countWorkingDays('2026-12-25', 5, 'forward', own);
    assert.ok('date' in result);
    assert.equal(result.date, '2027-01-04');
    assert.deepEqual(isWorkingDay('2027-01-09', own), { working: true, reason: '调休上班' });
    assert.deepEqual(missingHolidays(file), ['春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节']);
  });

  test('a correction names only what it changes', () => {
    const file = calendarSchema.parse({
      year: 2026,
      notice: '桂政办电〔2026〕1号',
      holidays: [{ name: '三月三', from: '2026-04-17', until: '2026-04-20' }],
    });
    const own = workCalendar([officeTable(file)]);
    assert.deepEqual(isWorkingDay('2026-04-20', own), { working: false, reason: '三月三' });
    assert.deepEqual(isWorkingDay('2026-10-01', own), { working: false, reason: '国庆节' });
    assert.equal(own.notices.get(2026)?.length, 2);
  });

  test('a make-up working day of the official table can be given back, a holiday can be worked', () => {
    const own = workCalendar([
      {
        year: 2026,
        notices: [],
        holidays: [{ name: '周末', from: '2026-10-10', until: '2026-10-10' }],
        workdays: ['2026-10-07'],
      },
    ]);
    assert.equal(isWorkingDay('2026-10-10', own).working, false);
    assert.equal(isWorkingDay('2026-10-07', own).working, true);
  });

  test('faults are told in Chinese: days of another year, a day both off and worked, ends the wrong way round', () => {
    const faults = (value: object) =>
      calendarSchema
        .safeParse({ year: 2027, notice: '通知', ...value })
        .error?.issues.map(({ path, message }) => [path.join('.'), message]);
    assert.deepEqual(faults({ workdays: ['2026-03-01'] }), [
      ['workdays.0', '不在2027年，也不在前一年十二月'],
    ]);
    assert.deepEqual(
      faults({
        holidays: [{ name: '元旦', from: '2027-01-01', until: '2027-01-03' }],
        workdays: ['2027-01-02'],
      }),
      [['workdays.0', '这一天同时写成了放假']],
    );
    assert.deepEqual(faults({ holidays: [{ name: '元旦', from: '2027-01-03', until: '2027-01-01' }] }), [
      ['holidays.0.until', '放假最后一天早于第一天'],
    ]);
    assert.equal(
      faults({ holidays: [{ name: '元旦', from: '2026-12-31', until: '2027-01-02' }] }),
      undefined,
    );
    assert.equal(faults({ years: 2027 })?.length, 1);
  });
});
