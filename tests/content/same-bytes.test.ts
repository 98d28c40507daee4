import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { it } from 'node:test';
import { promisify } from 'node:util';
import { demoSite } from '../support/demo-site.ts';
import { ROOT, snapshot, temporaryFolder } from '../support/site.ts';

const run = promisify(execFile);

/** Puts off every clock that a build may read. */
const LATER = `const Now = Date;
const BY = 200 * 24 * 3600 * 1000;
globalThis.Date = class extends Now {
  constructor(...parts) { parts.length > 0 ? super(...parts) : super(Now.now() + BY); }
  static now() { return Now.now() + BY; }
};`;

const ELSEWHERE = {
  TZ: 'America/Los_Angeles',
  NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LATER)}`,
};

it('equal content gives equal bytes, calendars and workbooks too, in another folder, west of Greenwich, 200 days later', async () => {
  const OUT_DIR = join(await temporaryFolder(), 'elsewhere');
  const flags = ['--experimental-strip-types', '--no-warnings', 'scripts/build.ts'];
  await run(process.execPath, flags, { cwd: ROOT, env: { ...process.env, ...ELSEWHERE, OUT_DIR } });
  const [first, second] = [await snapshot((await demoSite()).folder), await snapshot(OUT_DIR)];
  assert.deepEqual([...first.keys()], [...second.keys()]);
  assert.deepEqual([...first.keys()].filter((file) => first.get(file) !== second.get(file)), []);
});
