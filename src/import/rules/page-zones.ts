import type { Line } from '../edits.ts';
import { linesOf } from '../edits.ts';
import { isTableRow } from '../marks.ts';
import { isRunningText } from '../shapes.ts';

/** The parts of a pasted page where its furniture stands: before the first paragraph and after the last. */
export interface PageZones {
  head: Line[];
  tail: Line[];
}

const MOST_HEAD_LINES = 20;
const MOST_TAIL_LINES = 30;
/** Below this length a line of running text may still be a site's remark. */
const PARAGRAPH_LENGTH = 60;

/**
 * Finds the zones of a text. `isFurniture` tells a site's own lines from paragraphs, since disclaimers are as long as those.
 * Lines are given whole, with their spaces; blank ones are left out.
 */
export function pageZones(text: string, isFurniture: (line: string) => boolean): PageZones {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const isParagraph = ({ text: line }: Line) =>
    isTableBody(line) ||
    (isRunningText(line.trim()) && line.trim().length >= PARAGRAPH_LENGTH && !isFurniture(line.trim()));
  const isTableBody = (line: string) => isTableRow(line) && !isFurniture(line);
  const first = lines.findIndex(isParagraph);
  const last = lines.findLastIndex(isParagraph);
  if (first < 0)
    return {
      head: lines.slice(0, MOST_HEAD_LINES),
      tail: lines.slice(MOST_HEAD_LINES),
    };
  return {
    head: lines.slice(0, Math.min(first, MOST_HEAD_LINES)),
    tail: lines.slice(last + 1).slice(-MOST_TAIL_LINES),
  };
}
