import { addDays, dayNumber, weekday, type Day } from '../day.ts';
import { chineseNumber } from '../chinese-number.ts';
import { dayInMonth, halfMonthDays, halfMonthOf, lastDayOf } from '../month.ts';
import { resolveMoment, type Moment, type MomentContext } from '../deadlines/moment.ts';
import type { CampaignDates, HolidayRule, PlanSession, Recurrence, SingleSession, When } from './plan.ts';
import { weekOf } from './week.ts';

/** Turns of one session at most: seven years of weeks. */
export const MOST_TURNS = 400;

/** Months of a turn; those of a half month and of a week are no whole ones. */
const MONTHS = { month: 1, quarter: 3, 'half-year': 6 } as const;
const HALVES = ['上半', '下半'] as const;

/** The time that a turn belongs to, whole: its first and its last day. */
interface Period {
  /** What tells it from the other turns, stable whatever the rule for its day: 2027-03, 2027-q1, 2027-03-a, 2027-h1, and for a week its Monday. */
  key: string;
  /** In words without the year: 3月, 第一季度, 3月上半月, 上半年; a week has its number only. */
  name: string | undefined;
  from: Day;
  until: Day;
}

/** What turns are counted in: the campaign, and whatever moments refer to. */
export interface TurnContext {
  campaign: CampaignDates;
  /** The plan's rule for days off, where a session has none of its own. */
  onHoliday: HolidayRule;
  session?: MomentContext['session'];
}

/** Whether a session's time is a rule that gives many. */
export function isRecurrence(when: When | Recurrence | undefined): when is Recurrence {
  return typeof when === 'object' && 'every' in when;
}

/** Whether an id of a schedule is that of a plan's session or of one of its turns. */
export function isSessionOrTurn(id: string, { id: planned, when }: PlanSession): boolean {
  return id === planned || (isRecurrence(when) && id.startsWith(`${planned}-`));
}

/**
 * A session of a plan as the sessions that a schedule has: itself, or each turn of a recurring one, in the order of time. A turn has the id of
 * its session and of its period (`party-day-2027-03`), which stays the same when the rule for its day changes, and says in its title which it
 * is: 主题党日（第3次，3月）. Turns lie within the rule's own ends, else within the session's stage, else the campaign; where one of these is
 * unknown the session stays one whose time is unknown.
 */
export function turnsOf(session: PlanSession, context: TurnContext): SingleSession[] {
  const { when, exceptions = [], ...facts } = session;
  if (!isRecurrence(when)) return [{ ...facts, when }];
  const { from, until, weeksFrom = from } = endsOf(when, session, context);
  if (from === undefined || until === undefined || weeksFrom === undefined)
    return [{ ...facts, when: 'unknown' }];
  const onHoliday = session.onHoliday ?? context.onHoliday;
  const turns = periodsOf(when.every, from, until)
    .map((period) => ({ period, when: whenOf(when, period, { from, until, weeksFrom }) }))
    .filter((turn): turn is { period: Period; when: When } => turn.when !== undefined)
    .slice(0, MOST_TURNS);
  const years = new Set(turns.map(({ period }) => period.key.slice(0, 4)));
  return turns.flatMap(({ period, when: planned }, index) => {
    const exception = exceptions.find(({ turn }) => turn === period.key);
    if (exception?.drop) return [];
    const name = period.name && `${years.size > 1 ? `${period.key.slice(0, 4)}年` : ''}${period.name}`;
    const which = [`第${index + 1}次`, ...(name ? [name] : [])].join('，');
    const { on, place, reason } = exception ?? {};
    const single: SingleSession = {
      ...facts,
      id: `${session.id}-${period.key}`,
      title: exception?.title ?? `${facts.title}（${which}）`,
      readings: exception?.readings ?? facts.readings,
      place: place ?? facts.place,
      note: on === undefined ? (reason ?? facts.note) : facts.note,
      onHoliday,
      when: planned,
    };
    if (on !== undefined)
      return [
        {
          ...single,
          onHoliday: undefined,
          when: { on, time: exception?.time ?? when.time },
          formerly: { when: planned, place: facts.place, onHoliday, reason },
        },
      ];
    return [exception?.time === undefined ? single : { ...single, when: atTime(planned, exception.time) }];
  });
}

function atTime(when: When, time: string): When {
  return typeof when === 'object' && ('on' in when || 'by' in when) ? { ...when, time } : when;
}

function endsOf(
  { from, until }: Recurrence,
  { stage }: PlanSession,
  { campaign, session }: TurnContext,
): Partial<Record<'from' | 'until' | 'weeksFrom', Day | undefined>> {
  const own = campaign.stages?.find(({ id }) => id === stage);
  const dayOf = (moment: Moment | undefined, edge: 'from' | 'until') =>
    moment === undefined
      ? (own?.[edge] ?? campaign[edge])
      : resolveMoment(moment, { campaign, stages: campaign.stages, session }).day;
  return { from: dayOf(from, 'from'), until: dayOf(until, 'until'), weeksFrom: own?.from ?? campaign.from };
}

/** The periods of a rhythm that hold a day between two days, both included. */
function periodsOf(every: Recurrence['every'], from: Day, until: Day): Period[] {
  const periods: Period[] = [];
  let day = from;
  while (day <= until && periods.length <= MOST_TURNS) {
    const period = periodAt(every, day);
    periods.push(period);
    day = addDays(period.until, 1);
  }
  return periods;
}

function periodAt(every: Recurrence['every'], day: Day): Period {
  const month = day.slice(0, 7);
  const [year, number] = [day.slice(0, 4), Number(day.slice(5, 7))];
  if (every === 'week') {
    const { from, until } = weekOf(day, 1);
    return { key: from, name: undefined, from, until };
  }
  if (every === 'half-month') {
    const half = halfMonthOf(day);
    const isFirst = half.from.endsWith('-01');
    return {
      key: `${month}-${isFirst ? 'a' : 'b'}`,
      name: `${number}月${HALVES[isFirst ? 0 : 1]}月`,
      ...half,
    };
  }
  const length = MONTHS[every];
  const index = Math.floor((number - 1) / length);
  const first = monthAt(year, index * length + 1);
  const last = monthAt(year, index * length + length);
  const keys = {
    month: [month, `${number}月`],
    quarter: [`${year}-q${index + 1}`, `第${chineseNumber(index + 1)}季度`],
    'half-year': [`${year}-h${index + 1}`, `${HALVES[index as 0 | 1]}年`],
  } as const;
  const [key, name] = keys[every];
  return { key, name, from: `${first}-01`, until: lastDayOf(last) };
}

/** The time of a turn by the rule; `undefined` where its day lies outside the ends. */
function whenOf(
  { every, day, weekday: wanted, nth, time }: Recurrence,
  period: Period,
  ends: { from: Day; until: Day; weeksFrom: Day },
): When | undefined {
  const isInside = (on: Day) => ends.from <= on && on <= ends.until;
  const held = (on: Day | undefined): When | undefined =>
    on !== undefined && isInside(on) ? { on, time } : undefined;
  if (every === 'week') {
    if (wanted !== undefined) return held(addDays(period.from, wanted - 1));
    const number = (dayNumber(period.from) - dayNumber(weekOf(ends.weeksFrom, 1).from)) / 7 + 1;
    return { week: number };
  }
  if (wanted !== undefined) return held(nthWeekday(period.until.slice(0, 7), wanted, nth ?? 1));
  if (day !== undefined) return held(dayIn(every, period, day));
  if (every === 'month') return { month: period.key };
  return { by: period.until < ends.until ? period.until : ends.until, time };
}

/** A day of the month, in longer turns of their last month; one that the month lacks is its last. In a half month the one of its half. */
function dayIn(every: Recurrence['every'], { from, until }: Period, day: number): Day {
  const [first, second] = halfMonthDays(day);
  const inHalf = from.endsWith('-01') ? first : second;
  return dayInMonth(until.slice(0, 7), every === 'half-month' ? inHalf : day);
}

/** The `nth` such weekday of a month; a fifth one that the month lacks is none. */
function nthWeekday(month: string, wanted: number, nth: number | 'last'): Day | undefined {
  if (nth === 'last') {
    const last = lastDayOf(month);
    return addDays(last, -((weekday(last) - wanted + 7) % 7));
  }
  const first = `${month}-01`;
  const day = addDays(first, ((wanted - weekday(first) + 7) % 7) + 7 * (nth - 1));
  return day.startsWith(month) ? day : undefined;
}

function monthAt(year: string, number: number): string {
  return `${year}-${String(number).padStart(2, '0')}`;
}
