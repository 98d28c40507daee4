import type { DoubtFinder } from './doubt.ts';

const PAIRS = [
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
] as const;

/** Quotation marks and brackets of which a paragraph has more of one half than of the other. */
export const findUnbalancedQuotes: DoubtFinder = (paragraph) =>
  PAIRS.flatMap(([open, close]) => {
    const [opened, closed] = [count(paragraph, open), count(paragraph, close)];
    if (opened === closed) return [];
    return [{ words: `${paragraph.slice(0, 16)}…`, reason: `${open} 有 ${opened} 个，${close} 有 ${closed} 个` }];
  });

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
