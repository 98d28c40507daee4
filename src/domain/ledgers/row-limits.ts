import { countWorkingDays } from '../calendar/count-working-days.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { isWorkingDay, nearestWorkingDay } from '../calendar/working-day.ts';
import type { Day } from '../day.ts';
import type { LedgerLimit, LedgerRow, LedgerRule } from './ledger.ts';

/** The days by which a row is to be signed and answered; `undefined` where there is no rule or the year has no table. */
export interface RowLimits {
  signBy?: Day | undefined;
  answerBy?: Day | undefined;
}

/**
 * A row's limits. 当日签批: on the day received, or on the next working day where that is a day off. The answer (办结或首次回复) is due the
 * ledger's number of working days after the day of signing, or of receiving where none is written; the first day is not counted (civil code, art. 201).
 */
export function limitsOf(row: LedgerRow, limit: LedgerLimit | undefined, calendar: WorkCalendar): RowLimits {
  const signBy = limit?.signSameDay ? workingDayFrom(row.received, calendar) : undefined;
  if (row.limit !== undefined || !limit) return { signBy, answerBy: row.limit };
  const counting = countWorkingDays(row.signed ?? row.received, limit.workingDays, 'forward', calendar);
  return { signBy, answerBy: 'date' in counting ? counting.date : undefined };
}

function workingDayFrom(day: Day, calendar: WorkCalendar): Day | undefined {
  const { working } = isWorkingDay(day, calendar);
  if (working === undefined) return undefined;
  return working ? day : nearestWorkingDay(day, 'forward', calendar);
}

/**
 * How a row stands on a day. `late` is true where neither answer nor first reply came by the limit, and `undefined` where there is no limit. 超期
 * is not a state of its own: a late row is done or open.
 */
export interface RowStanding {
  state: 'done' | 'open' | 'returned';
  late: boolean | undefined;
  signedLate: boolean | undefined;
}

/** How a row stands on `asOf`; what happened after that day is not seen. */
export function standingOf(
  row: LedgerRow,
  { limit, repliesCount }: LedgerRule,
  asOf: Day,
  calendar: WorkCalendar,
): RowStanding {
  const { signBy, answerBy } = limitsOf(row, limit, calendar);
  const seen = (day: Day | undefined) => (day !== undefined && day <= asOf ? day : undefined);
  const done = seen(row.done);
  const signed = seen(row.signed);
  const signedLate = signBy === undefined ? undefined : (signed ?? asOf) > signBy;
  if (row.state !== undefined) return { state: 'returned', late: false, signedLate };
  const [answered] = [done, repliesCount ? seen(row.firstReply) : undefined]
    .filter((day) => day !== undefined)
    .sort();
  const late = answerBy === undefined ? undefined : (answered ?? asOf) > answerBy;
  return { state: done === undefined ? 'open' : 'done', late, signedLate };
}
