import type { Day } from '../day.ts';

/** First year of the regulation as amended on 10 November 2024 (State Council Order No. 795). */
const IN_FORCE_FROM = 2025;

const FIXED: Readonly<Record<string, string>> = {
  '01-01': '元旦',
  '05-01': '劳动节',
  '05-02': '劳动节',
  '10-01': '国庆节',
  '10-02': '国庆节',
  '10-03': '国庆节',
};

/**
 * The holiday that the regulation itself puts on a day of the solar calendar (全国年节及纪念日放假办法, art. 2), known before the year's
 * arrangement is out. Festivals of the lunar calendar and of solar terms are left to the arrangement. `undefined` for any other day.
 */
export function fixedHoliday(day: Day): string | undefined {
  return Number(day.slice(0, 4)) < IN_FORCE_FROM ? undefined : FIXED[day.slice(5)];
}
