/** A stretch of text, either marked as found or not. */
export interface Segment {
  text: string;
  marked: boolean;
}

/** A stretch of a text by UTF-16 offsets, the end not included. */
export interface Range {
  start: number;
  end: number;
}

/** Sorts ranges and merges those that touch or overlap. */
export function mergeRanges(ranges: readonly Range[]): Range[] {
  const merged: Range[] = [];
  for (const { start, end } of [...ranges].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = merged[merged.length - 1];
    if (last && start <= last.end) last.end = Math.max(last.end, end);
    else merged.push({ start, end });
  }
  return merged;
}

/** Cuts a text into marked and unmarked stretches. `ranges` must be merged. */
export function segmentsOf(text: string, ranges: readonly Range[]): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  for (const { start, end } of ranges) {
    if (start > at) segments.push({ text: text.slice(at, start), marked: false });
    segments.push({ text: text.slice(start, end), marked: true });
    at = end;
  }
  if (at < text.length) segments.push({ text: text.slice(at), marked: false });
  return segments;
}

const BEFORE = 24;
const SENTENCE_ENDS = /[。！？；!?;]/;
const CLAUSE_ENDS = /[，：、,:]/;

/** Where a passage that should show `at` begins: behind the last end of a sentence, or else of a clause, not far before. */
function beginning(text: string, at: number): number {
  const earliest = Math.max(0, at - BEFORE);
  if (earliest === 0) return 0;
  for (const ends of [SENTENCE_ENDS, CLAUSE_ENDS]) {
    for (let start = at; start > earliest; start -= 1) {
      if (ends.test(text[start - 1]!)) return start;
    }
  }
  return /[\uDC00-\uDFFF]/.test(text[earliest]!) ? earliest - 1 : earliest;
}

/** The window of `length` characters that holds most ranges, moved to begin at a sentence where one is near. */
function windowFor(text: string, ranges: readonly Range[], length: number): Range {
  if (text.length <= length) return { start: 0, end: text.length };
  let best = { start: ranges[0]?.start ?? 0, count: 0 };
  ranges.forEach((range, index) => {
    let count = 0;
    for (
      let other = index;
      other < ranges.length && ranges[other]!.end <= range.start + length - BEFORE;
      other += 1
    )
      count += 1;
    if (count > best.count) best = { start: range.start, count };
  });
  const start = beginning(text, best.start);
  let end = Math.min(text.length, Math.max(start + length, best.start));
  if (end < text.length && /[\uDC00-\uDFFF]/.test(text[end]!)) end += 1;
  return { start, end };
}

/**
 * A passage of about `length` characters around the ranges of a paragraph, with `…` where it was cut. `ranges` must be
 * merged. A range longer than the passage is shown whole.
 */
export function excerpt(text: string, ranges: readonly Range[], length: number): Segment[] {
  const longest = ranges.reduce((most, range) => Math.max(most, range.end - range.start), 0);
  const { start, end } = windowFor(text, ranges, Math.max(length, longest + 2 * BEFORE));
  const inside = ranges
    .filter((range) => range.end > start && range.start < end)
    .map((range) => ({ start: Math.max(range.start, start) - start, end: Math.min(range.end, end) - start }));
  const segments = segmentsOf(text.slice(start, end), inside);
  if (start > 0) segments.unshift({ text: '…', marked: false });
  if (end < text.length) segments.push({ text: '…', marked: false });
  return segments;
}
