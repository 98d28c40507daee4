import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Deadline, DeadlineResult } from '../deadlines/deadline.ts';
import type { DeadlineContext } from '../deadlines/moment.ts';
import { resolveDeadline } from '../deadlines/resolve-deadline.ts';
import { slugFromChinese } from '../slug.ts';
import type { WorkedOut } from './findings.ts';
import { concerns, membershipIn, owed } from './membership.ts';
import type { CampaignDates, Plan, ScheduleUnit } from './plan.ts';
import { adjustmentsTo } from './planned-sessions.ts';
import type { Hosting } from './hosted.ts';
import { dayOfSession, openSchedule, type OpenSchedule } from './schedule-of.ts';
import type { Schedule, ScheduledSession } from './schedule.ts';

/** A report that a campaign asks of its units. */
export interface Report {
  title: string;
  from?: string | undefined;
  to?: string | undefined;
  deadline: Deadline;
}

/** An essay call (材料报送) as far as schedules go. */
export interface EssayCall {
  id: string;
  /** The campaign's id. */
  campaign: string;
  title: string;
  writers?: string | undefined;
  submitTo?: { office?: string | undefined } | undefined;
  /** Where the source names no deadline, `undefined`. */
  deadline?: Deadline | undefined;
  /** Ids of the units asked; all that follow a plan of the campaign where left out. */
  units?: readonly string[] | undefined;
  /** Site-relative address of the call's page. */
  address: string;
}

/** A campaign as far as schedules go. */
export interface CampaignWithReports extends CampaignDates {
  id: string;
  name: string;
  reports?: readonly Report[] | undefined;
}

/** A deadline of a unit's schedule, worked out. */
export interface ScheduledDeadline {
  /** Stable within the plan, unlike any other of it: `report-` and the pinyin of its title, or `essay-` and the id of an essay call. */
  id: string;
  title: string;
  from?: string | undefined;
  to?: string | undefined;
  /** Site-relative address of the page that says more. */
  address?: string | undefined;
  result: DeadlineResult;
}

/** A unit with the names by which others know it. */
interface NamedUnit extends ScheduleUnit {
  name?: string | undefined;
  shortName?: string | undefined;
}

/** A plan worked out for a unit, its deadlines included. */
export interface UnitPlan<
  Unit extends ScheduleUnit = ScheduleUnit,
  Followed extends Plan = Plan,
  Campaign extends CampaignWithReports = CampaignWithReports,
> extends WorkedOut {
  unit: Unit;
  plan: Followed;
  campaign: Campaign;
  schedule: Schedule;
  deadlines: ScheduledDeadline[];
}

/**
 * Every plan of every unit worked out, in the order of the units and of their files. A unit's plan that does not exist, or whose campaign does
 * not, is left out here; the content check reports it. Depends on nothing but its arguments.
 */
export function workOutSchedules<
  Unit extends NamedUnit,
  Followed extends Plan,
  Campaign extends CampaignWithReports,
>(
  units: readonly Unit[],
  plans: readonly Followed[],
  campaigns: readonly Campaign[],
  calendar: WorkCalendar,
  calls: readonly EssayCall[] = [],
): UnitPlan<Unit, Followed, Campaign>[] {
  const planOf = new Map(plans.map((plan) => [plan.id, plan]));
  const campaignOf = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const schedules = schedulesOf(units, planOf, campaignOf, calendar);
  const going = units.filter(({ plans = [] }) =>
    plans.some(({ adjustments = [] }) => adjustments.some(({ hostedBy }) => hostedBy !== undefined)),
  );
  return units.flatMap((unit) => {
    return (unit.plans ?? []).flatMap((followed) => {
      const plan = planOf.get(followed.plan);
      const campaign = plan && campaignOf.get(plan.campaign);
      const schedule = plan && schedules.of(unit.id, plan.id);
      if (!plan || !campaign || !schedule) return [];
      const context: DeadlineContext = {
        calendar,
        campaign,
        stages: campaign.stages,
        session: (id, planId) => schedules.day(unit.id, planId ?? plan.id, id),
      };
      const membership = membershipIn(plan.id, unit);
      const own = schedule.sessions.filter((session) => concerns(session, membership));
      const sessions = withGuests(own, unit, plan.id, going);
      const deadlines = deadlinesOf(campaign, callsTo(unit, campaign, calls), context).flatMap((due) => {
        const result = owed(due.result, membership);
        return result ? [{ ...due, result }] : [];
      });
      return [{ unit, plan, campaign, schedule: { ...schedule, sessions }, deadlines }];
    });
  });
}

/** The schedules of all units by plan, worked out when first asked for, session by session: units go to one another, plans wait for one another. */
function schedulesOf<Followed extends Plan, Campaign extends CampaignWithReports>(
  units: readonly NamedUnit[],
  planOf: ReadonlyMap<string, Followed>,
  campaignOf: ReadonlyMap<string, Campaign>,
  calendar: WorkCalendar,
) {
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const known = new Map<string, OpenSchedule | undefined>();
  const open = (unitId: string, planId: string): OpenSchedule | undefined => {
    const key = `${unitId} ${planId}`;
    if (known.has(key)) return known.get(key);
    const unit = unitOf.get(unitId);
    const plan = planOf.get(planId);
    const campaign = plan && campaignOf.get(plan.campaign);
    const opened =
      unit && plan && campaign
        ? openSchedule(
            plan,
            campaign,
            unit,
            calendar,
            (otherPlan, session) => day(unitId, otherPlan, session),
            (host, session) => hosting(host, planId, session),
          )
        : undefined;
    known.set(key, opened);
    return opened;
  };
  const day = (unitId: string, planId: string, sessionId: string) => {
    const session = open(unitId, planId)?.session(sessionId);
    return session && dayOfSession(session);
  };
  const hosting = (hostId: string, planId: string, sessionId: string): Hosting | undefined => {
    const host = unitOf.get(hostId);
    if (!host?.plans?.some(({ plan }) => plan === planId)) return undefined;
    const held = open(hostId, planId)?.session(sessionId);
    if (!held || held.host || held.status === 'dropped') return undefined;
    return { host: { id: host.id, name: nameOf(host) }, held };
  };
  return { of: (unitId: string, planId: string) => open(unitId, planId)?.schedule(), day };
}

/** A host's sessions with the names of the units that come to them, in the order of the units. */
function withGuests(
  sessions: readonly ScheduledSession[],
  { id }: NamedUnit,
  plan: string,
  units: readonly NamedUnit[],
): ScheduledSession[] {
  return sessions.map((session) => {
    if (session.host) return session;
    const guests = units.filter((unit) =>
      adjustmentsTo(plan, unit).some((change) => change.session === session.id && change.hostedBy === id),
    );
    return guests.length > 0 ? { ...session, guests: guests.map(nameOf) } : session;
  });
}

function nameOf({ id, name, shortName }: NamedUnit): string {
  return shortName ?? name ?? id;
}

function callsTo(
  unit: ScheduleUnit,
  campaign: CampaignWithReports,
  calls: readonly EssayCall[],
): EssayCall[] {
  return calls.filter((call) => call.campaign === campaign.id && (call.units?.includes(unit.id) ?? true));
}

function deadlinesOf(
  { reports = [] }: CampaignWithReports,
  calls: readonly EssayCall[],
  context: DeadlineContext,
): ScheduledDeadline[] {
  const taken = new Set<string>();
  const ofReports = reports.map(({ title, from, to, deadline }): ScheduledDeadline => ({
    id: freeId(`report-${slugFromChinese(title)}`, taken),
    title,
    from,
    to,
    result: resolveDeadline(deadline, context),
  }));
  const ofCalls = calls.map(
    ({ id, title, writers, submitTo, deadline = 'unknown', address }): ScheduledDeadline => ({
      id: `essay-${id}`,
      title,
      from: writers,
      to: submitTo?.office,
      address,
      result: resolveDeadline(deadline, context),
    }),
  );
  const deadlines = [...ofReports, ...ofCalls];
  return deadlines.sort((a, b) => compareKeys(firstDay(a.result), firstDay(b.result)));
}

/** Titles that are spelled alike in pinyin are told apart by a number, in the campaign's order. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

/** The first day that a worked-out deadline names, for ordering; `undefined` where it names none. */
export function firstDay(result: DeadlineResult): string | undefined {
  switch (result.kind) {
    case 'date':
      return result.date;
    case 'month':
      return `${result.month}-31`;
    case 'occurrences':
      return result.occurrences[0]?.date;
    case 'unknown':
      return undefined;
  }
}

function compareKeys(a = '9999', b = '9999'): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
