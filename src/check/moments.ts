import type { Deadline } from '../domain/deadlines/deadline.ts';
import type { Moment } from '../domain/deadlines/moment.ts';
import { turnsOf } from '../domain/schedule/turns.ts';
import type { Fault, SourcePosition } from '../source/fault.ts';
import type { Item } from '../source/read-content.ts';
import type { Register } from './register.ts';

export type Path = readonly PropertyKey[];
export type PositionOf = (path: Path) => SourcePosition;
type Words = Pick<Fault, 'reason' | 'remedy'>;

/** Sessions that a remedy names at most. */
const MOST_NAMES = 20;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Where a moment stands: its campaign's stages and the sessions that may be named without their plan. */
export interface Scope {
  campaign: Item<'campaigns'> | undefined;
  isSession(id: string): boolean;
  /** What the sessions belong to, in words. */
  sessionsOf: string;
}

/** The sessions of a plan that may be named: those held once, and each turn of the others. */
export function sessionIds({ fields }: Item<'plans'>, campaign: Item<'campaigns'> | undefined): Set<string> {
  const context = { campaign: campaign?.fields ?? {}, onHoliday: fields.onHoliday };
  return new Set(fields.sessions.flatMap((session) => turnsOf(session, context)).map(({ id }) => id));
}

/** The scope of what belongs to a campaign: its stages, and the sessions of all its plans. */
export function scopeOfCampaign(campaign: Item<'campaigns'> | undefined, { plans }: Register): Scope {
  const own = plans.filter(({ fields }) => campaign && fields.campaign === campaign.id);
  const known = new Set(own.flatMap((plan) => [...sessionIds(plan, campaign)]));
  return {
    campaign,
    isSession: (id) => known.has(id),
    sessionsOf: '本活动的学习计划',
  };
}

/** Stages and sessions that a deadline is counted from and that do not exist. */
export function deadlineFaults(
  deadline: Deadline | undefined,
  path: Path,
  positionOf: PositionOf,
  scope: Scope,
  register: Register,
): Fault[] {
  return momentsOf(deadline, path).flatMap(([moment, place]) =>
    momentFaults(moment, place, positionOf, scope, register),
  );
}

/** The stages that a deadline refers to, with their paths. */
export function stagesOf(deadline: Deadline | undefined, path: Path): [stage: string, path: Path][] {
  return momentsOf(deadline, path).flatMap(([moment, at]) =>
    typeof moment === 'object' && 'stage' in moment ? [[moment.stage, at] satisfies [string, Path]] : [],
  );
}

/** The moments that a deadline is counted from, with their paths. */
function momentsOf(deadline: Deadline | undefined, path: Path): [Moment, Path][] {
  if (deadline === undefined || deadline === 'unknown') return [];
  if ('stage' in deadline) return [[{ stage: deadline.stage, edge: deadline.edge }, path]];
  const named = deadline as Partial<Record<'after' | 'before' | 'from' | 'until', Moment>>;
  return (['after', 'before', 'from', 'until'] as const).flatMap((key) => {
    const moment = named[key];
    return moment === undefined ? [] : [[moment, [...path, key]] satisfies [Moment, Path]];
  });
}

/** A stage or session that a moment names and that does not exist. */
export function momentFaults(
  moment: Moment,
  path: Path,
  positionOf: PositionOf,
  scope: Scope,
  register: Register,
): Fault[] {
  if (typeof moment === 'string' || 'campaign' in moment) return [];
  if ('stage' in moment) return stageFault(moment.stage, scope.campaign, positionOf([...path, 'stage']));
  if (moment.plan === undefined) {
    if (scope.isSession(moment.session)) return [];
    return [{ ...positionOf([...path, 'session']), ...noSession(moment.session, scope) }];
  }
  const plan = register.plan(moment.plan);
  if (!plan) return planFault(register, moment.plan, positionOf([...path, 'plan']));
  const known = sessionIds(
    plan,
    register.campaigns.find(({ id }) => id === plan.fields.campaign),
  );
  if (known.has(moment.session)) return [];
  const elsewhere: Scope = { ...scope, sessionsOf: `计划 ${moment.plan} ` };
  return [{ ...positionOf([...path, 'session']), ...noSession(moment.session, elsewhere, known) }];
}

/** A fault where a campaign that exists has no such stage. */
export function stageFault(
  stage: string,
  campaign: Item<'campaigns'> | undefined,
  place: SourcePosition,
): Fault[] {
  if (!campaign || campaign.fields.stages?.some(({ id }) => id === stage)) return [];
  const known = (campaign.fields.stages ?? []).map(({ id }) => id).join('、');
  const remedy = known
    ? `改成 ${known} 之一`
    : `在 campaigns/${campaign.id}.yaml 里写上 stages，或删去这一处`;
  return [{ ...place, reason: `活动 ${campaign.id} 没有阶段 ${stage}`, remedy }];
}

/** A fault where a plan is named that does not exist. */
export function planFault(register: Register, name: string, place: SourcePosition): Fault[] {
  if (register.plan(name) || register.isFaulty('plans', name)) return [];
  const byTitle = register.plans.find(({ fields }) => fields.title === name);
  const remedy = byTitle
    ? `改成文件名 ${byTitle.id}`
    : `改成 plans/ 里有的文件名，或先建 plans/${SLUG.test(name) ? name : '…'}.yaml`;
  return [{ ...place, reason: `没有学习计划 ${name}`, remedy }];
}

/** The words for a session that is not there. */
export function noSession(session: string, { sessionsOf }: Scope, known?: ReadonlySet<string>): Words {
  const some = [...(known ?? [])];
  const more = some.length > MOST_NAMES ? '……' : '';
  const names =
    some.length > 0 ? `改成 ${some.slice(0, MOST_NAMES).join('、')}${more} 之一` : '改成已有的学习场次代号';
  return { reason: `${sessionsOf}没有学习场次 ${session}`, remedy: names };
}
