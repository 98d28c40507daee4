import { chineseNumber, numberOfChinese } from '../../chinese-number.ts';
import { isDay, weekdayNameOf } from '../../day.ts';
import type { Edge, Moment } from '../../deadlines/moment.ts';
import { RHYTHMS, type Recurrence } from '../plan.ts';

const TURNS: Record<Recurrence['every'], string> = {
  week: '每周',
  'half-month': '每半月',
  month: '每月',
  quarter: '每季度',
  'half-year': '每半年',
};
const EDGES: Record<Edge, string> = { start: '开始', end: '结束' };
const WEEKDAYS = '一二三四五六日';

/**
 * The rule of a recurring session as this project's own tables write it, in parts that `readRuleWords` reads back: 每月5日 15:00，2027-01-01起，
 * 至2027-06-30.
 */
export function ruleWords(rule: Recurrence): string {
  const { every, day, weekday, nth, from, until, time } = rule;
  const places = [
    ...(day === undefined ? [] : [`${day}日`]),
    ...(nth === undefined ? [] : [nth === 'last' ? '最后一个' : `第${chineseNumber(nth)}个`]),
    ...(weekday === undefined ? [] : [weekdayNameOf(weekday)]),
    ...(time === undefined ? [] : [` ${time}`]),
  ];
  return [
    TURNS[every] + places.join(''),
    ...(from === undefined ? [] : [`${momentWords(from)}起`]),
    ...(until === undefined ? [] : [`至${momentWords(until)}`]),
  ].join('，');
}

/** A day as it is, `活动开始`, `阶段study结束`, `场次s3`, `计划p场次s3`. */
function momentWords(moment: Moment): string {
  if (typeof moment === 'string') return moment;
  if ('campaign' in moment) return `活动${EDGES[moment.campaign]}`;
  if ('stage' in moment) return `阶段${moment.stage}${EDGES[moment.edge]}`;
  return `${moment.plan === undefined ? '' : `计划${moment.plan}`}场次${moment.session}`;
}

/** The rule that such words say; `undefined` for other words. */
export function readRuleWords(words: string): Recurrence | undefined {
  const [first = '', ...more] = words.split('，');
  const every = RHYTHMS.find((rhythm) => first.startsWith(TURNS[rhythm]));
  if (every === undefined) return undefined;
  const place = PLACE.exec(first.slice(TURNS[every].length))?.groups;
  if (!place) return undefined;
  const rule: Recurrence = { every, ...placeOf(place) };
  for (const part of more) {
    const said = /^(?:(?<from>.+)起|至(?<until>.+))$/u.exec(part)?.groups;
    const [from, until] = [momentOf(said?.from), momentOf(said?.until)];
    if (from !== undefined) rule.from = from;
    else if (until !== undefined) rule.until = until;
    else return undefined;
  }
  return rule;
}

const PLACE =
  /^(?:(?<day>\d{1,2})日)?(?:(?<last>最后一个)|第(?<nth>[一二三四五])个)?(?:周(?<weekday>[一二三四五六日]))?(?: (?<time>\d{2}:\d{2}))?$/u;

function placeOf(place: Record<string, string | undefined>): Omit<Recurrence, 'every'> {
  const { day, last, nth, weekday, time } = place;
  return {
    ...(day === undefined ? {} : { day: Number(day) }),
    ...(weekday === undefined ? {} : { weekday: WEEKDAYS.indexOf(weekday) + 1 }),
    ...(last === undefined ? {} : { nth: 'last' as const }),
    ...(nth === undefined ? {} : { nth: numberOfChinese(nth) }),
    ...(time === undefined ? {} : { time }),
  };
}

const MOMENT =
  /^(?:活动(?<campaign>开始|结束)|阶段(?<stage>.+)(?<edge>开始|结束)|(?:计划(?<plan>.+))?场次(?<session>.+))$/u;

function momentOf(words: string | undefined): Moment | undefined {
  if (words === undefined || isDay(words)) return words;
  const { campaign, stage, edge, plan, session } = MOMENT.exec(words)?.groups ?? {};
  if (campaign !== undefined) return { campaign: edgeOf(campaign) };
  if (stage !== undefined) return { stage, edge: edgeOf(edge) };
  if (session === undefined) return undefined;
  return plan === undefined ? { session } : { plan, session };
}

function edgeOf(words: string | undefined): Edge {
  return words === EDGES.start ? 'start' : 'end';
}
