import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { complain } from './print.ts';
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
const FLAGS = ['--experimental-strip-types', '--no-warnings', '--test'];
const FAILED_TESTS = join(import.meta.dirname, 'failed-tests.ts');

/** How tests ended: whether all passed, and a line for each that did not. */
interface Ended {
  passed: boolean;
  failed: string[];
}

/** Runs tests, so many files at once. They share compiled code with the commands of users, which they start. */
async function run(patterns: readonly string[], atOnce: number): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'zhixing-failed-'));
  const list = join(folder, 'failed.txt');
  const reporters = [
    ['spec', 'stdout'],
    [FAILED_TESTS, list],
  ].flatMap(([name, to]) => [`--test-reporter=${name}`, `--test-reporter-destination=${to}`]);
  const child = spawn(
    process.execPath,
    [...FLAGS, ...reporters, `--test-concurrency=${atOnce}`, ...patterns],
    {
      cwd: join(import.meta.dirname, '..'),
      env: { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? COMPILED },
      stdio: 'inherit',
    },
  );
  const [code] = (await once(child, 'close')) as [number | null];
  const told = await readFile(list, 'utf8').catch(() => '');
  await rm(folder, { recursive: true, force: true });
  return { passed: code === 0, failed: told.split('\n').filter((line) => line !== '') };
}

const [, , part] = process.argv;
const patterns = part === undefined ? undefined : PARTS[part];
if (part !== undefined && !patterns) throw new Error(`the parts are ${Object.keys(PARTS).join(', ')}`);
const ended = await Promise.all(patterns ? [run(patterns, 2)] : LINES.map((line) => run(line, 1)));
// Behind everything else, where it is found in an output that is cut to its tail.
const failed = ended.flatMap((each) => each.failed);
if (failed.length > 0) complain('', `${failed.length} failed:`, ...failed);
process.exitCode = ended.every(({ passed }) => passed) ? 0 : 1;
