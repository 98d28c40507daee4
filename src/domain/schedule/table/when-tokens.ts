import { numberOfChinese } from '../../chinese-number.ts';
import type { Edge } from '../../deadlines/moment.ts';

/** A day as words give it: the year may be missing. */
export interface SaidDay {
  year?: number | undefined;
  month: number;
  day: number;
}

/** A piece of the words for a time. `rest` is text that was not understood. */
export type WhenToken =
  | { kind: 'day'; day: SaidDay; until?: SaidDay | undefined }
  | { kind: 'month'; year?: number | undefined; month: number; part?: string | undefined }
  | { kind: 'week'; number: number }
  | { kind: 'weekday'; weekday: number; isEvery: boolean }
  | { kind: 'hours'; time: string; until?: string | undefined }
  | { kind: 'half'; words: string }
  | {
      kind: 'moment';
      stage?: number | 'own' | string | undefined;
      session?: string | undefined;
      plan?: string | undefined;
      edge?: Edge | undefined;
    }
  | { kind: 'before' }
  | { kind: 'undecided' }
  | { kind: 'rest'; words: string };

const NUMBER = '[一二三四五六七八九十\\d]{1,3}';
const HALF = '上午|下午|晚上|晚|中午|早上';
const CLOCK = `(?:${HALF})?\\d{1,2}(?:[:点时](?:\\d{1,2}分?|半|整)?)`;
const DAY = '(?:(?:\\d{4})[年\\-/.])?\\d{1,2}[月\\-/.]\\d{1,2}(?:[日号]|(?![\\d:点时日号]))';
const TO = '[—–\\-~至到]+';

type Reader = [pattern: RegExp, read: (match: RegExpExecArray) => WhenToken | undefined];

/** Tried in this order at every place of a line whose full-width figures and marks are half-width. */
const READERS: Reader[] = [
  [
    new RegExp(`^(${DAY})(?:\\((?:周|星期)[一二三四五六日天]\\))?${TO}(${DAY}|\\d{1,2}[日号])`, 'u'),
    readSpan,
  ],
  [new RegExp(`^${DAY}`, 'u'), ([words]) => dayToken(saidDay(words))],
  [/^(?:(\d{4})年)?(\d{1,2})月份?(上旬|中旬|下旬|初|月?底|末)?/u, readMonth],
  [/^(\d{4})-(\d{2})(?!\d)/u, readMonth],
  [
    new RegExp(
      `^第(${NUMBER})(?:个)?(?:周|星期)(?![一二三四五六日天])|^第(${NUMBER})个?(?=(?:周|星期)[一二三四五六日天])`,
      'u',
    ),
    readWeek,
  ],
  [/^(每)?(?:个)?(?:周|星期|礼拜)?([一二三四五六日天])(?![月个])|^(每)(?:周|星期)/u, readWeekday],
  [new RegExp(`^(${CLOCK})(?:${TO}(${CLOCK}))?`, 'u'), readHours],
  [new RegExp(`^(?:${HALF}|全天)`, 'u'), ([words]) => ({ kind: 'half', words })],
  [new RegExp(`^(?:(本|该)|第(${NUMBER}))阶段(开始|结束)`, 'u'), readStage],
  [/^阶段“([^”]+)”(开始|结束)/u, ([, stage = '', edge]) => ({ kind: 'moment', stage, edge: edgeOf(edge) })],
  [/^活动(开始|结束)/u, ([, edge]) => ({ kind: 'moment', edge: edgeOf(edge) })],
  [
    /^(?:学习计划([a-z0-9-]+)的)?学习场次([a-z0-9-]+)/u,
    ([, plan, session]) => ({ kind: 'moment', plan, session }),
  ],
  [/^(?:之前|以前|前)(?:完成)?|^截止/u, () => ({ kind: 'before' })],
  [/^(?:时间)?(?:待定|另定|待通知|另行通知)/u, () => ({ kind: 'undecided' })],
];
/** Marks and words without a meaning of their own. */
const FILLING = /^(?:[\s,，、。;；()（）:]|完成|定于|内)+/u;

/** The pieces of one line of words for a time, in order. Words that nothing is known of come back as `rest`. */
export function whenTokens(line: string): WhenToken[] {
  const tokens: WhenToken[] = [];
  let words = line.normalize('NFKC').trim();
  let rest = '';
  const flush = () => {
    if (rest !== '') tokens.push({ kind: 'rest', words: rest });
    rest = '';
  };
  while (words !== '') {
    const filling = FILLING.exec(words)?.[0];
    if (filling !== undefined) {
      flush();
      words = words.slice(filling.length);
      continue;
    }
    const found = firstToken(words);
    if (found) {
      flush();
      tokens.push(found.token);
      words = words.slice(found.length);
    } else {
      const [character = ''] = words;
      rest += character;
      words = words.slice(character.length);
    }
  }
  flush();
  return tokens;
}

function firstToken(words: string): { token: WhenToken; length: number } | undefined {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(words);
    const token = match && match[0] !== '' ? read(match) : undefined;
    if (match && token) return { token, length: match[0].length };
  }
  return undefined;
}

function saidDay(words: string): SaidDay | undefined {
  const figures = words.match(/\d+/g)?.map(Number) ?? [];
  const [day = 0, month = 0, year] = figures.reverse();
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? { year, month, day } : undefined;
}

function dayToken(day: SaidDay | undefined, until?: SaidDay): WhenToken | undefined {
  return day && { kind: 'day', day, until };
}

function readSpan([, first = '', last = '']: RegExpExecArray): WhenToken | undefined {
  const day = saidDay(first);
  if (!day) return undefined;
  const until = /^\d{1,2}[日号]$/u.test(last) ? { ...day, day: Number(last.slice(0, -1)) } : saidDay(last);
  return until && dayToken(day, { ...until, year: until.year ?? day.year });
}

function readMonth([, year, month, part]: RegExpExecArray): WhenToken | undefined {
  const number = Number(month);
  if (number < 1 || number > 12) return undefined;
  return { kind: 'month', year: year === undefined ? undefined : Number(year), month: number, part };
}

function readWeek([, plain, followed]: RegExpExecArray): WhenToken | undefined {
  const number = numberOfChinese(plain ?? followed ?? '');
  return number === undefined ? undefined : { kind: 'week', number };
}

function readWeekday([words, every, name]: RegExpExecArray): WhenToken | undefined {
  if (name === undefined) return { kind: 'weekday', weekday: 0, isEvery: true };
  if (!/周|星期|礼拜/u.test(words)) return undefined;
  return { kind: 'weekday', weekday: '一二三四五六'.indexOf(name) + 1 || 7, isEvery: every !== undefined };
}

function readHours([, from = '', until]: RegExpExecArray): WhenToken | undefined {
  const time = clock(from);
  if (time === undefined) return undefined;
  const half = new RegExp(`^(?:${HALF})`, 'u').exec(from)?.[0] ?? '';
  return {
    kind: 'hours',
    time,
    until: until === undefined ? undefined : clock(/^\d/.test(until) ? half + until : until),
  };
}

/** `14:30` for 下午2:30, 下午2点半, 14时30分; `undefined` for what no clock shows. */
function clock(words: string): string | undefined {
  const [, hour = '', minute = ''] = /(\d{1,2})[:点时](\d{1,2}|半)?/u.exec(words) ?? [];
  const isLate = /^(?:下午|晚)/u.test(words) || (words.startsWith('中午') && Number(hour) < 11);
  const hours = Number(hour) + (isLate && Number(hour) < 12 ? 12 : 0);
  const minutes = minute === '半' ? 30 : Number(minute);
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}

function readStage([, own, number, edge]: RegExpExecArray): WhenToken | undefined {
  const stage = own === undefined ? numberOfChinese(number ?? '') : 'own';
  return stage === undefined ? undefined : { kind: 'moment', stage, edge: edgeOf(edge) };
}

function edgeOf(words: string | undefined): Edge {
  return words === '开始' ? 'start' : 'end';
}
