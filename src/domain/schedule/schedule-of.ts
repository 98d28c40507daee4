import { latestDay } from '../day.ts';
import { hasTable, type WorkCalendar } from '../calendar/work-calendar.ts';
import { present } from '../present.ts';
import { resolveMoment, type MomentContext, type SessionDay, type Span } from '../deadlines/moment.ts';
import { adjust } from './adjust.ts';
import { withPartsOf, type FilledAdjustment } from './groups.ts';
import { awaitingTable } from './holiday.ts';
import { atHost, type Hosting } from './hosted.ts';
import { inOrderOfDays } from './order.ts';
import { place } from './place.ts';
import type { Placement, Placing } from './placement.ts';
import { adjustmentsTo, concernsSession, plannedTurns, type PlannedTurn } from './planned-sessions.ts';
import {
  AWAY_FORMS,
  SELF_STUDY,
  type Adjustment,
  type CampaignDates,
  type Meeting,
  type Plan,
  type PlannedSitting,
  type ScheduleUnit,
  type SessionFacts,
  type SingleSession,
} from './plan.ts';
import type { Schedule, ScheduledSession, Sitting } from './schedule.ts';
import { meetingsOf } from './sittings.ts';

/** The day of a session of another plan, as that plan's schedule for the same unit has it. */
export type OtherPlanSession = (plan: string, session: string) => SessionDay | undefined;

/** A session of the same plan as the unit that holds it for others has it; `undefined` where that one does not hold it itself, or not at that time. */
export type HostingOf = (host: string, session: string) => Hosting | undefined;

/**
 * A plan worked out for one unit: its sessions with day, time, place and people, the unit's adjustments applied, in the order of the days
 * (see `inOrderOfDays`). Depends on nothing but its arguments. Never throws:
 * what does not fit comes back from `scheduleFindings`.
 */
export function scheduleOf(...of: Parameters<typeof openSchedule>): Schedule {
  return openSchedule(...of).schedule();
}

/** A schedule of which sessions are worked out when they are asked for; one that waits for itself is none. */
export interface OpenSchedule {
  session(id: string): ScheduledSession | undefined;
  schedule(): Schedule;
}

/** When a session is held, as its plan says it, now or before. */
type Times = Pick<SingleSession, 'when' | 'sittings' | 'onHoliday'>;

/** The same, to be asked for single sessions while others are not worked out yet, as units do that go to one another. */
export function openSchedule(
  plan: Plan,
  campaign: CampaignDates,
  unit: ScheduleUnit,
  calendar: WorkCalendar,
  otherPlan?: OtherPlanSession,
  hosting?: HostingOf,
): OpenSchedule {
  const adjustments = adjustmentsTo(plan.id, unit);
  const turns = plannedTurns(plan, campaign, unit);
  const byId = new Map(turns.map((turn) => [turn.facts.id, turn]));
  const done = new Map<string, ScheduledSession>();
  const underWay = new Set<string>();

  const sessionDay = (id: string, planId: string | undefined): SessionDay | undefined => {
    if (planId !== undefined && planId !== plan.id) return otherPlan?.(planId, id);
    const session = sessionOf(id);
    return session && dayOfSession(session);
  };
  const sessionOf = (id: string): ScheduledSession | undefined => {
    const turn = byId.get(id);
    return turn && !underWay.has(id) ? scheduled(turn) : undefined;
  };
  const context: MomentContext = { campaign, stages: campaign.stages, session: sessionDay };

  const placing = (facts: SessionFacts, { onHoliday }: Times): Placing => ({
    calendar,
    meeting: unit.meeting,
    onHoliday: onHoliday ?? plan.onHoliday,
    daysMove: onHoliday !== undefined,
    selfStudy: facts.form === SELF_STUDY,
    period: periodOf(facts, campaign),
    resolve: (moment) => resolveMoment(moment, context),
  });

  const scheduled = ({ session, facts }: PlannedTurn): ScheduledSession => {
    const { id } = facts;
    const ready = done.get(id);
    if (ready) return ready;
    underWay.add(id);
    const own = adjustmentsOf(id, adjustments, unit);
    const unitSetsDay = own.some(
      ({ on, groups, sitting }) => sitting === undefined && (on !== undefined || Boolean(groups?.length)),
    );
    const planned = (of: SessionFacts, times: Times) => {
      const { because, ...placed } = placeSession(times, placing(of, times));
      return { because, session: furnish(of, times.sittings, placed, unit, unitSetsDay) };
    };
    const { formerly, onHoliday } = session;
    const { because, session: now } = planned(facts, session);
    // With its former time: of several sittings the first is compared.
    const before = formerly && planned({ ...facts, place: formerly.place }, formerly);
    const changed = before ? changedByPlan(now, before, formerly.reason) : now;
    const adjusted = adjust(changed, own, because);
    const guest = own.findLast(({ hostedBy }) => hostedBy !== undefined);
    const given = guest?.hostedBy === undefined ? undefined : hosting?.(guest.hostedBy, id);
    const held = untimedWithoutDay(given ? atHost(adjusted, given, guest?.reason) : adjusted);
    underWay.delete(id);
    const keepsDays = (onHoliday ?? plan.onHoliday) === 'keep';
    const isSettled = unitSetsDay && held.day === changed.day;
    // What another unit holds stands or waits as it does there.
    const result = given || keepsDays || isSettled ? held : untilTableIsOut(held, calendar);
    done.set(id, result);
    return result;
  };
  return {
    session: sessionOf,
    schedule: () => ({
      plan: plan.id,
      unit: unit.id,
      sessions: inOrderOfDays(turns.map(scheduled)),
    }),
  };
}

/** A session that the plan itself changed, told with what it was before. Its facts are those that it has now. */
function changedByPlan(
  now: ScheduledSession,
  { session: before, because }: { session: ScheduledSession; because: string | undefined },
  reason: string | undefined,
): ScheduledSession {
  if (now.day === null) return now;
  const other = <Value>(value: Value, former: Value) => (value === former ? undefined : value);
  const change: FilledAdjustment = {
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

/** A session of a schedule as deadlines refer to it: of one that takes several sittings, what comes after is counted from the last. */
export function dayOfSession({ title, day, sittings }: ScheduledSession): SessionDay {
  const last = day === null ? undefined : latestDay(sittings?.map((sitting) => sitting.day) ?? []);
  return last === undefined ? { title, day } : { title, day: last, from: day ?? undefined };
}

function placeSession({ when = 'unknown', sittings }: Times, placing: Placing): Placement {
  const first = sittings?.[0];
  return first ? { timing: 'on', day: first.on, time: first.time, status: 'fixed' } : place(when, placing);
}

/**
 * The adjustments of one session with what they have of the unit's parts; where it was added, its day is no change. The turns of a recurring one
 * that the unit adds have each why it was added.
 */
function adjustmentsOf(
  id: string,
  adjustments: readonly Adjustment[],
  unit: ScheduleUnit,
): FilledAdjustment[] {
  return adjustments
    .filter((adjustment) => concernsSession(adjustment, id))
    .map((adjustment) => (adjustment.add ? { ...adjustment, on: undefined, time: undefined } : adjustment))
    .map((adjustment) => withPartsOf(unit, adjustment));
}

/** Without a day the unit's usual hours do not apply. */
function untimedWithoutDay(session: ScheduledSession): ScheduledSession {
  return session.day === null ? { ...session, time: undefined, until: undefined } : session;
}

/** The period whose weeks are counted. A stage without dates has none: that of the campaign would be a guess. */
function periodOf({ stage }: SessionFacts, campaign: CampaignDates): Span {
  return campaign.stages?.find(({ id }) => id === stage) ?? campaign;
}

/**
 * A placed session with the unit's usual time, place and chair, where it is a meeting of the unit: not self-study, not work due by a day.
 * A place is only assumed where the day is the unit's own, and for forms that are held at home.
 */
function furnish(
  facts: SessionFacts,
  planned: Times['sittings'],
  placed: Omit<Placement, 'because'>,
  { meeting, chair }: ScheduleUnit,
  unitSetsDay: boolean,
): ScheduledSession {
  const meets = facts.form !== SELF_STUDY && (placed.timing !== 'by' || unitSetsDay);
  const atHome =
    meets &&
    !AWAY_FORMS.has(facts.form) &&
    (placed.timing === 'on' || placed.timing === 'week' || unitSetsDay);
  const place = facts.place ?? (atHome ? meeting?.place : undefined);
  const sittings = planned?.map((each) => sittingOf(each, place));
  return {
    ...facts,
    hours: facts.hours ?? totalHours(planned),
    chair: facts.chair ?? (meets ? chair : undefined),
    place,
    ...(sittings?.length ? { sittings } : {}),
    ownPlace: place !== undefined && place === meeting?.place,
    ...placed,
    ...hoursOf(planned, placed.time, meets ? meeting : undefined),
    adjustments: [],
  };
}

/** The hours of a session: its own, or the usual ones of a unit that meets; sittings have only what is written. */
function hoursOf(
  sittings: Times['sittings'],
  time: string | undefined,
  meeting: Meeting | undefined,
): Pick<ScheduledSession, 'time' | 'until'> {
  const usual = time === undefined && !sittings?.length ? meeting : undefined;
  return { time: time ?? usual?.time, until: usual?.until };
}

function sittingOf({ title, on, place, ...facts }: PlannedSitting, usualPlace: string | undefined): Sitting {
  return {
    ...(title !== undefined && { name: title }),
    day: on,
    ...present(facts),
    place: place ?? usualPlace,
  };
}

/** 学时 of all sittings together; `undefined` where none is written, or not each. */
function totalHours(sittings: readonly PlannedSitting[] = []): number | undefined {
  const hours = sittings.flatMap((each) => each.hours ?? []);
  return hours.length > 0 && hours.length === sittings.length
    ? hours.reduce((sum, each) => sum + each, 0)
    : undefined;
}
