import { addDays, isDay, weekday, weekdayName, type Day } from '../../day.ts';
import type { Moment, Span, StageSpan } from '../../deadlines/moment.ts';
import type { When } from '../plan.ts';
import { CELL_LABELS, NOT_HELD_HERE } from './columns.ts';
import { whenTokens, type SaidDay, type WhenToken } from './when-tokens.ts';

/** What the words for a time refer to. */
export interface WhenContext {
  /** The campaign's period. */
  period: Span;
  stages: readonly StageSpan[];
  /** The stage of the session. */
  stage?: string | undefined;
  /** The year that the table's title or another cell names. */
  year?: number | undefined;
}

/** A sitting as a cell says it. */
export interface SaidSitting {
  name: string;
  on: Day;
  time?: string | undefined;
  until?: string | undefined;
  place?: string | undefined;
}

/** What the words of a time cell say. */
export interface ReadWhen {
  /** The plan's own rule. */
  when: When;
  /** The day that the unit holds it, where the cell names one beside the plan's rule. */
  day?: Day | undefined;
  /** The hours that stand on a line of their own. */
  time?: string | undefined;
  until?: string | undefined;
  groups: SaidSitting[];
  makeUp?: SaidSitting | undefined;
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
 * Reads a time as offices write it: 第二周周五下午, 10月16日 14:30, 10月中旬, 9月底前, 待定, and the lines that this project's own tables write.
 * What the fields cannot hold makes it not `isWhole`, so that the words are to be kept beside them. Never throws.
 */
export function readWhen(words: string, context: WhenContext): ReadWhen {
  const said: ReadWhen = { when: 'unknown', groups: [], isDropped: false, isWhole: true, doubts: [] };
  const lines = words
    .split(/[\n；;]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const ruleLines: WhenToken[][] = [];
  for (const line of lines) {
    if (line === NOT_HELD_HERE) said.isDropped = true;
    else if (line.startsWith(CELL_LABELS.why)) said.why = line.slice(CELL_LABELS.why.length);
    else {
      const sitting = readSitting(line, context, said);
      if (sitting === undefined) ruleLines.push(whenTokens(line));
      else if (`${sitting.name}：` === CELL_LABELS.makeUp) said.makeUp = sitting;
      else said.groups.push(sitting);
    }
  }
  interpret(ruleLines, context, said);
  return said;
}

const SITTING = /^(?<name>[^：:]{1,40})[：:](?<words>(?:\d{4}年)?\d{1,2}月\d{1,2}日.*)$/u;

/** 第一批：10月16日（周五） 14:30—16:00，四楼会议室 */
function readSitting(line: string, context: WhenContext, said: ReadWhen): SaidSitting | undefined {
  const { name, words = '' } = SITTING.exec(line)?.groups ?? {};
  if (name === undefined || /^(?:时间|日期)$/u.test(name)) return undefined;
  const [whenPart = '', ...place] = words.split('，');
  const tokens = whenTokens(whenPart);
  const [day, hours] = [firstOf(tokens, 'day'), firstOf(tokens, 'hours')];
  const on = day && resolveDay(day.day, weekdayOf(tokens), context, said);
  if (on === undefined || tokens.some(({ kind }) => kind === 'rest')) return undefined;
  return { name, on, time: hours?.time, until: hours?.until, place: place.join('，') || undefined };
}

/** Kinds of words that can be a rule by themselves; the line on which the first one stands is the plan's. */
const RULES: ReadonlySet<WhenToken['kind']> = new Set(['week', 'month', 'moment', 'day', 'undecided']);

function interpret(lines: readonly WhenToken[][], context: WhenContext, said: ReadWhen): void {
  const ruleLine = lines.findIndex((tokens) => tokens.some(({ kind }) => RULES.has(kind)));
  const plans = lines.slice(0, ruleLine + 1).flat();
  readRule(plans, context, said);
  for (const tokens of lines.slice(ruleLine + 1)) readUnitLine(tokens, context, said);
}

function firstOf<Kind extends WhenToken['kind']>(tokens: readonly WhenToken[], kind: Kind) {
  return tokens.find((token): token is Extract<WhenToken, { kind: Kind }> => token.kind === kind);
}

/** The line that says the plan's rule. Hours beside a fixed day are the plan's, unless they have an end. */
function readRule(tokens: readonly WhenToken[], context: WhenContext, said: ReadWhen): void {
  const [week, month, moment] = [
    firstOf(tokens, 'week'),
    firstOf(tokens, 'month'),
    firstOf(tokens, 'moment'),
  ];
  const [hours, named] = [firstOf(tokens, 'hours'), firstOf(tokens, 'day')];
  const isBefore = firstOf(tokens, 'before') !== undefined;
  const day = named && resolveDay(named.day, weekdayOf(tokens), context, said);
  if (firstOf(tokens, 'rest')) said.isWhole = false;
  said.half ??= firstOf(tokens, 'half')?.words;
  if (moment) {
    const by = momentOf(moment, context);
    if (by !== undefined) said.when = { by, time: hours?.time };
    if (by === undefined || !isBefore) said.isWhole = false;
    return;
  }
  if (week && !month) {
    said.when = { week: week.number };
    if (!named?.until) said.day = day;
  } else if (named?.until) {
    const until = resolveDay(named.until, undefined, context, said);
    if (until !== undefined) said.when = { by: until };
    said.isWhole = false;
  } else if (named) {
    if (day === undefined) said.isWhole = false;
    else if (isBefore) {
      said.when = { by: day, time: hours?.time };
      return;
    } else if (hours?.until === undefined) {
      said.when = { on: day, time: hours?.time };
      return;
    } else said.when = { on: day };
  } else if (month) {
    readMonth(month, isBefore, context, said);
    if (week || (month.part && !isBefore)) said.isWhole = false;
  } else if (!firstOf(tokens, 'undecided') && tokens.length > 0) said.isWhole = false;
  if (hours) Object.assign(said, { time: hours.time, until: hours.until });
  takeWeekday(tokens, said);
}

/** A line behind the plan's rule: the unit's own day and hours, or the day that the rule comes to. */
function readUnitLine(tokens: readonly WhenToken[], context: WhenContext, said: ReadWhen): void {
  const [hours, named] = [firstOf(tokens, 'hours'), firstOf(tokens, 'day')];
  if (firstOf(tokens, 'rest')) said.isWhole = false;
  said.half ??= firstOf(tokens, 'half')?.words;
  if (firstOf(tokens, 'before') || named?.until) {
    const isWorkedOut = said.when !== 'unknown' && ('by' in said.when || 'week' in said.when);
    if (!isWorkedOut) said.isWhole = false;
    return;
  }
  if (named) said.day = resolveDay(named.day, weekdayOf(tokens), context, said);
  else takeWeekday(tokens, said);
  if (hours) Object.assign(said, { time: hours.time, until: hours.until });
}

/** A weekday beside a day only confirms it; beside a week it says the day. */
function takeWeekday(tokens: readonly WhenToken[], said: ReadWhen): void {
  const token = firstOf(tokens, 'weekday');
  if (!token) return;
  if (token.isEvery) said.isWhole = false;
  else if (said.when !== 'unknown' && 'week' in said.when && said.day === undefined)
    said.weekday = token.weekday;
  else if (said.when === 'unknown' || 'month' in said.when) said.isWhole = false;
}

function readMonth(
  { year, month, part }: Extract<WhenToken, { kind: 'month' }>,
  isBefore: boolean,
  context: WhenContext,
  said: ReadWhen,
): void {
  const first = resolveDay({ year, month, day: 1 }, undefined, context, said, true);
  if (first === undefined) {
    said.isWhole = false;
    return;
  }
  if (!isBefore) said.when = { month: first.slice(0, 7) };
  else {
    const last = addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
    said.when = { by: last };
    said.isWhole = part === undefined || /底|末|下旬/u.test(part);
  }
}

function momentOf(token: Extract<WhenToken, { kind: 'moment' }>, context: WhenContext): Moment | undefined {
  const { stage, session, plan, edge = 'end' } = token;
  if (session !== undefined) return plan === undefined ? { session } : { plan, session };
  if (stage === undefined) return { campaign: edge };
  const id =
    stage === 'own' ? context.stage : typeof stage === 'number' ? context.stages[stage - 1]?.id : stage;
  return id === undefined ? undefined : { stage: id, edge };
}

function weekdayOf(tokens: readonly WhenToken[]): number | undefined {
  const weekday = firstOf(tokens, 'weekday')?.weekday ?? 0;
  return weekday > 0 ? weekday : undefined;
}

/**
 * The day that words mean. Without a year it is one of the campaign's period, then one of the year that the table names; where several
 * fit, the weekday decides. A weekday that does not fit the day is a doubt.
 */
function resolveDay(
  { year, month, day }: SaidDay,
  wanted: number | undefined,
  { period, year: named }: WhenContext,
  said: ReadWhen,
  isMonth = false,
): Day | undefined {
  const at = (each: number) => `${each}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  const words = `${month}月${day}日`;
  const years = year === undefined ? yearsOf(period, named) : [year];
  const candidates = years.map(at).filter(isDay);
  if (years.length === 0) {
    said.doubts.push(`${isMonth ? `${month}月` : words}没有年份`);
    return undefined;
  }
  const inside = candidates.filter((each) => (isMonth ? touches(each, period) : isWithin(each, period)));
  const likely = inside.length > 0 ? inside : candidates;
  const found = likely.find((each) => weekday(each) === wanted) ?? likely[0];
  if (found === undefined) said.doubts.push(`没有${words}这一天`);
  else if (wanted !== undefined && weekday(found) !== wanted) {
    said.doubts.push(`${words}是${weekdayName(found)}，表上写的是另一个星期几`);
    said.isWhole = false;
  }
  return found;
}

function yearsOf({ from, until }: Span, named: number | undefined): number[] {
  const [first, last] = [from ?? until, until ?? from].map((day) =>
    day === undefined ? undefined : Number(day.slice(0, 4)),
  );
  if (first === undefined || last === undefined) return named === undefined ? [] : [named];
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function isWithin(day: Day, { from, until }: Span): boolean {
  return (from === undefined || from <= day) && (until === undefined || day <= until);
}

function touches(first: Day, { from, until }: Span): boolean {
  const month = first.slice(0, 7);
  return (
    (from === undefined || from.slice(0, 7) <= month) && (until === undefined || month <= until.slice(0, 7))
  );
}
