import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { COMPILED } from './run.cjs';

// `npm test` and its parts: without a word all tests, with one of a part's names that part.

/** Several files in a process each; the one file that needs a process for itself, see `tests/support/load-share.ts`. */
const ALONE = 'tests/unit/publish/serving/load.test.ts';
const PARTS: Record<string, string[]> = {
  unit: ['tests/shares/*.test.ts', ALONE],
  content: ['tests/content/*.test.ts'],
  browser: ['tests/browser/*.test.ts'],
};
/**
 * All tests, in two lines at a time that seldom wait for each other: of the tests of contents most build, and in one project one build works at a
 * time; the others render in browsers or work something out.
 */
const LINES = [
  [...PARTS.content!, 'tests/code/typecheck.test.ts', 'tests/shares/unit-[12]-of-6.test.ts', ALONE],
  [...PARTS.browser!, 'tests/code/lint.test.ts', 'tests/shares/unit-[3-6]-of-6.test.ts'],
];
const FLAGS = ['--experimental-strip-types', '--no-warnings', '--test', '--test-reporter=spec'];

/** Runs tests, so many files at once; true where all of them pass. They share compiled code with the commands of users, which they start. */
async function run(patterns: readonly string[], atOnce: number): Promise<boolean> {
  const child = spawn(process.execPath, [...FLAGS, `--test-concurrency=${atOnce}`, ...patterns], {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? COMPILED },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'close')) as [number | null];
  return code === 0;
}

const [, , part] = process.argv;
const patterns = part === undefined ? undefined : PARTS[part];
if (part !== undefined && !patterns) throw new Error(`the parts are ${Object.keys(PARTS).join(', ')}`);
const passed = await Promise.all(patterns ? [run(patterns, 2)] : LINES.map((line) => run(line, 1)));
process.exitCode = passed.every(Boolean) ? 0 : 1;
