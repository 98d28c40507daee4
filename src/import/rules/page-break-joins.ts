import type { Edit, Line } from '../edits.ts';
import { linesOf } from '../edits.ts';
import { isTableRow } from '../marks.ts';
import { beginsAnew, endsWhole } from '../shapes.ts';
import type { Rule } from './rule.ts';

/** A line that a page or a fixed width has broken off is longer than a heading. */
const SHORTEST_WRAPPED_LINE = 28;
/** Shorter lines that end in a comma are the items of a list set in lines. */
const SHORTEST_CONTINUATION = 12;

/** A paragraph that a page break or a hard line end cut in the middle of a sentence is put together again. */
export const pageBreakJoins: Rule = {
  name: 'page-break-joins',
  title: '接上被分页截断的段落',
  edits: (text, form) => (form === 'markdown' ? [] : joins(text)),
};

function joins(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const edits: Edit[] = [];
  let isWithinSentence = false;
  lines.forEach((line, index) => {
    const next = lines[index + 1];
    if (isTableRow(line.text)) return;
    const end = line.at + line.text.length;
    const gap = text.slice(end, next?.at);
    const isProse =
      isWithinSentence || isSentence(line.text) || (index > 0 && gap === '\n' && isWrapped(line));
    isWithinSentence = next !== undefined && isProse && isCutOff(line.text) && continues(next.text);
    if (isWithinSentence) edits.push({ at: end, removed: gap, inserted: '' });
  });
  return edits;
}

function isCutOff(line: string): boolean {
  return !endsWhole(line) && /[\p{Script=Han}\p{N}，,、]$/u.test(line) && !/^\s*[-*|#>]/.test(line);
}

function continues(line: string): boolean {
  return (
    !isTableRow(line) &&
    !beginsAnew(line) &&
    !(line.length < SHORTEST_CONTINUATION && /[，,、]$/u.test(line)) &&
    /[。；;！？!?，,]/u.test(line) &&
    /^[\p{Script=Han}\p{N}，,、。“‘（(《A-Za-z]/u.test(line)
  );
}

/** A line that holds a finished sentence is running text, however short, and no title. */
function isSentence(line: string): boolean {
  return /[。！？；;]/u.test(line);
}

function isWrapped(line: Line): boolean {
  return line.text.length >= SHORTEST_WRAPPED_LINE && /[，,、]/u.test(line.text);
}
