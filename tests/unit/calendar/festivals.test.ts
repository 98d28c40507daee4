import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import chineseDays from 'chinese-days';
import { FESTIVALS, festivalDay, isLunar, type Festival } from '../../../src/domain/calendar/festivals.ts';
import { workCalendar } from '../../../src/domain/calendar/work-calendar.ts';
import { addDays, isDay } from '../../../src/domain/day.ts';

const YEARS = Array.from({ length: 24 }, (_, index) => 2012 + index);
const LUNAR_DATES: readonly [Festival, month: number, day: number][] = [
  ['春节', 1, 1],
  ['元宵', 1, 15],
  ['端午', 5, 5],
  ['中秋', 8, 15],
  ['重阳', 9, 9],
];

const { getLunarDate } = chineseDays;

describe('the day of a festival', () => {
  it('is the same each year for those of the solar calendar, and always one that exists', () => {
    assert.equal(festivalDay('七一', 2027), '2027-07-01');
    assert.equal(festivalDay('三八', 1999), '1999-03-08');
    for (const festival of FESTIVALS) {
      const day = festivalDay(festival, 2027);
      assert.ok(day !== undefined && isDay(day), festival);
      assert.equal(festivalDay(festival, 2050) === undefined, isLunar(festival), festival);
    }
  });

  it('of the lunar calendar is the one that chinese-days finds, in every year that ships', () => {
    for (const year of YEARS)
      for (const [festival, month, day] of LUNAR_DATES) {
        const { lunarMon, lunarDay, isLeap } = getLunarDate(festivalDay(festival, year)!);
        assert.deepEqual([lunarMon, lunarDay, isLeap], [month, day, false], `${year} ${festival}`);
      }
    for (const year of YEARS)
      assert.equal(addDays(festivalDay('除夕', year)!, 1), festivalDay('春节', year), String(year));
  });

  it('lies in the days off that the State Council gave for it, up to 2026', () => {
    const { holidays } = workCalendar([]);
    for (const year of YEARS.filter((each) => each <= 2026))
      for (const festival of ['春节', '清明', '端午', '中秋'] as const) {
        const day = festivalDay(festival, year)!;
        // A festival on a Sunday gives a Monday off: the Sunday is none of the arrangement.
        const named =
          holidays.get(day) ?? holidays.get(addDays(day, 1)) ?? holidays.get(addDays(day, -1)) ?? '';
        assert.ok(named.includes(festival), `${year} ${festival} ${day} ${named}`);
      }
  });

  it('is none before the first year that ships or after the last', () => {
    assert.equal(festivalDay('清明', 2011), undefined);
    assert.equal(festivalDay('清明', 2035), '2035-04-05');
    assert.equal(festivalDay('清明', 2036), undefined);
    assert.equal(festivalDay('元宵', 2036), undefined);
  });
});
