import type { Edit } from '../edits.ts';
import { linesOf } from '../edits.ts';
import { isTableRow } from '../marks.ts';
import { numberIn } from '../metadata/document-number.ts';
import { isAboutThePaper } from '../metadata/letterhead.ts';
import { officesIn } from '../metadata/offices.ts';
import { endsAsPaper, isDashedSubtitle, isRunningText, isTitleLike } from '../shapes.ts';
import type { Rule } from './rule.ts';

const MOST_LINES = 8;
const MOST_LINES_ABOVE = 12;
/** A bare 调查报告 may stand above a title that says on what. */
const LONGEST_BARE_KIND = 5;
const LONGEST_LINE = 40;
const BEGINS_PAPER = /关于|印发|转发|批转|[对在]/u;

/**
 * A title that was set in several lines (国务院办公厅 / 关于…… / ……的通知) is put together. It must begin with a body's name or
 * 关于, 印发, 转发 and the like, end as papers are called, and stand at the very head or below the letterhead. Bodies stay apart by a space.
 */
export const splitTitles: Rule = {
  name: 'split-titles',
  title: '接上分行的标题',
  edits: (text, form) => (form === 'markdown' ? [] : joins(text)),
};

function joins(text: string): Edit[] {
  const all = linesOf(text).filter((line) => line.text.trim() !== '');
  const lines = all.slice(firstOfTitle(all.map((line) => line.text.trim())));
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
    (officesIn(first).length > 0 || BEGINS_PAPER.test(first)) &&
    BEGINS_PAPER.test(parts.join('')) &&
    lines[last + 1] !== undefined;
  if (!isTitle) return [];
  return lines.slice(0, last).map((line, index) => {
    const end = line.at + line.text.length;
    const areBodies = [parts[index], parts[index + 1]].every(
      (part) => part !== undefined && officesIn(part).length > 0,
    );
    return {
      at: end,
      removed: text.slice(end, lines[index + 1]?.at),
      inserted: areBodies ? ' ' : '',
    };
  });
}

/** The first line below the letterhead: below its document number, else below its other marks and the bodies' names with 文件. */
function firstOfTitle(lines: readonly string[]): number {
  const running = lines.findIndex((line) => isRunningText(line));
  const head = lines.slice(0, Math.min(running < 0 ? lines.length : running, MOST_LINES_ABOVE));
  const isMark = (line: string) =>
    isAboutThePaper(line) || numberIn(line) !== undefined || /文\s*件$/u.test(line);
  const last = head.findLastIndex(isMark);
  const bare = head.findIndex(
    (line, index) =>
      endsAsPaper(line) && line.length <= LONGEST_BARE_KIND && /^关于/u.test(head[index + 1] ?? ''),
  );
  if (bare > last) return bare + 1;
  const titled = head.findIndex(endsAsPaper);
  return titled >= 0 && last > titled ? 0 : last + 1;
}
