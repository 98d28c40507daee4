import { festivalDay, type Festival } from '../calendar/festivals.ts';
import { addDays, type Day } from '../day.ts';
import { TO_BE_ANNOUNCED, unplaced, type Placement } from './placement.ts';
import type { When } from './plan.ts';

type OnFestival = Extract<When, { festival: Festival }>;
type BeforeFestival = Extract<When, { before: Festival }>;

/** 七一前, 清明当天: a time by a festival, in words without its year. */
export function festivalWords(when: OnFestival | BeforeFestival): string {
  return 'before' in when ? `${when.before}前` : `${when.festival}当天`;
}

/** By the day before the festival: 七一前 is by 30 June, as what is due 6月30日前 is due that day at the latest. */
export function placeBeforeFestival(when: BeforeFestival): Placement {
  const day = festivalDay(when.before, when.year);
  if (day === undefined) return { ...notInTables(when.before, when), timing: 'by' };
  return { timing: 'by', day: addDays(day, -1), said: festivalWords(when), status: 'fixed' };
}

/** On the festival itself, unless the session's rule for days off moves it: then the reason says all. */
export function placeOnFestival(when: OnFestival, placeOn: (day: Day) => Placement): Placement {
  const day = festivalDay(when.festival, when.year);
  if (day === undefined) return notInTables(when.festival, when);
  const placed = placeOn(day);
  const isKept = placed.day === day;
  return { ...placed, time: when.time, ...(isKept ? { said: festivalWords(when) } : {}) };
}

/** A lunar day of a year whose calendar is not shipped. */
function notInTables(festival: Festival, when: OnFestival | BeforeFestival): Placement {
  const said = `${when.year}年${festivalWords(when)}`;
  return { ...unplaced(`${TO_BE_ANNOUNCED}（没有${when.year}年的农历，${festival}是哪一天算不出来）`), said };
}
