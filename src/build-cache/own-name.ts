import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';

/**
 * A unique name for work in progress of this process, such as `dist.building-4711.90210-1f0c…`: it identifies the process, so that others can
 * tell when nobody will finish the work.
 */
export function ownName(stem: string): string {
  const begun = processState(process.pid)?.begun;
  return `${stem}-${process.pid}${begun ? `.${begun}` : ''}-${randomUUID()}`;
}

/** Whether a name is one that `ownName` gave for that stem, and the process that asked for it has ended. */
export function isAbandoned(name: string, stem: string): boolean {
  if (!name.startsWith(stem)) return false;
  const [, number, begun] = /^-(\d+)(?:\.(\d+))?-/.exec(name.slice(stem.length)) ?? [];
  return number !== undefined && !isRunning(Number(number), begun);
}

/**
 * Whether a process still runs. Its number may have been reused, as happens soon in a restarted container; the start time tells. A killed
 * process whose parent never waited for it keeps its number but does not run.
 */
export function isRunning(number: number, begun?: string): boolean {
  try {
    process.kill(number, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const now = processState(number);
  if (!now) return true;
  return now.state !== 'Z' && (begun === undefined || begun === now.begun);
}

/** What Linux tells of a process (`man proc_pid_stat`, fields 3 and 22); nothing elsewhere. */
function processState(number: number): { state: string; begun: string } | undefined {
  try {
    const line = readFileSync(`/proc/${number}/stat`, 'latin1');
    const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0] ?? '', begun: fields[19] ?? '' };
  } catch {
    return undefined;
  }
}
