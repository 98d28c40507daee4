import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { ROOT, temporaryFolder } from '../../support/site.ts';

const FILES = {
  'some.test.mjs': `import { describe, it } from 'node:test';
describe('a suite', () => {
  it('passes', () => {});
  it('fails', () => { throw new Error('one\\n  line'); });
  it('is to come', { todo: true }, () => { throw new Error('not yet'); });
  describe('within', () => it('fails, too', () => { throw 'no error'; }));
});`,
  'broken.test.mjs': `import './nowhere.mjs';`,
};

describe('the list of failed tests', () => {
  it('names each once, by what it is called, where it stands and what went wrong, and a file that cannot be run', async () => {
    const folder = await realpath(await temporaryFolder());
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    const reporter = join(ROOT, 'scripts/failed-tests.ts');
    const flags = ['--experimental-strip-types', '--no-warnings', '--test', `--test-reporter=${reporter}`];
    // Tests that are started by a test would report to it otherwise.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const { stdout } = spawnSync(process.execPath, flags, { cwd: folder, env, encoding: 'utf8' });
    const [broken, ...others] = stdout.trimEnd().split('\n');
    assert.match(broken!, /^✖ .*broken\.test\.mjs \(.*broken\.test\.mjs:\d+\): /);
    assert.deepEqual(others, [
      '✖ fails (some.test.mjs:4): one line',
      '✖ fails, too (some.test.mjs:6): no error',
    ]);
  });
});
