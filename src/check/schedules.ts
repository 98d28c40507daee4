import { readBlocks } from '../markdown/body.ts';
import type { Fields } from '../schemas/collections.ts';
import type { Deadline, Moment } from '../schemas/deadline.ts';
import type { Fault } from '../source/fault.ts';
import type { Content, Item, LibraryItem } from '../source/read-content.ts';
import { libraryItems } from './references.ts';

type Path = readonly PropertyKey[];
type PlanItem = Item<'plans'>;
type UnitItem = Item<'units'>;
type SessionFields = Omit<Fields<'plans'>['sessions'][number], 'id'>;

/** What names in plans, units and campaigns are looked up in. */
interface Register {
  campaigns: ReadonlyMap<string, Item<'campaigns'>>;
  plans: ReadonlyMap<string, PlanItem>;
  entries: ReadonlyMap<string, LibraryItem>;
  /** Number of paragraphs of an entry. */
  paragraphs(entry: LibraryItem): { count: number; has(anchor: string): boolean };
}

/** Where a moment stands: its campaign's stages and the sessions that may be named without their plan. */
interface Scope {
  campaign: Item<'campaigns'> | undefined;
  isSession(id: string): boolean;
  sessionsOf: string;
}

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Names in plans, in units' plans and in campaigns' deadlines that name nothing, and sessions or plans given twice. */
export function scheduleFaults(content: Content): Fault[] {
  const register = registerOf(content);
  return [
    ...content.items.plans.flatMap((plan) => planFaults(plan, register)),
    ...content.items.units.flatMap((unit) => unitFaults(unit, register)),
    ...content.items.campaigns.flatMap((campaign) => campaignFaults(campaign, register)),
    ...content.items.essays.flatMap((call) => callFaults(call, register)),
  ];
}

function registerOf(content: Content): Register {
  const anchors = new Map<LibraryItem, Set<string>>();
  const byId = <Each extends { id: string }>(items: readonly Each[]) =>
    new Map(items.map((item) => [item.id, item]));
  return {
    campaigns: byId(content.items.campaigns),
    plans: byId(content.items.plans),
    entries: new Map(libraryItems(content).map((item) => [`${item.collection}/${item.id}`, item])),
    paragraphs: (entry) => {
      const known = anchors.get(entry) ?? new Set(readBlocks(entry.body, entry).map(({ anchor }) => anchor));
      anchors.set(entry, known);
      return { count: known.size, has: (anchor) => known.has(anchor) };
    },
  };
}

function planFaults(plan: PlanItem, register: Register): Fault[] {
  const { fields, placeOf } = plan;
  const campaign = register.campaigns.get(fields.campaign);
  const scope: Scope = {
    campaign,
    isSession: (id) => fields.sessions.some((session) => session.id === id),
    sessionsOf: '本计划',
  };
  const unknown = campaign
    ? []
    : [{ ...placeOf(['campaign']), ...campaignProblem(fields.campaign, register.campaigns) }];
  return [
    ...unknown,
    ...fields.sessions.flatMap((session, index) =>
      sessionFaults(session, ['sessions', index], plan, scope, register),
    ),
  ];
}

function campaignProblem(name: string, campaigns: Register['campaigns']): Problem {
  const byName = [...campaigns.values()].find(({ fields }) => fields.name === name);
  const remedy = byName
    ? `改成文件名 ${byName.id}`
    : `改成 campaigns/ 里有的文件名，或先建 campaigns/${SLUG.test(name) ? name : '…'}.yaml`;
  return { reason: `没有专题活动“${name}”`, remedy };
}

function sessionFaults(
  session: SessionFields,
  path: Path,
  at: PlanItem | UnitItem,
  scope: Scope,
  register: Register,
): Fault[] {
  const { stage, readings = [], when } = session;
  const faults: Fault[] = [];
  if (stage !== undefined && scope.campaign && !hasStage(scope.campaign, stage)) {
    faults.push({ ...at.placeOf([...path, 'stage']), ...stageProblem(stage, scope.campaign) });
  }
  readings.forEach((reading, index) => {
    const problem = readingProblem(reading, register);
    if (problem) faults.push({ ...at.placeOf([...path, 'readings', index]), ...problem });
  });
  if (typeof when === 'object' && 'by' in when) {
    faults.push(...momentFaults(when.by, [...path, 'when', 'by'], at, scope, register));
  }
  return faults;
}

function unitFaults(unit: UnitItem, register: Register): Fault[] {
  const { fields, placeOf } = unit;
  const seen = new Set<string>();
  return (fields.plans ?? []).flatMap((followed, index) => {
    const path = ['plans', index];
    const plan = register.plans.get(followed.plan);
    const isSecond = seen.has(followed.plan);
    seen.add(followed.plan);
    if (isSecond) {
      return [
        {
          ...placeOf([...path, 'plan']),
          reason: `学习计划 ${followed.plan} 列了两次`,
          remedy: '合并成一项，调整都写在它下面',
        },
      ];
    }
    if (!plan) return [{ ...placeOf([...path, 'plan']), ...planProblem(followed.plan, register) }];
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
  const planned = new Set(plan.fields.sessions.map(({ id }) => id));
  const added = new Set<string>();
  const own = new Set(adjustments.flatMap(({ session, add }) => (add ? [session] : [])));
  const scope: Scope = {
    campaign: register.campaigns.get(plan.fields.campaign),
    isSession: (id) => planned.has(id) || own.has(id),
    sessionsOf: `计划 ${plan.id} `,
  };
  return adjustments.flatMap(({ session, add }, index) => {
    const here = [...path, index];
    const place = unit.placeOf([...here, 'session']);
    if (!add) {
      return scope.isSession(session) ? [] : [{ ...place, ...sessionProblem(session, scope, planned) }];
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
  const deadlines: [Deadline, Path][] = reports.map(({ deadline }, index) => [
    deadline,
    ['reports', index, 'deadline'],
  ]);
  if (bulletins !== undefined) deadlines.push([bulletins, ['bulletins']]);
  return deadlines.flatMap(([deadline, path]) =>
    deadlineFaults(deadline, path, campaign, campaign, register),
  );
}

/** Of an essay call only its deadline: the campaign's name is looked up elsewhere. */
function callFaults({ fields, placeOf }: Item<'essays'>, register: Register): Fault[] {
  const campaign = [...register.campaigns.values()].find(
    ({ id, fields: { name } }) => fields.campaign === id || fields.campaign === name,
  );
  if (!campaign || fields.deadline === undefined) return [];
  return deadlineFaults(fields.deadline, ['deadline'], { placeOf }, campaign, register);
}

function deadlineFaults(
  deadline: Deadline,
  path: Path,
  at: Pick<Item, 'placeOf'>,
  campaign: Item<'campaigns'>,
  register: Register,
): Fault[] {
  const plans = [...register.plans.values()].filter(({ fields }) => fields.campaign === campaign.id);
  const scope: Scope = {
    campaign,
    isSession: (id) => plans.some(({ fields }) => fields.sessions.some((session) => session.id === id)),
    sessionsOf: '本活动的学习计划',
  };
  return momentsOf(deadline, path).flatMap(([moment, place]) =>
    momentFaults(moment, place, at, scope, register),
  );
}

/** The moments that a deadline is counted from, with their paths. */
function momentsOf(deadline: Deadline, path: Path): [Moment, Path][] {
  if (deadline === 'unknown') return [];
  if ('stage' in deadline) return [[{ stage: deadline.stage, edge: deadline.edge }, path]];
  const named = deadline as Partial<Record<'after' | 'before' | 'from' | 'until', Moment>>;
  return (['after', 'before', 'from', 'until'] as const).flatMap((key) => {
    const moment = named[key];
    return moment === undefined ? [] : [[moment, [...path, key]] satisfies [Moment, Path]];
  });
}

function momentFaults(
  moment: Moment,
  path: Path,
  { placeOf }: Pick<Item, 'placeOf'>,
  scope: Scope,
  register: Register,
): Fault[] {
  if (typeof moment === 'string' || 'campaign' in moment) return [];
  if ('stage' in moment) {
    if (!scope.campaign || hasStage(scope.campaign, moment.stage)) return [];
    return [{ ...placeOf([...path, 'stage']), ...stageProblem(moment.stage, scope.campaign) }];
  }
  if (moment.plan === undefined) {
    if (scope.isSession(moment.session)) return [];
    return [{ ...placeOf([...path, 'session']), ...sessionProblem(moment.session, scope) }];
  }
  const plan = register.plans.get(moment.plan);
  if (!plan) return [{ ...placeOf([...path, 'plan']), ...planProblem(moment.plan, register) }];
  const known = new Set(plan.fields.sessions.map(({ id }) => id));
  if (known.has(moment.session)) return [];
  const elsewhere: Scope = { ...scope, sessionsOf: `计划 ${moment.plan} ` };
  return [{ ...placeOf([...path, 'session']), ...sessionProblem(moment.session, elsewhere, known) }];
}

type Problem = Pick<Fault, 'reason' | 'remedy'>;

function hasStage({ fields }: Item<'campaigns'>, id: string): boolean {
  return fields.stages?.some((stage) => stage.id === id) ?? false;
}

function stageProblem(stage: string, { id, fields }: Item<'campaigns'>): Problem {
  const known = (fields.stages ?? []).map((each) => each.id).join('、');
  return {
    reason: `活动 ${id} 没有阶段 ${stage}`,
    remedy: known ? `改成 ${known} 之一` : `在 campaigns/${id}.yaml 里写上 stages，或删去这一处`,
  };
}

function planProblem(name: string, { plans }: Register): Problem {
  const byTitle = [...plans.values()].find(({ fields }) => fields.title === name);
  return {
    reason: `没有学习计划 ${name}`,
    remedy: byTitle
      ? `改成文件名 ${byTitle.id}`
      : `改成 plans/ 里有的文件名，或先建 plans/${SLUG.test(name) ? name : '…'}.yaml`,
  };
}

function sessionProblem(session: string, { sessionsOf }: Scope, known?: ReadonlySet<string>): Problem {
  const names = known && known.size > 0 ? `改成 ${[...known].join('、')} 之一` : '改成已有的学习场次代号';
  return { reason: `${sessionsOf}没有学习场次 ${session}`, remedy: names };
}

function readingProblem(reading: string, { entries, paragraphs }: Register): Problem | undefined {
  const [key = '', anchor] = reading.split('#');
  const entry = entries.get(key);
  if (!entry)
    return { reason: `资料库里没有 ${key}`, remedy: '写成 texts/文件名、speeches/文件名 或 articles/文件名' };
  if (anchor === undefined) return undefined;
  const { count, has } = paragraphs(entry);
  return has(anchor)
    ? undefined
    : { reason: `${key} 没有第 ${anchor.replace(/^p/, '')} 段`, remedy: `改段落号；${key} 共 ${count} 段` };
}
