import { hasTable, type WorkCalendar } from '../calendar/work-calendar.ts';
import { AWAITING_TABLE, nearestWorkingDay } from '../calendar/working-day.ts';
import { addDays, shortDay, weekday, weekdayName, type Day } from '../day.ts';
import { fixedHoliday } from '../calendar/fixed-holidays.ts';
import { TO_BE_ANNOUNCED, type Placement } from './placement.ts';
import type { HolidayRule } from './plan.ts';

/** The rules that give a day off another day. */
type MovingRule = Exclude<HolidayRule, 'confirm' | 'keep'>;

const MOVES: Record<MovingRule, string> = {
  before: '提前到上一个工作日',
  nextMeetingDay: '顺延到下一个学习日',
  nextWorkingDay: '顺延到下一个工作日',
};

/** A day that is none to meet on, with the name of its holiday or of its weekday, and what is to become of it. */
export interface DayOff {
  planned: Day;
  name: string;
  rule: HolidayRule;
  /** The weekday of meetings, from 1 (Monday) to 7 (Sunday). */
  meetsOn: number;
}

/**
 * A day off treated as the rule says, with the reason in words. One that the law fixes in a year whose arrangement is not out has no other day
 * yet: which days are worked beside it is not known.
 */
export function moveFromHoliday({ planned, name, rule, meetsOn }: DayOff, calendar: WorkCalendar): Placement {
  if (rule === 'keep') return { timing: 'on', day: planned, status: 'fixed' };
  const isRest = name === weekdayName(planned);
  const because = `${shortDay(planned)}（${weekdayName(planned)}）${isRest ? '是休息日' : `${name}放假`}`;
  if (!hasTable(planned, calendar)) return open(planned, because, `，${awaitingTable(planned)}`);
  if (rule === 'confirm') return open(planned, because, `，${TO_BE_ANNOUNCED}`);
  const day =
    rule === 'nextMeetingDay'
      ? nextMeetingDay(planned, meetsOn, calendar)
      : neighbour(planned, rule, calendar);
  if (day === undefined) return open(planned, because, `；次年放假安排${AWAITING_TABLE}`);
  const reason = `${because}，${MOVES[rule]}${shortDay(day)}（${weekdayName(day)}）`;
  const moved: Placement = { timing: 'on', day, status: 'moved', plannedDay: planned, because, reason };
  if (hasTable(day, calendar)) return moved;
  return { ...moved, status: 'tentative', reason: `${reason}；${awaitingTable(day)}` };
}

/** A day in a year whose official calendar is not out: it stands for the time being. */
export function dayAwaitingTable(day: Day): Placement {
  return { timing: 'on', day, status: 'tentative', reason: awaitingTable(day) };
}

/** `2027年放假安排待国务院办公厅公布` */
export function awaitingTable(day: Day): string {
  return `${day.slice(0, 4)}年放假安排${AWAITING_TABLE}`;
}

/** No day yet, for a reason that begins with why the meeting day cannot be kept. */
export function open(plannedDay: Day, because: string, then: string): Placement {
  return { timing: 'week', day: null, status: 'unconfirmed', plannedDay, because, reason: because + then };
}

function neighbour(day: Day, rule: 'before' | 'nextWorkingDay', calendar: WorkCalendar): Day | undefined {
  return nearestWorkingDay(day, rule === 'before' ? 'backward' : 'forward', calendar);
}

/** The next such weekday that is no holiday; a year without a table holds it for the time being. */
function nextMeetingDay(planned: Day, meetsOn: number, calendar: WorkCalendar): Day {
  let day = addDays(planned, ((meetsOn - weekday(planned) + 6) % 7) + 1);
  while (isHoliday(day, calendar)) day = addDays(day, 7);
  return day;
}

function isHoliday(day: Day, calendar: WorkCalendar): boolean {
  return calendar.holidays.has(day) || (!hasTable(day, calendar) && fixedHoliday(day) !== undefined);
}
