import { mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAbandoned, ownName } from '../../build-cache/own-name.ts';

/** What a build is told while it waits for another, and what it asks. */
export interface Waiting {
  /** Told once, with the number of the process that builds. */
  onWait(processNumber: string): void;
  stopped: AbortSignal;
}

/** The right to build in a project's folder. */
export interface BuildLock {
  hasWaited: boolean;
  release(): void;
}

/** Milliseconds between two looks at a lock that another build has. */
const EVERY = 200;
/** How the files in a lock are called, as are the builds' own folders. */
const STEM = 'build';
const NUMBER = /^build-(\d+)/;

/**
 * Waits until no other build has the lock, and takes it: Astro writes `.astro/content-modules.mjs` and its like under names that all builds of a
 * project share. The lock is a folder that holds a file for each process that has it, whose name says by number and start whose it is: at first one
 * named like the build's own `workshop`. It is taken by moving a whole folder into its place, which succeeds only where there is none or an empty one;
 * of a process that was killed the file is removed by its name. So nobody ever takes away a lock that is in use, whoever is killed when. Throws what
 * the file system says, and the reason of `stopped`.
 */
export async function takeBuildLock(
  lock: string,
  workshop: string,
  { onWait, stopped }: Waiting,
): Promise<BuildLock> {
  const own = join(workshop, 'lock');
  const name = basename(workshop);
  mkdirSync(own);
  writeFileSync(join(own, name), '');
  let hasWaited = false;
  while (!isPut(own, lock)) {
    stopped.throwIfAborted();
    const holder = holderOf(lock);
    if (holder === undefined) removeEmpty(lock);
    else {
      if (!hasWaited) onWait(holder);
      hasWaited = true;
      await setTimeout(EVERY);
    }
  }
  return {
    hasWaited,
    release() {
      removeFile(join(lock, name));
      if (holderOf(lock) === undefined) removeEmpty(lock);
    },
  };
}

/** Has a lock last until this process has ended too, in case the build that started it is killed before. Throws where the lock is gone already. */
export function shareBuildLock(lock: string): void {
  writeFileSync(join(lock, ownName(STEM)), '');
}

/** The number of a process that has a lock and still runs. Whatever else is in the lock is removed. */
function holderOf(lock: string): string | undefined {
  for (const name of namesIn(lock)) {
    const [, number] = NUMBER.exec(name) ?? [];
    if (number !== undefined && !isAbandoned(name, STEM)) return number;
    removeFile(join(lock, name));
  }
  return undefined;
}

/** There is something in its place already; Windows says so of an empty folder too. */
const NO_ROOM = ['ENOTEMPTY', 'EEXIST', ...(process.platform === 'win32' ? ['EPERM'] : [])];

/** Whether a folder could be moved into a place. */
function isPut(folder: string, place: string): boolean {
  try {
    renameSync(folder, place);
    return true;
  } catch (error) {
    if (NO_ROOM.includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

function namesIn(folder: string): string[] {
  return unlessGone(() => readdirSync(folder)) ?? [];
}

function removeFile(file: string): void {
  unlessGone(() => unlinkSync(file));
}

/** Removes a folder unless somebody has put something into its place by now. */
function removeEmpty(folder: string): void {
  unlessGone(() => rmdirSync(folder));
}

/** What others have taken away or put there meanwhile is no fault. */
function unlessGone<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if (['ENOENT', ...NO_ROOM].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
