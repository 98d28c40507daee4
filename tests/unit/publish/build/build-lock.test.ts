import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { setTimeout } from 'node:timers/promises';
import { ownName } from '../../../../src/build-cache/own-name.ts';
import { takeBuildLock, type BuildLock } from '../../../../src/publish/build/build-lock.ts';
import { temporaryFolder } from '../../../support/site.ts';

/** A process number that belongs to nobody. */
const DEAD = 2 ** 22 + 7;
/** Builds that are killed while others wait. */
const KILLS = 8;

const never = new AbortController().signal;

/** Takes the lock of a project, in a workshop of its own; `waits` hears of every process that is waited for. */
async function take(project: string, waits: string[] = [], stopped = never): Promise<BuildLock> {
  const workshop = join(project, ownName('build'));
  await mkdir(workshop);
  return takeBuildLock(join(project, 'build.lock'), workshop, {
    onWait: (other) => waits.push(other),
    stopped,
  });
}

const FLAGS = ['--experimental-strip-types', '--no-warnings', '--input-type=module'];
const MODULES = ['build-cache/own-name.ts', 'publish/build/build-lock.ts'].map(
  (file) => new URL(`../../../../src/${file}`, import.meta.url).href,
);

/** Builds one after another: says its number while it has the lock, and `clash` where another wrote its own at the same time. */
const BUILDS = `
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
const [, project, ownNameModule, lockModule] = process.argv;
const { ownName } = await import(ownNameModule);
const { takeBuildLock } = await import(lockModule);
const own = String(process.pid), inside = project + '/inside';
for (;;) {
  const workshop = project + '/' + ownName('build');
  mkdirSync(workshop);
  const waiting = { onWait: () => undefined, stopped: new AbortController().signal };
  const lock = await takeBuildLock(project + '/build.lock', workshop, waiting);
  writeFileSync(inside, own);
  console.log(own);
  await setTimeout(5);
  if (readFileSync(inside, 'utf8') !== own) console.log('clash');
  lock.release();
}`;

/** Shares a lock and stays. */
const SHARES = `
const [, lock, lockModule] = process.argv;
const { shareBuildLock } = await import(lockModule);
shareBuildLock(lock);
console.log('shared');
setInterval(() => undefined, 1000);`;

/** Starts a program of these words that may read TypeScript. */
const startProgram = (program: string, ...words: string[]) =>
  spawn(process.execPath, [...FLAGS, '--eval', program, ...words], { stdio: ['ignore', 'pipe', 'inherit'] });

describe('the lock of a project’s builds', () => {
  it('is had by one at a time; the next is told once of the process that it waits for', async () => {
    const project = await temporaryFolder();
    const first = await take(project);
    const waits: string[] = [];
    const order: string[] = [];
    const second = take(project, waits).then((lock) => {
      order.push('taken');
      return lock;
    });
    while (waits.length === 0) await setTimeout(5);
    order.push('released');
    first.release();
    const { hasWaited, release } = await second;
    assert.deepEqual(order, ['released', 'taken']);
    assert.deepEqual(waits, [String(process.pid)]);
    assert.deepEqual([first.hasWaited, hasWaited], [false, true]);
    release();
    assert.ok(!existsSync(join(project, 'build.lock')));
  });

  it('of a killed build is taken over at once, even if it holds other files', async () => {
    const project = await temporaryFolder();
    for (const left of [[`build-${DEAD}-1f0c`], ['.DS_Store'], []]) {
      await mkdir(join(project, 'build.lock'));
      for (const name of left) await writeFile(join(project, 'build.lock', name), '');
      const waits: string[] = [];
      const lock = await take(project, waits);
      assert.deepEqual(waits, []);
      lock.release();
    }
  });

  it('of a build that was killed lasts as long as a process that it started and that shares it', async () => {
    const project = await temporaryFolder();
    const place = join(project, 'build.lock');
    await mkdir(place);
    await writeFile(join(place, `build-${DEAD}-1f0c`), '');
    const sharing = startProgram(SHARES, place, MODULES[1]!);
    await once(sharing.stdout, 'data');
    const waits: string[] = [];
    const next = take(project, waits);
    while (waits.length === 0) await setTimeout(5);
    assert.deepEqual(waits, [String(sharing.pid)]);
    sharing.kill('SIGKILL');
    (await next).release();
    assert.ok(!existsSync(place));
  });

  it('is not waited for any longer by a build that is told to stop, and not taken by it', async () => {
    const project = await temporaryFolder();
    const first = await take(project);
    const stop = new AbortController();
    const waits: string[] = [];
    const second = take(project, waits, stop.signal);
    while (waits.length === 0) await setTimeout(5);
    stop.abort(new Error('stopped'));
    await assert.rejects(second, /^Error: stopped$/);
    first.release();
    assert.deepEqual(
      (await readdir(project)).filter((name) => name.endsWith('.lock')),
      [],
    );
  });

  it(`is never had by two, and by the next after the one that had it, though ${KILLS} are killed at any moment`, async () => {
    const project = await temporaryFolder();
    let said = '';
    let heard: (holder: number) => void = () => undefined;
    const building = new Map<number, ChildProcess>();
    const startBuilding = () => {
      const child = startProgram(BUILDS, project, ...MODULES);
      building.set(child.pid!, child);
      child.stdout.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        heard(Number.parseInt(chunk.toString(), 10));
      });
    };
    const end = async (number: number) => {
      const child = building.get(number);
      building.delete(number);
      child?.kill('SIGKILL');
      if (child) await once(child, 'exit');
    };
    for (let count = 0; count < 3; count += 1) startBuilding();
    for (let kills = 0; kills < KILLS; kills += 1) {
      const holder = await new Promise<number>((resolve) => (heard = resolve));
      const others = [...building.keys()].filter((number) => number !== holder);
      await end(kills % 3 === 2 ? others[0]! : holder);
      startBuilding();
    }
    await Promise.all([...building.keys()].map(end));
    assert.doesNotMatch(said, /clash/);
    (await take(project)).release();
  });
});
