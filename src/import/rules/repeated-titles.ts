import type { Edit, Line } from '../edits.ts';
import { linesOf, removeLine } from '../edits.ts';
import { isRunningText, isTitleLike, titleKey } from '../shapes.ts';
import type { Rule } from './rule.ts';

const MOST_HEAD_LINES = 12;
const MOST_TAIL_LINES = 6;
/** A page's title may lead a secondary title by the name of the place only. */
const LEAST_SHARED_SHARE = 0.8;

/** A title that stands twice at the head, or again at the foot, stays once: the last one at the head, which has its secondary title. */
export const repeatedTitles: Rule = {
  name: 'repeated-titles',
  title: '去掉重复的标题',
  edits: (text) => repeats(text),
};

function repeats(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const firstParagraph = lines.findIndex((line) => isRunningText(line.text.trim()));
  const head = lines.slice(0, Math.min(firstParagraph < 0 ? lines.length : firstParagraph, MOST_HEAD_LINES));
  const early = head.filter((line, index) => isTitleLike(line.text.trim()) && saidAgain(line, head.slice(index + 1)));
  const titles = head.filter((line) => !early.includes(line)).slice(0, 1);
  const tail = lines.slice(Math.max(head.length + 1, lines.length - MOST_TAIL_LINES));
  const late = tail.filter((line) => isTitleLike(line.text.trim()) && titles.some((title) => sameTitle(title, line)));
  return [...early, ...late].map((line) => removeLine(text, line));
}

function saidAgain(line: Line, later: Line[]): boolean {
  return later.some((other) => sameTitle(line, other));
}

/** Whether the second line says the first one again, at most without what leads it. */
function sameTitle(first: Line, second: Line): boolean {
  const [a, b] = [titleKey(first.text), titleKey(second.text)];
  return b.length >= 4 && a.endsWith(b) && b.length / a.length >= LEAST_SHARED_SHARE;
}
