import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Day } from '../day.ts';
import type { ResolvedMoment } from '../deadlines/moment.ts';
import type { HolidayRule, Meeting, When } from './plan.ts';
import type { ScheduledSession } from './schedule.ts';
import type { Moment, Span } from '../deadlines/moment.ts';
import { placeInWeek } from './week.ts';

/** Where in time a session stands, before the unit's adjustments. */
export type Placement = Pick<ScheduledSession, 'timing' | 'day' | 'status' | 'month' | 'week' | 'time' | 'plannedDay' | 'reason'>;

/** Words where a schedule has no date yet. */
export const TO_BE_ANNOUNCED = '时间待定，另行通知';

/** What placing one session takes beside its `when`. */
export interface Placing {
  calendar: WorkCalendar;
  meeting: Meeting | undefined;
  onHoliday: HolidayRule;
  selfStudy: boolean;
  /** The period whose weeks are counted: the session's stage, or the campaign where the stage has no first day. */
  period: Span;
  resolve: (moment: Moment) => ResolvedMoment;
}

/** The placement that a session's `when` yields. Only a week's session depends on the calendar. */
export function place(when: When, placing: Placing): Placement {
  if (when === 'unknown') return unplaced(TO_BE_ANNOUNCED);
  if ('week' in when) return placeInWeek(when.week, placing);
  if ('month' in when) return { timing: 'month', day: null, month: when.month, status: 'unconfirmed', reason: TO_BE_ANNOUNCED };
  if ('on' in when) return { timing: 'on', day: when.on, time: when.time, status: 'fixed' };
  return placeBy(placing.resolve(when.by), when.time);
}

function placeBy(moment: ResolvedMoment, time: string | undefined): Placement {
  if (moment.day === undefined) return { ...unplaced(`${moment.words}${gap(moment.reason)}`), timing: 'by' };
  return { timing: 'by', day: moment.day, time, status: 'fixed' };
}

function gap(reason: string): string {
  return reason === TO_BE_ANNOUNCED ? '待定，另行通知' : reason;
}

/** No day, for the reason given. */
export function unplaced(reason: string): Placement & { day: Day | null } {
  return { timing: 'unknown', day: null, status: 'unconfirmed', reason };
}
