import type { Fields } from '../schemas/collections.ts';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import type { Moment } from '../domain/deadlines/moment.ts';
import { isRecurrence, turnsOf } from '../domain/schedule/turns.ts';
import type { Fault } from '../source/fault.ts';
import type { Content, Item } from '../source/read-content.ts';
import { entryFault } from './dangling.ts';
import {
  deadlineFaults,
  momentFaults,
  noSession,
  planFault,
  scopeOfCampaign,
  sessionIds,
  stageFault,
  type Path,
  type PositionOf,
  type Scope,
} from './moments.ts';
import type { Register } from './register.ts';

type PlanItem = Item<'plans'>;
type UnitItem = Item<'units'>;
type SessionFields = Omit<Fields<'plans'>['sessions'][number], 'id'>;

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Faults in plans, in units' plans and in campaigns' deadlines: references to nothing, sessions or plans given twice. */
export function scheduleFaults(content: Content, register: Register): Fault[] {
  return [
    ...content.items.plans.flatMap((plan) => planFaults(plan, register)),
    ...content.items.units.flatMap((unit) => unitPlanFaults(unit, register)),
    ...content.items.campaigns.flatMap((campaign) => campaignFaults(campaign, register)),
    ...content.items.essays.flatMap((call) => callFaults(call, register)),
  ];
}

/** A plan names its campaign by the file name. */
function campaignOfPlan({ fields }: PlanItem, { campaigns }: Register) {
  return campaigns.find(({ id }) => id === fields.campaign);
}

function planFaults(plan: PlanItem, register: Register): Fault[] {
  const { fields, positionOf } = plan;
  const campaign = campaignOfPlan(plan, register);
  const known = sessionIds(plan, campaign);
  const scope: Scope = {
    campaign,
    isSession: (id) => known.has(id),
    sessionsOf: '本计划',
  };
  const unknown =
    campaign || register.isFaulty('campaigns', fields.campaign)
      ? []
      : [{ ...positionOf(['campaign']), ...noCampaign(fields.campaign, register) }];
  return [
    ...unknown,
    ...fields.sessions.flatMap((session, index) =>
      sessionFaults(session, ['sessions', index], plan, scope, register),
    ),
    ...(fields.revisions ?? []).flatMap(({ session }, index) =>
      session === undefined || known.has(session) ? [] : [revisionFault(session, index, plan, scope, known)],
    ),
  ];
}

/** A revision of a session that the plan has no more is told in words only. */
function revisionFault(
  session: string,
  index: number,
  { positionOf }: PlanItem,
  scope: Scope,
  known: ReadonlySet<string>,
): Fault {
  const { reason, remedy } = noSession(session, scope, known);
  return {
    ...positionOf(['revisions', index, 'session']),
    reason,
    remedy: `${remedy}；这一场已经取消的，删去 session，写进 what`,
  };
}

function noCampaign(name: string, register: Register): Pick<Fault, 'reason' | 'remedy'> {
  const byName = register.campaign(name);
  return {
    reason: `没有专题活动“${name}”`,
    remedy: byName
      ? `改成文件名 ${byName.id}`
      : `改成 campaigns/ 里有的文件名，或先建 campaigns/${SLUG.test(name) ? name : '…'}.yaml`,
  };
}

function sessionFaults(
  { stage, readings = [], when, exceptions = [], ...facts }: SessionFields,
  path: Path,
  { positionOf }: PlanItem | UnitItem,
  scope: Scope,
  register: Register,
): Fault[] {
  return [
    ...(stage === undefined ? [] : stageFault(stage, scope.campaign, positionOf([...path, 'stage']))),
    ...readings.flatMap((reading, index) =>
      entryFault(register, reading, positionOf([...path, 'readings', index])),
    ),
    ...momentsIn(when).flatMap(([moment, key]) =>
      momentFaults(moment, [...path, 'when', key], positionOf, scope, register),
    ),
    ...exceptions.flatMap(({ readings: own = [] }, at) =>
      own.flatMap((reading, index) =>
        entryFault(register, reading, positionOf([...path, 'exceptions', at, 'readings', index])),
      ),
    ),
    ...exceptionFaults({ ...facts, stage, when, exceptions }, [...path, 'exceptions'], positionOf, scope),
  ];
}

function momentsIn(when: SessionFields['when']): [Moment, string][] {
  if (typeof when !== 'object') return [];
  if ('by' in when) return [[when.by, 'by']];
  if (!isRecurrence(when)) return [];
  return (['from', 'until'] as const).flatMap((edge) => {
    const moment = when[edge];
    return moment === undefined ? [] : [[moment, edge] satisfies [Moment, string]];
  });
}

/** Exceptions of a session that is held once, of turns that there are not, and of one turn twice. */
function exceptionFaults(
  session: SessionFields & { exceptions: NonNullable<SessionFields['exceptions']> },
  path: Path,
  positionOf: PositionOf,
  { campaign }: Scope,
): Fault[] {
  const { exceptions, when } = session;
  if (exceptions.length === 0) return [];
  if (!isRecurrence(when))
    return [
      {
        ...positionOf(path),
        reason: '只安排一次的场次没有哪一次可以例外',
        remedy: '删去 exceptions，或把 when 写成 { every: month, day: 5 } 这样的规律',
      },
    ];
  const all = turnsOf(
    { ...session, id: 'x', exceptions: [] },
    { campaign: campaign?.fields ?? {}, onHoliday: 'keep' },
  );
  const known = all.map(({ id }) => id.slice('x-'.length));
  return exceptions.flatMap(({ turn }, index) => {
    const here = positionOf([...path, index, 'turn']);
    if (!known.includes(turn))
      return [
        { ...here, reason: `没有 ${turn} 这一次`, remedy: `改成 ${known.slice(0, 12).join('、')} 之一` },
      ];
    const isSecond = exceptions.findIndex((other) => other.turn === turn) < index;
    return isSecond ? [{ ...here, reason: `${turn} 写了两次`, remedy: '合并成一项' }] : [];
  });
}

function unitPlanFaults(unit: UnitItem, register: Register): Fault[] {
  const { fields, positionOf } = unit;
  const seen = new Set<string>();
  return (fields.plans ?? []).flatMap((followed, index) => {
    const path = ['plans', index];
    const plan = register.plan(followed.plan);
    const isSecond = seen.has(followed.plan);
    seen.add(followed.plan);
    if (isSecond) {
      return [
        {
          ...positionOf([...path, 'plan']),
          reason: `学习计划 ${followed.plan} 列了两次`,
          remedy: '合并成一项，调整都写在它下面',
        },
      ];
    }
    if (!plan) return planFault(register, followed.plan, positionOf([...path, 'plan']));
    return adjustmentFaults(unit, [...path, 'adjustments'], followed.adjustments ?? [], plan, register);
  });
}

function adjustmentFaults(
  unit: UnitItem,
  path: Path,
  adjustments: NonNullable<NonNullable<Fields<'units'>['plans']>[number]['adjustments']>,
  plan: PlanItem,
  register: Register,
): Fault[] {
  const campaign = campaignOfPlan(plan, register);
  const planned = sessionIds(plan, campaign);
  const added = new Set<string>();
  const turns = { campaign: campaign?.fields ?? {}, onHoliday: plan.fields.onHoliday };
  const own = new Set(
    adjustments.flatMap(({ session, add }) =>
      add ? turnsOf({ ...add, id: session }, turns).map(({ id }) => id) : [],
    ),
  );
  const scope: Scope = {
    campaign,
    isSession: (id) => planned.has(id) || own.has(id),
    sessionsOf: `计划 ${plan.id} `,
  };
  return adjustments.flatMap(({ session, add }, index) => {
    const here = [...path, index];
    const place = unit.positionOf([...here, 'session']);
    if (!add) {
      return scope.isSession(session) ? [] : [{ ...place, ...noSession(session, scope, planned) }];
    }
    const faults = sessionFaults(add, [...here, 'add'], unit, scope, register);
    if (planned.has(session) || added.has(session)) {
      faults.push({
        ...place,
        reason: `增加的学习场次 ${session} 与已有的代号相同`,
        remedy: '换一个代号，如 a1',
      });
    } else if (!SLUG.test(session)) {
      faults.push({
        ...place,
        reason: `学习场次代号“${session}”不能作地址`,
        remedy: '只用小写英文、数字和连字符，如 a1',
      });
    }
    added.add(session);
    return faults;
  });
}

function campaignFaults(campaign: Item<'campaigns'>, register: Register): Fault[] {
  const { reports = [], bulletins } = campaign.fields;
  const deadlines: [Deadline | undefined, Path][] = [
    ...reports.map(({ deadline }, index): [Deadline, Path] => [deadline, ['reports', index, 'deadline']]),
    [bulletins, ['bulletins']],
  ];
  const scope = scopeOfCampaign(campaign, register);
  return deadlines.flatMap(([deadline, path]) =>
    deadlineFaults(deadline, path, campaign.positionOf, scope, register),
  );
}

/** Of an essay call only its deadline: the campaign's name is looked up elsewhere. */
function callFaults({ fields, positionOf }: Item<'essays'>, register: Register): Fault[] {
  const campaign = register.campaign(fields.campaign);
  if (!campaign) return [];
  return deadlineFaults(
    fields.deadline,
    ['deadline'],
    positionOf,
    scopeOfCampaign(campaign, register),
    register,
  );
}
