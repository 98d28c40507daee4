import { withOwn } from './order.ts';
import type {
  Adjustment,
  CampaignDates,
  Plan,
  PlanSession,
  ScheduleUnit,
  SessionFacts,
  SingleSession,
} from './plan.ts';
import { withFormer } from './revisions.ts';
import { turnOf, turnsOf, type TurnContext } from './turns.ts';

/** What a unit changes of a plan, in the order of its file. */
export function adjustmentsTo(plan: string, { plans = [] }: ScheduleUnit): readonly Adjustment[] {
  return plans.find((followed) => followed.plan === plan)?.adjustments ?? [];
}

/** Whether an adjustment is one of a session of a schedule: of itself, or the one that added the rule of which it is a turn. */
export function concernsSession({ session, add }: Adjustment, id: string): boolean {
  return session === id || (add !== undefined && turnOf(id, { ...add, id: session }) !== undefined);
}

/** The sessions of a plan as they are written, with those that a unit adds. */
export function writtenSessions(plan: Plan, unit: ScheduleUnit): PlanSession[] {
  return withOwn(plan.sessions, ownSessions(adjustmentsTo(plan.id, unit)));
}

/** A session that a unit has by a plan, before its changes, and beside it the facts of it that are no time. */
export interface PlannedTurn {
  session: SingleSession;
  facts: SessionFacts;
}

/** The turns of a session that came out last, for whoever asks next: two hundred units follow one plan. */
const lastTurns = new WeakMap<PlanSession, { context: TurnContext; turns: readonly PlannedTurn[] }>();

/** The sessions that a unit has by a plan, before its changes: the plan's and those that it adds, each turn of a recurring one by itself. */
export function plannedSessions(plan: Plan, campaign: CampaignDates, unit: ScheduleUnit): SingleSession[] {
  return plannedTurns(plan, campaign, unit).map(({ session }) => session);
}

/** The same, each with its facts, which are taken apart once for all units. */
export function plannedTurns(plan: Plan, campaign: CampaignDates, unit: ScheduleUnit): PlannedTurn[] {
  const { onHoliday, revisions } = plan;
  return writtenSessions(plan, unit)
    .flatMap((session) => turnsIn(session, { campaign, onHoliday }))
    .map(({ session, facts }) => ({ session: withFormer(session, revisions), facts }));
}

function turnsIn(session: PlanSession, context: TurnContext): readonly PlannedTurn[] {
  const last = lastTurns.get(session);
  if (last?.context.campaign === context.campaign && last.context.onHoliday === context.onHoliday)
    return last.turns;
  const turns = turnsOf(session, context).map((turn) => ({ session: turn, facts: factsOf(turn) }));
  lastTurns.set(session, { context, turns });
  return turns;
}

/** What is done at a session, and by whom, without its time. */
function factsOf(session: SingleSession): SessionFacts {
  const times = new Set(['when', 'sittings', 'formerly', 'onHoliday']);
  return Object.fromEntries(
    Object.entries(session).filter(([field]) => !times.has(field)),
  ) as unknown as SessionFacts;
}

function ownSessions(adjustments: readonly Adjustment[]): PlanSession[] {
  return adjustments.flatMap(({ session, add, on, time }) =>
    add ? [{ ...add, id: session, when: add.when ?? (on === undefined ? 'unknown' : { on, time }) }] : [],
  );
}
