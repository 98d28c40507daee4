import type { RuleRun } from './clean-up.ts';

/** A piece of a source before and after its clean-up: it stayed, it was taken away, or it was put in. */
export interface Segment {
  text: string;
  fate: 'kept' | 'removed' | 'inserted';
  /** The rule that took it away or put it in. */
  rule?: string;
}

/**
 * What became of each piece of a source, in order. The kept and removed pieces are the source; the kept and inserted ones are the
 * cleaned text. What one rule put in and a later one took away is neither.
 */
export function trace(source: string, runs: readonly RuleRun[]): Segment[] {
  return runs.reduce<Segment[]>((segments, run) => traceRun(segments, run), [{ text: source, fate: 'kept' }]);
}

function traceRun(segments: readonly Segment[], { rule, edits }: RuleRun): Segment[] {
  const result: Segment[] = [];
  const push = (segment: Segment) => {
    if (segment.text !== '') result.push(segment);
  };
  let [at, next] = [0, 0];
  for (const segment of segments) {
    if (segment.fate === 'removed') {
      push(segment);
      continue;
    }
    let rest = segment.text;
    for (;;) {
      const edit = edits[next];
      if (edit === undefined || edit.at >= at + rest.length) break;
      const before = Math.max(0, edit.at - at);
      push({ ...segment, text: rest.slice(0, before) });
      const end = edit.at + edit.removed.length;
      const gone = rest.slice(before, end - at);
      if (segment.fate === 'kept') push({ text: gone, fate: 'removed', rule });
      rest = rest.slice(before + gone.length);
      at += before + gone.length;
      if (at < end) break;
      push({ text: edit.inserted, fate: 'inserted', rule });
      next += 1;
    }
    push({ ...segment, text: rest });
    at += rest.length;
  }
  for (const edit of edits.slice(next)) push({ text: edit.inserted, fate: 'inserted', rule });
  return result;
}
