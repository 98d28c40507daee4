import { present } from '../../present.ts';
import { addDays, dayNumber, type Day } from '../../day.ts';
import type { Moment, StageSpan } from '../../deadlines/moment.ts';
import { readTime } from '../../time-words/read-time.ts';
import {
  resolveDay,
  resolveEnd,
  resolveFestival,
  resolveMonth,
  resolveYear,
  type Resolved,
  type YearContext,
} from '../../time-words/resolve.ts';
import type { Said, SaidMoment, SaidTime } from '../../time-words/said.ts';
import type { PlannedSitting, Recurrence, When } from '../plan.ts';
import { isRecurrence } from '../turns.ts';
import { CELL_LABELS, NOT_HELD_HERE, sittingLabel } from './columns.ts';
import { ruleOf } from './said-rule.ts';

/** What the words for a time refer to. */
export interface WhenContext extends YearContext {
  stages: readonly StageSpan[];
  /** The stage of the session. */
  stage?: string | undefined;
  /** Whether this project's own export wrote the table, whose time cells have a line for the plan and lines for the unit. */
  isOwnTable?: boolean | undefined;
  /** Whether it is the time of self-study, which a span of days gives until its end. */
  isSelfStudy?: boolean | undefined;
  /** Whether it is that of a class (读书班), which meets on every day of a span. */
  isClass?: boolean | undefined;
}

/** A sitting as a cell says it. */
export interface SaidSitting {
  name: string;
  on: Day;
  time?: string | undefined;
  until?: string | undefined;
  place?: string | undefined;
  chair?: string | undefined;
  headcount?: number | undefined;
  attendees?: string | undefined;
}

/** What the words of a time cell say. */
export interface ReadWhen {
  /** The plan's own rule. */
  when: When | Recurrence;
  /** The day that the unit holds it, where the cell names one beside the plan's rule. */
  day?: Day | undefined;
  /** The hours, where the plan's rule does not hold them. */
  time?: string | undefined;
  until?: string | undefined;
  groups: SaidSitting[];
  /** The days on which all come together, where they are several. */
  sittings?: PlannedSitting[] | undefined;
  makeUp: SaidSitting[];
  isDropped: boolean;
  /** The day of the week, where it is all that says the day. */
  weekday?: number | undefined;
  /** 上午, 下午, 晚上, 全天: the part of the day, where no hour is named. */
  half?: string | undefined;
  /** Why the day is another one or none, as an exported table explains it. */
  why?: string | undefined;
  /** Whether the fields say all that the words say. */
  isWhole: boolean;
  /** What is doubtful, in Chinese. */
  doubts: string[];
}

/**
 * Reads a time as offices write it, in one column or several (月份, 时间), and the lines that this project's own tables write. What is not
 * wholly understood is `unknown`; what the fields cannot hold makes it not `isWhole`, so that the words are to be kept beside them. Never throws.
 */
export function readWhen(words: string | readonly string[], context: WhenContext): ReadWhen {
  const said: ReadWhen = {
    when: 'unknown',
    groups: [],
    makeUp: [],
    isDropped: false,
    isWhole: true,
    doubts: [],
  };
  const columns = (typeof words === 'string' ? [words] : words).map((column) =>
    plainLines(column, context, said),
  );
  if (context.isOwnTable === true) readOwnLines(columns.flat(), context, said);
  else readRule(readColumns(columns), context, said);
  return said;
}

/** The lines of a column that say the time itself; those with a meaning of their own are taken out. */
function plainLines(column: string, context: WhenContext, said: ReadWhen): string[] {
  const lines = column
    .split('\n')
    // An explanation is told whole, whatever marks stand in it, and this project writes one thing in a line.
    .flatMap((line) =>
      context.isOwnTable === true || line.trim().startsWith(CELL_LABELS.why) ? [line] : line.split(/[；;]/u),
    )
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return lines.filter((line) => {
    if (line === NOT_HELD_HERE) said.isDropped = true;
    else if (line.startsWith(CELL_LABELS.why)) said.why = line.slice(CELL_LABELS.why.length);
    else {
      const sitting = readSitting(line, context);
      if (sitting === undefined) return true;
      const { name, ...facts } = sitting;
      const number = (said.sittings?.length ?? 0) + 1;
      if (context.isOwnTable === true && name === sittingLabel(number))
        said.sittings = [...(said.sittings ?? []), present(facts)];
      else if (`${sitting.name}：` === CELL_LABELS.makeUp) said.makeUp.push(sitting);
      else said.groups.push(sitting);
    }
    return false;
  });
}

/** A line may be broken before any word; figures are never joined over a break. */
function readColumns(columns: readonly string[][]): Said {
  const apart = readTime(columns.map((lines) => lines.join(' ')));
  const isBroken = apart.time.kind === 'unread' && columns.some((lines) => lines.length > 1);
  if (!isBroken) return apart;
  return readTime(
    columns.map((lines) =>
      lines
        .join('\n')
        .replace(/(?<!\d)\n|\n(?!\d)/gu, '')
        .replaceAll('\n', ' '),
    ),
  );
}

const SITTING = /^(?<name>[^：:]{1,40})[：:](?<words>(?:\d{4}年)?\d{1,2}月\d{1,2}日.*)$/u;

/** What stands behind the hours of a sitting, in the order in which this project writes it. */
const SITTING_FACTS = new RegExp(
  `^(?:，(?!${CELL_LABELS.chair}|${CELL_LABELS.expected}|${CELL_LABELS.attendees})(?<place>.*?))?(?:，${CELL_LABELS.chair}(?<chair>.*?))?` +
    `(?:，${CELL_LABELS.expected}(?<headcount>\\d{1,6})人)?(?:，${CELL_LABELS.attendees}(?<attendees>.*))?$`,
  'u',
);

/** 第一批：10月16日（周五） 14:30—16:00，四楼会议室，主持：组长，应到：12人，参加：门诊各科 */
function readSitting(line: string, context: WhenContext): SaidSitting | undefined {
  const { name, words = '' } = SITTING.exec(line)?.groups ?? {};
  if (name === undefined || /^(?:时间|日期)$/u.test(name)) return undefined;
  const [whenPart = ''] = words.split('，', 1);
  const { place, chair, headcount, attendees } =
    SITTING_FACTS.exec(words.slice(whenPart.length))?.groups ?? {};
  const { time, from, until, half, weekday, isWhole } = readTime(whenPart);
  if (time.kind !== 'day' || !isWhole || half !== undefined) return undefined;
  const { day, doubt } = resolveDay(time.day, weekday, context);
  if (day === undefined || doubt !== undefined) return undefined;
  const own = { place, chair, headcount: headcount === undefined ? undefined : Number(headcount), attendees };
  return { name, on: day, time: from, until, ...own };
}

/** The plan's rule stands on the first line that says more than hours; the unit's day and hours on those behind it. */
function readOwnLines(lines: readonly string[], context: WhenContext, said: ReadWhen): void {
  const read = lines.map((line) => readTime(line));
  const [rule, ...more] = read;
  if (rule) readRule(rule, context, said);
  for (const each of more) readUnitLine(each, context, said);
}

function readRule(read: Said, context: WhenContext, said: ReadWhen): void {
  said.isWhole &&= read.isWhole;
  if (read.conflict !== undefined) said.doubts.push(read.conflict);
  said.when = whenOf(read, context, said);
  const { when } = said;
  if (isRecurrence(when)) return;
  if (when === 'unknown' || 'month' in when || 'period' in when || 'before' in when) {
    // Hours of a day that is not known are left to the words.
    if ((read.from ?? read.half ?? read.weekday) !== undefined) said.isWhole = false;
    return;
  }
  said.half = read.half;
  // Hours with an end are the unit's or no one's: a plan has only a start.
  if (!('week' in when) && read.until === undefined) {
    if (read.from !== undefined) said.when = { ...when, time: read.from };
  } else Object.assign(said, present({ time: read.from, until: read.until }));
  if ('week' in when) said.weekday = read.weekday;
}

/** The rule of a plan that a time is; `unknown` where the model has none, or its year is not certain. */
function whenOf(read: Said, context: WhenContext, said: ReadWhen): When | Recurrence {
  const { time, weekday } = read;
  switch (time.kind) {
    case 'day':
      return dayOr((on) => ({ on }), resolveDay(time.day, weekday, context), said);
    case 'by':
      return dayOr((by) => ({ by }), resolveDay(time.day, weekday, context), said);
    case 'by end':
      return dayOr((by) => ({ by }), resolveEnd(time.of, context), said);
    case 'span':
      return spanOf(time, context, said);
    case 'within':
      return withinOf(time, context, said);
    case 'festival':
      return festivalOf(time, context, said);
    case 'week':
      return time.number <= MOST_WEEKS ? { week: time.number } : notWhole(said);
    case 'moment':
      return momentOr(time.moment, time.isBefore, context, said);
    case 'recurring':
      return ruleOf(read) ?? notWhole(said);
    case 'nothing':
    case 'undecided':
      return 'unknown';
    default:
      return notWhole(said);
  }
}

/** Weeks that a plan may count. */
const MOST_WEEKS = 60;

function notWhole(said: ReadWhen): 'unknown' {
  said.isWhole = false;
  return 'unknown';
}

function dayOr(rule: (day: Day) => When, { day, doubt }: Resolved, said: ReadWhen): When {
  if (doubt !== undefined) said.doubts.push(doubt);
  if (doubt !== undefined) said.isWhole = false;
  return day === undefined ? 'unknown' : rule(day);
}

/** A month or a part of it; a quarter or half-year only where it is all that is said. */
function withinOf(
  { period, part }: Extract<SaidTime, { kind: 'within' }>,
  context: WhenContext,
  said: ReadWhen,
): When {
  if (period.month !== undefined) {
    const { month, doubt } = { doubt: undefined, ...resolveMonth(period, context) };
    if (month === undefined) return doubtful(doubt, said);
    if (part === 'first half' || part === 'second half')
      return { period: `${month}-${part === 'first half' ? 'a' : 'b'}` };
    return part === undefined ? { month } : { month, part };
  }
  const { quarter, half } = period;
  if (quarter === undefined && half === undefined) return notWhole(said);
  if (quarter !== undefined && half !== undefined) return notWhole(said);
  const { year, doubt } = { doubt: undefined, ...resolveYear(period, context) };
  if (year === undefined) return doubtful(doubt, said);
  return { period: quarter === undefined ? `${year}-h${half}` : `${year}-q${quarter}` };
}

function festivalOf(
  time: Extract<SaidTime, { kind: 'festival' }>,
  context: WhenContext,
  said: ReadWhen,
): When {
  const { year, doubt } = { doubt: undefined, ...resolveFestival(time, context) };
  if (year === undefined) return doubtful(doubt, said);
  const { festival, isBefore } = time;
  return isBefore ? { before: festival, year } : { festival, year };
}

function doubtful(doubt: string | undefined, said: ReadWhen): 'unknown' {
  if (doubt !== undefined) said.doubts.push(doubt);
  return notWhole(said);
}

/** Days of the longest class that a span of days is taken for. */
const LONGEST_CLASS = 7;

/** The days of a class from one to another; `undefined` for a span that is none, or too long. */
function classDays(
  { from, until }: Extract<SaidTime, { kind: 'span' }>,
  context: WhenContext,
): Day[] | undefined {
  const [first, last] = [from, until].map((day) => resolveDay(day, undefined, context));
  if (first?.day === undefined || last?.day === undefined || first.doubt !== undefined) return undefined;
  const length = dayNumber(last.day) - dayNumber(first.day) + 1;
  if (last.doubt !== undefined || length < 2 || length > LONGEST_CLASS) return undefined;
  return Array.from({ length }, (_, index) => addDays(first.day, index));
}

/**
 * Self-study of some days is done by the last of them, a class meets on each; any other meeting of several days has no rule but their month.
 */
function spanOf(time: Extract<SaidTime, { kind: 'span' }>, context: WhenContext, said: ReadWhen): When {
  const { from, until } = time;
  const days = context.isClass === true && said.isWhole ? classDays(time, context) : undefined;
  if (days) {
    said.sittings = days.map((on) => ({ on }));
    return 'unknown';
  }
  said.isWhole = false;
  if (context.isSelfStudy === true)
    return dayOr((by) => ({ by }), resolveDay(until, undefined, context), said);
  const isInOneMonth = from.month === until.month && from.year === until.year && from.day <= until.day;
  return isInOneMonth
    ? withinOf(
        { kind: 'within', period: { year: from.year, month: from.month }, isPart: true },
        context,
        said,
      )
    : 'unknown';
}

function momentOr(said_: SaidMoment, isBefore: boolean, context: WhenContext, said: ReadWhen): When {
  const by = momentOf(said_, context);
  if (by === undefined || !isBefore) said.isWhole = false;
  return by === undefined ? 'unknown' : { by };
}

function momentOf(
  { stage, session, plan, edge = 'end' }: SaidMoment,
  context: WhenContext,
): Moment | undefined {
  if (session !== undefined) return plan === undefined ? { session } : { plan, session };
  if (stage === undefined) return { campaign: edge };
  const id =
    stage === 'own' ? context.stage : typeof stage === 'number' ? context.stages[stage - 1]?.id : stage;
  return id === undefined ? undefined : { stage: id, edge };
}

/** A line behind the plan's rule: the unit's own day and hours, or the day that the rule comes to. */
function readUnitLine(read: Said, context: WhenContext, said: ReadWhen): void {
  const { time, from, until, half, weekday } = read;
  said.half ??= half;
  if (time.kind === 'by' || time.kind === 'by end' || time.kind === 'span') {
    const isWorkedOut =
      typeof said.when === 'object' && ('by' in said.when || 'before' in said.when || 'week' in said.when);
    if (!isWorkedOut) said.isWhole = false;
    return;
  }
  if (time.kind === 'day') {
    const { day, doubt } = resolveDay(time.day, weekday, context);
    if (doubt !== undefined) said.doubts.push(doubt);
    said.day = day;
    said.isWhole &&= day !== undefined && doubt === undefined;
  } else if (time.kind !== 'nothing') said.isWhole = false;
  else if (weekday !== undefined && said.when !== 'unknown' && 'week' in said.when) said.weekday = weekday;
  if (from !== undefined) Object.assign(said, { time: from, until });
}
