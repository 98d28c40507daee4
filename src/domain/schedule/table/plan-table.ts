import { longDay } from '../../day.ts';
import { chineseNumber } from '../../chinese-number.ts';
import { dueWords } from '../../essays/due.ts';
import { period } from '../../period.ts';
import { rowsByStage } from '../by-stage.ts';
import type { Adjustment, Plan, SingleSession } from '../plan.ts';
import { membershipIn, membershipWords, type Membership } from '../membership.ts';
import { adjustmentsTo, concernsSession, plannedSessions, writtenSessions } from '../planned-sessions.ts';
import { revisionWords } from '../revisions.ts';
import type { ScheduledSession, Sitting } from '../schedule.ts';
import type { UnitPlan } from '../work-out.ts';
import { isSessionOrTurn } from '../turns.ts';
import { CELL_LABELS, HOLIDAY_WORDS, NOTHING, PLAN_LINE, sittingLabel, type PlanColumn } from './columns.ts';
import { ruleLines } from './rule-lines.ts';
import { formerSitting, timeLines } from './when-words.ts';

/** A row of a 学习计划安排表: the head of a stage, or a session with its words by column, several lines in a cell. */
export type PlanTableRow =
  { kind: 'stage'; words: string } | { kind: 'session'; session: string; cells: Record<PlanColumn, string> };

/** A unit's schedule as a 学习计划安排表. */
export interface PlanTable {
  title: string;
  /** What the line below the title says, part by part. */
  line: string[];
  rows: PlanTableRow[];
  /** What the unit has to hand in, by `DUE_COLUMNS`. */
  dues: string[][];
}

interface Stage {
  id: string;
  title: string;
  from?: string | undefined;
  until?: string | undefined;
}

/** A unit's plan as its schedule table needs it. */
export type TabledPlan = UnitPlan & {
  unit: { name: string };
  campaign: { name: string; stages?: readonly Stage[] | undefined };
};

/**
 * A unit's schedule as offices draw it, stage by stage, numbered from 1. `readingWords` names a reading: 《题名》. What the unit changed stands
 * in the note, each on a line that begins with ※, with the plan's own words where they were another's.
 */
export function planTable(of: TabledPlan, readingWords: (reading: string) => string): PlanTable {
  const { unit, plan, campaign, schedule } = of;
  const adjustments = adjustmentsTo(plan.id, unit);
  const planned = new Map(plannedSessions(plan, campaign, unit).map((session) => [session.id, session]));
  const written = writtenSessions(plan, unit);
  const told = new Set<string>();
  const rows: PlanTableRow[] = [];
  let number = 0;
  for (const stage of rowsByStage({ schedule, deadlines: [] }, campaign.stages)) {
    if (campaign.stages?.length) rows.push({ kind: 'stage', words: stageWords(stage, campaign.stages) });
    for (const row of stage.rows) {
      if (row.kind !== 'session') continue;
      number += 1;
      const changes = adjustments.filter((adjustment) => concernsSession(adjustment, row.session.id));
      const own = changes.filter(({ session }) => session === row.session.id);
      const source = written.find((session) => isSessionOrTurn(row.session.id, session));
      const isFirst = source !== undefined && !told.has(source.id);
      if (source) told.add(source.id);
      const lines = [
        ...ruleLines(row.session.id, source, isFirst),
        ...changes.filter((adjustment) => !own.includes(adjustment)).map(addedLine),
        ...sittingLines(own, planned.get(row.session.id), campaign),
        ...changeLines(own, planned.get(row.session.id), unit.meeting?.place),
        ...movedLine(own, row.session),
      ];
      rows.push({
        kind: 'session',
        session: row.session.id,
        cells: cellsOf(
          { session: row.session, planned: planned.get(row.session.id), number },
          lines,
          of,
          readingWords,
        ),
      });
    }
  }
  return {
    title: `${plan.title}安排表`,
    line: [
      `${PLAN_LINE.unit}：${unit.name}`,
      `${PLAN_LINE.plan}：${plan.title}`,
      `${PLAN_LINE.campaign}：${campaign.name}`,
      `${PLAN_LINE.onHoliday}：${HOLIDAY_WORDS[plan.onHoliday]}`,
      ...membershipParts(membershipIn(plan.id, unit)),
      ...revisedParts(plan),
    ],
    rows,
    dues: of.deadlines.map(({ title, from = '', to = '', result }, index) => [
      String(index + 1),
      title,
      from,
      dueWords(result),
      to,
      result.explanation,
    ]),
  };
}

/** From when to when the unit follows the plan, and that the table has no other sessions: what was before is none of the unit's. */
function membershipParts(membership: Membership): string[] {
  const words = membershipWords(membership);
  return words === undefined ? [] : [`${PLAN_LINE.takesPart}：${words}，其余场次不在表内`];
}

/** The plan's revisions, from the oldest, or the one day that it states. */
function revisedParts({ revised, revisions = [] }: Plan): string[] {
  if (revisions.length > 0)
    return [`${PLAN_LINE.revisions}：${revisions.map((each) => revisionWords(each, String)).join('；')}`];
  return revised === undefined ? [] : [`${PLAN_LINE.revised}：${longDay(revised)}`];
}

function stageWords({ id, title, from, until }: Partial<Stage>, stages: readonly Stage[]): string {
  if (title === undefined) return '其他';
  const span = period({ from, until });
  const index = stages.findIndex((stage) => stage.id === id);
  return `第${chineseNumber(index + 1)}阶段：${title}${span === undefined ? '' : `（${span}）`}`;
}

function cellsOf(
  {
    session,
    planned,
    number,
  }: { session: ScheduledSession; planned: SingleSession | undefined; number: number },
  lines: readonly string[],
  { campaign }: TabledPlan,
  readingWords: (reading: string) => string,
): Record<PlanColumn, string> {
  const when = planned?.when ?? 'unknown';
  const labelled = (label: string, words: string | undefined) => (words === undefined ? [] : [label + words]);
  const people = [...labelled(CELL_LABELS.chair, session.chair), ...labelled(CELL_LABELS.lead, session.lead)];
  const form = [session.form, ...(session.hours === undefined ? [] : [`${session.hours}学时`])];
  const { sittings = [] } = session;
  const ofSittings = (words: (sitting: Sitting, label: string) => string | undefined) =>
    sittings.flatMap((sitting, index) => words(sitting, sittingLabel(index + 1)) ?? []);
  const code = session.id === `s${number}` ? [] : [CELL_LABELS.code + session.id];
  return {
    number: String(number),
    time: timeLines(session, when, campaign).join('\n'),
    title: [session.title, ...ofSittings(({ name }, label) => name && `${label}：${name}`)].join('\n'),
    readings: (session.readings ?? []).map(readingWords).join('\n'),
    form: [
      ...form,
      ...ofSittings(({ hours }, label) => (hours === undefined ? undefined : `${label}：${hours}学时`)),
    ].join('\n'),
    people: [
      ...people,
      ...ofSittings(({ chair }, label) => chair && `${label}：${CELL_LABELS.chair}${chair}`),
    ].join('\n'),
    speakers: [
      ...(session.speakers ?? []),
      ...ofSittings(({ speakers }, label) => speakers && `${label}：${speakers.join('、')}`),
    ].join('\n'),
    place: session.place ?? '',
    attendees: session.attendees ?? '',
    observers: session.observers ?? '',
    requirement: session.requirement ?? '',
    responsible: session.responsible ?? '',
    note: [
      ...(session.note === undefined ? [] : [session.note]),
      ...code,
      ...lines,
      ...(session.host === undefined ? [] : [CELL_LABELS.host + session.host.name]),
    ].join('\n'),
  };
}

/** That a unit added the recurring session of which a turn is one, and why. */
function addedLine({ reason }: Adjustment): string {
  return CELL_LABELS.added + (reason === undefined ? '' : `：${reason}`);
}

/** What a day was that the unit changed, and why. */
function movedLine(adjustments: readonly Adjustment[], { reason }: ScheduledSession): string[] {
  const isMoved = adjustments.some(({ on, add }) => on !== undefined && !add);
  return isMoved && reason !== undefined ? [CELL_LABELS.moved + reason] : [];
}

/** What the sittings were that the unit changed, each once, and why. */
function sittingLines(
  adjustments: readonly Adjustment[],
  planned: SingleSession | undefined,
  campaign: TabledPlan['campaign'],
): string[] {
  const changed = new Set(adjustments.flatMap(({ sitting }) => sitting ?? []));
  return [...changed].flatMap((number) => {
    const before = planned?.sittings?.[number - 1];
    const label = sittingLabel(number);
    const reasons = adjustments.flatMap(({ sitting, reason }) => (sitting === number ? (reason ?? []) : []));
    return [
      ...(before ? [`${CELL_LABELS.sittingBefore}${label}：${formerSitting(before, campaign)}`] : []),
      ...reasons.map((reason) => `${CELL_LABELS.change}${label}：${reason}`),
    ];
  });
}

/** What the unit changed, and the plan's own chair, place and observers where they are others. */
function changeLines(
  adjustments: readonly Adjustment[],
  planned: Pick<SingleSession, 'chair' | 'place' | 'observers'> | undefined,
  usualPlace: string | undefined,
): string[] {
  const lines: string[] = [];
  for (const { add, reason, chair, place, observers, hostedBy, sitting } of adjustments) {
    if (sitting !== undefined) continue;
    if (add) lines.push(CELL_LABELS.added);
    if (reason !== undefined) lines.push(`${CELL_LABELS.change}：${reason}`);
    const isHosted = hostedBy !== undefined;
    if (chair !== undefined || isHosted) lines.push(CELL_LABELS.chairBefore + (planned?.chair ?? NOTHING));
    if (place !== undefined || isHosted)
      lines.push(CELL_LABELS.placeBefore + (planned?.place ?? usualPlace ?? NOTHING));
    if (observers !== undefined) lines.push(CELL_LABELS.observersBefore + (planned?.observers ?? NOTHING));
  }
  return lines;
}
