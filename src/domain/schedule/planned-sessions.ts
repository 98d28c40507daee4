import { withOwn } from './order.ts';
import type { Adjustment, CampaignDates, Plan, PlanSession, ScheduleUnit, SingleSession } from './plan.ts';
import { withFormer } from './revisions.ts';
import { turnsOf } from './turns.ts';

/** What a unit changes of a plan, in the order of its file. */
export function adjustmentsTo(plan: string, { plans = [] }: ScheduleUnit): readonly Adjustment[] {
  return plans.find((followed) => followed.plan === plan)?.adjustments ?? [];
}

/** The sessions that a unit has by a plan, before its changes: the plan's and those that it adds, each turn of a recurring one by itself. */
export function plannedSessions(plan: Plan, campaign: CampaignDates, unit: ScheduleUnit): SingleSession[] {
  const all = withOwn(plan.sessions, ownSessions(adjustmentsTo(plan.id, unit)));
  return all
    .flatMap((session) => turnsOf(session, { campaign, onHoliday: plan.onHoliday }))
    .map((session) => withFormer(session, plan.revisions));
}

function ownSessions(adjustments: readonly Adjustment[]): PlanSession[] {
  return adjustments.flatMap(({ session, add, on, time }) =>
    add ? [{ ...add, id: session, when: add.when ?? (on === undefined ? 'unknown' : { on, time }) }] : [],
  );
}
