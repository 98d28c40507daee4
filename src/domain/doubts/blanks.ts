import type { DoubtFinder } from './doubt.ts';

/** What readers see where the source has a blank. */
export const BLANK = '〔原文空缺〕';

/** Blanks of the source, and names made unreadable by crosses (××, XX): the editor may know what stood there. */
export const findBlanks: DoubtFinder = (paragraph) => {
  const blanks = [
    ...paragraph.matchAll(
      new RegExp(`${BLANK}|[×Ｘ]{2,}|(?<=\\p{Script=Han})[xX]{2,}(?=\\p{Script=Han})`, 'gu'),
    ),
  ];
  const [first] = blanks;
  if (first === undefined) return [];
  const words = paragraph.slice(Math.max(0, first.index - 4), first.index + first[0].length + 4);
  return [{ words, reason: `本段有 ${blanks.length} 处空缺，查到原文后补上` }];
};
