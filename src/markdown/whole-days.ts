import type { Element, Root, Text } from 'hast';
import { SKIP, visit } from 'unist-util-visit';

/** A number with the year, month or day that it counts. Between two of these a line may end: whole dates would pull justified lines apart. */
const COUNTED = /\d{1,4}[年月日]/gu;

/** Elements whose text is shown as it is. */
const AS_IT_IS = ['code', 'pre'];

/** No line ends between a number and its 年, 月 or 日: only marks are added, so that the words read, copied and searched are the same. */
export function keepDaysWhole(page: Root): void {
  visit(page, (node, index, parent) => {
    if (node.type === 'element' && AS_IT_IS.includes(node.tagName)) return SKIP;
    if (node.type !== 'text' || !parent || index === undefined) return undefined;
    const pieces = piecesOf(node.value);
    if (pieces.every(({ type }) => type === 'text')) return undefined;
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}

function piecesOf(words: string): (Text | Element)[] {
  const pieces: (Text | Element)[] = [];
  let end = 0;
  for (const { 0: day, index } of words.matchAll(COUNTED)) {
    if (index > end) pieces.push({ type: 'text', value: words.slice(end, index) });
    const children: Text[] = [{ type: 'text', value: day }];
    pieces.push({ type: 'element', tagName: 'span', properties: { className: ['day'] }, children });
    end = index + day.length;
  }
  if (end < words.length || pieces.length === 0) pieces.push({ type: 'text', value: words.slice(end) });
  return pieces;
}
