import type { Line } from './edits.ts';
import { linesOf } from './edits.ts';
import {
  endsSentence,
  isDashedSubtitle,
  isMarkedByline,
  isNamesOnly,
  isRunningText,
  isTitleLike,
} from './shapes.ts';

/** A slice of a cleaned source that is one article. The slices of a source, put together, are the source. */
export interface Slice {
  text: string;
  /** Why the source was cut here, in Chinese; absent for its first slice. */
  evidence?: string;
}

/**
 * Cuts a source that holds several articles. A new one begins where, after a finished paragraph, a title, perhaps a
 * secondary title, and the writers' names stand together before running text. Names alone are no proof (a heading may look like
 * one): they need a dashed secondary title above them or a first article that is signed in the same way.
 */
export function splitArticles(text: string): Slice[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const firstText = lines.findIndex((line) => isRunningText(line.text.trim()));
  const signedAtHead = lines.slice(1, Math.max(firstText, 1)).some((line) => isByline(line.text.trim()));
  const starts = lines.flatMap((line, index) => {
    const found = articleStart(lines, index, signedAtHead);
    return index > 0 && found ? [{ at: line.at, evidence: found }] : [];
  });
  const cuts = [{ at: 0, evidence: undefined }, ...starts];
  return cuts.map(({ at, evidence }, index) => {
    const slice = text.slice(at, cuts[index + 1]?.at);
    return evidence === undefined ? { text: slice } : { text: slice, evidence };
  });
}

function articleStart(lines: Line[], index: number, signedAtHead: boolean): string | undefined {
  const [before, title, second, third, fourth] = [-1, 0, 1, 2, 3].map(
    (step) => lines[index + step]?.text.trim() ?? '',
  );
  if (!before || !title || !second || !third || !endsSentence(before) || !isTitle(title)) return undefined;
  const hasSubtitle =
    isDashedSubtitle(second) || (isTitleLike(second) && !isByline(second) && isByline(third));
  const byline = hasSubtitle ? third : second;
  const body = hasSubtitle ? (fourth ?? '') : third;
  if (!isByline(byline) || !isRunningText(body)) return undefined;
  if (isNamesOnly(byline) && !signedAtHead && !isDashedSubtitle(second)) return undefined;
  return `标题“${title}”与署名“${byline}”`;
}

function isTitle(line: string): boolean {
  return isTitleLike(line) && !isDashedSubtitle(line) && !isByline(line);
}

function isByline(line: string): boolean {
  return isNamesOnly(line) || isMarkedByline(line);
}
