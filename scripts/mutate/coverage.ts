import { Session, type Profiler } from 'node:inspector';

/** What V8 counted in one script: which of its stretches ran. Positions are those of the TypeScript file, since stripping its types keeps them. */
export type Reached = (position: number) => boolean;

/** Counts what runs, which slows it down, until it is stopped. */
export interface Coverage {
  /** What ran since this was last asked, in the script of an address. */
  take(url: string): Reached;
  stop(): void;
}

export function startCoverage(): Coverage {
  const session = new Session();
  session.connect();
  session.post('Profiler.enable');
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
  const take = (url: string): Reached => {
    let scripts: Profiler.ScriptCoverage[] = [];
    // Within one thread the answer comes before `post` returns.
    session.post('Profiler.takePreciseCoverage', (_, answer) => {
      scripts = answer.result;
    });
    const functions = scripts.filter((script) => script.url === url).flatMap((script) => script.functions);
    return (position) => isReached(functions, position);
  };
  return { take, stop: () => session.disconnect() };
}

/** The smallest counted stretch around a position decides. */
function isReached(functions: readonly Profiler.FunctionCoverage[], position: number): boolean {
  let smallest = Infinity;
  let count = 0;
  for (const { ranges } of functions) {
    for (const { startOffset, endOffset, count: times } of ranges) {
      const size = endOffset - startOffset;
      if (startOffset > position || position >= endOffset || size > smallest) continue;
      smallest = size;
      count = times;
    }
  }
  return count > 0;
}
