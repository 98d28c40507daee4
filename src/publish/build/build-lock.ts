import { mkdirSync, readdirSync, renameSync, rmdirSync, unlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isAbandoned, ownName } from '../../build-cache/own-name.ts';

/** How a build waits for another. */
export interface Waiting {
  /** Called once, with the number of the building process. */
  onWait(processNumber: string): void;
  stopped: AbortSignal;
}

/** The right to build in a project's folder. */
export interface BuildLock {
  hasWaited: boolean;
  release(): void;
}

/** Milliseconds between two attempts to take the lock. */
const EVERY = 200;
/** The names of the files in a lock, and of the builds' workshops, begin with this. */
const STEM = 'build';
const NUMBER = /^build-(\d+)/;

/**
 * Waits until no other build has the lock, and takes it: all builds of a project share files of Astro such as `.astro/content-modules.mjs`. The
 * lock is a folder with one file for each process that holds it, named by the process's number and start time. It is taken by renaming a filled
 * folder to it, which succeeds only if there is none or an empty one. Files of killed processes are removed by name, so a lock in use is never
 * removed. Throws file system errors, and the reason of `stopped`.
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

/** Makes a lock last until this process has ended too, in case the build that started it is killed first. Throws if the lock is gone already. */
export function shareBuildLock(lock: string): void {
  writeFileSync(join(lock, ownName(STEM)), '');
}

/** The number of a running process that holds the lock. Everything else in the lock is removed. */
function holderOf(lock: string): string | undefined {
  for (const name of namesIn(lock)) {
    const [, number] = NUMBER.exec(name) ?? [];
    if (number !== undefined && !isAbandoned(name, STEM)) return number;
    removeFile(join(lock, name));
  }
  return undefined;
}

/** The target exists already; Windows says so even of an empty folder. */
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

/** Removes a folder unless it has been filled again meanwhile. */
function removeEmpty(folder: string): void {
  unlessGone(() => rmdirSync(folder));
}

/** Ignores errors that come from what other processes removed or created meanwhile. */
function unlessGone<Value>(act: () => Value): Value | undefined {
  try {
    return act();
  } catch (error) {
    if (['ENOENT', ...NO_ROOM].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
