import { isDay, isInYears, weekday, weekdayName, type Day } from '../day.ts';
import { festivalDay, type Festival } from '../calendar/festivals.ts';
import { lastDayOf } from '../month.ts';
import type { Span } from '../deadlines/moment.ts';
import type { SaidDay, SaidPeriod } from './said.ts';

/** What gives a day without a year its year. */
export interface YearContext {
  /** The campaign's period: a day that lies in it once is that one. */
  period: Span;
  /** The year that the table's title or rows above give. */
  year?: number | undefined;
  /** Why they give none, in Chinese. */
  whyNoYear?: string | undefined;
}

/** A day or month that words mean, or why none is certain, in Chinese. */
export type Resolved = { day: Day; doubt?: string | undefined } | { day: undefined; doubt: string };

/** No campaign goes on for longer. */
const MOST_YEARS = 100;

/** The day that words mean. `wanted` is the weekday beside it; where it is another one the day stands, and the doubt says so. */
export function resolveDay(said: SaidDay, wanted: number | undefined, context: YearContext): Resolved {
  const { month, day } = said;
  const words = `${month}月${day}日`;
  const candidates = yearsFor(said.year, context).map((year) => dayText(year, month, day));
  const days = candidates.filter((each) => isDay(each) && isInYears(each));
  const found = chosen(days, wanted, said.year === undefined ? context : undefined);
  if (found === undefined) {
    const isOddYear = said.year !== undefined && !candidates.some(isInYears);
    if (isOddYear) return { day: undefined, doubt: `“${said.year}年”不像年份` };
    if (candidates.length > 0 && days.length === 0) return { day: undefined, doubt: `没有${words}这一天` };
    return { day: undefined, doubt: noYear(words, context) };
  }
  if (wanted === undefined || weekday(found) === wanted) return { day: found };
  return { day: found, doubt: `${words}是${weekdayName(found)}，表上写的是另一个星期几` };
}

/** A month as `YYYY-MM`. */
export function resolveMonth(
  { year, month = 0 }: SaidPeriod,
  context: YearContext,
): { month: string } | { month: undefined; doubt: string } {
  const firsts = yearsFor(year, context)
    .map((each) => dayText(each, month, 1))
    .filter(isInYears);
  const touching = year === undefined ? firsts.filter((each) => touches(each, context.period)) : firsts;
  const isInPeriod = year !== undefined || hasPeriod(context);
  const found = isInPeriod && touching.length === 1 ? touching[0] : ofOwnYear(firsts, context);
  if (found === undefined) return { month: undefined, doubt: noYear(`${month}月`, context) };
  return { month: found.slice(0, 7) };
}

/** The last day of a month, quarter, half-year or year. */
export function resolveEnd(of: SaidPeriod, context: YearContext): Resolved {
  const month =
    of.month ?? (of.quarter !== undefined ? of.quarter * 3 : of.half !== undefined ? of.half * 6 : 12);
  const found = resolveMonth({ year: of.year, month }, context);
  if (found.month === undefined) return { day: undefined, doubt: found.doubt };
  return { day: lastDayOf(found.month) };
}

/** The year of a quarter or half-year, of which some month lies in the period or in the year given. */
export function resolveYear(
  { year, quarter, half = 1 }: SaidPeriod,
  context: YearContext,
): { year: number } | { year: undefined; doubt: string } {
  const length = quarter === undefined ? 6 : 3;
  const first = ((quarter ?? half) - 1) * length + 1;
  const found = Array.from({ length }, (_, index) =>
    resolveMonth({ year, month: first + index }, context),
  ).find(({ month }) => month !== undefined);
  if (found?.month !== undefined) return { year: Number(found.month.slice(0, 4)) };
  const words = quarter === undefined ? `${half === 1 ? '上' : '下'}半年` : `第${quarter}季度`;
  return { year: undefined, doubt: noYear(words, context) };
}

/** The year whose festival words mean: that of its day in the period, or the year given. Its day must lie in the month beside it. */
export function resolveFestival(
  { festival, period }: { festival: Festival; period: SaidPeriod },
  context: YearContext,
): { year: number } | { year: undefined; doubt: string } {
  const years = yearsFor(period.year, context);
  const days = years.flatMap((year) => festivalDay(festival, year) ?? []);
  const found = chosen(days, undefined, period.year === undefined ? context : undefined);
  // A lunar day whose year has no table has its year from the words alone.
  const [year, another] = found === undefined ? years : [Number(found.slice(0, 4))];
  if (year === undefined || another !== undefined)
    return { year: undefined, doubt: noYear(festival, context) };
  if (period.month !== undefined && found !== undefined && Number(found.slice(5, 7)) !== period.month)
    return { year: undefined, doubt: `${year}年的${festival}不在${period.month}月` };
  return { year };
}

function noYear(words: string, { whyNoYear }: YearContext): string {
  return whyNoYear === undefined ? `${words}没有年份` : `${words}${whyNoYear}`;
}

/** The one day that lies in the period; among several the one of that weekday, else that of the year given. */
function chosen(
  days: readonly Day[],
  wanted: number | undefined,
  context: YearContext | undefined,
): Day | undefined {
  if (!context) return days[0];
  const inside = hasPeriod(context) ? days.filter((each) => isWithin(each, context.period)) : [];
  if (inside.length <= 1) return inside[0] ?? ofOwnYear(days, context);
  const fitting = inside.filter((each) => weekday(each) === wanted);
  return fitting.length === 1 ? fitting[0] : ofOwnYear(inside, context);
}

function ofOwnYear(days: readonly Day[], { year }: YearContext): Day | undefined {
  return days.find((each) => Number(each.slice(0, 4)) === year);
}

function yearsFor(own: number | undefined, context: YearContext): number[] {
  if (own !== undefined) return [own];
  const { from, until } = context.period;
  const [first, last] = [from ?? until, until ?? from].map((day) => Number(day?.slice(0, 4) ?? NaN));
  const ofPeriod =
    first === undefined || last === undefined || Number.isNaN(first) || Number.isNaN(last)
      ? []
      : Array.from(
          { length: Math.min(Math.max(last - first + 1, 0), MOST_YEARS) },
          (_, index) => first + index,
        );
  return [...new Set([...ofPeriod, ...(context.year === undefined ? [] : [context.year])])];
}

function hasPeriod({ period }: YearContext): boolean {
  return period.from !== undefined || period.until !== undefined;
}

function isWithin(day: Day, { from, until }: Span): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

function touches(first: Day, { from, until }: Span): boolean {
  const month = first.slice(0, 7);
  return (
    (from === undefined || from.slice(0, 7) <= month) && (until === undefined || month <= until.slice(0, 7))
  );
}

function dayText(year: number, month: number, day: number): string {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
