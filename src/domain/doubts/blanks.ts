import { cut, type DoubtFinder } from './doubt.ts';
import { isInArticles } from './genre.ts';

/** What readers see where the source has a blank. */
export const BLANK = '〔原文空缺〕';

/** Blanks as they are shown, and blanks still as a template has them (20__年). */
const GAPS = [BLANK, String.raw`(?<=[\p{Script=Han}\d])[_＿]{2,3}(?=\p{Script=Han})`];
/** Names made unreadable by crosses (××, XX). */
const CROSSES = [
  String.raw`[×Ｘ]{2,}(?=\p{Script=Han})`,
  String.raw`(?<=\p{Script=Han})[xX]{2,}(?=\p{Script=Han})`,
];

/** Blanks of the source, reported once per paragraph: the editor may know what stood there. */
export const findBlanks: DoubtFinder = (paragraphs) => {
  const patterns = isInArticles(paragraphs) ? GAPS : [...GAPS, ...CROSSES];
  const blank = new RegExp(patterns.join('|'), 'gu');
  return paragraphs.flatMap((text, index) => {
    const blanks = /[_＿×ＸxX〔]/.test(text) ? [...text.matchAll(blank)] : [];
    const [first] = blanks;
    if (first === undefined) return [];
    return [
      {
        kind: '原文空缺' as const,
        paragraph: index + 1,
        ...cut(text, first.index, first[0].length),
        reason: `本段有 ${blanks.length} 处空缺`,
        remedy: '查到原文后写进 corrections；查不到就写进 settled',
      },
    ];
  });
};
