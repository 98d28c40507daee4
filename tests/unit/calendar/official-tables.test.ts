import assert from 'node:assert/strict';
import { test } from 'node:test';
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import { OFFICIAL_TABLES } from '../../../src/domain/calendar/official-tables.ts';
import { missingHolidays } from '../../../src/domain/calendar/missing-tables.ts';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { isWorkingDay, isWeekend } from '../../../src/domain/calendar/working-day.ts';
import { addDays, dayNumber, isDay } from '../../../src/domain/day.ts';

const calendar = workCalendar();

/** Days off in spans and weekend days worked, as a second reading of each year's notices counts them. */
const COUNTS: Record<number, [off: number, worked: number]> = {
  2012: [27, 7],
  2013: [29, 12],
  2014: [22, 5],
  2015: [26, 5],
  2016: [24, 6],
  2017: [24, 5],
  2018: [23, 6],
  2019: [24, 7],
  2020: [30, 6],
  2021: [31, 7],
  2022: [31, 7],
  2023: [27, 7],
  2024: [28, 8],
  2025: [28, 5],
  2026: [33, 6],
};

const theirHolidays: Record<string, string> = chineseDays.holidays;
const theirWorkdays: Record<string, string> = chineseDays.workdays;

/** Its rule on its data. Its own function reads a day in the machine's zone and is a day out in America. */
function workedByChineseDays(day: string): boolean {
  return day in theirWorkdays || (!isWeekend(day) && !(day in theirHolidays));
}

test('there is one table for each year from 2012 to 2026, and each names its notice', () => {
  assert.deepEqual(
    OFFICIAL_TABLES.map(({ year }) => year),
    Array.from({ length: 15 }, (_, index) => 2012 + index),
  );
  for (const { year, notices } of OFFICIAL_TABLES) {
    assert.match(notices[0]?.number ?? '', new RegExp(`〔${year - 1}〕\\d+号$`, 'u'));
    for (const { day } of notices) assert.ok(day === undefined || isDay(day));
  }
});

test('every table names the seven statutory holidays, in order and without overlap', () => {
  for (const table of OFFICIAL_TABLES) {
    assert.deepEqual(missingHolidays(table), [], String(table.year));
    table.holidays.forEach(({ from, until }, index) => {
      assert.ok(from <= until, from);
      const before = table.holidays[index - 1];
      assert.ok(before === undefined || before.until < from, from);
    });
  }
});

test('days off and weekend days worked add up as the notices say', () => {
  for (const { year, holidays, workdays } of OFFICIAL_TABLES) {
    const off = holidays.reduce((sum, { from, until }) => sum + dayNumber(until) - dayNumber(from) + 1, 0);
    assert.deepEqual([off, workdays.length], COUNTS[year], String(year));
  }
});

test('every make-up working day is a weekend day that is no holiday', () => {
  for (const { workdays } of OFFICIAL_TABLES) {
    for (const day of workdays) {
      assert.ok(isWeekend(day), day);
      assert.ok(!calendar.holidays.has(day), day);
    }
  }
});

test('the tables agree with chinese-days on every day from 2012 to 2026, without exception', () => {
  const differences: string[] = [];
  for (let day = '2012-01-01'; day <= '2026-12-31'; day = addDays(day, 1)) {
    const ours = isWorkingDay(day, calendar).working;
    if (ours !== workedByChineseDays(day)) differences.push(`${day}: ${ours}`);
  }
  assert.deepEqual(differences, []);
});

test('chinese-days calls days of a year without a table working days, which these tables refuse', () => {
  assert.equal(workedByChineseDays('2027-10-08'), true);
  assert.equal(isWorkingDay('2027-10-08', calendar).working, undefined);
});
