import { Worker } from 'node:worker_threads';
import { IMPORT_BUDGET } from '../domain/budgets.ts';
import { importJob, type JobContext, type JobResult } from './import-job.ts';
import type { WatchedJob } from './import-watch.ts';

/**
 * The other side of `Importer`: a process that reads files, one after the other, and may die of any of them. What it is told first is the
 * context of the run, then paths.
 */
const watched: WatchedJob = { job: new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)) };
new Worker(new URL('./import-watch.ts', import.meta.url), { workerData: watched }).unref();

/** What is said of a file, and whether this process has become so large that the next file is better read by another. */
export interface Answer {
  result: JobResult;
  isSpent: boolean;
}

let context: JobContext | undefined;
let jobs = 0;

process.on('message', (told: JobContext | string) => {
  if (typeof told === 'string') void work(told);
  else {
    context = told;
    process.send?.('ready');
  }
});
process.once('disconnect', () => process.exit());

async function work(path: string): Promise<void> {
  if (!context) return;
  jobs += 1;
  Atomics.store(watched.job, 0, jobs);
  const result = await importJob(path, context);
  const answer: Answer = {
    result,
    isSpent: process.memoryUsage.rss() > IMPORT_BUDGET.restMegabytes * 1024 * 1024,
  };
  process.send?.(answer);
  Atomics.store(watched.job, 0, 0);
}
