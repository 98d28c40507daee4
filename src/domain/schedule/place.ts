import { isWorkingDay } from '../calendar/working-day.ts';
import { weekday, weekdayName, type Day } from '../day.ts';
import type { ResolvedMoment } from '../deadlines/moment.ts';
import { dayAwaitingTable, moveFromHoliday } from './holiday.ts';
import { placeBeforeFestival, placeOnFestival } from './festival-times.ts';
import { withinMonth, withinPeriod, type Within } from './periods.ts';
import { TO_BE_ANNOUNCED, unplaced, type Placement, type Placing } from './placement.ts';
import type { When } from './plan.ts';
import { placeInWeek } from './week.ts';

/** The placement for a session's `when`. Only sessions by week, and days that move from days off, depend on the calendar. */
export function place(when: When, placing: Placing): Placement {
  if (when === 'unknown') return unplaced(TO_BE_ANNOUNCED);
  if ('week' in when) return placeInWeek(when.week, placing);
  if ('month' in when) return placeWithin(withinMonth(when.month, when.part));
  if ('period' in when) return placeWithin(withinPeriod(when.period));
  if ('on' in when) return { ...placeOn(when.on, placing), time: when.time };
  if ('before' in when) return placeBeforeFestival(when);
  if ('festival' in when) return placeOnFestival(when, (day) => placeOn(day, placing));
  return placeBy(placing.resolve(when.by), when.time);
}

/** Some day of these, which nobody has named yet. */
function placeWithin(within: Within | undefined): Placement {
  if (!within) return unplaced(TO_BE_ANNOUNCED);
  const { words: said, ...days } = within;
  return { timing: 'within', day: null, said, within: days, status: 'unconfirmed', reason: TO_BE_ANNOUNCED };
}

/** A day that the plan names. Where it moves from days off, weekends are some, other than the weekday on which the unit meets by its own choice. */
function placeOn(day: Day, { daysMove, onHoliday, calendar, meeting }: Placing): Placement {
  if (!daysMove || onHoliday === 'keep') return { timing: 'on', day, status: 'fixed' };
  const status = isWorkingDay(day, calendar);
  if (status.working === undefined) return dayAwaitingTable(day);
  if (status.working || (status.reason === weekdayName(day) && meeting?.weekday === weekday(day)))
    return { timing: 'on', day, status: 'fixed' };
  const meetsOn = meeting?.weekday ?? weekday(day);
  return moveFromHoliday({ planned: day, name: status.reason, rule: onHoliday, meetsOn }, calendar);
}

function placeBy(moment: ResolvedMoment, time: string | undefined): Placement {
  if (moment.day === undefined) return { ...unplaced(gap(moment)), timing: 'by' };
  return { timing: 'by', day: moment.day, time, status: 'fixed' };
}

function gap({ words, reason }: Extract<ResolvedMoment, { day: undefined }>): string {
  return reason === TO_BE_ANNOUNCED ? `${words}待定，另行通知` : `${TO_BE_ANNOUNCED}（${words}${reason}）`;
}
