import { isDay, type Day } from '../../domain/day.ts';

const FIGURES: Record<string, number> = {
  ...{ 〇: 0, 零: 0, '○': 0, Ｏ: 0 },
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const ARABIC = /(?<year>(?:19|20)\d{2})(?:年|[-/.])(?<month>\d{1,2})(?:月|[-/.])(?<day>\d{1,2})/;
const CHINESE =
  /(?<year>[一二][〇零○Ｏ一二三四五六七八九]{3})年(?<month>[一二三四五六七八九十]{1,2})月(?<day>[一二三四五六七八九十]{1,3})日/u;

/** The first whole day in some words (2018年6月14日, 2018-06-14, 二〇一八年六月十四日); `undefined` where none exists. */
export function dayOf(words: string): Day | undefined {
  const arabic = ARABIC.exec(words)?.groups;
  if (arabic) return dayFrom(Number(arabic.year), Number(arabic.month), Number(arabic.day));
  const chinese = CHINESE.exec(words)?.groups;
  if (!chinese) return undefined;
  const year = Number(Array.from(chinese.year ?? '', (figure) => FIGURES[figure] ?? '').join(''));
  return dayFrom(year, smallNumber(chinese.month ?? ''), smallNumber(chinese.day ?? ''));
}

/** A day from its parts, or `undefined` where the calendar has no such day. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

/** 一 to 九十九. */
function smallNumber(words: string): number {
  const [tens, units] = words.includes('十') ? words.split('十') : ['零', words];
  return (tens === '' ? 1 : (FIGURES[tens ?? ''] ?? 0)) * 10 + (FIGURES[units ?? ''] ?? 0);
}
