import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { loopGuards, type Mutant } from './mutants.ts';
import type { Related } from './related-tests.ts';
import type { Answer, Order, Outcome } from './worker.ts';

/** How all mutants of a file ended, in their order, and which tests fail without any. */
export interface Tried {
  outcomes: (Outcome | 'endless')[];
  failing: { test: string; reason: string }[];
}

/** What a file is tried against: the tests one group after the other, and which tests are known to be too slow to be repeated for each mutant. */
export interface Against {
  related: readonly Related[];
  /** Those that show to be so are added. */
  slow: Set<string>;
}

/** How long the tests of a file may take without a mutant, and with one. Only what hangs comes near; endless loops are found by their rounds. */
const BASELINE_MS = 240_000;
const MUTANT_MS = 60_000;

const WORKER = fileURLToPath(new URL('./worker.ts', import.meta.url));

/**
 * Tries every mutant of a file, each in a process that is ended where a mutant does not end by itself; against a group of tests those that the
 * groups before it did not feel.
 */
export async function tryFile(
  file: string,
  source: string,
  mutants: readonly Mutant[],
  { related, slow }: Against,
): Promise<Tried> {
  const outcomes = mutants.map((): Tried['outcomes'][number] => 'unreached');
  const failing = new Map<string, string>();
  const guards = loopGuards(source, 'globalThis.__round()');
  const edits = mutants.map(({ start, end, text }) => ({ start, end, text }));
  for (const { tests, modules } of related) {
    let waiting = outcomes.flatMap((outcome, index) => (isFelt(outcome) ? [] : [index]));
    while (waiting.length > 0) {
      const quick = tests.filter((test) => !slow.has(test) && !failing.has(test));
      if (quick.length === 0) break;
      const order = {
        file,
        source,
        tests: quick,
        modules,
        mutants: waiting.map((index) => edits[index]!),
        guards,
      };
      const stretch = await work(order);
      for (const test of stretch.slow) slow.add(test);
      for (const { test, reason } of stretch.failing) failing.set(test, reason);
      const found = stretch.hung ? [...stretch.outcomes, 'endless' as const] : stretch.outcomes;
      if (found.length === 0) throw new Error(`${file}: the mutants cannot be tried`);
      found.forEach((outcome, nth) => {
        const index = waiting[nth]!;
        if (outcome !== 'unreached') outcomes[index] = outcome;
      });
      waiting = waiting.slice(found.length);
    }
  }
  return { outcomes, failing: [...failing].map(([test, reason]) => ({ test, reason })) };
}

const isFelt = (outcome: Tried['outcomes'][number]): boolean => outcome === 'killed' || outcome === 'endless';

interface Stretch {
  outcomes: Outcome[];
  hung: boolean;
  failing: Tried['failing'];
  slow: string[];
}

/** What one worker finds of the mutants, from the first on; whether it hung at the one that is next. */
function work(order: Order): Promise<Stretch> {
  const worker = fork(WORKER, {
    execArgv: ['--experimental-strip-types', '--no-warnings'],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  worker.send(order);
  return new Promise((resolve, reject) => {
    const stretch: Stretch = { outcomes: [], hung: false, failing: [], slow: [] };
    const end = () => {
      stretch.hung = true;
      worker.kill('SIGKILL');
    };
    let timer = setTimeout(end, BASELINE_MS);
    worker.on('message', (answer: Answer) => {
      clearTimeout(timer);
      timer = setTimeout(end, MUTANT_MS);
      if (answer.kind === 'baseline') Object.assign(stretch, { failing: answer.failing, slow: answer.slow });
      if (answer.kind === 'tried') stretch.outcomes.push(answer.outcome);
    });
    worker.on('error', reject);
    worker.on('exit', () => {
      clearTimeout(timer);
      resolve(stretch);
    });
  });
}
