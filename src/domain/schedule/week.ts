import { AWAITING_TABLE, isWeekend, isWorkingDay, nearestWorkingDay } from '../calendar/working-day.ts';
import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { addDays, shortDay, weekday, weekdayName, weekdayNameOf, type Day } from '../day.ts';
import { moveFromHoliday } from './holiday.ts';
import { TO_BE_ANNOUNCED, unplaced, type Placement, type Placing } from './placement.ts';

type Week = NonNullable<Placement['week']>;

/** The `number`th week of a period: weeks run from Monday to Sunday, and the first one is that in which the period begins. */
export function weekOf(from: Day, number: number): Week {
  const monday = addDays(from, 1 - weekday(from) + 7 * (number - 1));
  return { number, from: monday, until: addDays(monday, 6) };
}

/**
 * The unit's meeting day in a week. Self-study stands there whatever the calendar says, and without a meeting day is due by the week's Sunday.
 * Where the period begins after the meeting day of its first week, that session is held on the period's first working day,
 * so that it neither lies outside its stage nor falls together with the session of the second week.
 */
export function placeInWeek(number: number, placing: Placing): Placement {
  const { period, meeting, selfStudy } = placing;
  if (period.from === undefined) return { ...unplaced('阶段和活动的开始时间原文未注明'), timing: 'week' };
  const week = weekOf(period.from, number);
  if (!meeting) {
    return selfStudy
      ? { timing: 'by', day: week.until, week, status: 'fixed' }
      : {
          timing: 'week',
          day: null,
          week,
          status: 'unconfirmed',
          reason: `本单位未定固定学习日，${TO_BE_ANNOUNCED}`,
        };
  }
  const day = addDays(week.from, meeting.weekday - 1);
  const early = day < period.from;
  if (selfStudy) return { timing: 'on', day: early ? period.from : day, week, status: 'fixed' };
  return { week, ...(early ? firstOfPeriod(day, period.from, placing) : meetingDay(day, placing)) };
}

function meetingDay(day: Day, { calendar, onHoliday }: Placing): Placement {
  const status = isWorkingDay(day, calendar);
  if (status.working === undefined) return tentative(day);
  const ownWeekend = isWeekend(day) && !calendar.holidays.has(day);
  if (status.working || ownWeekend) return { timing: 'on', day, status: 'fixed' };
  return moveFromHoliday(day, status.reason, onHoliday, calendar);
}

function firstOfPeriod(planned: Day, from: Day, { calendar, meeting }: Placing): Placement {
  const day = firstWorkingDay(from, calendar);
  const why = `第一周的学习日${shortDay(planned)}（${weekdayNameOf(meeting?.weekday ?? weekday(planned))}）早于${shortDay(from)}开始`;
  if (day === undefined) return { ...unplaced(AWAITING_TABLE), timing: 'week', plannedDay: from };
  const reason = `${why}，安排在${shortDay(day)}（${weekdayName(day)}）`;
  const awaiting = isWorkingDay(day, calendar).working === undefined;
  return awaiting
    ? { ...tentative(day), plannedDay: planned, reason: `${reason}；${AWAITING_TABLE}` }
    : { timing: 'on', day, status: 'moved', plannedDay: planned, reason };
}

/** The day itself where it is worked or, in a year without a table, a weekday; else the next working day. */
function firstWorkingDay(day: Day, calendar: WorkCalendar): Day | undefined {
  const { working } = isWorkingDay(day, calendar);
  if (working || (working === undefined && !isWeekend(day))) return day;
  return nearestWorkingDay(day, 'forward', calendar);
}

/** A day in a year whose official calendar is not out: it stands for the time being. */
function tentative(day: Day): Placement {
  return { timing: 'on', day, status: 'tentative', reason: `${day.slice(0, 4)}年放假安排${AWAITING_TABLE}` };
}
