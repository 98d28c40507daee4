import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Deadline, DeadlineResult } from '../deadlines/deadline.ts';
import type { DeadlineContext, SessionDay } from '../deadlines/moment.ts';
import { resolveDeadline } from '../deadlines/resolve-deadline.ts';
import { slugFromChinese } from '../slug.ts';
import { asksPart, partsById } from '../unit-parts.ts';
import { shortNameOf } from '../units.ts';
import { withinMonth } from './periods.ts';
import type { WorkedOut } from './findings.ts';
import {
  concerns,
  isMember,
  membershipIn,
  membershipInCampaign,
  owed,
  type Membership,
} from './membership.ts';
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

/** A deadline of a unit's schedule, worked out. One that comes again and again is as many as it has turns for the unit. */
export interface ScheduledDeadline {
  /**
   * Stable within the plan, unlike any other of it: `report-` and the pinyin of its title, or `essay-` and the id of an essay call; from the second
   * turn on with its number.
   */
  id: string;
  /** With the turn that it is: 整改进展情况（第2次）. */
  title: string;
  /** What is handed in, whatever the turn. */
  of: { id: string; title: string };
  /** Which turn it is of all that the campaign has, from 1 on. */
  turn?: number | undefined;
  from?: string | undefined;
  to?: string | undefined;
  /** Site-relative address of the page that says more. */
  address?: string | undefined;
  result: DeadlineResult;
  /** The deadline with every turn that the unit owes. */
  all: DeadlineResult;
}

/** A unit with the names by which others know it. */
interface NamedUnit extends ScheduleUnit {
  name?: string | undefined;
  shortName?: string | undefined;
}

/** A plan worked out for a unit, its deadlines included: what the campaign asks for stands once, whatever the number of its plans that the unit follows. */
export interface UnitPlan<
  Unit extends ScheduleUnit = ScheduleUnit,
  Followed extends Plan = Plan,
  Campaign extends CampaignWithReports = CampaignWithReports,
> extends WorkedOut {
  unit: Unit;
  plan: Followed;
  campaign: Campaign;
  schedule: Schedule;
  /** Those that stand with this plan: of its campaign's plans it is the first that the unit follows at their time. */
  deadlines: ScheduledDeadline[];
  /** The first of the campaign's plans that the unit follows, where this is another: most deadlines stand with that. */
  duesWith?: Followed | undefined;
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
  const parts = partsById(units);
  const takesPart = (unit: Unit, campaign: Campaign) =>
    (unit.plans ?? []).some(({ plan }) => planOf.get(plan)?.campaign === campaign.id);
  return units.flatMap((unit) => {
    const part = parts.get(unit.id);
    const all = (unit.plans ?? []).flatMap((followed) => {
      const plan = planOf.get(followed.plan);
      const campaign = plan && campaignOf.get(plan.campaign);
      const schedule = plan && schedules.of(unit.id, plan.id);
      return plan && campaign && schedule ? [{ unit, plan, campaign, schedule }] : [];
    });
    const dues = new Map(
      [...new Set(all.map(({ campaign }) => campaign))].map((campaign) => {
        const followed = all.filter((of) => of.campaign === campaign).map(({ plan }) => plan.id);
        const asked = callsTo(unit, campaign, calls);
        const day = (plan: string, session: string) => schedules.day(unit.id, plan, session);
        const { reports } = campaign;
        const own = part && takesPart(part.unit, campaign);
        const asks = own ? reports?.filter(({ from }) => asksPart(from, part)) : reports;
        const dues = duesByPlan({ ...campaign, reports: asks }, asked, { unit, followed, calendar, day });
        return [campaign.id, dues];
      }),
    );
    return all.map(({ plan, campaign, schedule, ...of }) => {
      const membership = membershipIn(plan.id, unit);
      const own = schedule.sessions.filter((session) => concerns(session, membership));
      const sessions = withGuests(own, unit, plan.id, going);
      const first = all.find((other) => other.campaign === campaign)?.plan;
      return {
        ...of,
        plan,
        campaign,
        schedule: { ...schedule, sessions },
        deadlines: dues.get(campaign.id)?.get(plan.id) ?? [],
        ...(first !== plan && { duesWith: first }),
      };
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
    // What is held while the host takes no part is held by nobody.
    if (!concerns(held, membershipIn(planId, host))) return undefined;
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
  if (units.length === 0) return [...sessions];
  return sessions.map((session) => {
    if (session.host) return session;
    const guests = units.filter((unit) =>
      adjustmentsTo(plan, unit).some((change) => change.session === session.id && change.hostedBy === id),
    );
    return guests.length > 0 ? { ...session, guests: guests.map(nameOf) } : session;
  });
}

function nameOf({ id, name = id, shortName }: NamedUnit): string {
  return shortNameOf({ name, shortName });
}

function callsTo(
  unit: ScheduleUnit,
  campaign: CampaignWithReports,
  calls: readonly EssayCall[],
): EssayCall[] {
  return calls.filter((call) => call.campaign === campaign.id && (call.units?.includes(unit.id) ?? true));
}

/** What a campaign's deadlines are worked out from for one unit; `followed` are its plans that the unit follows, in their order. */
interface DueContext {
  unit: ScheduleUnit;
  followed: readonly string[];
  calendar: WorkCalendar;
  day: (plan: string, session: string) => SessionDay | undefined;
}

/** What a unit owes to a campaign, each thing once, by the plan with which it stands: the first that the unit follows at its time. */
function duesByPlan(
  campaign: CampaignWithReports,
  calls: readonly EssayCall[],
  { unit, followed, calendar, day }: DueContext,
): Map<string, ScheduledDeadline[]> {
  const context: DeadlineContext = {
    calendar,
    campaign,
    stages: campaign.stages,
    session: (session, named) =>
      named === undefined ? firstKnown(followed, (plan) => day(plan, session)) : day(named, session),
  };
  const membership = membershipInCampaign(new Set(followed), unit);
  const byPlan = new Map<string, ScheduledDeadline[]>();
  const asked = deadlinesOf(campaign, calls, context);
  const ids = new Set(asked.map(({ id }) => id));
  const dues = asked.flatMap((due) => turnsOwed(due, membership, ids));
  for (const due of dues.sort((a, b) => compareKeys(firstDay(a.result), firstDay(b.result)))) {
    const days = due.result.kind === 'month' ? withinMonth(due.result.month) : firstDay(due.result);
    const plan = followed.find((id) => isMember(days, membershipIn(id, unit))) ?? followed[0] ?? '';
    byPlan.set(plan, [...(byPlan.get(plan) ?? []), due]);
  }
  return byPlan;
}

function firstKnown<Found>(
  ids: readonly string[],
  find: (id: string) => Found | undefined,
): Found | undefined {
  for (const id of ids) {
    const found = find(id);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A deadline as a unit owes it, one for each of its turns. Turns are numbered as the campaign has them, whenever the unit joined. */
function turnsOwed(due: Due, membership: Membership, ids: ReadonlySet<string>): ScheduledDeadline[] {
  const { id, result, title } = due;
  const all = owed(result, membership);
  if (!all) return [];
  if (result.kind !== 'occurrences' || result.occurrences.length === 0)
    return [{ ...due, of: { id, title }, result: all, all }];
  const { time, explanation } = result;
  return result.occurrences.flatMap((dated, index): ScheduledDeadline[] => {
    if (!isMember(dated.date, membership)) return [];
    const turn = index + 1;
    return [
      {
        ...due,
        id: turnId(id, turn, ids),
        title: withTurn(title, turn),
        of: { id, title },
        turn,
        result: { kind: 'date', ...dated, counted: [], skipped: [], time, explanation },
        all,
      },
    ];
  });
}

/** The title of one turn of what is handed in again and again: 整改进展情况（第2次）. */
export function withTurn(title: string, turn: number): string {
  return `${title}（第${turn}次）`;
}

/** A deadline of a campaign before its turns are told apart. */
type Due = Omit<ScheduledDeadline, 'of' | 'turn' | 'all'>;

function deadlinesOf(
  { reports = [] }: CampaignWithReports,
  calls: readonly EssayCall[],
  context: DeadlineContext,
): Due[] {
  const taken = new Set<string>();
  const ofReports = reports.map(({ title, from, to, deadline }): Due => {
    const id = freeId(`report-${slugFromChinese(title)}`, taken);
    return { id, title, from, to, result: resolveDeadline(deadline, context) };
  });
  const ofCalls = calls.map(({ id, title, writers, submitTo, deadline = 'unknown', address }): Due => ({
    id: `essay-${id}`,
    title,
    from: writers,
    to: submitTo?.office,
    address,
    result: resolveDeadline(deadline, context),
  }));
  return [...ofReports, ...ofCalls];
}

/** Titles that are spelled alike in pinyin are told apart by a number, in the campaign's order. */
function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  taken.add(id);
  return id;
}

/** The id of a turn, unlike that of any other deadline: 进展 may come twice and 进展-2 once. */
function turnId(id: string, turn: number, taken: ReadonlySet<string>): string {
  if (turn === 1) return id;
  return taken.has(`${id}-${turn}`) ? `${id}-turn-${turn}` : `${id}-${turn}`;
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
