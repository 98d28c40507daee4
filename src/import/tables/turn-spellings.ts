import { chineseNumber } from '../../domain/chinese-number.ts';
import type { Recurrence } from '../../domain/schedule/plan.ts';

const TURN_NAMES: Record<string, readonly string[]> = {
  week: ['每周', '每个周', '每星期', '每个星期', '每礼拜'],
  'half-month': ['每半月', '每半个月', '每月', '每个月'],
  month: ['每月', '每个月'],
  quarter: ['每季度', '每季', '每个季度'],
  'half-year': ['每半年'],
};
const WEEKS = ['周', '星期', '礼拜'];

/** The words for a rule: 每月5日, 每月第一个星期五. Each is taken out whole, so that a figure of another meaning stays. */
export function turnSpellings({ every, day, weekday, nth }: Recurrence): string[] {
  const turns = TURN_NAMES[every] ?? [];
  const places = [
    ...(every === 'half-month' && day !== undefined ? twice(day) : dayNames(day)),
    ...weekdayNames(weekday).flatMap((name) => nthNames(nth).map((before) => `${before}${name}`)),
  ];
  const isWeekly = every === 'week' && weekday !== undefined;
  const whole = turns.flatMap((turn) =>
    ['', '末月', '末个月', '最后一个月', '最后1个月'].flatMap((month) =>
      places.map((place) => `${turn}${month}${place}`),
    ),
  );
  // 每周五 has its week but once.
  const weekly = isWeekly ? weekdayNames(weekday).flatMap((name) => [`每${name}`, `每个${name}`]) : [];
  const bare =
    places.length > 0 ? [] : turns.flatMap((turn) => [turn, ...PERIOD_ENDS.map((end) => turn + end)]);
  return [...whole, ...weekly, ...bare, '一次', '1次'];
}

const PERIOD_ENDS = ['底前', '末前', '底之前', '末之前', '底以前', '末以前'];

function dayNames(day: number | undefined): string[] {
  if (day === undefined) return [];
  const figures = [String(day), String(day).padStart(2, '0'), chineseNumber(day)];
  const last = day === 31 ? ['最后一天', '最后一日', '最后1天', '最后1日'] : [];
  return [...figures.flatMap((each) => [`${each}日`, `${each}号`]), ...last];
}

function twice(day: number): string[] {
  return dayNames(day).flatMap((first) =>
    dayNames(day + 15).flatMap((second) => ['', '和', '及', '与'].map((and) => `${first}${and}${second}`)),
  );
}

function weekdayNames(weekday: number | undefined): string[] {
  if (weekday === undefined) return [];
  const names = weekday === 7 ? ['日', '天'] : ['一二三四五六'.charAt(weekday - 1)];
  return WEEKS.flatMap((week) => names.map((name) => `${week}${name}`));
}

function nthNames(nth: number | 'last' | undefined): string[] {
  if (nth === undefined) return [''];
  if (nth === 'last') return ['最后一个', '最后1个', '最后个'];
  return [String(nth), chineseNumber(nth)].flatMap((each) => [`第${each}个`, `第${each}`]);
}
