import type { WorkCalendar } from '../calendar/work-calendar.ts';
import { AWAITING_TABLE, isWorkingDay, nearestWorkingDay } from '../calendar/working-day.ts';
import { addDays, shortDay, weekdayName, type Day } from '../day.ts';
import type { Placement } from './placement.ts';
import type { HolidayRule } from './plan.ts';

const MOVES: Record<Exclude<HolidayRule, 'confirm'>, string> = {
  before: '提前到上一个工作日',
  nextMeetingDay: '顺延到下一个学习日',
  nextWorkingDay: '顺延到下一个工作日',
};

/** A meeting day that is a holiday, treated as the plan's rule says, with the reason in words. */
export function moveFromHoliday(
  planned: Day,
  holiday: string,
  rule: HolidayRule,
  calendar: WorkCalendar,
): Placement {
  const why = `${shortDay(planned)}（${weekdayName(planned)}）${holiday}放假`;
  if (rule === 'confirm') {
    return {
      timing: 'week',
      day: null,
      status: 'unconfirmed',
      plannedDay: planned,
      reason: `${why}，时间待定，另行通知`,
    };
  }
  const day =
    rule === 'nextMeetingDay' ? nextMeetingDay(planned, calendar) : neighbour(planned, rule, calendar);
  if (day === undefined) {
    return {
      timing: 'week',
      day: null,
      status: 'unconfirmed',
      plannedDay: planned,
      reason: `${why}；次年放假安排${AWAITING_TABLE}`,
    };
  }
  const reason = `${why}，${MOVES[rule]}${shortDay(day)}（${weekdayName(day)}）`;
  if (isWorkingDay(day, calendar).working !== undefined)
    return { timing: 'on', day, status: 'moved', plannedDay: planned, reason };
  const awaiting = `${day.slice(0, 4)}年放假安排${AWAITING_TABLE}`;
  return { timing: 'on', day, status: 'tentative', plannedDay: planned, reason: `${reason}；${awaiting}` };
}

function neighbour(day: Day, rule: 'before' | 'nextWorkingDay', calendar: WorkCalendar): Day | undefined {
  return nearestWorkingDay(day, rule === 'before' ? 'backward' : 'forward', calendar);
}

/** The same weekday of a later week that is no holiday; a year without a table holds it for the time being. */
function nextMeetingDay(planned: Day, calendar: WorkCalendar): Day {
  let day = addDays(planned, 7);
  while (calendar.holidays.has(day)) day = addDays(day, 7);
  return day;
}
