import type { WorkCalendar } from '../calendar/work-calendar.ts';
import type { Deadline, DeadlineResult } from '../deadlines/deadline.ts';
import type { DeadlineContext } from '../deadlines/moment.ts';
import { resolveDeadline } from '../deadlines/resolve-deadline.ts';
import { slugFromChinese } from '../slug.ts';
import type { WorkedOut } from './findings.ts';
import { concerns, membershipIn, owed } from './membership.ts';
import type { CampaignDates, Plan, ScheduleUnit } from './plan.ts';
import { dayOfSession, scheduleOf } from './schedule-of.ts';
import type { Schedule } from './schedule.ts';

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
  Unit extends ScheduleUnit,
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
  return units.flatMap((unit) => {
    const schedules = schedulesOf(unit, planOf, campaignOf, calendar);
    return (unit.plans ?? []).flatMap((followed) => {
      const plan = planOf.get(followed.plan);
      const campaign = plan && campaignOf.get(plan.campaign);
      const schedule = plan && schedules.of(plan.id);
      if (!plan || !campaign || !schedule) return [];
      const context: DeadlineContext = {
        calendar,
        campaign,
        stages: campaign.stages,
        session: (id, planId) => schedules.day(planId ?? plan.id, id),
      };
      const membership = membershipIn(plan.id, unit);
      const sessions = schedule.sessions.filter((session) => concerns(session, membership));
      const deadlines = deadlinesOf(campaign, callsTo(unit, campaign, calls), context).flatMap((due) => {
        const result = owed(due.result, membership);
        return result ? [{ ...due, result }] : [];
      });
      return [{ unit, plan, campaign, schedule: { ...schedule, sessions }, deadlines }];
    });
  });
}

/** A unit's schedules by plan, worked out when first asked for; a plan that waits for itself through another one has no day. */
function schedulesOf<Followed extends Plan, Campaign extends CampaignWithReports>(
  unit: ScheduleUnit,
  planOf: ReadonlyMap<string, Followed>,
  campaignOf: ReadonlyMap<string, Campaign>,
  calendar: WorkCalendar,
) {
  const done = new Map<string, Schedule | undefined>();
  const of = (planId: string): Schedule | undefined => {
    if (done.has(planId)) return done.get(planId);
    done.set(planId, undefined);
    const plan = planOf.get(planId);
    const campaign = plan && campaignOf.get(plan.campaign);
    const schedule = plan && campaign && scheduleOf(plan, campaign, unit, calendar, day);
    done.set(planId, schedule);
    return schedule;
  };
  const day = (planId: string, sessionId: string) => {
    const session = of(planId)?.sessions.find(({ id }) => id === sessionId);
    return session && dayOfSession(session);
  };
  return { of, day };
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
