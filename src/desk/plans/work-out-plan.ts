import type { FieldValues } from '../../domain/desk/api.ts';
import type {
  PlanAnswer,
  PlanRequest,
  PlanRow,
  UnitChoice,
  WhenLine,
  WorkedOutTime,
} from '../../domain/desk/plans.ts';
import { workedOutTime } from '../../domain/desk/time-lines.ts';
import { readWhenLine, whenInWords } from '../../domain/desk/when-line.ts';
import { isSessionOrTurn } from '../../domain/schedule/turns.ts';
import type { Plan } from '../../domain/schedule/plan.ts';
import { planSchema, whenSchema, type PlanFields } from '../../schemas/plan.ts';
import { kindForm } from '../forms/kind-form.ts';
import { readDraft, type DraftFault } from './draft-faults.ts';
import { partiesOf, schedulesOn, withItem, type PlanGround } from './ground.ts';
import type { Campaign, Unit } from '../../site/site.ts';

/** The id of the unit that stands for any: it follows the plan and has no meeting day. */
const ANY_UNIT = 'desk-any-unit';

/** What a plan that is being edited comes to for a unit: the times of its sessions, what was understood of words for them, and what is wrong. */
export function workOutPlan(ground: PlanGround, request: PlanRequest): PlanAnswer {
  const { units, campaigns } = partiesOf(ground);
  const campaign = campaigns.find(({ id }) => id === request.fields.campaign);
  const read = readWords(request, campaign);
  const fields = withRead(request.fields, read);
  const { sound, faults } = soundPlan(fields);
  const times = sound ? timesFor(ground, { ...sound, id: request.plan }, request.unit, campaign) : [];
  return {
    units: units.map((unit) => choiceOf(unit, request.plan)),
    stages: (campaign?.stages ?? []).map(({ id, title }) => ({ id, title })),
    rows: sessionsIn(fields).map((session, index): PlanRow => {
      const planned = sound?.sessions[index];
      const when = whenSchema.safeParse(session.when).data;
      const line = read.get(index);
      return {
        id: String(session.id),
        words: line?.understood ?? whenInWords(when, campaign ?? {}),
        ...(line ? { read: line } : {}),
        times:
          planned && planned.id === session.id ? times.filter(({ id }) => isSessionOrTurn(id, planned)) : [],
        faults: faults
          .filter(({ path }) => path[0] === 'sessions' && path[1] === index)
          .map(({ words }) => words),
      };
    }),
    faults: faults.filter(({ path }) => path[0] !== 'sessions' || path.length < 2).map(({ words }) => words),
  };
}

function choiceOf({ id, name, shortName, plans = [] }: Unit, plan: string): UnitChoice {
  return { id, name: shortName ?? name, isFollowing: plans.some((followed) => followed.plan === plan) };
}

function sessionsIn({ sessions }: FieldValues): FieldValues[] {
  if (!Array.isArray(sessions)) return [];
  return sessions.map((each: unknown) =>
    typeof each === 'object' && each !== null ? (each as FieldValues) : {},
  );
}

function wordsIn(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** What is understood of the words that were given for times, by the place of the session. */
function readWords({ fields, words }: PlanRequest, campaign: Campaign | undefined): Map<number, WhenLine> {
  const sessions = sessionsIn(fields);
  return new Map(
    Object.entries(words).flatMap(([at, line]): [number, WhenLine][] => {
      const session = sessions[Number(at)];
      if (!session) return [];
      const [stage, form] = [wordsIn(session.stage), wordsIn(session.form)];
      const ground = { campaign: campaign ?? {}, planTitle: wordsIn(fields.title) ?? '', stage, form };
      return [[Number(at), readWhenLine(line, ground)]];
    }),
  );
}

/** The fields with the times that were understood in the place of those before. */
function withRead(fields: FieldValues, read: ReadonlyMap<number, WhenLine>): FieldValues {
  const sessions = sessionsIn(fields).map((session, index) => {
    const line = read.get(index);
    return line ? { ...session, when: line.when, sittings: line.sittings } : session;
  });
  return { ...fields, sessions };
}

/** A plan as far as it is sound: what is wrong stays in its place as a session of which nothing is known, so that the others are worked out. */
function soundPlan(fields: FieldValues): { sound: PlanFields | undefined; faults: DraftFault[] } {
  const form = kindForm('plans')?.fields ?? [];
  const given = { ...fields, sessions: sessionsIn(fields).map(withoutNothing) };
  const { fields: sound, faults } = readDraft(planSchema, withoutNothing(given), form);
  if (sound) return { sound, faults };
  const atFault = new Set(faults.map(({ path }) => (path[0] === 'sessions' ? path[1] : undefined)));
  const sessions = given.sessions.map((session, index) => (atFault.has(index) ? standIn(index) : session));
  const { onHoliday, revisions } = given as Partial<PlanFields>;
  const rest = { campaign: '-', title: '-', ...wordsOnly(given) };
  const tries = [
    { ...rest, onHoliday, revisions, sessions },
    { ...rest, sessions },
  ];
  return {
    sound: tries.map((each) => planSchema.safeParse(each).data).find((data) => data !== undefined),
    faults,
  };
}

function standIn(index: number): FieldValues {
  return { id: `desk-row-${index}`, title: '-', form: '会议' };
}

function wordsOnly({ campaign, title }: FieldValues): FieldValues {
  return withoutNothing({ campaign: wordsIn(campaign), title: wordsIn(title) });
}

/** A form leaves `null` where nothing is written. */
function withoutNothing(values: FieldValues): FieldValues {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** The sessions as a unit has them; the unit follows the plan whether it does so yet or not. */
function timesFor(
  ground: PlanGround,
  plan: Plan & PlanFields,
  unitId: string | undefined,
  campaign: Campaign | undefined,
): WorkedOutTime[] {
  if (!campaign) return [];
  const { units } = partiesOf(ground);
  const unit = units.find(({ id }) => id === unitId) ?? { id: ANY_UNIT, name: ANY_UNIT };
  const follows = unit.plans?.some((followed) => followed.plan === plan.id) === true;
  const plans = follows ? unit.plans : [...(unit.plans ?? []), { plan: plan.id }];
  const hosts = new Set(
    (plans ?? []).flatMap(({ adjustments = [] }) => adjustments.flatMap(({ hostedBy }) => hostedBy ?? [])),
  );
  const file = `plans/${plan.id}.yaml`;
  const changed = withItem(
    withItem({ ...ground, units: ground.units.filter(({ id }) => hosts.has(id)) }, 'units', {
      id: unit.id,
      file: '',
      fields: { ...unit, plans },
    }),
    'plans',
    { id: plan.id, file, fields: plan },
  );
  const own = schedulesOn(changed).schedules.find((of) => of.unit.id === unit.id && of.plan.id === plan.id);
  return (own?.schedule.sessions ?? []).map((session) => workedOutTime(session, campaign));
}
