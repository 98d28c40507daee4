import { Session, type Profiler } from 'node:inspector';

// V8 counts the parts of a function only where it did so before the function was first called: import this before what is to be counted.
const session = new Session();
session.connect();
session.post('Profiler.enable');
session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });

/** What ran since this was last asked: how often each part of a function did. */
function takeCounts(): number {
  let scripts: Profiler.ScriptCoverage[] = [];
  // Within one thread the answer comes before `post` returns.
  session.post('Profiler.takePreciseCoverage', (_, answer) => {
    scripts = answer.result;
  });
  return scripts
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0);
}

/**
 * How much a function does, whatever else the machine does meanwhile: how often parts of JavaScript ran, those of packages included. What the
 * language does by itself, patterns and the search in a string among it, counts as one.
 */
export async function workOf(run: () => unknown): Promise<number> {
  takeCounts();
  await run();
  return takeCounts();
}

/**
 * How many times as much is done for twice as much: about 2 where the work grows with what there is, 4 where it grows with its square. `run`
 * is called once before, so that what is only done the first time does not count.
 */
export async function growthOf(run: (size: number) => unknown, size: number): Promise<number> {
  await run(size);
  const once = await workOf(() => run(size));
  return (await workOf(() => run(2 * size))) / once;
}
