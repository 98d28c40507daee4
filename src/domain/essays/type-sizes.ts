/** Points of the Chinese type sizes (字号), as Word and WPS have them. */
const POINTS: Record<string, number> = {
  初号: 42,
  小初: 36,
  一号: 26,
  小一: 24,
  二号: 22,
  小二: 18,
  三号: 16,
  小三: 15,
  四号: 14,
  小四: 12,
  五号: 10.5,
  小五: 9,
  六号: 7.5,
  小六: 6.5,
  七号: 5.5,
  八号: 5,
};

const DIGITS = '一二三四五六七八';

/** Points of a type size as notices write it: 三号, 3号, 小二号, 16磅; `undefined` for anything else. */
export function pointsOf(words: string): number | undefined {
  const plain = words
    .replace(/\s/gu, '')
    .replace(/[1-8](?=号)/u, (digit) => DIGITS[Number(digit) - 1] ?? digit);
  const [, points] = /^(\d{1,2}(?:\.\d)?)(?:磅|pt)$/iu.exec(plain) ?? [];
  return points === undefined ? (POINTS[plain] ?? POINTS[plain.replace(/^(小.)号$/u, '$1')]) : Number(points);
}

/** The name of a type size: 三号 for 16 points, `17磅` where no size has that many. */
export function sizeName(points: number): string {
  return Object.keys(POINTS).find((name) => POINTS[name] === points) ?? `${points}磅`;
}

/** The first type size that stands somewhere in a text: 三号 in 三号仿宋加粗. */
export function sizeWithin(words: string): string | undefined {
  return /小?[初一二三四五六七八1-8]号|小[初一二三四五六]|\d{1,2}(?:\.\d)?磅/u.exec(words)?.[0];
}
