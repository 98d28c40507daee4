import type { Edit } from '../edits.ts';
import { linesOf } from '../edits.ts';
import { isTableRow } from '../marks.ts';
import { endsAsPaper, isBodyName, isDashedSubtitle, isTitleLike } from '../shapes.ts';
import type { Rule } from './rule.ts';

const MOST_LINES = 4;
const LONGEST_LINE = 40;
const BEGINS_PAPER = /关于|印发|转发|批转|[对在]/u;

/**
 * A title that was set in two to four lines (国务院办公厅 / 关于…… / ……的通知) is put together. It must begin with a body's name or
 * 关于, 印发, 转发 and the like, end as papers are called, and stand at the very head.
 */
export const splitTitles: Rule = {
  name: 'split-titles',
  title: '接上分行的标题',
  edits: (text, form) => (form === 'markdown' ? [] : joins(text)),
};

function joins(text: string): Edit[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const words = lines.slice(0, MOST_LINES).map((line) => line.text.trim());
  const [first = ''] = words;
  const last = words.findIndex(endsAsPaper);
  const parts = words.slice(0, last + 1);
  const isTitle =
    last > 0 &&
    parts.every(
      (part) =>
        part.length <= LONGEST_LINE && isTitleLike(part) && !isDashedSubtitle(part) && !isTableRow(part),
    ) &&
    (isBodyName(first) || BEGINS_PAPER.test(first)) &&
    BEGINS_PAPER.test(parts.join('')) &&
    lines[last + 1] !== undefined;
  if (!isTitle) return [];
  return lines.slice(0, last).map((line, index) => {
    const end = line.at + line.text.length;
    return {
      at: end,
      removed: text.slice(end, lines[index + 1]?.at),
      inserted: '',
    };
  });
}
