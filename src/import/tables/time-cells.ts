import { plainName } from '../../tables/columns.ts';
import type { SheetCell } from './read-workbook.ts';

/** A number that may have been typed with a 0 behind it, which spreadsheets drop: 3.1 for 3.10, 2026.1 for 2026.10. */
const MAY_LACK_ZERO = /^(?:\d{1,2}\.[123]|\d{4}\.1)$/;

/** What a plain number means under a column's name. */
const UNITS: readonly [name: RegExp, number: RegExp, words: (number: string) => string][] = [
  [/^(?:年份|年度|年)$/u, /^20\d{2}$/, (number) => `${number}年`],
  [
    /^(?:月份|月|几月|学习月份)$/u,
    /^(?:[1-9]|1[0-2]|[一二三四五六七八九十]|十[一二])$/u,
    (number) => `${number}月`,
  ],
  [/^(?:日|日期)$/u, /^(?:[1-9]|[12]\d|3[01])$/, (number) => `${number}日`],
  [/^(?:周次|周)$/u, /^(?:[1-9]\d?|[一二三四五六七八九十]{1,3})$/u, (number) => `第${number}周`],
  [/^星期$/u, /^[一二三四五六日天]$/u, (number) => `星期${number}`],
];

/** The words of a time cell, with the unit that its column's name gives a plain number: 5 under 月份 is 5月. */
export function timeWords(text: string, column: string): string {
  const name = plainName(column.split('·').at(-1) ?? '');
  const unit = UNITS.find(([names, number]) => names.test(name) && number.test(text));
  return unit ? unit[2](text) : text;
}

/** Whether the words may be a number of which a 0 was dropped. */
export function mayLackZero(words: string): boolean {
  return MAY_LACK_ZERO.test(words);
}

/** Why the time of a cell cannot be known from what is stored, in Chinese. */
export function doubtOfTimeCell({ text, isNumber }: SheetCell): string | undefined {
  if (isNumber !== true || !mayLackZero(text)) return undefined;
  return `“${text}”在表里存成了数字，原来写的可能是“${text}0”，分不清是哪一天`;
}

/** The year that a cell stores and does not show: 10月16日 typed in 2026. */
export function hiddenYear({ text, day }: SheetCell): number | undefined {
  return day === undefined || /\d{4}/.test(text) ? undefined : Number(day.slice(0, 4));
}
