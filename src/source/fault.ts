import { printable } from '../domain/characters.ts';
import { CONTENT_BUDGET } from '../domain/budgets.ts';

/** A place in a content file: path relative to the content folder, line and column counted from 1. */
export interface SourcePosition {
  file: string;
  line: number;
  column: number;
}

/** Something in the content that stops a build: where, what is wrong, and what to write instead (in Chinese). */
export interface Fault extends SourcePosition {
  reason: string;
  remedy: string;
}

/** Longest quotation in a reason: what it quotes may be a whole file on one line. */
const LONGEST_WORDS = 300;

/** One line for people and editors: `path:line:column reason — remedy`, without control characters. */
export function formatFault({ file, line, column, reason, remedy }: Fault): string {
  return `${printable(file)}:${line}:${column} ${oneLine(reason)} — ${oneLine(remedy)}`;
}

/** Words from anywhere as part of one line on a terminal: nothing that ends the line or moves its cursor, and not too many of them. */
export function oneLine(words: string): string {
  return shortened(printable(words));
}

/** The beginning and the end of words that are too long for a line. */
function shortened(words: string): string {
  if (words.length <= LONGEST_WORDS) return words;
  return `${words.slice(0, LONGEST_WORDS / 2)}…${words.slice(-LONGEST_WORDS / 4)}`;
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

/** The faults; of a file with very many only the first ones, and a fault that says so. */
export function withoutExcess(faults: readonly Fault[]): Fault[] {
  const most = CONTENT_BUDGET.faults;
  const counts = new Map<string, number>();
  const told = faults.filter(({ file }) => {
    const count = (counts.get(file) ?? 0) + 1;
    counts.set(file, count);
    return count <= most;
  });
  const more = [...counts].filter(([, count]) => count > most);
  return [
    ...told,
    ...more.map(([file]) => ({
      file,
      line: told.findLast((fault) => fault.file === file)?.line ?? 1,
      column: 1,
      reason: `这个文件的错误太多，只列出前 ${most} 处`,
      remedy: '先改好上面的，再运行 npm run check',
    })),
  ];
}
