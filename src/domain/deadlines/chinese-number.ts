const FIGURES = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'] as const;

/** A whole number from 1 to 999 in Chinese figures: 5 is 五, 12 is 十二, 105 is 一百零五. Throws a RangeError for any other. */
export function chineseNumber(number: number): string {
  if (!Number.isInteger(number) || number < 1 || number > 999)
    throw new RangeError(`not between 1 and 999: ${number}`);
  const hundreds = Math.floor(number / 100);
  const rest = number % 100;
  if (hundreds === 0) return belowHundred(rest, false);
  const head = `${FIGURES[hundreds]}百`;
  if (rest === 0) return head;
  return rest < 10 ? `${head}零${FIGURES[rest]}` : head + belowHundred(rest, true);
}

/** How many of a thing: 两 instead of 二 for two (两个工作日). */
export function chineseCount(number: number): string {
  return number === 2 ? '两' : chineseNumber(number);
}

function belowHundred(number: number, full: boolean): string {
  const tens = Math.floor(number / 10);
  const units = number % 10;
  const head = tens === 0 ? '' : tens === 1 && !full ? '十' : `${FIGURES[tens]}十`;
  return head + (units === 0 ? '' : FIGURES[units]);
}

const VALUES = new Map(Array.from({ length: 99 }, (_, index) => [chineseNumber(index + 1), index + 1]));

/** The number from 1 to 99 that Chinese or Arabic figures write: 十二, 12, 两; `undefined` for anything else. */
export function numberOfChinese(words: string): number | undefined {
  if (/^\d{1,2}$/.test(words)) return Number(words) || undefined;
  return words === '两' ? 2 : VALUES.get(words);
}
