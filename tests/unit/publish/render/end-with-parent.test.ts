import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, it } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

const MODULE = new URL('../../../../src/publish/render/end-with-parent.ts', import.meta.url).href;
const FLAGS = ['--experimental-strip-types', '--no-warnings', '--input-type=module'];

/** Says nothing and would never end by itself. */
const CHILD = `
import { endWithParent } from ${JSON.stringify(MODULE)};
endWithParent();
setInterval(() => undefined, 1000);`;

/** Starts the child, tells its number, and waits. */
const PARENT = `
import { spawn } from 'node:child_process';
const child = spawn(process.execPath, ${JSON.stringify([...FLAGS, '--eval', CHILD])}, { stdio: ['pipe', 'ignore', 'inherit'] });
console.log(child.pid);
setInterval(() => undefined, 1000);`;

function isRunning(number: number): boolean {
  try {
    process.kill(number, 0);
    return true;
  } catch {
    return false;
  }
}

describe('a process that ends with its parent', () => {
  it('goes soon after that was killed, which told it nothing, and stays as long as it lives', async () => {
    const parent = spawn(process.execPath, [...FLAGS, '--eval', PARENT], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(parent.stdout, 'data')) as [Buffer];
    const child = Number(line.toString());
    await wait(500);
    assert.ok(isRunning(child));
    parent.kill('SIGKILL');
    await once(parent, 'exit');
    for (const end = performance.now() + 3000; isRunning(child) && performance.now() < end;) await wait(20);
    const isOrphan = isRunning(child);
    if (isOrphan) process.kill(child, 'SIGKILL');
    assert.ok(!isOrphan, 'an orphan is left');
  });
});
