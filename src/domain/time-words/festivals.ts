import { FESTIVALS, type Festival } from '../calendar/festivals.ts';

/** Other names of festivals that offices write. */
const OTHER_NAMES: Readonly<Record<string, Festival>> = {
  ...{
    劳动节: '五一',
    建党节: '七一',
    建军节: '八一',
    十一: '国庆',
    国家宪法日: '宪法日',
    公祭日: '国家公祭日',
  },
  ...{ 妇女节: '三八', 青年节: '五四', 儿童节: '六一', 国际护士节: '护士节' },
  ...{ 国家安全教育日: '国家安全日', 全民国家安全教育日: '国家安全日', 抗战胜利纪念日: '抗战胜利日' },
};
/** Days of the lunar calendar and of solar terms that no plan sets times by; their words are no other festival's. */
const UNKNOWN = ['七夕', '冬至', '腊八', '小年'];

const NAMES = [...FESTIVALS, ...Object.keys(OTHER_NAMES), ...UNKNOWN]
  .sort((a, b) => b.length - a.length)
  .join('|');
const QUOTES = '[“”"‘’\']?';

/** A festival at the start of normal words, in quotation marks or not: “七一”, 国庆节, 重阳节. Group 1 is its name. 十一月 and 五一日 are none. */
export const FESTIVAL = new RegExp(
  `^${QUOTES}(${NAMES})(?![月日号点时季\\d])(?:节|妇女节|国际劳动节|劳动节|青年节|儿童节|建党节|建军节)?${QUOTES}`,
  'u',
);

/** The festival of a name; `undefined` for one by which no plan sets a time. */
export function festivalNamed(name: string): Festival | undefined {
  if (Object.hasOwn(OTHER_NAMES, name)) return OTHER_NAMES[name];
  return FESTIVALS.find((festival) => festival === name);
}

/** All names by which offices call a festival: 七一, 建党节. */
export function namesOfFestival(festival: Festival): string[] {
  const others = Object.entries(OTHER_NAMES).flatMap(([name, of]) => (of === festival ? [name] : []));
  return [festival, ...others];
}
