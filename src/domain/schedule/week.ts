import { isWeekend, isWorkingDay, nearestWorkingDay } from '../calendar/working-day.ts';
import { hasTable, type WorkCalendar } from '../calendar/work-calendar.ts';
import { addDays, mondayOf, shortDay, weekday, weekdayName, type Day } from '../day.ts';
import type { Span } from '../deadlines/moment.ts';
import { awaitingTable, dayAwaitingTable, moveFromHoliday, open } from './holiday.ts';
import { TO_BE_ANNOUNCED, unplaced, type Placement, type Placing } from './placement.ts';

type Week = NonNullable<Placement['week']>;

const FRIDAY = 5;

/** The `number`th week of a period: weeks run from Monday to Sunday, and the first one is that in which the period begins. */
export function weekOf(from: Day, number: number): Week {
  const monday = addDays(mondayOf(from), 7 * (number - 1));
  return { number, from: monday, until: addDays(monday, 6) };
}

/**
 * The unit's meeting day in a week; self-study takes the whole week instead (see `duringWeek`).
 * Where the period begins after the meeting day of its first week, that session is held on the period's first working day,
 * so that it neither lies outside its stage nor falls together with the session of the second week.
 */
export function placeInWeek(number: number, placing: Placing): Placement {
  const { period, meeting, selfStudy } = placing;
  if (period.from === undefined) {
    return { ...unplaced(`${TO_BE_ANNOUNCED}（开始时间原文未注明）`), timing: 'week' };
  }
  const week = weekOf(period.from, number);
  if (selfStudy) return duringWeek(week, period);
  if (!meeting) {
    const reason = `本单位未定固定学习日，${TO_BE_ANNOUNCED}`;
    return { timing: 'week', day: null, week, status: 'unconfirmed', reason };
  }
  const day = addDays(week.from, meeting.weekday - 1);
  return {
    week,
    ...(day < period.from ? firstOfPeriod(day, period.from, placing) : meetingDay(day, placing)),
  };
}

/**
 * Self-study of a week (本周内): done by each reader some time in it, so that no holiday and no meeting day moves it. Its day, by which
 * agendas and calendar files place it, is the week's Friday, kept within the period where that begins or ends in the week.
 */
function duringWeek(week: Week, { from, until }: Span): Placement {
  const friday = addDays(week.from, FRIDAY - 1);
  const notEarly = from !== undefined && friday < from ? from : friday;
  const day = until !== undefined && week.from <= until && until < notEarly ? until : notEarly;
  return { timing: 'by', day, week, status: 'fixed' };
}

function meetingDay(day: Day, { calendar, onHoliday }: Placing): Placement {
  const status = isWorkingDay(day, calendar);
  if (status.working === undefined) return dayAwaitingTable(day);
  const ownWeekend = isWeekend(day) && !calendar.holidays.has(day);
  if (status.working || ownWeekend) return { timing: 'on', day, status: 'fixed' };
  return moveFromHoliday(
    { planned: day, name: status.reason, rule: onHoliday, meetsOn: weekday(day) },
    calendar,
  );
}

function firstOfPeriod(planned: Day, from: Day, { calendar }: Placing): Placement {
  const day = firstWorkingDay(from, calendar);
  const because = `第一周的学习日${shortDay(planned)}（${weekdayName(planned)}）早于${shortDay(from)}开始`;
  if (day === undefined) return open(from, because, `；${awaitingTable(from)}`);
  const reason = `${because}，安排在${shortDay(day)}（${weekdayName(day)}）`;
  const moved: Placement = { timing: 'on', day, status: 'moved', plannedDay: planned, because, reason };
  if (hasTable(day, calendar)) return moved;
  return { ...moved, status: 'tentative', reason: `${reason}；${awaitingTable(day)}` };
}

/** The day itself where it is worked or, in a year without a table, a weekday that no regulation makes a day off; else the next working day. */
function firstWorkingDay(day: Day, calendar: WorkCalendar): Day | undefined {
  const { working } = isWorkingDay(day, calendar);
  if (working) return day;
  if (working === undefined) return isWeekend(day) ? undefined : day;
  return nearestWorkingDay(day, 'forward', calendar);
}
