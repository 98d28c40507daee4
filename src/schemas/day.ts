import { z } from 'zod';
import { isDay, isInYears, YEARS } from '../domain/day.ts';

const OTHER_YEAR = `年份应在 ${YEARS.first} 到 ${YEARS.last} 之间`;

/** A calendar day `YYYY-MM-DD` in Asia/Shanghai that exists (no 2026-02-30). */
export const daySchema = z
  .string({ error: '应为日期，写成 2026-09-18' })
  .refine(isDay, { error: '不是有效日期，写成 2026-09-18 这样的年-月-日', abort: true })
  .refine(isInYears, { error: OTHER_YEAR });

/** A calendar day, or `unknown` where the source does not say. */
export const dateSchema = z
  .string({ error: '应为日期，写成 2026-09-18；原文没有日期写 unknown' })
  .refine((value) => value === 'unknown' || isDay(value), {
    error: '不是有效日期，写成 2026-09-18 这样的年-月-日；原文没有日期写 unknown',
    abort: true,
  })
  .refine((value) => value === 'unknown' || isInYears(value), { error: OTHER_YEAR });

/** A month `YYYY-MM`. */
export const monthSchema = z
  .string({ error: '应为年月，写成 2026-10' })
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/, { error: '不是有效年月，写成 2026-10', abort: true })
  .refine(isInYears, { error: OTHER_YEAR });

/** A year of the solar calendar. */
export const yearSchema = z
  .int({ error: '应为年份，写成 2027' })
  .refine((year) => isInYears(`${year}-01-01`), { error: OTHER_YEAR, abort: true });

/** A time of day `HH:MM`, 24 hours. */
export const timeSchema = z
  .string({ error: '应为时刻，写成 "14:30"' })
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: '不是有效时刻，写成 "14:30"（24 小时制，加引号）' });

/** A period, of which either end may be unknown, ends no earlier than it begins: the arguments of `refine`. */
export const endsAfterItBegins: [
  isSound: (period: { from?: string | undefined; until?: string | undefined }) => boolean,
  fault: { error: (issue: { input: unknown }) => string; path: string[] },
] = [
  ({ from, until }) => !from || !until || from <= until,
  {
    error: ({ input }) => `早于开始日期 ${(input as { from: string }).from}`,
    path: ['until'],
  },
];
