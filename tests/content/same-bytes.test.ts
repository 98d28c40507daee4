import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, it } from 'node:test';
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

const SURROUNDINGS: Record<string, Record<string, string>> = {
  'in Shanghai, 200 days later': {
    TZ: 'Asia/Shanghai',
    NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(LATER)}`,
  },
  'west of Greenwich': { TZ: 'America/Los_Angeles' },
};

describe('equal content gives equal bytes, calendars and workbooks too', () => {
  for (const [where, env] of Object.entries(SURROUNDINGS)) {
    it(`in another folder, ${where}`, async () => {
      const OUT_DIR = join(await temporaryFolder(), 'elsewhere');
      const flags = ['--experimental-strip-types', '--no-warnings', 'scripts/build.ts'];
      await run(process.execPath, flags, { cwd: ROOT, env: { ...process.env, ...env, OUT_DIR } });
      const [first, second] = [await snapshot((await demoSite()).folder), await snapshot(OUT_DIR)];
      assert.deepEqual([...first.keys()], [...second.keys()]);
      assert.deepEqual([...first.keys()].filter((file) => first.get(file) !== second.get(file)), []);
    });
  }
});
