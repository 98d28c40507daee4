import { isMainThread, Worker } from 'node:worker_threads';
import { IMPORT_BUDGET } from '../domain/budgets.ts';
import { importJob, type JobContext } from './import-job.ts';

/**
 * The other side of `Importer`: a process that reads files, one after the other, and may die of any of them. What it is told first is the
 * context of the run, then paths.
 */
const LOOK_EVERY = 50;
const SHORT_OF_MEMORY = `
const parent = process.ppid;
setInterval(() => {
  if (process.memoryUsage.rss() > ${IMPORT_BUDGET.processMegabytes * 1024 * 1024} || process.ppid !== parent) process.kill(process.pid, 'SIGKILL');
}, ${LOOK_EVERY});`;

let context: JobContext | undefined;

/** A thread of its own looks after the process: whoever reads a bomb has no time to look how much memory that took, nor whether anybody waits for it. */
function lookAfterMemory(): void {
  new Worker(SHORT_OF_MEMORY, { eval: true, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: 16 } }).unref();
}

if (isMainThread && process.send) {
  lookAfterMemory();
  process.on('message', (told: JobContext | string) => {
    if (typeof told !== 'string') {
      context = told;
      process.send?.('ready');
    } else if (context) void importJob(told, context).then((result) => process.send?.(result));
  });
  process.once('disconnect', () => process.exit());
}
