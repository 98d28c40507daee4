import { numberOfChinese } from '../chinese-number.ts';
import { HALF, HOURS, hoursOf } from './clock.ts';
import type { Festival } from '../calendar/festivals.ts';
import { FESTIVAL, festivalNamed } from './festivals.ts';
import { normalWords } from './normal-words.ts';
import type { PartOfMonth, SaidDay, SaidMoment, SaidPeriod, Turn } from './said.ts';

/** A piece of the words for a time. `other` is text that was not understood. */
export type TimeToken =
  | { kind: 'day'; day: SaidDay }
  | { kind: 'period'; period: SaidPeriod }
  /** 5日 without its month. */
  | { kind: 'date'; day: number }
  /** 上旬, 月底, 季末: of what it is a part, where the word says so, whether it is the end, and which part of a month. */
  | {
      kind: 'part';
      of?: 'month' | 'quarter' | 'year' | undefined;
      isEnd: boolean;
      part?: PartOfMonth | undefined;
    }
  | { kind: 'week'; number: number }
  | { kind: 'nth weekday'; nth: number | 'last'; weekday: number }
  | { kind: 'weekday'; weekday: number }
  | { kind: 'every'; every: Turn }
  /** 末月, 最后一天 and 一次: behind a turn they say where in it, and that it is held no more often. */
  | { kind: 'last month' | 'last day' | 'once' }
  /** `half` is the part of the day that the words for the hour name: 下午2:30. */
  | { kind: 'hours'; from: string; until?: string | undefined; half?: string | undefined }
  | { kind: 'half'; words: string }
  | { kind: 'festival'; festival?: Festival | undefined }
  | { kind: 'moment'; moment: SaidMoment }
  | { kind: 'before' | 'that day' | 'within' | 'to' | 'and' | 'undecided' }
  /** Words in brackets behind the rest that change nothing about the time. */
  | { kind: 'remark' }
  | { kind: 'other'; words: string };

const NUMBER = '[一二三四五六七八九十\\d]{1,3}';
const WEEK = '(?:周|星期|礼拜)';
const TURNS: Record<string, Turn> = {
  ...{ 日: 'day', 天: 'day', 周: 'week', 星期: 'week', 旬: 'ten days', 半月: 'half-month' },
  ...{ 半个月: 'half-month', 月: 'month', 季: 'quarter', 季度: 'quarter', 半年: 'half-year', 年: 'year' },
};

type Reader = [pattern: RegExp, read: (match: RegExpExecArray) => TimeToken | undefined];

/** Tried in this order at every place of the normal words. */
const READERS: Reader[] = [
  [/^(?:(本|该)|第([一二三四五六七八九十\d]{1,3}))阶段(开始|结束)/u, readStage],
  [/^阶段“([^”]{1,100})”(开始|结束)/u, ([, stage = '', edge]) => momentToken({ stage, edge: edgeOf(edge) })],
  [/^活动(开始|结束)/u, ([, edge]) => momentToken({ edge: edgeOf(edge) })],
  [
    /^(?:学习计划([a-z0-9-]{1,100})的)?学习场次([a-z0-9-]{1,100})/u,
    ([, plan, session]) => momentToken({ plan, session }),
  ],
  [/^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})(?:[日号]|(?![\d:点时.日号月旬季周]))/u, readDay],
  [/^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})日?(?!\d)/u, readDay],
  [/^(20\d{2})(\d{2})(\d{2})(?!\d)/u, readDay],
  [/^()(\d{1,2})[./](\d{1,2})[日号]?(?![\d:点时./月])/u, readDay],
  [/^(?:(\d{4})年)?(\d{1,2})月份?(?!\d)/u, readMonth],
  [/^(\d{4})[-.](\d{1,2})(?![\d.])/u, readMonth],
  [/^(?:(\d{4})年)?第?([一二三四1-4])季度?/u, readQuarter],
  [
    /^(?:(\d{4})年)?(上|下)半年/u,
    ([, year, name]) => ({ kind: 'period', period: { year: figures(year), half: name === '上' ? 1 : 2 } }),
  ],
  [/^(\d{4})年度?(?![底末初中])/u, ([, year]) => ({ kind: 'period', period: { year: figures(year) } })],
  [/^(\d{4})(?=年[底末初中])/u, ([, year]) => ({ kind: 'period', period: { year: figures(year) } })],
  [/^(\d{1,2})[日号]/u, ([, day]) => dateToken(Number(day))],
  [/^(?:末个?月(?!末|底)|最后[一1]个月)/u, () => ({ kind: 'last month' })],
  [/^最后[一1][天日]/u, () => ({ kind: 'last day' })],
  [/^[一1]次/u, () => ({ kind: 'once' })],
  [/^季度?[底末](?!月)/u, () => ({ kind: 'part', of: 'quarter', isEnd: true })],
  [/^年[底末]/u, () => ({ kind: 'part', of: 'year', isEnd: true })],
  [/^月[底末]/u, () => ({ kind: 'part', of: 'month', isEnd: true, part: 'end' })],
  [
    /^(?:[上中下]旬|[上下]半月|月?(?:[初底末]|中(?!午)))/u,
    ([words]) => ({ kind: 'part', isEnd: /[底末]/u.test(words), part: partOf(words) }),
  ],
  [new RegExp(`^每个?(?=${WEEK}[一二三四五六日天](?!次))`, 'u'), () => ({ kind: 'every', every: 'week' })],
  [new RegExp(`^每个?(日|天|周|星期|旬|半个?月|月|季度?|半年|年)(?!内)份?`, 'u'), readTurn],
  [new RegExp(`^第(${NUMBER})个?${WEEK}([一二三四五六日天])`, 'u'), readNthWeekday],
  [new RegExp(`^最后一?1?个${WEEK}([一二三四五六日天])`, 'u'), readLastWeekday],
  [new RegExp(`^第(${NUMBER})个?${WEEK}`, 'u'), readWeek],
  [new RegExp(`^${WEEK}([一二三四五六日天])(?!次)`, 'u'), readWeekday],
  [HOURS, readHours],
  [new RegExp(`^(?:${HALF}|全天)`, 'u'), ([words]) => ({ kind: 'half', words })],
  [FESTIVAL, ([, name = '']) => ({ kind: 'festival', festival: festivalNamed(name) })],
  [/^当[天日]/u, () => ({ kind: 'that day' })],
  [/^(?:之前|以前|前(?!后))|^截止/u, () => ({ kind: 'before' })],
  [/^(?:之|以)?内/u, () => ({ kind: 'within' })],
  [/^(?:[—–\-~至到]+)/u, () => ({ kind: 'to' })],
  [/^[、和及与]/u, () => ({ kind: 'and' })],
  [/^(?:时间)?(?:待定|另定|待通知|另行通知)/u, () => ({ kind: 'undecided' })],
];
/** Marks and words without a meaning of their own. */
const FILLING = /^(?:[\s,，。;；:]|完成|定于)+/u;
/** In brackets, these make a day uncertain or another one. */
const UNSURE = /[\d暂拟约或如若待后起前除改原非不农旧阴历延定消备初廿正腊闰]/u;

/** The pieces of the words for one time, in order. Nothing is passed over: words that nothing is known of come back as `other`. */
export function timeTokens(line: string): TimeToken[] {
  return tokensOf(normalWords(line), true);
}

function tokensOf(normal: string, mayNest: boolean): TimeToken[] {
  const tokens: TimeToken[] = [];
  let words = normal;
  while (words !== '') {
    const filling = FILLING.exec(words)?.[0] ?? '';
    const bracket = mayNest ? /^\(([^()]{0,200})\)/u.exec(words) : null;
    const found = filling === '' && !bracket ? firstToken(words) : undefined;
    if (bracket) tokens.push(...inBrackets(bracket[1] ?? '', tokens.length > 0));
    else if (found) tokens.push(found.token);
    else if (filling === '') addOther(tokens, words);
    const length = bracket?.[0].length ?? found?.length ?? filling.length;
    words = words.slice(length || (Array.from(words)[0]?.length ?? 1));
  }
  return tokens;
}

/** What stands in brackets belongs to the time where all of it is understood (周五, 下午). */
function inBrackets(words: string, isBehind: boolean): TimeToken[] {
  const tokens = tokensOf(words, false);
  if (!tokens.some(({ kind }) => kind === 'other')) return tokens;
  return isBehind && !UNSURE.test(words) ? [{ kind: 'remark' }] : [{ kind: 'other', words }];
}

function addOther(tokens: TimeToken[], words: string): void {
  const [character = ''] = words;
  const last = tokens.at(-1);
  if (last?.kind === 'other') last.words += character;
  else tokens.push({ kind: 'other', words: character });
}

function firstToken(words: string): { token: TimeToken; length: number } | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(words);
    const token = match && match[0] !== '' ? read(match) : undefined;
    if (match && token) return { token, length: match[0].length };
  }
  return undefined;
}

function figures(words: string | undefined): number | undefined {
  return words === undefined || words === '' ? undefined : Number(words);
}

function readDay([, year, month, day]: RegExpExecArray): TimeToken | undefined {
  const said = { year: figures(year), month: Number(month), day: Number(day) };
  const isPossible = said.month >= 1 && said.month <= 12 && said.day >= 1 && said.day <= 31;
  return isPossible ? { kind: 'day', day: said } : undefined;
}

function readMonth([, year, month]: RegExpExecArray): TimeToken | undefined {
  const number = Number(month);
  if (number < 1 || number > 12) return undefined;
  return { kind: 'period', period: { year: figures(year), month: number } };
}

function readQuarter([, year, name = '']: RegExpExecArray): TimeToken {
  return { kind: 'period', period: { year: figures(year), quarter: numberOfChinese(name) } };
}

function dateToken(day: number): TimeToken | undefined {
  return day >= 1 && day <= 31 ? { kind: 'date', day } : undefined;
}

/** 月中 is not one of the ten days. */
function partOf(words: string): PartOfMonth | undefined {
  if (words.endsWith('半月')) return words.startsWith('上') ? 'first half' : 'second half';
  const parts: Record<string, PartOfMonth> = { 上旬: 'early', 中旬: 'mid', 下旬: 'late' };
  return parts[words] ?? (/[底末]/u.test(words) ? 'end' : words.endsWith('初') ? 'start' : undefined);
}

function readTurn([, name = '']: RegExpExecArray): TimeToken | undefined {
  const every = TURNS[name];
  return every && { kind: 'every', every };
}

function readWeek([, words = '']: RegExpExecArray): TimeToken | undefined {
  const number = numberOfChinese(words);
  return number === undefined ? undefined : { kind: 'week', number };
}

function readNthWeekday([, words = '', name = '']: RegExpExecArray): TimeToken | undefined {
  const nth = numberOfChinese(words);
  return nth === undefined ? undefined : { kind: 'nth weekday', nth, weekday: weekdayOf(name) };
}

function readLastWeekday([, name = '']: RegExpExecArray): TimeToken {
  return { kind: 'nth weekday', nth: 'last', weekday: weekdayOf(name) };
}

function readWeekday([, name = '']: RegExpExecArray): TimeToken {
  return { kind: 'weekday', weekday: weekdayOf(name) };
}

function weekdayOf(name: string): number {
  return '一二三四五六'.indexOf(name) + 1 || 7;
}

function readHours(match: RegExpExecArray): TimeToken | undefined {
  const hours = hoursOf(match);
  return hours && { kind: 'hours', ...hours };
}

function momentToken(moment: SaidMoment): TimeToken {
  return { kind: 'moment', moment };
}

function readStage([, own, number, edge]: RegExpExecArray): TimeToken | undefined {
  const stage = own === undefined ? numberOfChinese(number ?? '') : 'own';
  return stage === undefined ? undefined : momentToken({ stage, edge: edgeOf(edge) });
}

function edgeOf(words: string | undefined): 'start' | 'end' {
  return words === '开始' ? 'start' : 'end';
}
