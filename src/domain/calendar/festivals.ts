import { addDays, type Day } from '../day.ts';

/** Days that offices call by name and that always fall on one day of the solar calendar, `MM-DD`. */
const SOLAR = {
  // 全国年节及纪念日放假办法, art. 2, 3 and 6
  ...{ 元旦: '01-01', 三八: '03-08', 植树节: '03-12', 五一: '05-01', 五四: '05-04', 护士节: '05-12' },
  ...{ 六一: '06-01', 八一: '08-01', 教师节: '09-10', 国庆: '10-01', 记者节: '11-08' },
  // The founding of the party is kept on this day since the directive of the Central Committee of 30 June 1941.
  七一: '07-01',
  // Days set by the Standing Committee of the National People's Congress, and by art. 14 of the National Security Law.
  ...{ 国家安全日: '04-15', 抗战胜利日: '09-03', 烈士纪念日: '09-30', 宪法日: '12-04', 国家公祭日: '12-13' },
} as const;

/** Days of the lunar calendar and of solar terms, in the order of the columns of `LUNAR_DAYS`. */
const LUNAR = ['春节', '清明', '端午', '中秋', '重阳'] as const;
/** Lunar days that lie so many days behind the Spring Festival, whatever the year. */
const BY_SPRING_FESTIVAL = { 除夕: -1, 元宵: 14 } as const;

type Solar = keyof typeof SOLAR;
type Lunar = (typeof LUNAR)[number];
type BySpringFestival = keyof typeof BY_SPRING_FESTIVAL;

/** A festival or commemoration by which offices set times, by its short name. */
export type Festival = Solar | Lunar | BySpringFestival;
export const FESTIVALS = [
  ...(Object.keys(SOLAR) as Solar[]),
  ...LUNAR,
  ...(Object.keys(BY_SPRING_FESTIVAL) as BySpringFestival[]),
] as const;

/**
 * The lunar days of each year as the calendar computed by GB/T 33661—2017 has them: taken from chinese-days, held against the Chinese calendar of
 * ICU, and to 2026 against the days off of the State Council. Years further on are not shipped.
 */
const LUNAR_DAYS: Readonly<Record<number, readonly [string, string, string, string, string]>> = {
  2012: ['01-23', '04-04', '06-23', '09-30', '10-23'],
  2013: ['02-10', '04-04', '06-12', '09-19', '10-13'],
  2014: ['01-31', '04-05', '06-02', '09-08', '10-02'],
  2015: ['02-19', '04-05', '06-20', '09-27', '10-21'],
  2016: ['02-08', '04-04', '06-09', '09-15', '10-09'],
  2017: ['01-28', '04-04', '05-30', '10-04', '10-28'],
  2018: ['02-16', '04-05', '06-18', '09-24', '10-17'],
  2019: ['02-05', '04-05', '06-07', '09-13', '10-07'],
  2020: ['01-25', '04-04', '06-25', '10-01', '10-25'],
  2021: ['02-12', '04-04', '06-14', '09-21', '10-14'],
  2022: ['02-01', '04-05', '06-03', '09-10', '10-04'],
  2023: ['01-22', '04-05', '06-22', '09-29', '10-23'],
  2024: ['02-10', '04-04', '06-10', '09-17', '10-11'],
  2025: ['01-29', '04-04', '05-31', '10-06', '10-29'],
  2026: ['02-17', '04-05', '06-19', '09-25', '10-18'],
  2027: ['02-06', '04-05', '06-09', '09-15', '10-08'],
  2028: ['01-26', '04-04', '05-28', '10-03', '10-26'],
  2029: ['02-13', '04-04', '06-16', '09-22', '10-16'],
  2030: ['02-03', '04-05', '06-05', '09-12', '10-05'],
  2031: ['01-23', '04-05', '06-24', '10-01', '10-24'],
  2032: ['02-11', '04-04', '06-12', '09-19', '10-12'],
  2033: ['01-31', '04-04', '06-01', '09-08', '10-01'],
  2034: ['02-19', '04-05', '06-20', '09-27', '10-20'],
  2035: ['02-08', '04-05', '06-10', '09-16', '10-09'],
};

/** Whether a festival has another solar day each year. */
export function isLunar(festival: Festival): boolean {
  return !Object.hasOwn(SOLAR, festival);
}

/** The day of a festival in a year of the solar calendar; `undefined` where it is a lunar one and the year has no table. */
export function festivalDay(festival: Festival, year: number): Day | undefined {
  if (festival in SOLAR) return `${year}-${SOLAR[festival as Solar]}`;
  const days = LUNAR_DAYS[year];
  if (!days) return undefined;
  const shift = BY_SPRING_FESTIVAL[festival as BySpringFestival] as number | undefined;
  if (shift !== undefined) return addDays(`${year}-${days[0]}`, shift);
  return `${year}-${days[LUNAR.indexOf(festival as Lunar)]}`;
}
