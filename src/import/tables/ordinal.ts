import { numberOfChinese } from '../../domain/chinese-number.ts';

/** The number of a row: 3, 3. 3、 and 三; `undefined` for words that say more than where the row stands (第一讲). */
export function ordinalOf(words: string): number | undefined {
  const [, plain = ''] = /^([\d一二三四五六七八九十]{1,3})[.、．]?$/u.exec(words.trim()) ?? [];
  return /^\d+$/.test(plain) ? Number(plain) : numberOfChinese(plain);
}
