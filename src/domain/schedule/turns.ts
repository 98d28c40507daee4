import { addDays, dayNumber, weekday, type Day } from '../day.ts';
import { dayInMonth, halfMonthDays, lastDayOf } from '../month.ts';
import { resolveMoment, type Moment, type MomentContext, type Span } from '../deadlines/moment.ts';
import { periodAt, type Period } from './periods.ts';
import type { CampaignDates, HolidayRule, PlanSession, Recurrence, SingleSession, When } from './plan.ts';
import { weekOf } from './week.ts';

/** Turns of one session at most: seven years of weeks. */
export const MOST_TURNS = 400;

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

/** What a turn is called by its period: 2027-03, 2027-03-a, 2027-q1, 2027-h1, or the Monday of its week. */
export const TURN_KEY = /^\d{4}-(?:\d{2}(?:-(?:a|b|\d{2}))?|q[1-4]|h[12])$/;

/** Which turn it is, at the end of its title. */
export const TURN_IN_TITLE = /（第\d+次(?:，[^（）]+)?）$/u;

/** The turn of a recurring session that an id of a schedule is; `undefined` where it is none. */
export function turnOf(id: string, { id: planned, when }: PlanSession): string | undefined {
  if (!isRecurrence(when) || !id.startsWith(`${planned}-`)) return undefined;
  const key = id.slice(planned.length + 1);
  return TURN_KEY.test(key) ? key : undefined;
}

/** Whether an id of a schedule is that of a plan's session or of one of its turns. */
export function isSessionOrTurn(id: string, session: PlanSession): boolean {
  return id === session.id || turnOf(id, session) !== undefined;
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
  return typeof when === 'object' && 'on' in when ? { ...when, time } : when;
}

function endsOf(
  { from, until }: Recurrence,
  { stage }: PlanSession,
  { campaign, session }: TurnContext,
): Partial<Record<'from' | 'until' | 'weeksFrom', Day | undefined>> {
  // A stage without dates has no turns yet: those of the whole campaign would be a guess.
  const around: Span = campaign.stages?.find(({ id }) => id === stage) ?? campaign;
  const dayOf = (moment: Moment | undefined, edge: 'from' | 'until') =>
    moment === undefined
      ? around[edge]
      : resolveMoment(moment, { campaign, stages: campaign.stages, session }).day;
  return { from: dayOf(from, 'from'), until: dayOf(until, 'until'), weeksFrom: around.from ?? campaign.from };
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
  return every === 'month' ? { month: period.key } : { period: period.key };
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
