import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  addDays,
  compareDates,
  dayNumber,
  isDay,
  isInYears,
  latestDay,
  lastDay,
  longDay,
  shortDay,
  weekday,
  weekdayName,
  weekdayNameOf,
} from '../../../src/domain/day.ts';

describe('a calendar day', () => {
  it('is written YYYY-MM-DD and exists in the calendar', () => {
    for (const day of ['2026-02-28', '2024-02-29', '2000-02-29', '1949-10-01']) assert.ok(isDay(day), day);
  });

  it('is invalid when it does not exist or is written in another way', () => {
    const others = [
      '2026-02-29',
      '1900-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-00-10',
      '2026-06-00',
      '2026-6-1',
      '2026/06/01',
      '2026年6月1日',
      '20260601',
      '２０２６-06-01',
      '2026-06-01 ',
      '2026-06-01T00:00:00Z',
      '92026-06-01',
      '\n2026-06-01',
      'unknown',
      '',
    ];
    for (const text of others) assert.ok(!isDay(text), text);
  });

  it('counts on across months, leap days and years, backwards too', () => {
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2026-02-28', 1), '2026-03-01');
    assert.equal(addDays('2026-01-01', -1), '2025-12-31');
    assert.equal(addDays('2026-06-25', 0), '2026-06-25');
    assert.equal(dayNumber('1970-01-02'), 1);
  });

  it('refuses to count from an invalid day', () => {
    assert.throws(() => dayNumber('2026-02-30'), {
      name: 'RangeError',
      message: 'not a calendar day: 2026-02-30',
    });
  });

  it('has its weekday, Monday first, before 1970 as well', () => {
    assert.deepEqual(['2026-09-14', '2026-09-20', '1949-10-01'].map(weekday), [1, 7, 6]);
    assert.deepEqual(['2026-09-18', '2026-09-20'].map(weekdayName), ['周五', '周日']);
    assert.deepEqual([1, 6, 7].map(weekdayNameOf), ['周一', '周六', '周日']);
  });

  it('is the same day in every time zone of the machine', () => {
    const zone = process.env.TZ;
    try {
      for (const other of ['Pacific/Kiritimati', 'Pacific/Midway', 'Asia/Shanghai']) {
        process.env.TZ = other;
        assert.deepEqual(
          [addDays('2026-03-29', 1), weekday('2026-03-29'), longDay('2026-03-29')],
          ['2026-03-30', 7, '2026年3月29日'],
        );
      }
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it('is printed with Arabic figures and without leading zeros', () => {
    assert.equal(longDay('2026-09-08'), '2026年9月8日');
    assert.equal(shortDay('2026-12-01'), '12月1日');
  });

  it('lies in the years from 1800 to 2200', () => {
    assert.deepEqual(['1799-12-31', '1800-01-01', '2026-09-14', '2200-12-31', '2201-01-01'].map(isInYears), [
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('is held against another one, an unknown one behind any', () => {
    assert.equal(compareDates('2026-01-01', '2026-01-01'), 0);
    assert.equal(compareDates(null, null), 0);
    assert.equal(compareDates('2026-01-01', '2026-01-02'), -1);
    assert.equal(compareDates('2026-01-02', '2026-01-01'), 1);
    assert.equal(compareDates(null, '2026-01-01'), 1);
    assert.equal(compareDates('2026-01-01', null), -1);
  });

  it('is the latest of several, unknown ones aside', () => {
    assert.equal(latestDay(['2026-01-01', undefined, '2026-03-01', '2026-02-01']), '2026-03-01');
    assert.equal(latestDay([undefined, '2026-01-01']), '2026-01-01');
    assert.deepEqual([latestDay([]), latestDay([undefined])], [undefined, undefined]);
  });

  it('sorts from old to new, an unknown one last', () => {
    assert.deepEqual([null, '2026-01-02', '2012-12-31', null].sort(compareDates), [
      '2012-12-31',
      '2026-01-02',
      null,
      null,
    ]);
  });
});

it('the end of a span has its year where that is not the year of its beginning', () => {
  assert.equal(lastDay('2026-11-30', '2026-12-06'), '12月6日');
  assert.equal(lastDay('2026-12-28', '2027-01-03'), '2027年1月3日');
});

it('a day is counted to and from as the calendar has it, over three hundred years', () => {
  const first = Date.UTC(1850, 0, 1);
  const dayOf = (number: number) => new Date(first + number * 86_400_000).toISOString().slice(0, 10);
  for (let number = 0; number < 110_000; number += 7) {
    assert.equal(dayNumber(dayOf(number)), first / 86_400_000 + number);
    for (const step of [-31, -29, -1, 1, 6, 28, 31, 400])
      assert.equal(addDays(dayOf(number), step), dayOf(number + step));
  }
});
