import type { TestContext } from 'node:test';

// What tests import for `node:test` while mutants are tried: the same words, but a file can be run again and again in one process, and the first failure ends it.

type Body = (context: TestContext) => unknown;
type Hook = () => unknown;

interface Suite {
  parts: (Suite | Body)[];
  before: Hook[];
  after: Hook[];
  beforeEach: Hook[];
  afterEach: Hook[];
}

const newSuite = (): Suite => ({ parts: [], before: [], after: [], beforeEach: [], afterEach: [] });

const { mock } = process.getBuiltinModule('node:test');
const root = newSuite();
let current = root;

interface Options {
  skip?: boolean | string;
}

/** The body of a test or suite, unless it is to be skipped. */
function bodyOf<Given>(rest: readonly (Options | Given)[]): Given | undefined {
  const options = rest.length > 1 ? (rest[0] as Options) : {};
  return options.skip ? undefined : (rest[rest.length - 1] as Given);
}

export function describe(_: string, ...rest: (Options | Hook)[]): void {
  const body = bodyOf<Hook>(rest);
  if (!body) return;
  const outer = current;
  current = newSuite();
  outer.parts.push(current);
  try {
    body();
  } finally {
    current = outer;
  }
}

export function it(_: string, ...rest: (Options | Body)[]): void {
  const body = bodyOf<Body>(rest);
  if (body) current.parts.push(body);
}

export { describe as suite, it as test, mock };
export const before = (hook: Hook): number => current.before.push(hook);
export const after = (hook: Hook): number => current.after.push(hook);
export const beforeEach = (hook: Hook): number => current.beforeEach.push(hook);
export const afterEach = (hook: Hook): number => current.afterEach.push(hook);

async function runTest(body: Body, around: readonly Suite[]): Promise<void> {
  const atEnd: Hook[] = [];
  const context = {
    after: (hook: Hook) => void atEnd.push(hook),
    mock,
    diagnostic: () => undefined,
    skip: () => undefined,
    signal: new AbortController().signal,
    test: (_: string, ...rest: (Options | Body)[]) => {
      const inner = bodyOf<Body>(rest);
      return inner ? runTest(inner, around) : Promise.resolve();
    },
  };
  for (const { beforeEach: hooks } of around) for (const hook of hooks) await hook();
  try {
    await body(context as unknown as TestContext);
  } finally {
    for (const hook of atEnd) await hook();
    for (const { afterEach: hooks } of around) for (const hook of hooks) await hook();
    mock.reset();
    mock.timers.reset();
  }
}

async function runSuite(suite: Suite, around: readonly Suite[]): Promise<void> {
  for (const hook of suite.before) await hook();
  try {
    for (const part of suite.parts) {
      if (typeof part === 'function') await runTest(part, [...around, suite]);
      else await runSuite(part, [...around, suite]);
    }
  } finally {
    for (const hook of suite.after) await hook();
  }
}

/** Runs what was declared since the last time; throws what the first failing test throws. */
export async function runDeclared(): Promise<void> {
  const declared = { ...root };
  forgetDeclared();
  await runSuite(declared, []);
}

/** Leaves out what was declared since the last time. */
export function forgetDeclared(): void {
  Object.assign(root, newSuite());
}
