import type { Edit, Line } from '../edits.ts';
import { linesOf, removeLine } from '../edits.ts';
import { isBodyName, isDashedSubtitle, isRunningText, isTitleLike, titleKey } from '../shapes.ts';
import type { Rule } from './rule.ts';

const MOST_HEAD_LINES = 12;
const MOST_TAIL_LINES = 6;
/** A page's title may lead a secondary title by the name of the place only. */
const LEAST_SHARED_SHARE = 0.8;

/**
 * A title that stands again at the head or at the foot stays once, where it stands first; a body's name at the foot is its signature. A page's title that a secondary title
 * (——…) says again goes, since the article's own title stands above that one.
 */
export const repeatedTitles: Rule = {
  name: 'repeated-titles',
  title: '去掉重复的标题',
  edits: (text) => repeats(text),
};

function repeats(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const firstParagraph = lines.findIndex((line) => isRunningText(line.text.trim()));
  const head = lines.slice(0, Math.min(firstParagraph < 0 ? lines.length : firstParagraph, MOST_HEAD_LINES));
  const [title, ...rest] = head.filter((line) => isTitleLike(line.text.trim()));
  if (!title) return [];
  const tail = lines.slice(Math.max(head.length, lines.length - MOST_TAIL_LINES));
  const isLedInAgain = rest.some((line) => isDashedSubtitle(line.text.trim()) && sameTitle(title, line));
  const isSigned = isBodyName(title.text.trim());
  const again = [...rest, ...(isSigned ? [] : tail)].filter(
    (line) => exactKey(line.text) === exactKey(title.text),
  );
  return (isLedInAgain ? [title] : again).map((line) => removeLine(text, line));
}

/** Whether the second line says the first one again, at most without what leads it. */
function sameTitle(first: Line, second: Line): boolean {
  const [a, b] = [titleKey(first.text), titleKey(second.text)];
  return b.length >= 4 && a.endsWith(b) && b.length / a.length >= LEAST_SHARED_SHARE;
}

/** Title marks count here: a line 〈…法〉 is a piece of a sentence about that law. */
function exactKey(line: string): string {
  return line.normalize('NFKC').replace(/[^\p{L}\p{N}《》〈〉]/gu, '');
}
