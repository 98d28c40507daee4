import { hasTable, type WorkCalendar } from '../calendar/work-calendar.ts';
import { resolveMoment, type MomentContext, type SessionDay, type Span } from '../deadlines/moment.ts';
import { adjust } from './adjust.ts';
import { awaitingTable } from './holiday.ts';
import { inOrderOfDays } from './order.ts';
import { place } from './place.ts';
import type { Placement, Placing } from './placement.ts';
import { adjustmentsTo, plannedSessions } from './planned-sessions.ts';
import {
  AWAY_FORMS,
  SELF_STUDY,
  type Adjustment,
  type CampaignDates,
  type FormerSession,
  type Plan,
  type ScheduleUnit,
  type SessionFacts,
  type SingleSession,
} from './plan.ts';
import type { Schedule, ScheduledSession } from './schedule.ts';
import { meetingsOf } from './sittings.ts';

/** The day of a session of another plan, as that plan's schedule for the same unit has it. */
export type OtherPlanSession = (plan: string, session: string) => SessionDay | undefined;

/**
 * A plan worked out for one unit: its sessions with day, time, place and people, the unit's adjustments applied, in the order of the days
 * (see `inOrderOfDays`). Depends on nothing but its arguments. Never throws:
 * what does not fit comes back from `scheduleFindings`.
 */
export function scheduleOf(
  plan: Plan,
  campaign: CampaignDates,
  unit: ScheduleUnit,
  calendar: WorkCalendar,
  otherPlan?: OtherPlanSession,
): Schedule {
  const adjustments = adjustmentsTo(plan.id, unit);
  const sessions = plannedSessions(plan, campaign, unit);
  const byId = new Map(sessions.map((session) => [session.id, session]));
  const done = new Map<string, ScheduledSession>();
  const underWay = new Set<string>();

  const sessionDay = (id: string, planId: string | undefined): SessionDay | undefined => {
    if (planId !== undefined && planId !== plan.id) return otherPlan?.(planId, id);
    const session = byId.get(id);
    if (!session || underWay.has(id)) return undefined;
    return dayOfSession(scheduled(session));
  };
  const context: MomentContext = { campaign, stages: campaign.stages, session: sessionDay };

  const placing = (session: SingleSession): Placing => ({
    calendar,
    meeting: unit.meeting,
    onHoliday: session.onHoliday ?? plan.onHoliday,
    daysMove: session.onHoliday !== undefined,
    selfStudy: session.form === SELF_STUDY,
    period: periodOf(session, campaign),
    resolve: (moment) => resolveMoment(moment, context),
  });

  const scheduled = (session: SingleSession): ScheduledSession => {
    const ready = done.get(session.id);
    if (ready) return ready;
    underWay.add(session.id);
    const own = adjustmentsOf(session.id, adjustments);
    const unitSetsDay = own.some(({ on, groups }) => on !== undefined || Boolean(groups?.length));
    const planned = (of: SingleSession) => {
      const { because, ...placed } = place(of.when ?? 'unknown', placing(of));
      return { because, session: furnish(of, placed, unit, unitSetsDay) };
    };
    const { because, session: now } = planned(session);
    const before = session.formerly && planned(asItWas(session, session.formerly));
    underWay.delete(session.id);
    const changed = before ? changedByPlan(now, before, session.formerly?.reason) : now;
    const adjusted = untimedWithoutDay(adjust(changed, own, because));
    const keepsDays = (session.onHoliday ?? plan.onHoliday) === 'keep';
    const isSettled = unitSetsDay && adjusted.day === changed.day;
    const result = keepsDays || isSettled ? adjusted : untilTableIsOut(adjusted, calendar);
    done.set(session.id, result);
    return result;
  };
  return { plan: plan.id, unit: unit.id, sessions: inOrderOfDays(sessions.map(scheduled)) };
}

function asItWas(session: SingleSession, { when, place, onHoliday }: FormerSession): SingleSession {
  return { ...session, when, place, onHoliday };
}

/** A session that the plan itself changed, told with what it was before. Its facts are those that it has now. */
function changedByPlan(
  now: ScheduledSession,
  { session: before, because }: { session: ScheduledSession; because: string | undefined },
  reason: string | undefined,
): ScheduledSession {
  if (now.day === null) return now;
  const other = <Value>(value: Value, former: Value) => (value === former ? undefined : value);
  const change: Adjustment = {
    session: now.id,
    on: other(now.day, before.day) ?? undefined,
    time: other(now.time, before.time),
    place: other(now.place, before.place),
  };
  if (change.on === undefined && change.time === undefined && change.place === undefined) return now;
  const told = adjust(before, [{ ...change, reason }], because, '计划');
  return {
    ...now,
    status: now.status === 'tentative' ? now.status : told.status,
    plannedDay: told.plannedDay,
    reason: [told.reason, now.reason].filter((words) => words !== undefined).join('；'),
  };
}

/**
 * A meeting on a day in a year whose official calendar is not out stands for the time being, whoever set the day. Self-study is moved by no holiday,
 * and neither is what its plan holds whatever the calendar says; a unit that sets the plan's very day has settled it.
 */
function untilTableIsOut(session: ScheduledSession, calendar: WorkCalendar): ScheduledSession {
  const { form, timing, status, reason } = session;
  if (form === SELF_STUDY || timing !== 'on' || status === 'dropped') return session;
  const open = meetingsOf(session).find(({ kind, day }) => kind !== 'makeUp' && !hasTable(day, calendar));
  if (!open) return session;
  const awaited = awaitingTable(open.day);
  const isSaid = reason?.includes(awaited) ?? false;
  return {
    ...session,
    status: 'tentative',
    reason: isSaid ? reason : [reason, awaited].filter((words) => words !== undefined).join('；'),
  };
}

/** A session of a schedule as deadlines refer to it. */
export function dayOfSession({ title, day }: ScheduledSession): SessionDay {
  return { title, day };
}

/** The adjustments of one session; where it was added, its day is no change. */
function adjustmentsOf(id: string, adjustments: readonly Adjustment[]): Adjustment[] {
  return adjustments
    .filter(({ session }) => session === id)
    .map((adjustment) => (adjustment.add ? { ...adjustment, on: undefined, time: undefined } : adjustment));
}

/** Without a day the unit's usual hours do not apply. */
function untimedWithoutDay(session: ScheduledSession): ScheduledSession {
  return session.day === null ? { ...session, time: undefined, until: undefined } : session;
}

/** The period whose weeks are counted. A stage without dates has none: that of the campaign would be a guess. */
function periodOf({ stage }: SingleSession, campaign: CampaignDates): Span {
  return campaign.stages?.find(({ id }) => id === stage) ?? campaign;
}

/**
 * A placed session with the unit's usual time and place, where it is a meeting of the unit: not self-study, not work due by a day.
 * A place is only assumed where the day is the unit's own, and for forms that are held at home.
 */
function furnish(
  session: SingleSession,
  placed: Omit<Placement, 'because'>,
  { meeting }: ScheduleUnit,
  unitSetsDay: boolean,
): ScheduledSession {
  const facts = factsOf(session);
  const meets = facts.form !== SELF_STUDY && (placed.timing !== 'by' || unitSetsDay);
  const atHome =
    meets &&
    !AWAY_FORMS.has(facts.form) &&
    (placed.timing === 'on' || placed.timing === 'week' || unitSetsDay);
  const place = facts.place ?? (atHome ? meeting?.place : undefined);
  return {
    ...facts,
    place,
    ownPlace: place !== undefined && place === meeting?.place,
    ...placed,
    time: placed.time ?? (meets ? meeting?.time : undefined),
    until: placed.time === undefined && meets ? meeting?.until : undefined,
    adjustments: [],
  };
}

function factsOf(session: SingleSession): SessionFacts {
  const facts: SingleSession = { ...session };
  delete facts.when;
  delete facts.formerly;
  delete facts.onHoliday;
  return facts;
}
