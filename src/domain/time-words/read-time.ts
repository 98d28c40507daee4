import { inHalf, isClear } from './clock.ts';
import { timeTokens, type TimeToken } from './time-tokens.ts';
import type { Said, SaidDay, SaidPeriod, SaidTime } from './said.ts';

/** A letter for each kind of piece, so that the shapes of times can be written as patterns. */
const LETTERS = {
  ...{ day: 'D', date: 'N', period: 'P', part: 'p', week: 'W', 'nth weekday': 'K', weekday: 'w' },
  ...{
    every: 'E',
    hours: 'C',
    half: 'H',
    festival: 'F',
    moment: 'M',
    before: 'b',
    within: 'i',
    'that day': 't',
  },
  ...{ 'last month': 'm', 'last day': 'L', once: 'o' },
  ...{ to: '-', and: ',', undecided: 'U', remark: 'r', other: 'x' },
} as const satisfies Record<TimeToken['kind'], string>;

type Kind = TimeToken['kind'];
type Token<Of extends Kind> = Extract<TimeToken, { kind: Of }>;

/** Characters of the longest words for one time; more is a text. */
const LONGEST = 200;

/** Pieces that may stand beside a day without making it another one. */
const BESIDE = '[wCHr]*';

type Shape = [pattern: RegExp, time: (tokens: readonly TimeToken[], period: SaidPeriod) => SaidTime];

/** What a time may look like behind the periods in front of it. What looks otherwise is `unread`: nothing is picked out of it. */
const SHAPES: Shape[] = [
  [/^U+$/, () => ({ kind: 'undecided' })],
  [
    new RegExp(`^w?W?w?D${BESIDE}$`),
    (tokens, period) => ({ kind: 'day', day: inYear(one(tokens, 'day').day, period) }),
  ],
  [new RegExp(`^N${BESIDE}$`), (tokens, period) => dated(one(tokens, 'date').day, period, 'day')],
  [/^D[wCH]*br*$/, (tokens, period) => ({ kind: 'by', day: inYear(one(tokens, 'day').day, period) })],
  [/^N[wCH]*br*$/, (tokens, period) => dated(one(tokens, 'date').day, period, 'by')],
  [/^Dw?[CH]?-[DN]w?[CH]*i?r*$/, spanOf],
  [/^pbr*$/, byEnd],
  [/^p[wCHr]*$/, partly],
  [/^[wCHr]+$/, besideOnly],
  [/^i?$/, wholly],
  [/^[WK][wCHir]*$/, weekly],
  [/^Em?(?:N|N,N|L|K|w)?o?[HCb]*$/, recurring],
  [/^Epb$/, turnsByEnd],
  [/^F(?:b|t[wCHr]*)r*$/, byFestival],
  [
    /^MC?b?$/,
    (tokens) => ({ kind: 'moment', moment: one(tokens, 'moment').moment, isBefore: has(tokens, 'before') }),
  ],
];

/**
 * Reads a time as offices write it, in one piece or in several columns (月份, 时间): 10月16日下午2:30, 2月 and 5日, 10月中旬, 3月底前, 七一前,
 * 每月第一个星期五, 一月五日. Only what is wholly understood becomes a day or a period; anything else is `unread`. Never throws.
 */
export function readTime(columns: string | readonly string[]): Said {
  const parts = typeof columns === 'string' ? [columns] : columns;
  if (parts.reduce((sum, { length }) => sum + length, 0) > LONGEST) return unread({});
  const tokens = parts.flatMap((words) => timeTokens(words));
  if (tokens.length === 0) return { time: { kind: 'nothing' }, isWhole: true };
  const beside = besideOf(tokens);
  const periods = leadingPeriods(tokens);
  const core = tokens.slice(periods.length);
  const period = joined(periods);
  if (period === undefined) return unread(beside, '前后写的年、月、季度对不上');
  const letters = core.map(({ kind }) => LETTERS[kind]).join('');
  const shape = SHAPES.find(([pattern]) => pattern.test(letters));
  const time = shape ? shape[1](core, period) : ({ kind: 'unread' } as const);
  if (!fits(time, period)) return unread(beside, '写的月份和日期对不上');
  if (time.kind === 'unread') return unread(beside);
  return { time, ...beside, isWhole: isWhole(time, periods, core) };
}

function unread(beside: Omit<Said, 'time' | 'isWhole'>, conflict?: string): Said {
  return { time: { kind: 'unread' }, ...beside, isWhole: false, conflict };
}

/** Hours are those of the half of the day beside them; an hour of the night that no half explains is left to the words. */
function besideOf(tokens: readonly TimeToken[]): Omit<Said, 'time' | 'isWhole'> {
  const [hours, half] = [first(tokens, 'hours'), first(tokens, 'half')?.words];
  const weekday = first(tokens, 'weekday')?.weekday;
  if (!hours || isDoubtful(hours, half)) return { half, weekday };
  if (half === undefined || hours.half !== undefined)
    return { from: hours.from, until: hours.until, half, weekday };
  const until = hours.until === undefined ? undefined : inHalf(hours.until, half);
  return { from: inHalf(hours.from, half), until, weekday };
}

function isDoubtful(hours: Token<'hours'>, half: string | undefined): boolean {
  return hours.half === undefined && half === undefined && !isClear(hours.from);
}

function leadingPeriods(tokens: readonly TimeToken[]): Token<'period'>[] {
  const end = tokens.findIndex(({ kind }) => kind !== 'period');
  return tokens.slice(0, end < 0 ? tokens.length : end) as Token<'period'>[];
}

/** Several periods as one (2027年, 第一季度, 3月); `undefined` where one does not lie in another. */
function joined(periods: readonly Token<'period'>[]): SaidPeriod | undefined {
  const all: SaidPeriod = {};
  for (const { period } of periods) {
    for (const key of ['year', 'month', 'quarter', 'half'] as const) {
      const [before, own] = [all[key], period[key]];
      if (before !== undefined && own !== undefined && before !== own) return undefined;
      all[key] = own ?? before;
    }
  }
  return all.month === undefined || contains(all, { month: all.month }) ? all : undefined;
}

function contains(
  { year, month, quarter, half }: SaidPeriod,
  day: { year?: number | undefined; month: number },
): boolean {
  if (year !== undefined && day.year !== undefined && year !== day.year) return false;
  if (month !== undefined && month !== day.month) return false;
  if (quarter !== undefined && Math.ceil(day.month / 3) !== quarter) return false;
  return half === undefined || Math.ceil(day.month / 6) === half;
}

function fits(time: SaidTime, period: SaidPeriod): boolean {
  if (time.kind === 'day' || time.kind === 'by') return contains(period, time.day);
  return time.kind !== 'span' || (contains(period, time.from) && contains(period, time.until));
}

function inYear<Said extends SaidDay>(day: Said, { year }: SaidPeriod): Said {
  return { ...day, year: day.year ?? year };
}

/** 5日 in the month in front of it. */
function dated(day: number, { year, month }: SaidPeriod, kind: 'day' | 'by'): SaidTime {
  return month === undefined ? { kind: 'unread' } : { kind, day: { year, month, day } };
}

function spanOf(tokens: readonly TimeToken[], period: SaidPeriod): SaidTime {
  const from = inYear(one(tokens, 'day').day, period);
  const last = tokens.slice(tokens.findIndex(({ kind }) => kind === 'to'));
  const [day, date] = [first(last, 'day'), first(last, 'date')];
  const until = day ? { ...day.day, year: day.day.year ?? from.year } : { ...from, day: date?.day ?? 0 };
  return { kind: 'span', from, until };
}

/** 3月底前, 一季度末前, 2027年底前: only the end of a period is a day. */
function byEnd(tokens: readonly TimeToken[], period: SaidPeriod): SaidTime {
  const { of, isEnd } = one(tokens, 'part');
  const of_ = periodOfPart(of, period);
  return isEnd && of_ ? { kind: 'by end', of: of_ } : { kind: 'unread' };
}

/** The period of which 月底, 季末, 年底 are the end: the one in front of it, which must be of that kind. */
function periodOfPart(of: Token<'part'>['of'], period: SaidPeriod): SaidPeriod | undefined {
  const { year, month, quarter, half } = period;
  if (of === 'quarter') return month === undefined && quarter !== undefined ? { year, quarter } : undefined;
  if (of === 'year')
    return month === undefined && quarter === undefined && half === undefined ? { year } : undefined;
  if (month !== undefined) return { year, month };
  if (of === 'month') return undefined;
  return quarter === undefined && half === undefined ? undefined : { year, quarter, half };
}

function partly(tokens: readonly TimeToken[], period: SaidPeriod): SaidTime {
  if (period.month === undefined) return { kind: 'unread' };
  const part = first(tokens, 'part')?.part;
  return { kind: 'within', period, isPart: true, ...(part === undefined ? {} : { part }) };
}

/** Hours or a weekday alone say no day; behind a month they are within it. */
function besideOnly(tokens: readonly TimeToken[], period: SaidPeriod): SaidTime {
  if (isEmpty(period)) return has(tokens, 'remark') ? { kind: 'unread' } : { kind: 'nothing' };
  return partly(tokens, period);
}

function wholly(_: readonly TimeToken[], period: SaidPeriod): SaidTime {
  return { kind: 'within', period, isPart: false };
}

/** 第二周 is one of the stage's weeks; behind a month it is a part of the month. */
function weekly(tokens: readonly TimeToken[], period: SaidPeriod): SaidTime {
  if (period.month !== undefined) return { kind: 'within', period, isPart: true };
  const week = first(tokens, 'week');
  return week && isEmpty(period) ? { kind: 'week', number: week.number } : { kind: 'unread' };
}

function isEmpty(period: SaidPeriod): boolean {
  return Object.values(period).every((value) => value === undefined);
}

function recurring(tokens: readonly TimeToken[]): SaidTime {
  const [date, nth, weekday] = [
    first(tokens, 'date'),
    first(tokens, 'nth weekday'),
    first(tokens, 'weekday'),
  ];
  const [, second] = tokens.filter(({ kind }) => kind === 'date') as Token<'date'>[];
  return {
    kind: 'recurring',
    every: one(tokens, 'every').every,
    ...(has(tokens, 'last month') ? { isInLastMonth: true } : {}),
    ...(date ? { day: date.day } : has(tokens, 'last day') ? { day: 'last' } : {}),
    ...(second ? { secondDay: second.day } : {}),
    ...(nth ? { nth: nth.nth, weekday: nth.weekday } : weekday ? { weekday: weekday.weekday } : {}),
  };
}

/** 每季度末前: some time in each turn. 每季度月底前 is the end of another period. */
function turnsByEnd(tokens: readonly TimeToken[]): SaidTime {
  const [{ every }, { of, isEnd }] = [one(tokens, 'every'), one(tokens, 'part')];
  const isOwn = of === undefined || of === every;
  return isEnd && isOwn ? { kind: 'recurring', every } : { kind: 'unread' };
}

/** 七一前, 清明当天. A year is not taken from elsewhere for New Year's Day, which may be that of the year or of the next one. */
function byFestival(tokens: readonly TimeToken[], period: SaidPeriod): SaidTime {
  const { festival } = one(tokens, 'festival');
  if (festival === undefined || (festival === '元旦' && period.year === undefined)) return { kind: 'unread' };
  return { kind: 'festival', festival, isBefore: has(tokens, 'before'), period };
}

/** Whether the day or period, the hours and the half of the day are all that the words say. */
function isWhole(time: SaidTime, periods: readonly Token<'period'>[], core: readonly TimeToken[]): boolean {
  if (
    has(core, 'remark') ||
    isDoubled(core, 'half') ||
    isDoubled(core, 'hours') ||
    isDoubled(core, 'weekday')
  )
    return false;
  const [hours, half] = [first(core, 'hours'), first(core, 'half')?.words];
  if (hours && isDoubtful(hours, half)) return false;
  if (time.kind === 'span') return core.length === 3 && isPlain(periods);
  if (time.kind === 'recurring') return isWholeTurn(periods, core);
  if (time.kind === 'day' && has(core, 'week')) return false;
  if (time.kind === 'within') return isWholePeriod(time, periods, core);
  return isPlain(periods);
}

/** Whether a month, one of its parts, or a quarter or half-year by itself is all that is said. */
function isWholePeriod(
  { period, isPart, part }: Extract<SaidTime, { kind: 'within' }>,
  periods: readonly Token<'period'>[],
  core: readonly TimeToken[],
): boolean {
  if (isPart) return part !== undefined && core.length === 1 && isPlain(periods);
  const { month, quarter, half } = period;
  return core.length === 0 && [month, quarter, half].filter((each) => each !== undefined).length === 1;
}

/** Whether the turn, the day in it and the hour at which it begins are all that is said; 每月5日前 is no day. */
function isWholeTurn(periods: readonly Token<'period'>[], core: readonly TimeToken[]): boolean {
  const isByEnd = has(core, 'part');
  const isBefore = has(core, 'before') && !isByEnd;
  const hasEnd = first(core, 'hours')?.until !== undefined;
  return periods.length === 0 && !isBefore && !has(core, 'half') && !hasEnd;
}

/** A quarter or half-year in front of a day says more than the day; a month or year does not. */
function isPlain(periods: readonly Token<'period'>[]): boolean {
  return periods.every(({ period }) => period.quarter === undefined && period.half === undefined);
}

function isDoubled(tokens: readonly TimeToken[], kind: Kind): boolean {
  return tokens.filter((token) => token.kind === kind).length > 1;
}

function first<Of extends Kind>(tokens: readonly TimeToken[], kind: Of): Token<Of> | undefined {
  return tokens.find((token): token is Token<Of> => token.kind === kind);
}

function one<Of extends Kind>(tokens: readonly TimeToken[], kind: Of): Token<Of> {
  const found = first(tokens, kind);
  if (!found) throw new Error(`a shape without its ${kind}`);
  return found;
}

function has(tokens: readonly TimeToken[], kind: Kind): boolean {
  return tokens.some((token) => token.kind === kind);
}
