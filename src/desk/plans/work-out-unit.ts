import { longDay, weekdayName } from '../../domain/day.ts';
import type { DeadlineResult } from '../../domain/deadlines/deadline.ts';
import type {
  Bearer,
  FollowedSchedule,
  UnitAnswer,
  UnitRequest,
  UnitSession,
  WhenLine,
} from '../../domain/desk/plans.ts';
import { workedOutTime } from '../../domain/desk/time-lines.ts';
import { readWhenLine } from '../../domain/desk/when-line.ts';
import type { Doubt } from '../../check/doubt.ts';
import { scheduleDoubts } from '../../check/schedule-doubts.ts';
import { todayInShanghai } from '../../check/today.ts';
import { unitSchema, type UnitFields } from '../../schemas/unit.ts';
import type { SiteSchedules, UnitSchedule } from '../../site/site.ts';
import { idOfPart } from '../../domain/unit-parts.ts';
import { withParts } from '../../source/unit-parts.ts';
import { kindForm } from '../forms/kind-form.ts';
import { readDraft } from './draft-faults.ts';
import { asContent, schedulesOn, type GroundItem, type PlanGround } from './ground.ts';

/** What a unit that is being edited comes to: its schedules and those of its parts, what was understood of words, and what is to be looked at. */
export function workOutUnit(ground: PlanGround, { unit, fields, words }: UnitRequest): UnitAnswer {
  const plans = ground.plans.map(({ id, fields: { title } }) => ({ id, title }));
  const read = Object.fromEntries(
    Object.entries(words).map(([key, line]) => [key, readLine(ground, key, line)]),
  );
  const { fields: sound, faults } = readDraft(unitSchema, fields, kindForm('units')?.fields ?? []);
  const said = faults.map(({ words: fault }) => fault);
  if (!sound) return { bearers: [], plans, faults: said, read };
  const own = itemsOf(unit, sound);
  const isOther = ({ id, file }: GroundItem<'units'>) =>
    file !== own[0]?.file && own.every((each) => each.id !== id);
  const changed = { ...ground, units: [...ground.units.filter(isOther), ...own] };
  const all = schedulesOn(changed);
  const doubtsOf = doubtFinder(changed, all);
  const bearers = own.map((item): Bearer => {
    const part = (sound.parts ?? []).findIndex((each) => idOfPart(unit, each) === item.id);
    return {
      id: item.id,
      name: item.fields.name,
      ...(item.id === unit ? {} : { part }),
      schedules: (all.schedulesOf.get(item.id) ?? []).map((of) => followed(of, doubtsOf(of))),
    };
  });
  return { bearers, plans, faults: said, read };
}

/** The key of words is the plan, then the stage and the form of the session, with spaces between. */
function readLine(ground: PlanGround, key: string, line: string): WhenLine {
  const [planId, stage, form] = key.split(' ');
  const plan = ground.plans.find(({ id }) => id === planId)?.fields;
  const campaign = ground.campaigns.find(({ id }) => id === plan?.campaign)?.fields ?? {};
  return readWhenLine(line, { campaign, planTitle: plan?.title ?? '', stage, form });
}

/** The unit with its parts as units beside it. */
function itemsOf(id: string, fields: UnitFields): GroundItem<'units'>[] {
  const file = `units/${id}.yaml`;
  const positionOf = () => ({ file, line: 1, column: 1 });
  return withParts([{ collection: 'units', id, file, fields, positionOf }]).units;
}

/** What is to be looked at in a unit's schedules, plan by plan: in each by itself, then what clashes with the others, the unit above, and other units. */
function doubtFinder(ground: PlanGround, { calendar, schedules }: SiteSchedules) {
  const content = asContent(ground);
  const today = todayInShanghai();
  const doubtsIn = (of: readonly UnitSchedule[]) =>
    scheduleDoubts(content, { calendar, schedules: of }, today).filter(({ kind }) => kind === '学习安排');
  const all = doubtsIn(schedules);
  const fileOf = (items: readonly { id: string; file: string }[], id: string) =>
    items.find((item) => item.id === id)?.file;
  return (own: UnitSchedule): { own: Doubt[]; shared: Doubt[] } => {
    const { unit } = own;
    const ofUnit = schedules.filter((of) => of.unit.id === unit.id);
    const single = new Set(ofUnit.flatMap((of) => doubtsIn([of])).map(({ reason }) => reason));
    const name = nameOf(unit);
    const isSession = (words: string) =>
      schedules.some(({ schedule }) => schedule.sessions.some(({ id }) => id === words));
    const beside = [
      ...doubtsIn(ofUnit),
      ...all.filter(
        ({ reason, words }) => reason.includes(name) && (!isSession(words) || reason.includes('与上级')),
      ),
    ];
    const told = new Map(beside.map((doubt) => [doubt.reason, doubt]));
    const files = [fileOf(ground.plans, own.plan.id), fileOf(ground.units, unit.id)];
    return {
      own: doubtsIn([own]).filter(({ file }) => files.includes(file)),
      shared: [...told.values()].filter(({ reason }) => !single.has(reason)),
    };
  };
}

function nameOf({ name, shortName }: { name: string; shortName?: string | undefined }): string {
  return shortName ?? name;
}

function followed(of: UnitSchedule, { own, shared }: { own: Doubt[]; shared: Doubt[] }): FollowedSchedule {
  const { plan, campaign, schedule, deadlines, unit } = of;
  const name = nameOf(unit);
  const isBeside = (id: string) => {
    // s1 is not meant by s10.
    const named = new RegExp(
      `${escaped(`${name} ${id}`)}(?![\\w-])|${escaped(`（${plan.id} 的 ${id}，`)}`,
      'u',
    );
    return ({ reason }: Doubt) => named.test(reason);
  };
  const told = ({ reason, remedy }: Doubt) => `${reason} — ${remedy}`;
  const sessions = schedule.sessions.map((session): UnitSession => {
    const { form, place, chair, day } = session;
    return {
      ...workedOutTime(session, campaign),
      ...{ form, place, chair, day: day ?? undefined },
      doubts: [
        ...own.filter((doubt) => doubt.words === session.id || isBeside(session.id)(doubt)),
        ...shared.filter(isBeside(session.id)),
      ].map(told),
    };
  });
  const ids = new Set(schedule.sessions.map(({ id }) => id));
  return {
    plan: plan.id,
    title: plan.title,
    sessions,
    deadlines: deadlines.map(({ title, result }) => ({
      title,
      words: deadlineWords(result),
      counting: result.explanation,
    })),
    doubts: own.filter(({ words }) => !ids.has(words)).map(told),
  };
}

function escaped(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function deadlineWords(result: DeadlineResult): string {
  switch (result.kind) {
    case 'date':
      return `${longDay(result.date)}（${weekdayName(result.date)}）${result.announce ? `，${result.announce.text}` : ''}`;
    case 'month':
      return `${result.month.slice(0, 4)}年${Number(result.month.slice(5))}月`;
    case 'occurrences':
      return result.occurrences.map(({ date }) => longDay(date)).join('、');
    case 'unknown':
      return '';
  }
}
