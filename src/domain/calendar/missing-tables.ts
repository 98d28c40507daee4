import type { Day } from '../day.ts';
import { yearOfDay, type WorkCalendar } from './work-calendar.ts';
import type { YearTable } from './year-table.ts';

/** The holidays that every year's arrangement names (全国年节及纪念日放假办法, art. 2). */
const STATUTORY = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'] as const;

/**
 * The year whose table is wanted by now and missing: the day's own year, or from 1 November the next one,
 * which the State Council has as a rule arranged by then or does so in the weeks that follow.
 */
export function missingYear(today: Day, calendar: WorkCalendar): number | undefined {
  const year = yearOfDay(today);
  if (!calendar.notices.has(year)) return year;
  return today.slice(5) >= '11-01' && !calendar.notices.has(year + 1) ? year + 1 : undefined;
}

/** The statutory holidays that a table does not name: a year given whole must name all seven. */
export function missingHolidays(table: Pick<YearTable, 'holidays'>): string[] {
  return STATUTORY.filter((name) => !table.holidays.some((holiday) => holiday.name.includes(name)));
}
