import { numberOfChinese } from '../chinese-number.ts';

const DIGITS = '零一二三四五六七八九';
const ZEROS = /[〇○◯Oo]/g;
/** The zero of a year is written in many ways: 二〇二四, 二○二四, 二0二四, 二零二四. */
const YEAR = /(?<!\d)[12一二][零〇○◯Oo\d一二三四五六七八九]{3}(?=\s*年)/gu;
/** Justified lines and scanned papers set the figures of a day apart: 2 0 2 4 年 1 2 月 3 1 日. */
const APART: readonly RegExp[] = [
  /(?<!\d)[12一二](?:\s*[零〇○◯Oo\d一二三四五六七八九]){3}(?=\s*年)/gu,
  /(?<=[年月]\s*)\d\s+\d(?=\s*[月日号])/gu,
];
const OTHER_FIGURES: readonly [RegExp, string][] = [
  [/元(?=月)/gu, '一'],
  [/廿(?=[一二三四五六七八九]?[日号])/gu, '二十'],
  [/卅(?=一?[日号])/gu, '三十'],
];
const COUNTED =
  /(?<![第\d零〇○一二三四五六七八九十])[一二三四五六七八九十]{1,3}(?=\s*(?:月|日|号|点|时|分))/gu;

/** The words of a time with half-width figures for Chinese ones in dates and hours (一月五日 is 1月5日), and without the blanks around their units. */
export function normalWords(words: string): string {
  let plain = words.normalize('NFKC');
  for (const figures of APART) plain = plain.replace(figures, (found) => found.replace(/\s+/gu, ''));
  for (const [figure, plainFigure] of OTHER_FIGURES) plain = plain.replace(figure, plainFigure);
  return plain
    .replace(YEAR, yearFigures)
    .replace(COUNTED, (figures) => String(numberOfChinese(figures) ?? figures))
    .replace(/\s*([年月日号时点分旬])\s*/gu, '$1')
    .replace(/(\d)\s*([:])\s*(\d)/g, '$1$2$3')
    .replace(/\s+/gu, ' ')
    .trim();
}

function yearFigures(words: string): string {
  return Array.from(words.replace(ZEROS, '0'), (figure) => {
    const value = DIGITS.indexOf(figure);
    return value < 0 ? figure : String(value);
  }).join('');
}
