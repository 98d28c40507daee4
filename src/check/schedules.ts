import type { Fields } from '../schemas/collections.ts';
import type { Deadline } from '../domain/deadlines/deadline.ts';
import type { Moment } from '../domain/deadlines/moment.ts';
import { namableParts } from '../domain/schedule/groups.ts';
import type { Recurrence } from '../domain/schedule/plan.ts';
import { isRecurrence, turnsOf } from '../domain/schedule/turns.ts';
import type { Fault } from '../source/fault.ts';
import type { Content, Item } from '../source/read-content.ts';
import { entryFault, noItem } from './dangling.ts';
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
type Adjustments = NonNullable<NonNullable<Fields<'units'>['plans']>[number]['adjustments']>;
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
  return exceptions.flatMap(({ turn, on, time }, index) => {
    const here = positionOf([...path, index, 'turn']);
    if (!known.includes(turn))
      return [
        { ...here, reason: `没有 ${turn} 这一次`, remedy: `改成 ${known.slice(0, 12).join('、')} 之一` },
      ];
    const isSecond = exceptions.findIndex((other) => other.turn === turn) < index;
    if (isSecond) return [{ ...here, reason: `${turn} 写了两次`, remedy: '合并成一项' }];
    if (time === undefined || on !== undefined || hasDay(when)) return [];
    return [
      {
        ...positionOf([...path, index, 'time']),
        reason: `${turn} 没有定在某天，时刻无从落到哪天`,
        remedy: '连 on 一起写，或删去 time',
      },
    ];
  });
}

/** Whether the rule puts its turns on days by itself; turns of a week fall on the unit's meeting day. */
function hasDay({ day, weekday }: Recurrence): boolean {
  return day !== undefined || weekday !== undefined;
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
    const { adjustments = [] } = followed;
    const there = [...path, 'adjustments'];
    return [
      ...adjustmentFaults(unit, there, adjustments, plan, register),
      ...partFaults(unit, there, adjustments),
      ...hostFaults(unit, there, adjustments, plan, register),
    ];
  });
}

function adjustmentFaults(
  unit: UnitItem,
  path: Path,
  adjustments: Adjustments,
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
    const severalFaults = [
      ...sittingFault(adjustments[index]!, here, adjustments, plan, unit),
      ...ofSeveral(adjustments[index]!, plan).map((field) => ({
        ...unit.positionOf([...here, field]),
        reason: `学习场次 ${session} 分几次开，不能用 ${field} 一起改`,
        remedy:
          '改其中一次的，写 sitting: 2（第几次）；几次都不同的，写 drop: true，另用 add 增加一场，里面写 sittings',
      })),
    ];
    if (!add) {
      return scope.isSession(session) ? severalFaults : [{ ...place, ...noSession(session, scope, planned) }];
    }
    const faults = severalFaults;
    faults.push(...sessionFaults(add, [...here, 'add'], unit, scope, register));
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

/** What an adjustment changes of the time of a session that takes several sittings, each of which has its own. */
function ofSeveral(adjustment: Adjustments[number], { fields }: PlanItem): string[] {
  const { session, add, sitting } = adjustment;
  if (sitting !== undefined) return [];
  const { sittings } = add ?? fields.sessions.find(({ id }) => id === session) ?? {};
  return sittings
    ? (['on', 'time', 'groups'] as const).filter((field) => adjustment[field] !== undefined)
    : [];
}

/** A sitting that the session has not. */
function sittingFault(
  { session, sitting }: Adjustments[number],
  path: Path,
  adjustments: Adjustments,
  { fields }: PlanItem,
  { positionOf }: UnitItem,
): Fault[] {
  if (sitting === undefined) return [];
  const own = adjustments.find((each) => each.session === session && each.add)?.add;
  const { sittings = [] } = own ?? fields.sessions.find(({ id }) => id === session) ?? {};
  if (sitting <= sittings.length) return [];
  const said =
    sittings.length > 0
      ? { reason: `学习场次 ${session} 只有 ${sittings.length} 次，没有第 ${sitting} 次`, remedy: '改次数' }
      : { reason: `学习场次 ${session} 不分几次开`, remedy: '删去 sitting' };
  return [{ ...positionOf([...path, 'sitting']), ...said }];
}

/** Groups that name a part which the unit has not. */
function partFaults({ fields, positionOf }: UnitItem, path: Path, adjustments: Adjustments) {
  const known = namableParts(fields).map(({ id }) => id);
  return adjustments.flatMap(({ groups = [] }, index) =>
    groups.flatMap(({ part }, group): Fault[] => {
      if (part === undefined || known.includes(part)) return [];
      return [
        {
          ...positionOf([...path, index, 'groups', group, 'part']),
          reason: `本单位没有下设“${part}”`,
          remedy:
            known.length > 0
              ? `改成 parts 里的代号：${known.join('、')}；不是下设组织的写 name`
              : '在 parts 里写上它，或改写 name: 批次',
        },
      ];
    }),
  );
}

/** Hosts that there are not, and such as do not hold the session themselves; units that wait for one another are some of these. */
function hostFaults(
  unit: UnitItem,
  path: Path,
  adjustments: Adjustments,
  plan: PlanItem,
  register: Register,
): Fault[] {
  return adjustments.flatMap(({ session, hostedBy }, index) => {
    if (hostedBy === undefined || register.isFaulty('units', hostedBy)) return [];
    const said = whyNoHost(unit.id, hostedBy, session, plan.id, register);
    return said ? [{ ...unit.positionOf([...path, index, 'hostedBy']), ...said }] : [];
  });
}

function whyNoHost(
  unit: string,
  hostId: string,
  session: string,
  plan: string,
  { units }: Register,
): Pick<Fault, 'reason' | 'remedy'> | undefined {
  if (hostId === unit) {
    return { reason: '承办单位是自己', remedy: '删去 hostedBy；自己安排的写 on、time、place' };
  }
  const host = units.find(({ id }) => id === hostId);
  if (!host) return noItem('承办单位', hostId, 'units', '文件名');
  const followed = host.fields.plans?.find((each) => each.plan === plan);
  if (!followed) {
    const remedy = '在它的 plans 里写上这份计划，或改承办单位';
    return { reason: `承办单位 ${hostId} 没有执行计划 ${plan}`, remedy };
  }
  const own = (followed.adjustments ?? []).filter((change) => change.session === session);
  if (own.some(({ drop }) => drop)) {
    const remedy = '改承办单位，或删去它那一场的 drop';
    return { reason: `承办单位 ${hostId} 自己不安排 ${session}`, remedy };
  }
  const next = own.find(({ hostedBy }) => hostedBy !== undefined)?.hostedBy;
  if (next === undefined) return undefined;
  return {
    reason: `承办单位 ${hostId} 的 ${session} 也由别的单位（${next}）承办`,
    remedy: '写真正承办的那一个单位，由它自己安排时间地点',
  };
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
