import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { startCoverage, type Reached } from './coverage.ts';
import { planted, type Edit } from './plant.ts';
import type * as StandIn from './stand-in.ts';

/** What a worker is asked: to try mutants of a file against tests. */
export interface Order {
  file: string;
  source: string;
  tests: string[];
  /** The modules that are loaded anew for each mutant: the file and whatever imports it. */
  modules: string[];
  mutants: Edit[];
  /** What keeps loops from running on for ever; they call `globalThis.__round()`. */
  guards: Edit[];
}

/** What became of a mutant. */
export type Outcome = 'killed' | 'survived' | 'unreached';

/** What a worker says: which tests fail without any mutant and which are too slow, how a mutant ended, that it needs more memory than it should, that it is done. */
export type Answer =
  | { kind: 'baseline'; failing: { test: string; reason: string }[]; slow: string[] }
  | { kind: 'tried'; outcome: Outcome }
  | { kind: 'full' }
  | { kind: 'done' };

/** Modules that were loaded stay in memory; above this a new worker goes on. */
const MOST_MEMORY = 1.2e9;
/** A loop that takes so many more rounds than it does without a mutant is taken for endless. */
const ROUNDS_TIMES = 20;
const ROUNDS_MORE = 200_000;

const STAND_IN = new URL('./stand-in.ts', import.meta.url).href;

/** The file that is changed in this run, and how it reads. */
let changed: { url: string; text: string } | undefined;
const stripped = new Map<string, string>();
let renewed = new Set<string>();

function strippedFile(url: string): string {
  const known = stripped.get(url) ?? stripTypeScriptTypes(readFileSync(fileURLToPath(url), 'utf8'));
  stripped.set(url, known);
  return known;
}

/** The file and whatever imports it are loaded anew in each run: its number stands behind their addresses. */
registerHooks({
  resolve(specifier, context, next) {
    const run = /\?run=\d+$/.exec(context.parentURL ?? '')?.[0];
    if (run === undefined) return next(specifier, context);
    if (specifier === 'node:test') return { url: STAND_IN, shortCircuit: true };
    const resolved = next(specifier, context);
    return renewed.has(resolved.url) ? { ...resolved, url: resolved.url + run } : resolved;
  },
  load(url, context, next) {
    const [path = url, run] = url.split('?');
    if (run === undefined) return next(url, context);
    const source = changed?.url === path ? stripTypeScriptTypes(changed.text) : strippedFile(path);
    return { format: 'module', source, shortCircuit: true };
  },
});

const { forgetDeclared, runDeclared } = (await import(STAND_IN)) as typeof StandIn;

let failRun: (error: unknown) => void = () => undefined;
process.on('uncaughtException', (error) => failRun(error));
process.on('unhandledRejection', (error) => failRun(error));

let runs = 0;
let rounds = 0;
let mostRounds = Infinity;
Object.assign(globalThis, {
  __round() {
    rounds += 1;
    if (rounds > mostRounds) throw new Error('The loop does not end.');
  },
});

/** Runs tests with the text of a file; throws what the first that fails throws. */
async function run(tests: readonly string[], file: string, text: string): Promise<void> {
  runs += 1;
  rounds = 0;
  const id = runs;
  changed = { url: pathToFileURL(file).href, text };
  const failed = new Promise<never>((_, reject) => (failRun = reject));
  failed.catch(() => undefined);
  for (const test of tests) {
    forgetDeclared();
    await Promise.race([import(`${pathToFileURL(test).href}?run=${id}`), failed]);
    await Promise.race([runDeclared(), failed]);
  }
}

/** The address under which the changed file was loaded last. */
const addressNow = (): string => `${changed?.url ?? ''}?run=${runs}`;

interface Baseline {
  test: string;
  reached: Reached;
  /** Milliseconds of work. */
  took: number;
}

/** A test that works longer, while it is counted what it runs, is not repeated for each mutant. */
const MOST_WORK = 1000;

const LONGEST_LOADING = 10_000;

/** Milliseconds that this process works at something, whatever else the machine does. */
async function workOf(work: () => Promise<void>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function tell(answer: Answer): void {
  process.send?.(answer);
}

/** Runs each test by itself without a mutant: what it reaches, and how long it takes. */
async function baselines({ file, tests, source }: Order): Promise<Baseline[]> {
  const coverage = startCoverage();
  const sound: Baseline[] = [];
  const failing: { test: string; reason: string }[] = [];
  const slow: string[] = [];
  for (const test of tests) {
    try {
      let took = await workOf(() => run([test], file, source));
      // Packages are loaded once; what a test takes is told by its second run.
      if (took > MOST_WORK && took < LONGEST_LOADING) took = await workOf(() => run([test], file, source));
      if (took > MOST_WORK) slow.push(test);
      else sound.push({ test, reached: coverage.take(addressNow()), took });
    } catch (error) {
      failing.push({ test, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
    }
  }
  coverage.stop();
  tell({ kind: 'baseline', failing, slow });
  return sound.sort((a, b) => a.took - b.took);
}

async function tryMutants(order: Order): Promise<void> {
  const { file, source, modules, mutants, guards } = order;
  renewed = new Set(modules.map((path) => pathToFileURL(path).href));
  const sound = await baselines(order);
  const text = (mutant?: Edit) => planted(source, mutant, guards);
  const reaching = mutants.map(({ start }) =>
    sound.filter(({ reached }) => reached(start)).map(({ test }) => test),
  );
  mostRounds = Infinity;
  await run(
    sound.map(({ test }) => test),
    file,
    text(),
  );
  mostRounds = rounds * ROUNDS_TIMES + ROUNDS_MORE;
  for (const [index, mutant] of mutants.entries()) {
    const tests = reaching[index] ?? [];
    let outcome: Outcome = tests.length === 0 ? 'unreached' : 'survived';
    try {
      if (tests.length > 0) await run(tests, file, text(mutant));
    } catch {
      outcome = 'killed';
    }
    tell({ kind: 'tried', outcome });
    if (process.memoryUsage.rss() > MOST_MEMORY) {
      tell({ kind: 'full' });
      break;
    }
  }
  tell({ kind: 'done' });
  process.disconnect();
}

process.once('message', (order) => void tryMutants(order as Order));
