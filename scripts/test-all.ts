import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * All tests, in two lines at a time that seldom wait for each other: of the tests of contents most build, and in one project one build works at a
 * time; the others render in browsers or work something out.
 */
const LINES = [
  [
    'tests/content/*.test.ts',
    'tests/code/typecheck.test.ts',
    'tests/shares/unit-[12]-of-6.test.ts',
    'tests/unit/publish/serving/load.test.ts',
  ],
  ['tests/browser/*.test.ts', 'tests/code/lint.test.ts', 'tests/shares/unit-[3-6]-of-6.test.ts'],
];
const ROOT = join(import.meta.dirname, '..');
const FLAGS = ['--experimental-strip-types', '--no-warnings', '--import', './tests/support/compiled.ts'];
const RUNNER = ['--test', '--test-reporter=spec', '--test-concurrency=1'];

const codes = await Promise.all(
  LINES.map(async (patterns) => {
    const child = spawn(process.execPath, [...FLAGS, ...RUNNER, ...patterns], {
      cwd: ROOT,
      stdio: 'inherit',
    });
    const [code] = (await once(child, 'close')) as [number | null];
    return code;
  }),
);
process.exitCode = codes.every((code) => code === 0) ? 0 : 1;
