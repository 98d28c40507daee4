import { present } from '../../domain/present.ts';
import type { WorkCalendar } from '../../domain/calendar/work-calendar.ts';
import {
  SELF_STUDY,
  type Adjustment,
  type CampaignDates,
  type HolidayRule,
  type Plan,
  type PlanSession,
  type Revision,
  type ScheduleUnit,
} from '../../domain/schedule/plan.ts';
import { scheduleOf } from '../../domain/schedule/schedule-of.ts';
import type { ScheduledSession } from '../../domain/schedule/schedule.ts';
import { namableParts } from '../../domain/schedule/groups.ts';
import type { UnitFinder } from '../../domain/units.ts';
import { isRecurrence } from '../../domain/schedule/turns.ts';
import { addDays, type Day } from '../../domain/day.ts';
import { weekOf } from '../../domain/schedule/week.ts';
import {
  CELL_LABELS,
  HOLIDAY_WORDS,
  KEPT_WORDS,
  NOTHING,
  sittingLabel,
} from '../../domain/schedule/table/columns.ts';
import {
  readWhen,
  type ReadWhen,
  type SaidSitting,
  type WhenContext,
} from '../../domain/schedule/table/read-when.ts';
import { ordinalOf } from './ordinal.ts';
import { RowDoubts } from './row-doubts.ts';
import { findReadings, type KnownEntry } from './readings.ts';
import type { SessionRows } from './plan-rows.ts';
import { rowRule } from './row-rule.ts';
import { formOfRow } from './row-form.ts';
import { rowTimes, type RowTime, type TableTimes } from './row-times.ts';
import { sittingChanges, takeSittingLine } from './sitting-changes.ts';
import { takeSittingCells, wholeSittings } from './sitting-cells.ts';
import { stageAt, stageOf, type TableStage } from './stages.ts';
import { addedBy, sessionOfTurns, turnRow, type TurnRow } from './turn-rows.ts';
import { untoldTime, type Held } from './untold-time.ts';

/** What a table's words are read against. */
export interface PlanContext {
  planId: string;
  title: string;
  onHoliday?: HolidayRule | undefined;
  campaign: CampaignDates;
  campaignId: string;
  stages: readonly TableStage[];
  unit?: ScheduleUnit | undefined;
  /** Finds the unit that holds a session for this one. */
  findUnit?: UnitFinder | undefined;
  entries: readonly KnownEntry[];
  calendar: WorkCalendar;
  /** What the table as a whole says of its times. */
  times: TableTimes;
  /** Whether this project's own export wrote the table. */
  isOwnTable: boolean;
  /** What the table says of the plan's revisions. */
  revisions?: readonly Revision[] | undefined;
}

/** The sessions of a table, and what its unit changes in them. */
export interface PlanDraft {
  sessions: PlanSession[];
  adjustments: Adjustment[];
  /** Words of rows that stand for a rule, a turn or a sitting, which the fields say in other words. */
  understood: string[];
  doubts: string[];
}

/** A session as read, before it is held against the unit. */
interface ReadSession {
  session: PlanSession;
  said: ReadWhen;
  timeWords: string;
  /** The same with the units that column names give. */
  told: string;
  isOwn: boolean;
  /** Why the unit added the rule of which it is a turn. */
  whyAdded: string | undefined;
  /** Where it is a turn of a session that comes again. */
  turn?: TurnRow | undefined;
  understood: string[];
  /** `moved` is how an exported table tells of a day that the unit moved; it follows from the rest. */
  change: Partial<
    Record<'reason' | 'chair' | 'place' | 'observers' | 'hostedBy' | 'moved', string | undefined>
  >;
  /** What the unit changes of single sittings. */
  ofSitting: readonly Omit<Adjustment, 'session'>[];
  doubt: (words: string) => void;
  /** The session as the table's unit holds it. */
  held?: Held | undefined;
}

/**
 * Sessions from the rows of a table. What the table says of one unit (its usual place and hours, a day beside a week) becomes the unit's
 * adjustments, or nothing where the plan comes to the same for it. Words that no field holds stand in the note.
 */
export function draftPlan(rows: readonly SessionRows[], context: PlanContext): PlanDraft {
  const doubts = new RowDoubts();
  const ids = new Set<string>();
  const times = rowTimes(rows, context.times);
  const read = rows.map((each, index) =>
    readSession(each, times[index] ?? { columns: [] }, index, ids, context, doubts),
  );
  const { unit } = context;
  if (!unit) for (const each of read) settleForAll(each);
  else for (const { session } of read) leaveUsual(session, unit, context);
  const planned = sessionsOf(read.filter(({ isOwn }) => !isOwn || !unit));
  const ownRules = sessionsOf(read.filter(({ isOwn, turn }) => unit && isOwn && turn));
  const added = ownRules.map((session) =>
    addedBy(session, read.find(({ turn }) => turn?.of === session.id)?.whyAdded),
  );
  const adjustments = unit
    ? [...added, ...read.flatMap((each) => adjustmentOf(each, planned, added, unit, context))]
    : [];
  if (!context.isOwnTable) read.forEach(keepUntold);
  const understood = read.flatMap((each) => each.understood);
  return { sessions: planned, adjustments, understood, doubts: doubts.lines() };
}

/** The sessions of rows: one a row, and one for all the turns of a rule. */
function sessionsOf(read: readonly ReadSession[]): PlanSession[] {
  const isTurnOf = ({ turn }: ReadSession, of: string): boolean => turn?.of === of;
  return read.flatMap((each, index) => {
    const { turn, session } = each;
    if (!turn) return [session];
    if (read.findIndex((other) => isTurnOf(other, turn.of)) < index) return [];
    const others = read.flatMap((other) =>
      other !== each && other.turn && isTurnOf(other, turn.of)
        ? [{ session: other.session, turn: other.turn }]
        : [],
    );
    return [sessionOfTurns([{ session, turn }, ...others])];
  });
}

function readSession(
  rows: SessionRows,
  rowTime: RowTime,
  index: number,
  ids: Set<string>,
  context: PlanContext,
  doubts: RowDoubts,
): ReadSession {
  const { others, stageHead, row } = rows;
  const { words, sittings: ofSittings } = context.isOwnTable
    ? takeSittingCells(rows.words)
    : { words: rows.words, sittings: [] };
  const notes = noteOf(words.note ?? '');
  const extra: string[] = [];
  const id = freeId(notes.code ?? codeOf(words.number, index), ids);
  const found = findReadings(words.readings ?? quotedIn(words.title ?? ''), context.entries);
  const title = oneLine(words.title ?? '') || titleFrom(found, words);
  const doubt = (words: string) => {
    doubts.add(row, title, words);
  };
  found.doubts.forEach(doubt);
  if (words.title === undefined) doubt('没有写专题，以篇目代替');
  const stageWords = words.stage ?? stageHead;
  const named = stageWords === undefined ? undefined : stageOf(stageWords, context.stages);
  if (stageWords !== undefined && named === undefined && stageWords !== '其他') {
    extra.push(`阶段：${oneLine(stageWords)}`);
    doubt(`阶段“${oneLine(stageWords).slice(0, 20)}”不在专题活动的阶段里`);
  }
  const { form, hours: allHours } = formOfRow(words, title, extra, doubt);
  const timeContext = {
    period: context.campaign,
    stages: context.stages,
    stage: named?.id,
    isOwnTable: context.isOwnTable,
    isSelfStudy: form === SELF_STUDY,
    isClass: form === '读书班',
  };
  const said = saidTime(rowTime, rows.timeDoubts, timeContext);
  if (isRecurrence(said.when)) {
    const isUnknownStage = stageWords !== undefined && named === undefined;
    const hasMore = said.groups.length > 0 || said.makeUp.length > 0 || said.isDropped;
    const rule = rowRule(said.when, {
      span: named ?? context.campaign,
      years: context.times.years,
      isNarrowed:
        isUnknownStage || hasMore || rowTime.isUnderTime === true || context.times.month !== undefined,
      isInStage: named !== undefined,
      note: [words.note ?? '', title, ...others.map((other) => other.words)].join('\n'),
    });
    said.when = rule ?? 'unknown';
    said.isWhole &&= rule !== undefined;
  }
  said.doubts.forEach(doubt);
  if (words.time === undefined) doubt('没有写时间');
  if (rowTime.doubt !== undefined) doubt(rowTime.doubt);
  if (rowTime.storedYear !== undefined) doubt(`年份没有写出来，按单元格里存的日期作${rowTime.storedYear}年`);
  const timeWords = oneTime(words.time ?? '');
  const stage = named ?? (stageWords === undefined ? stageAt(said.when, context.stages) : undefined);
  if (stage !== named) doubt(`没有写阶段，按日期归入“${stage?.title ?? ''}”`);
  if (found.rest.length > 0) extra.push(`篇目：${found.rest.join('；')}`);
  for (const other of others) extra.push(`${other.name}：${oneLine(other.words)}`);
  if (words.number !== undefined && ordinalOf(words.number) === undefined)
    extra.push(`序号：${oneLine(words.number)}`);
  const speakers = listOf(words.speakers ?? '');
  const { chair, lead } = peopleOf(words, extra);
  if (found.readings.length === 0 && words.readings === undefined && found.rest.length > 0) extra.pop();
  const turn = turnRow(id, notes);
  if (!turn) extra.push(...notes.marked.filter((line) => !line.startsWith(CELL_LABELS.onHoliday)));
  const { sittings: held, hours } = said.sittings
    ? wholeSittings(said.sittings, ofSittings, allHours)
    : { sittings: undefined, hours: allHours };
  const { planned: sittings, changes: ofSitting } = held
    ? sittingChanges(held, notes.sittings, {
        ...timeContext,
        year: rowTime.year,
        whyNoYear: rowTime.whyNoYear,
      })
    : { planned: undefined, changes: [] };
  // What could not be read of them stays in the note.
  if (ofSitting.length < notes.sittings.size) extra.push(...notes.ofSittings);
  const note = [notes.note, ...extra].filter((line) => line !== '').join('\n');
  const session: PlanSession = present({
    id,
    stage: stage?.id,
    title,
    form,
    readings: found.readings.length > 0 ? found.readings : undefined,
    chair: notes.chairBefore === undefined ? chair : notNothing(notes.chairBefore),
    lead,
    speakers: speakers.length > 0 ? speakers : undefined,
    attendees: words.attendees,
    observers: notes.observersBefore === undefined ? words.observers : notNothing(notes.observersBefore),
    place: notes.placeBefore === undefined ? words.place : notNothing(notes.placeBefore),
    hours,
    when: sittings ? undefined : said.when,
    onHoliday: notes.onHoliday,
    sittings,
    requirement: words.requirement,
    responsible: words.responsible,
    note: note === '' ? undefined : note,
  });
  const change = {
    reason: notes.reason,
    moved: notes.moved,
    chair: notes.chairBefore === undefined ? undefined : chair,
    place: notes.placeBefore === undefined ? undefined : words.place,
    observers: notes.observersBefore === undefined ? undefined : words.observers,
    hostedBy: notes.host === undefined ? undefined : context.findUnit?.(notes.host, null),
  };
  const told = rowTime.columns.join(' ');
  const understood = [
    ...notes.marked,
    ...notes.ofSittings,
    ...(turn ? [title, id] : []),
    ...(sittings ?? []).map((_, at) => sittingLabel(at + 1)),
  ];
  return {
    session,
    said,
    timeWords,
    told,
    isOwn: notes.isAdded,
    whyAdded: notes.whyAdded,
    ofSitting,
    turn,
    understood,
    change,
    doubt,
  };
}

/** What the words for a row's time say; where the file has lost a part of them, nothing. */
function saidTime(
  { columns, year, whyNoYear }: RowTime,
  lost: readonly string[],
  context: Omit<WhenContext, 'year' | 'whyNoYear'>,
): ReadWhen {
  const said = readWhen(columns, { ...context, year, whyNoYear });
  if (lost.length === 0) return said;
  return { when: 'unknown', groups: [], makeUp: [], isDropped: false, isWhole: false, doubts: [...lost] };
}

function oneTime(words: string): string {
  return words.replace(/\s*\n\s*/gu, '，');
}

/** A last look at each time with other eyes than the reader's: words that no field tells are kept in the note. */
function keepUntold({ session, timeWords, told, doubt, held }: ReadSession): void {
  if (session.note?.includes(timeWords) === true) return;
  if (untoldTime(told, session, held) !== '') keepTime(session, timeWords, doubt);
}

/** Without a unit everything that the table says is the plan's; what a plan cannot say stands in the note. */
function settleForAll({ session, said, timeWords, doubt }: ReadSession): void {
  const { when } = said;
  if (said.day !== undefined) session.when = present({ on: said.day, time: said.time });
  else if (said.time !== undefined && when !== 'unknown' && 'on' in when)
    session.when = { ...when, time: said.time };
  const isMore =
    said.groups.length > 0 ||
    said.makeUp.length > 0 ||
    said.isDropped ||
    said.until !== undefined ||
    said.weekday !== undefined;
  const isUntold =
    said.time !== undefined && (session.when === 'unknown' || !session.when || !('on' in session.when));
  const isDoubled = said.day !== undefined && when !== 'unknown' && 'week' in when;
  if (isMore || isUntold || isDoubled || !said.isWhole || said.half !== undefined || said.why !== undefined)
    keepTime(session, timeWords, doubt);
}

function keepTime(session: PlanSession, timeWords: string, doubt: (words: string) => void): void {
  const line = KEPT_WORDS + timeWords;
  session.note = session.note === undefined ? line : `${session.note}\n${line}`;
  const what = session.when === 'unknown' || !session.when ? '没有读出确定的时间' : '没有全部写进字段';
  doubt(`时间“${timeWords.slice(0, 40)}”${what}，原话记在备注`);
}

/** The unit's usual place and chair are no facts of the plan where the plan comes to them by itself. */
function leaveUsual(session: PlanSession, unit: ScheduleUnit, context: PlanContext): void {
  for (const [fact, usual] of [['place', unit.meeting?.place] as const, ['chair', unit.chair] as const]) {
    if (session[fact] === undefined || session[fact] !== usual) continue;
    const without = { ...session, [fact]: undefined };
    const worked = workedOut(session.id, [without], [], unit, context);
    if (worked?.[fact] === session[fact]) session[fact] = undefined;
  }
}

/** The day and hours of a session that another unit hosts, which are not this unit's to say. */
function asSaid({ day, time, until, groups }: ReadWhen): Held {
  const sittings = groups.map(({ on, ...sitting }) => ({ ...sitting, day: on }));
  return { day: day ?? null, time, until, groups: sittings };
}

/** What the unit changes in one session, found by working the plan out for it. */
function adjustmentOf(
  read: ReadSession,
  planned: readonly PlanSession[],
  added: readonly Adjustment[],
  unit: ScheduleUnit,
  context: PlanContext,
): Adjustment[] {
  const { session, said, change, isOwn, turn, timeWords, doubt } = read;
  const base: Adjustment = {
    session: session.id,
    ...(isOwn && !turn ? { add: withoutId(session) } : {}),
  };
  const ofSitting = read.ofSitting.map((each): Adjustment => ({ session: session.id, ...each }));
  const worked = (adjustment: Adjustment) =>
    workedOut(session.id, planned, [...added, adjustment, ...ofSitting], unit, context);
  if (change.hostedBy !== undefined) {
    const { observers, hostedBy, reason } = change;
    read.held = asSaid(said);
    const makeUp = makeUpOf(said, undefined);
    return [present({ session: session.id, observers, makeUp, hostedBy, reason })];
  }
  const plain = worked(base);
  const day = said.day ?? dayOfWeekday(said, plain, context, session);
  const moved: Adjustment = {
    ...base,
    ...(said.isDropped ? { drop: true } : {}),
    ...(day === undefined || day === plain?.day ? {} : { on: day }),
  };
  if (said.groups.length > 0) delete moved.on;
  const sitting = worked(moved);
  const ownHours = hoursOf(said, sitting);
  const full: Adjustment = present({
    ...moved,
    time: ownHours,
    place: change.place,
    chair: change.chair,
    observers: change.observers,
    reason: change.reason,
  });
  const settled = worked(full);
  if (said.groups.length > 0)
    full.groups = said.groups.map((group) => {
      const { name, chair, headcount, attendees } = group;
      const part = namableParts(unit).find((each) => each.name === name);
      if (!part) return present({ name, ...sittingOf(group, settled), chair, headcount, attendees });
      const ofPart = { part: part.id, on: group.on };
      const usual = worked({ ...full, groups: [ofPart] })?.groups?.[0];
      const own = { chair: chair === usual?.chair ? undefined : chair, headcount, attendees };
      return present({ ...ofPart, ...sittingOf(group, usual), ...own });
    });
  const makeUp = makeUpOf(said, settled);
  if (makeUp !== undefined) full.makeUp = makeUp;
  const final = worked(full);
  read.held = final;
  if (change.moved !== undefined && change.moved !== final?.reason) {
    session.note = [session.note, CELL_LABELS.moved + change.moved].filter(Boolean).join('\n');
    doubt(`“${change.moved.slice(0, 40)}”与表上的日期对不上，原话记在备注`);
  }
  const saysMore = said.why !== undefined && said.why !== final?.reason;
  const endsOtherwise = said.until !== undefined && said.groups.length === 0 && said.until !== final?.until;
  if (!said.isWhole || saysMore || endsOtherwise || !isInHalf(final?.time, said.half))
    keepTime(isOwn && full.add ? Object.assign(full.add, { id: session.id }) : session, timeWords, doubt);
  if (full.add && 'id' in full.add) delete (full.add as Partial<PlanSession>).id;
  return [...(Object.keys(full).length > 1 ? [full] : []), ...ofSitting];
}

function workedOut(
  id: string,
  planned: readonly PlanSession[],
  adjustments: readonly Adjustment[],
  unit: ScheduleUnit,
  { planId, title, campaign, campaignId, onHoliday = 'confirm', revisions, calendar }: PlanContext,
): ScheduledSession | undefined {
  const plan: Plan = { id: planId, title, campaign: campaignId, onHoliday, revisions, sessions: planned };
  const schedule = scheduleOf(plan, campaign, { ...unit, plans: [{ plan: planId, adjustments }] }, calendar);
  return schedule.sessions.find((session) => session.id === id);
}

/** 第二周周五 for a unit that meets on another day. */
function dayOfWeekday(
  { weekday, when }: ReadWhen,
  plain: ScheduledSession | undefined,
  { campaign, stages }: PlanContext,
  { stage }: PlanSession,
): Day | undefined {
  if (weekday === undefined || when === 'unknown' || !('week' in when)) return undefined;
  const from = stages.find(({ id }) => id === stage)?.from ?? campaign.from;
  if (from === undefined) return undefined;
  const day = addDays(weekOf(from, when.week).from, weekday - 1);
  return plain?.plannedDay === day ? undefined : day;
}

const HALVES: Record<string, [from: string, until: string]> = {
  早上: ['06:00', '12:00'],
  上午: ['06:00', '12:00'],
  中午: ['11:00', '14:00'],
  下午: ['12:00', '18:30'],
  晚上: ['17:30', '24:00'],
  晚: ['17:30', '24:00'],
};

/** Whether an hour lies in the part of the day that words name; no part is named by no words. */
function isInHalf(time: string | undefined, half: string | undefined): boolean {
  if (half === undefined) return true;
  const [from, until] = HALVES[half] ?? ['', ''];
  return time !== undefined && from <= time && time < until;
}

/** The start that the cell names, where the plan does not come to it for the unit. */
function hoursOf({ time, until }: ReadWhen, sitting: ScheduledSession | undefined): string | undefined {
  if (time === undefined) return undefined;
  return time === sitting?.time && until === sitting.until ? undefined : time;
}

function sittingOf(
  { on, time, until, place }: SaidSitting,
  session: Pick<ScheduledSession, 'time' | 'until' | 'place'> | undefined,
) {
  const isUsual = time === session?.time && until === session?.until;
  return present({
    on,
    time: isUsual ? undefined : time,
    place: place === session?.place ? undefined : place,
  });
}

/** The days on which absentees make the session up; a single one stands without a list. */
function makeUpOf({ makeUp }: ReadWhen, session: Parameters<typeof sittingOf>[1]): Adjustment['makeUp'] {
  const days = makeUp.map((each) => sittingOf(each, session));
  return days.length > 1 ? days : days[0];
}

function withoutId(session: PlanSession): Omit<PlanSession, 'id'> {
  const fields: Partial<PlanSession> = { ...session };
  delete fields.id;
  return fields as Omit<PlanSession, 'id'>;
}

/** The lines of a note: the plan's own words, and those that this project's tables mark with ※. */
function noteOf(words: string) {
  const own: string[] = [];
  const found: {
    code?: string;
    reason?: string;
    moved?: string;
    chairBefore?: string;
    placeBefore?: string;
    rule?: string;
    otherwise?: string;
    dropped: string[];
    onHoliday?: HolidayRule | undefined;
    observersBefore?: string;
    host?: string;
    isAdded: boolean;
    whyAdded?: string;
    sittings: Parameters<typeof takeSittingLine>[1];
  } = { isAdded: false, dropped: [], sittings: new Map() };
  const marked: string[] = [];
  const ofSittings: string[] = [];
  const after = (line: string, label: string) =>
    line
      .slice(label.length)
      .replace(/^[：:]/u, '')
      .trim();
  for (const line of words.split('\n')) {
    if (RULE_LABELS.some((label) => line.startsWith(label))) marked.push(line);
    if (takeSittingLine(line, found.sittings)) ofSittings.push(line);
    else if (line.startsWith(CELL_LABELS.code)) found.code = after(line, CELL_LABELS.code);
    else if (line.startsWith(CELL_LABELS.rule)) found.rule = after(line, CELL_LABELS.rule);
    else if (line.startsWith(CELL_LABELS.otherwise)) found.otherwise = after(line, CELL_LABELS.otherwise);
    else if (line.startsWith(CELL_LABELS.droppedTurn))
      found.dropped.push(after(line, CELL_LABELS.droppedTurn));
    else if (holidayRule(line) !== undefined) found.onHoliday = holidayRule(line);
    else if (line.startsWith(CELL_LABELS.added)) {
      found.isAdded = true;
      const why = after(line, CELL_LABELS.added);
      if (why !== '') found.whyAdded = why;
    } else if (line.startsWith(CELL_LABELS.moved)) found.moved = after(line, CELL_LABELS.moved);
    else if (line.startsWith(CELL_LABELS.change)) found.reason = after(line, CELL_LABELS.change);
    else if (line.startsWith(CELL_LABELS.chairBefore))
      found.chairBefore = after(line, CELL_LABELS.chairBefore);
    else if (line.startsWith(CELL_LABELS.placeBefore))
      found.placeBefore = after(line, CELL_LABELS.placeBefore);
    else if (line.startsWith(CELL_LABELS.observersBefore))
      found.observersBefore = after(line, CELL_LABELS.observersBefore);
    else if (line.startsWith(CELL_LABELS.host)) found.host = after(line, CELL_LABELS.host);
    else own.push(line);
  }
  return { ...found, marked, ofSittings, note: own.join('\n').trim() };
}

/** Labels of lines that are read whole, or not at all. */
const RULE_LABELS = [CELL_LABELS.rule, CELL_LABELS.otherwise, CELL_LABELS.droppedTurn, CELL_LABELS.onHoliday];

/** The rule for days off that a line of the note says of its session. */
function holidayRule(line: string): HolidayRule | undefined {
  return (Object.keys(HOLIDAY_WORDS) as HolidayRule[]).find(
    (rule) => line === CELL_LABELS.onHoliday + HOLIDAY_WORDS[rule],
  );
}

function notNothing(words: string): string | undefined {
  return words === NOTHING ? undefined : words;
}

/** 主持：甲 and 领学：乙 on lines of their own, 甲/乙, or one name for the chair. */
function peopleOf(
  words: SessionRows['words'],
  extra: string[],
): { chair?: string | undefined; lead?: string | undefined } {
  let { chair, lead } = words;
  for (const line of (words.people ?? '').split('\n').filter((each) => each !== '')) {
    const labelled = /^(主持|领学)人?[：:]\s*(.+)$/u.exec(line);
    if (labelled?.[1] === '主持') chair = labelled[2];
    else if (labelled) lead = labelled[2];
    else if (chair === undefined) {
      const [first, second, ...more] = line.split(/\s*[/／]\s*/u);
      chair = first === '' || first === undefined || /^[—－-]+$/u.test(first) ? undefined : first;
      if (second !== undefined) lead = [second, ...more].join('/');
    } else if (lead === undefined) lead = line;
    else extra.push(`主持或领学：${line}`);
  }
  return { chair, lead };
}

function listOf(words: string): string[] {
  const lines = words.split('\n').flatMap((line) => line.split(/[、；;]/u));
  return [...new Set(lines.map((each) => each.trim()).filter((each) => each !== ''))];
}

function quotedIn(title: string): string {
  return title.match(/《.*》/su)?.[0] ?? '';
}

function titleFrom(
  { readings, rest }: { readings: string[]; rest: string[] },
  words: SessionRows['words'],
): string {
  const [named] = /《[^》]+》/u.exec(words.readings ?? '') ?? [];
  return named === undefined
    ? (rest[0] ?? readings[0] ?? oneLine(words.form ?? words.note ?? words.time ?? '未写专题'))
    : `学习${named}`;
}

function codeOf(number: string | undefined, index: number): string {
  return `s${ordinalOf(number ?? '') ?? index + 1}`;
}

function freeId(wanted: string, ids: Set<string>): string {
  let id = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(wanted) ? wanted : `s${ids.size + 1}`;
  for (let count = 2; ids.has(id); count += 1) id = `${wanted}-${count}`;
  ids.add(id);
  return id;
}

function oneLine(words: string): string {
  return words.replace(/\s*\n\s*/gu, '');
}
