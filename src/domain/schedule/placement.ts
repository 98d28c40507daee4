import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Moment, ResolvedMoment, Span } from '../deadlines/moment.ts';
import type { HolidayRule, Meeting } from './plan.ts';
import type { ScheduledSession } from './schedule.ts';

/** The time of a session before the unit's adjustments. */
export type Placement = Pick<
  ScheduledSession,
  'timing' | 'day' | 'status' | 'said' | 'within' | 'week' | 'time' | 'plannedDay' | 'reason'
> & {
  /** Why the meeting day could not be kept (10月2日（周五）国庆节放假): the part of `reason` that stays true when the unit sets another day. */
  because?: string | undefined;
};

/** Words where a schedule has no date yet. */
export const TO_BE_ANNOUNCED = '时间待定，另行通知';

/** What placing one session takes beside its `when`. */
export interface Placing {
  calendar: WorkCalendar;
  meeting: Meeting | undefined;
  onHoliday: HolidayRule;
  /** Whether a day that the plan names is treated by that rule, too. */
  daysMove: boolean;
  selfStudy: boolean;
  /** The period whose weeks are counted: the session's stage, or the campaign where it has none. */
  period: Span;
  resolve: (moment: Moment) => ResolvedMoment;
}

/** No day, for the reason given. */
export function unplaced(reason: string): Placement {
  return { timing: 'unknown', day: null, status: 'unconfirmed', reason };
}
