/** A way of writing numbers: the figures from 0 to 9, and the words for ten, a hundred and a thousand. */
export interface Figures {
  figures: string;
  units: string;
}

const PLAIN: Figures = { figures: '零一二三四五六七八九', units: '十百千' };
/** As on cheques. */
export const LEGAL: Figures = { figures: '零壹贰叁肆伍陆柒捌玖', units: '拾佰仟' };
const GREATEST = 9999;

/**
 * A whole number from 1 to 9999 in Chinese figures: 5 is 五, 12 is 十二, 105 is 一百零五, 1002 is 一千零二. Throws a RangeError for any
 * other.
 */
export function chineseNumber(number: number, { figures, units } = PLAIN): string {
  if (!Number.isInteger(number) || number < 1 || number > GREATEST)
    throw new RangeError(`not between 1 and ${GREATEST}: ${number}`);
  const digits = String(number).split('').map(Number);
  const words = digits.map((digit, index) => {
    const power = digits.length - 1 - index;
    return digit === 0 ? '零' : figures[digit]! + (power > 0 ? units[power - 1]! : '');
  });
  const written = words.join('').replace(/零+/g, '零').replace(/零$/, '');
  return written.startsWith('一十') ? written.slice(1) : written;
}

/** How many of a thing: 两 instead of 二 for two (两个工作日). */
export function chineseCount(number: number): string {
  return number === 2 ? '两' : chineseNumber(number);
}

const VALUES = new Map(Array.from({ length: 99 }, (_, index) => [chineseNumber(index + 1), index + 1]));

/** The number from 1 to 99 that Chinese or Arabic figures write: 十二, 12, 两; `undefined` for anything else. */
export function numberOfChinese(words: string): number | undefined {
  if (/^\d{1,2}$/.test(words)) return Number(words) || undefined;
  return words === '两' ? 2 : VALUES.get(words);
}
