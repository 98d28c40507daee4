import { isDay, type Day } from '../../domain/day.ts';

const ZERO = '〇零○◯Ｏ0oO';
const FIGURES: Record<string, number> = {
  ...Object.fromEntries(Array.from(ZERO, (zero) => [zero, 0])),
  ...{ 一: 1, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
const TENS: Record<string, string> = { 廿: '二十', 卅: '三十' };
/** White space between figures: scanned papers and justified lines set single characters apart. */
const GAP = '[ \\t\\u00A0\\u2002-\\u200A\\u3000]*';
const spaced = (...parts: string[]): string => parts.join(GAP);

const FIGURE = '[0-9０-９]';
const ARABIC_YEAR = spaced('[1１2２]', '[9９0０]', FIGURE, FIGURE);
const ARABIC = `${spaced(ARABIC_YEAR, '年', `${spaced(FIGURE, `${FIGURE}?`)}`, '月', spaced(FIGURE, `${FIGURE}?`))}(?:${GAP}[日号])?`;
const POINTED = String.raw`(?:19|20)\d{2}(?:-\d{1,2}-|/\d{1,2}/|\.\d{1,2}\.)\d{1,2}(?!\d)`;
const CHINESE_YEAR = spaced('[一二]', ...Array.from({ length: 3 }, () => `[${ZERO}一二三四五六七八九]`));
const CHINESE = spaced(
  CHINESE_YEAR,
  '年',
  spaced('[元正一二三四五六七八九十]', '[一二]?'),
  '月',
  spaced('[初一二三四五六七八九十廿卅]', '[一二三四五六七八九十]?', '[一二三四五六七八九]?'),
  '[日号]',
);
const CHINESE_REST = CHINESE.slice(CHINESE_YEAR.length);
const MIXED = [
  spaced(CHINESE_YEAR, '年', String.raw`\d{1,2}`, '月', String.raw`\d{1,2}`, '[日号]'),
  ARABIC_YEAR + CHINESE_REST,
].join('|');

/** A whole day in words, as the source of a pattern: 2018年6月14日, 2018-06-14, 二〇一八年六月十四日, 2 0 1 8 年 6 月 14 日. */
export const DAY_WORDS = `(?:${[ARABIC, POINTED, CHINESE, MIXED].join('|')})`;
/** A month in words without a day. */
export const MONTH_WORDS = `(?:${spaced(ARABIC_YEAR, '年', spaced(FIGURE, `${FIGURE}?`), '月')}|${spaced(CHINESE_YEAR, '年', spaced('[一二三四五六七八九十]', '[一二]?'), '月')})(?:份)?`;

const DAY = new RegExp(DAY_WORDS, 'u');
const YEAR_MONTH_DAY = /^(?<year>[^年]+)年(?<month>[^月]+)月(?<day>[^日号]+)[日号]?$/u;

/**
 * The first whole day in some words; `undefined` where they name none or one that the calendar lacks. Figures may be full-width, Chinese or
 * set apart by spaces, and the zero of a Chinese year is also written 0, ○, O and 零 (GB/T 9704 has 〇 and, since 2012, Arabic figures).
 */
export function dayOf(words: string): Day | undefined {
  const found = DAY.exec(words)?.[0];
  if (found === undefined) return undefined;
  const plain = found.normalize('NFKC').replace(/\s+/gu, '');
  const pointed = /^(?<year>\d{4})[-/.](?<month>\d{1,2})[-/.](?<day>\d{1,2})$/.exec(plain);
  const { year = '', month = '', day = '' } = (pointed ?? YEAR_MONTH_DAY.exec(plain))?.groups ?? {};
  return dayFrom(yearOf(year), smallNumber(month), smallNumber(day));
}

/** A day from its parts, or `undefined` where the calendar has no such day. */
export function dayFrom(year: number, month: number, day: number): Day | undefined {
  const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function yearOf(words: string): number {
  return Number(Array.from(words, (figure) => FIGURES[figure] ?? figure).join(''));
}

/** 1 to 99 in Arabic or Chinese figures; NaN for anything else. */
function smallNumber(words: string): number {
  if (/^\d{1,2}$/.test(words)) return Number(words);
  const plain = words.replace(/^[初]/u, '').replace(/[廿卅]/u, (tens) => TENS[tens] ?? '');
  if (plain === '元' || plain === '正') return 1;
  const [tens, units] = plain.includes('十') ? plain.split('十') : ['零', plain];
  return (
    (tens === '' ? 1 : (FIGURES[tens ?? ''] ?? NaN)) * 10 + (units === '' ? 0 : (FIGURES[units ?? ''] ?? NaN))
  );
}
