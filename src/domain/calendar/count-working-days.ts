import { addDays, type Day } from '../day.ts';
import type { WorkCalendar } from './work-calendar.ts';
import { isWorkingDay } from './working-day.ts';

/** A day of a count; `reason` is why it is skipped, or that it is worked although a weekend. */
export interface CountedDay {
  day: Day;
  reason?: string | undefined;
}
export interface SkippedDay {
  day: Day;
  reason: string;
}

/** Days in the order they were passed, so backward in a backward counting. */
export interface Counting {
  counted: CountedDay[];
  skipped: SkippedDay[];
}

export type CountDirection = 'forward' | 'backward' | 'including first';

/** The result of a count, or the year without a table at which it had to stop. */
export type CountResult = (Counting & { date: Day }) | (Counting & { unknownYear: number });

/**
 * The `count`th working day after (or before) `from`, which is itself not counted (civil code, art. 201) and may be any day. `including first` is
 * for a public notice (公示), which hangs from its first day on: that day counts where it is a working day, and the days run forward.
 * Throws a RangeError where `count` is no whole number of at least 1.
 */
export function countWorkingDays(
  from: Day,
  count: number,
  direction: CountDirection,
  calendar: WorkCalendar,
): CountResult {
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`not a count of days: ${count}`);
  const step = direction === 'backward' ? -1 : 1;
  const counting: Counting = { counted: [], skipped: [] };
  const first = direction === 'including first' ? from : addDays(from, step);
  for (let day = first; ; day = addDays(day, step)) {
    const status = isWorkingDay(day, calendar);
    if (status.working === undefined) return { ...counting, unknownYear: status.unknownYear };
    if (!status.working) {
      counting.skipped.push({ day, reason: status.reason });
      continue;
    }
    counting.counted.push(status.reason ? { day, reason: status.reason } : { day });
    if (counting.counted.length === count) return { ...counting, date: day };
  }
}
