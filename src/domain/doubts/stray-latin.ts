import type { DoubtFinder } from './doubt.ts';

/** A lower-case Latin word alone between Chinese, such as and in 文明单位 and 系统: the trace of a machine. */
export const findStrayLatin: DoubtFinder = (paragraph) =>
  [...paragraph.matchAll(/(?<=\p{Script=Han}) ?[a-z]{2,} ?(?=\p{Script=Han})/gu)].map((match) => ({
    words: paragraph.slice(Math.max(0, match.index - 6), match.index + match[0].length + 6),
    reason: `汉字之间夹有“${match[0].trim()}”`,
  }));
