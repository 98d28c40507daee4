/** A place in a content file: path relative to the content folder, line and column counted from 1. */
export interface Place {
  file: string;
  line: number;
  column: number;
}

/** Something in the content that stops a build: where, what is wrong, and what to write instead (in Chinese). */
export interface Fault extends Place {
  reason: string;
  remedy: string;
}

/** One line for people and editors: `path:line:column reason — remedy`. */
export function formatFault({ file, line, column, reason, remedy }: Fault): string {
  return `${file}:${line}:${column} ${reason} — ${remedy}`;
}

/** Orders faults by file, then line, then column, so that two runs print the same. */
export function compareFaults(a: Fault, b: Fault): number {
  return (
    (a.file < b.file ? -1 : a.file > b.file ? 1 : 0) ||
    a.line - b.line ||
    a.column - b.column ||
    (a.reason < b.reason ? -1 : a.reason > b.reason ? 1 : 0)
  );
}

/** The same faults, each once: what several readings of one folder found, it has once. */
export function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [formatFault(fault), fault])).values()];
}

/** Thrown where faulty content must not go on; its message lists every fault, a line each. */
export class ContentError extends Error {
  override name = 'ContentError';
  readonly faults: Fault[];

  constructor(faults: Fault[]) {
    const sorted = [...faults].sort(compareFaults);
    super(`内容有 ${sorted.length} 处错误：\n${sorted.map(formatFault).join('\n')}`);
    this.faults = sorted;
  }
}
