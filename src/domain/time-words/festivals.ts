/** Days that offices call by name and that always fall on one day of the solar calendar, as [month, day]. */
const FIXED: Readonly<Record<string, readonly [month: number, day: number]>> = {
  ...{ 元旦: [1, 1], 三八: [3, 8], 五一: [5, 1], 劳动节: [5, 1], 五四: [5, 4], 六一: [6, 1] },
  ...{ 七一: [7, 1], 建党节: [7, 1], 八一: [8, 1], 建军节: [8, 1], 教师节: [9, 10] },
  ...{ 十一: [10, 1], 国庆: [10, 1], 国家宪法日: [12, 4], 宪法日: [12, 4] },
};
/** Days of the lunar calendar and of solar terms: another solar day each year, which no rule of this project knows. */
const MOVING = ['春节', '除夕', '元宵', '清明', '端午', '七夕', '中秋', '重阳', '冬至', '腊八', '小年'];

const NAMES = [...Object.keys(FIXED), ...MOVING].sort((a, b) => b.length - a.length).join('|');
const QUOTES = '[“”"‘’\']?';

/** A festival at the start of normal words, in quotation marks or not: “七一”, 国庆节, 重阳节. Group 1 is its name. 十一月 and 五一日 are none. */
export const FESTIVAL = new RegExp(
  `^${QUOTES}(${NAMES})(?![月日号点时季\\d])(?:节|妇女节|国际劳动节|劳动节|青年节|儿童节|建党节|建军节)?${QUOTES}`,
  'u',
);

/** The solar day of a festival that has one. */
export function festivalDay(name: string): { month: number; day: number } | undefined {
  const found = Object.hasOwn(FIXED, name) ? FIXED[name] : undefined;
  return found && { month: found[0], day: found[1] };
}
