import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loopGuards, type Mutant } from './mutants.ts';
import type { Related } from './related-tests.ts';
import type { Answer, Order, Outcome } from './worker.ts';

/** How all mutants of a file ended, in their order, and which tests fail without any. */
export interface Tried {
  outcomes: (Outcome | 'endless')[];
  failing: { test: string; reason: string }[];
  /** Tests that are too slow to be repeated for each mutant. */
  slow: string[];
}

/** How long the tests of a file may take without a mutant, and with one. Only what hangs comes near; endless loops are found by their rounds. */
const BASELINE_MS = 240_000;
const MUTANT_MS = 60_000;

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/** Tries every mutant of a file against its tests, each in a process that is ended where a mutant does not end by itself. */
export async function tryFile(
  file: string,
  source: string,
  mutants: readonly Mutant[],
  related: Related,
): Promise<Tried> {
  const tried: Tried = { outcomes: [], failing: [], slow: [] };
  const guards = loopGuards(source, 'globalThis.__round()');
  const edits = mutants.map(({ start, end, text }) => ({ start, end, text }));
  while (tried.outcomes.length < mutants.length) {
    const before = tried.outcomes.length;
    const hung = await work({ file, source, ...related, mutants: edits, from: before, guards }, tried);
    if (hung) tried.outcomes.push('endless');
    else if (tried.outcomes.length === before) throw new Error(`${file}: the mutants cannot be tried`);
  }
  return tried;
}

/** One worker's stretch; whether it hung at the mutant that is next. */
function work(order: Order, tried: Tried): Promise<boolean> {
  const worker = fork(WORKER, {
    execArgv: ['--experimental-strip-types', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  worker.send(order);
  return new Promise((resolve, reject) => {
    let hung = false;
    const end = () => {
      hung = true;
      worker.kill('SIGKILL');
    };
    let timer = setTimeout(end, BASELINE_MS);
    worker.on('message', (answer: Answer) => {
      clearTimeout(timer);
      timer = setTimeout(end, MUTANT_MS);
      if (answer.kind === 'baseline') Object.assign(tried, { failing: answer.failing, slow: answer.slow });
      if (answer.kind === 'tried') tried.outcomes[answer.index] = answer.outcome;
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(hung);
    });
  });
}
