import type { Day } from '../day.ts';

/** What one text of the regulation makes days off, and the day from which it is in force. */
interface Text {
  from: Day;
  holidays: Readonly<Record<string, string>>;
}

/**
 * 全国年节及纪念日放假办法, art. 2, in its texts from the oldest to the newest, as far as days of the solar calendar go: of the Government
 * Administration Council, 23 December 1949; State Council Orders No. 270 of 18 September 1999, No. 513 of 14 December 2007 (No. 644 of 2013 changed
 * the Spring Festival only) and No. 795 of 10 November 2024.
 */
const TEXTS: readonly Text[] = [
  { from: '1949-12-23', holidays: daysOff(1, 1, 2) },
  { from: '1999-09-18', holidays: daysOff(1, 3, 3) },
  { from: '2008-01-01', holidays: daysOff(1, 1, 3) },
  { from: '2025-01-01', holidays: daysOff(1, 2, 3) },
];

function daysOff(newYear: number, labourDay: number, nationalDay: number): Record<string, string> {
  const days = (name: string, month: string, count: number) =>
    Array.from({ length: count }, (_, index) => [`${month}-0${index + 1}`, name]);
  return Object.fromEntries([
    ...days('元旦', '01', newYear),
    ...days('劳动节', '05', labourDay),
    ...days('国庆节', '10', nationalDay),
  ]) as Record<string, string>;
}

/**
 * The holiday that the regulation in force puts on a day of the solar calendar, known before the year's arrangement is out. Festivals of
 * the lunar calendar and of solar terms are left to the arrangement. `undefined` for any other day.
 */
export function fixedHoliday(day: Day): string | undefined {
  return TEXTS.findLast(({ from }) => from <= day)?.holidays[day.slice(5)];
}
