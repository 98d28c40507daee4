import { writeSync } from 'node:fs';
import { workerData } from 'node:worker_threads';
import { IMPORT_BUDGET } from '../domain/budgets.ts';

/**
 * A thread that looks after the process it stands in: whoever reads a bomb has no time to look how long that takes and how much memory. It ends the
 * process when a job has spent its budget, having said on standard output what was spent, and when nobody waits for the job any more.
 */
export interface WatchedJob {
  /** The number of the job that is being done, 0 between jobs. */
  job: Int32Array<SharedArrayBuffer>;
}

/** What was spent. */
export type Spent = 'seconds' | 'memory';

const LOOK_EVERY = 50;
const MICROSECONDS = 1_000_000;
const MEGABYTE = 1024 * 1024;

const { job } = workerData as WatchedJob;
const parent = process.ppid;
let [known, started, processor] = [0, 0, 0];

function look(): void {
  const current = Atomics.load(job, 0);
  if (current !== known) [known, started, processor] = [current, performance.now(), spentProcessor()];
  if (process.ppid !== parent) end();
  if (process.memoryUsage.rss() > IMPORT_BUDGET.processMegabytes * MEGABYTE) end('memory');
  if (known === 0) return;
  const isSlow = spentProcessor() - processor > IMPORT_BUDGET.processorSeconds * MICROSECONDS;
  if (isSlow || performance.now() - started > IMPORT_BUDGET.seconds * 1000) end('seconds');
}

function spentProcessor(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}

/** Ends the whole process: a thread's own exit would end only the thread. */
function end(spent?: Spent): void {
  if (spent !== undefined) writeSync(1, spent);
  process.kill(process.pid, 'SIGKILL');
}

setInterval(look, LOOK_EVERY);
