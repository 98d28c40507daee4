import { DAMAGE } from './damage.ts';
import type { DoubtFinder } from './doubt.ts';

const PAIRS = [
  ['“', '”'],
  ['‘', '’'],
  ['《', '》'],
  ['（', '）'],
  ['(', ')'],
] as const;

/** Quotation marks and brackets of which a paragraph has more of one half than of the other; damaged places and continued quotations aside. */
export const findUnbalancedQuotes: DoubtFinder = (paragraph, next) =>
  PAIRS.flatMap(([open, close]) => {
    const sound = paragraph.replace(DAMAGE, '');
    const [opened, closed] = [count(sound, open), count(sound, close)];
    if (opened === closed || isContinued(open, opened - closed, next)) return [];
    return [
      { words: `${paragraph.slice(0, 16)}…`, reason: `${open} 有 ${opened} 个，${close} 有 ${closed} 个` },
    ];
  });

/** A quotation of several paragraphs opens anew in each and closes in the last. */
function isContinued(open: string, excess: number, next: string | undefined): boolean {
  return excess === 1 && next !== undefined && next.startsWith(open);
}

function count(text: string, mark: string): number {
  return text.split(mark).length - 1;
}
