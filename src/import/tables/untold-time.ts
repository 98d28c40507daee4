import { chineseNumber } from '../../domain/chinese-number.ts';
import { weekdayName } from '../../domain/day.ts';
import { festivalDay } from '../../domain/calendar/festivals.ts';
import type { MonthPart, PlanSession } from '../../domain/schedule/plan.ts';
import type { ScheduledSession } from '../../domain/schedule/schedule.ts';
import { isRecurrence } from '../../domain/schedule/turns.ts';
import { namesOfFestival } from '../../domain/time-words/festivals.ts';
import { turnSpellings } from './turn-spellings.ts';

/** The day and hours to which the plan comes for the unit of the table. */
export type Held = Partial<Pick<ScheduledSession, 'day' | 'time' | 'until' | 'groups' | 'makeUp'>>;

/** Words that say nothing beside a day. */
const SILENT = ['完成', '定于', '时间', '待定', '另定', '待通知', '另行通知', '截止'];
const BEFORE = ['之前', '以前', '前'];
/** What may stand behind the name of a festival. */
const FESTIVAL_ENDS = ['国际劳动节', '妇女节', '劳动节', '青年节', '儿童节', '建党节', '建军节', '节', ''];

/** What is left of the words for a time when all that the session's fields say of it is taken out; empty where they say all. */
export function untoldTime(words: string, session: PlanSession, held: Held = {}): string {
  const told = [...SILENT, ...spellings(session, held)].filter((each) => each !== '');
  let rest = words.normalize('NFKC').replace(/[^\p{L}\p{N}]/gu, '');
  for (const each of told.sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(each.replace(/[^\p{L}\p{N}]/gu, ''), '');
  return rest;
}

function spellings(
  { when = 'unknown', sittings = [] }: PlanSession,
  { day, time, until, groups, makeUp }: Held,
): string[] {
  const fields = JSON.stringify([when, sittings, { day, time, until, groups, makeUp }]);
  const days = (fields.match(/\d{4}-\d{2}-\d{2}/g) ?? []).flatMap(daySpellings);
  const months = (fields.match(/"\d{4}-\d{2}"/g) ?? []).flatMap((month) =>
    monthSpellings(month.slice(1, -1)),
  );
  const times = (fields.match(/\d{2}:\d{2}/g) ?? []).flatMap(timeSpellings);
  const isBy = when !== 'unknown' && 'by' in when;
  return [
    ...days,
    ...months,
    ...times,
    ...(isBy ? [...BEFORE, ...ends(when.by)] : []),
    ...periodSpellings(when),
    ...(sittings.length > 0 ? ['至', '到'] : []),
    ...weekSpellings(when),
    ...(isRecurrence(when) ? turnSpellings(when) : []),
  ];
}

function daySpellings(day: string): string[] {
  const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))];
  const weekday = weekdayName(day).slice(1);
  const dates = [String(date), day.slice(8), chineseNumber(date)];
  return [
    ...monthSpellings(day.slice(0, 7)),
    ...dates.flatMap((each) => [`${each}日`, `${each}号`]),
    ...[`${month}${date}`, `${day.slice(5, 7)}${day.slice(8)}`, `${month}${day.slice(8)}`],
    ...[day.replaceAll('-', ''), `${day.slice(0, 4)}${month}${date}`],
    ...[`周${weekday}`, `星期${weekday}`, `礼拜${weekday}`, ...(weekday === '日' ? ['周天', '星期天'] : [])],
  ];
}

function monthSpellings(month: string): string[] {
  const [year, number] = [month.slice(0, 4), Number(month.slice(5))];
  const figures = Array.from(year, (figure) => '〇一二三四五六七八九'[Number(figure)] ?? '').join('');
  const zeros = ['〇', '零', '0', '○', 'O'].map((zero) => figures.replaceAll('〇', zero));
  return [
    ...[year, ...zeros].flatMap((each) => [`${each}年度`, `${each}年`]),
    ...[String(number), month.slice(5), chineseNumber(number)].flatMap((each) => [
      `${each}月份`,
      `${each}月`,
    ]),
    `${year}${month.slice(5)}`,
  ];
}

function timeSpellings(time: string): string[] {
  const [hour, minute] = [Number(time.slice(0, 2)), time.slice(3)];
  const hours = [hour, ...(hour > 12 ? [hour - 12] : [])].flatMap((each) => [
    String(each),
    String(each).padStart(2, '0'),
    ...(each > 0 ? [chineseNumber(each)] : []),
  ]);
  const minutes = [
    minute,
    `${minute}分`,
    ...(Number(minute) > 0 ? [`${chineseNumber(Number(minute))}分`] : ['', '整']),
    ...(minute === '30' ? ['半'] : []),
  ];
  const halves =
    hour < 12 ? ['上午', '早上'] : hour < 18 ? ['下午', '中午'] : ['晚上', '晚间', '傍晚', '晚', '下午'];
  return [
    ...hours.flatMap((each) => minutes.flatMap((more) => [`${each}点${more}`, `${each}时${more}`])),
    ...hours.flatMap((each) => [`${each}${minute}`, `${each}${minute}00`]),
    ...halves,
  ];
}

/** The words for a part of a month, a quarter or half-year, and for a festival, its own month beside it. */
function periodSpellings(when: NonNullable<PlanSession['when']>): string[] {
  if (typeof when === 'string') return [];
  if ('month' in when) return when.part === undefined ? [] : PART_NAMES[when.part];
  if ('period' in when) return periodNames(when.period);
  const festival = 'before' in when ? when.before : 'festival' in when ? when.festival : undefined;
  if (festival === undefined || !('year' in when)) return [];
  const day = festivalDay(festival, when.year);
  return [
    ...namesOfFestival(festival).flatMap((name) => FESTIVAL_ENDS.map((end) => name + end)),
    ...monthSpellings(day?.slice(0, 7) ?? `${when.year}-01`),
    ...('before' in when ? BEFORE : ['当天', '当日']),
  ];
}

const PART_NAMES: Readonly<Record<MonthPart, string[]>> = {
  start: ['月初', '初'],
  early: ['上旬'],
  mid: ['中旬'],
  late: ['下旬'],
  end: ['月底', '月末', '底', '末'],
};

function periodNames(key: string): string[] {
  const [year = '', part = '', half = ''] = key.split('-');
  const number = part.slice(1);
  const years = monthSpellings(`${year}-01`).filter((words) => words.includes('年'));
  if (half !== '') return [...monthSpellings(`${year}-${part}`), half === 'a' ? '上半月' : '下半月'];
  if (part.startsWith('h')) return [...years, number === '1' ? '上半年' : '下半年'];
  const names = [number, chineseNumber(Number(number))];
  return [...years, ...names.flatMap((name) => [`第${name}季度`, `${name}季度`, `第${name}季`, `${name}季`])];
}

/** The end of a month is its last day in other words. */
function ends(by: unknown): string[] {
  if (typeof by !== 'string') return [];
  const next = new Date(`${by}T00:00:00Z`);
  next.setUTCDate(next.getUTCDate() + 1);
  if (next.getUTCDate() !== 1) return [];
  const month = Number(by.slice(5, 7));
  return [
    '月底',
    '月末',
    '底',
    '末',
    ...(month % 3 === 0 ? ['季度末', '季末', '季度底'] : []),
    ...(month === 12 ? ['年底', '年末'] : []),
  ];
}

function weekSpellings(when: NonNullable<PlanSession['when']>): string[] {
  if (typeof when === 'string' || !('week' in when)) return [];
  return [
    `第${when.week}周`,
    `第${chineseNumber(when.week)}周`,
    `第${when.week}星期`,
    `第${when.week}个星期`,
  ];
}
