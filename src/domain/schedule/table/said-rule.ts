import type { Said } from '../../time-words/said.ts';
import { RHYTHMS, type Recurrence } from '../plan.ts';

/** The last day of the month that every month has. */
const IN_EVERY_MONTH = 28;
/** Days between the two turns of a month. */
const HALF_MONTH = 15;
const MOST_NTH = 5;

/**
 * The rule of a plan that words such as 每月5日, 每月第一个星期五, 每季度末月20日 are, where it says exactly what they say; else `undefined`. A day that
 * some months lack (每月31日), a part of the day (每周五下午), a weekday without its week (每月周五) and turns that no rule has (每旬) are none.
 */
export function ruleOf({ time, from, until, half, isWhole }: Said): Recurrence | undefined {
  if (time.kind !== 'recurring' || !isWhole || until !== undefined || half !== undefined) return undefined;
  const every = RHYTHMS.find((rhythm) => rhythm === time.every);
  if (every === undefined) return undefined;
  const { day, secondDay, weekday, nth, isInLastMonth = false } = time;
  const hour = from === undefined ? {} : { time: from };
  if (secondDay !== undefined) {
    const isHalf = every === 'month' && !isInLastMonth && typeof day === 'number';
    const fits = isHalf && secondDay - day === HALF_MONTH && secondDay <= IN_EVERY_MONTH;
    return fits ? { every: 'half-month', day, ...hour } : undefined;
  }
  if (day === undefined && weekday === undefined)
    return isInLastMonth || from !== undefined ? undefined : { every };
  if (isInLastMonth !== (every === 'quarter' || every === 'half-year') || every === 'half-month')
    return undefined;
  if (day !== undefined) {
    if (every === 'week' || (typeof day === 'number' && day > IN_EVERY_MONTH)) return undefined;
    // A rule's 31st is the last day of a shorter month.
    return { every, day: day === 'last' ? 31 : day, ...hour };
  }
  if ((nth === undefined) !== (every === 'week')) return undefined;
  if (typeof nth === 'number' && (nth < 1 || nth > MOST_NTH)) return undefined;
  return { every, weekday, ...(nth === undefined ? {} : { nth }), ...hour };
}
