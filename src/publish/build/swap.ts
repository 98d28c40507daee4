import { constants, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { access, cp, realpath, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownName } from '../../build-cache/own-name.ts';
import { makeFolder } from '../../source/make-folder.ts';

/** Folders that stand beside an output for a moment: a site not yet in its place, one taken away and still whole, one being removed. */
export const BESIDE = { building: 'building', old: 'old', gone: 'gone' } as const;

/** Where an output really is: a server's folder may be reached by a link, and it is the folder that is swapped. */
export async function realOutput(outDir: string): Promise<string> {
  return realpath(outDir).catch(() => outDir);
}

/** Refuses a place into which nothing could be put, before anything is made for it. Throws what the file system says. */
export async function requireWritableParent(target: string): Promise<void> {
  await makeFolder(dirname(target));
  await access(dirname(target), constants.W_OK | constants.X_OK);
}

/**
 * Moves a finished folder, from whatever disk, into the place of another. What was there becomes the `spare` folder, in the place of an
 * earlier one, or is removed. Throws what the file system says, and then has changed nothing.
 */
export async function publishFolder(finished: string, target: string, spare?: string): Promise<void> {
  const beside = ownName(`${target}.${BESIDE.building}`);
  await makeFolder(dirname(target));
  try {
    await rename(finished, beside).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      await cp(finished, beside, { recursive: true });
    });
    await swapFolder(beside, target, spare);
  } finally {
    clearAway(beside);
  }
}

/**
 * Puts a finished folder in the place of another in two renames, so that a reader meets the old whole or the new whole. They follow each
 * other at once, without waiting for anything else that the process does: between them, for some hundredths of a millisecond, there is no
 * site, and a process killed just then leaves the old one beside its place, whole, for the next build to put back. If the second rename
 * fails the old folder is put back. The old one becomes the `spare`, if there is to be one. Throws what the file system says.
 */
export async function swapFolder(finished: string, target: string, spare?: string): Promise<void> {
  const old = ownName(`${target}.${BESIDE.old}`);
  const hadOld = takeAway(target, old);
  try {
    renameSync(finished, target);
  } catch (error) {
    if (hadOld) renameSync(old, target);
    throw error;
  }
  if (hadOld) await discard(old, target, spare);
}

function takeAway(target: string, old: string): boolean {
  try {
    renameSync(target, old);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** Puts away a site that has been replaced, or removes it; under another name first, so that what bears the name of an old site is always whole. */
async function discard(old: string, target: string, spare: string | undefined): Promise<void> {
  if (spare !== undefined) {
    clearAway(spare);
    if (await isMoved(old, spare)) return;
  }
  const gone = ownName(`${target}.${BESIDE.gone}`);
  if (await isMoved(old, gone)) clearAway(gone);
}

/** Whether a file or folder could be moved. */
export async function isMoved(from: string, to: string): Promise<boolean> {
  return rename(from, to).then(
    () => true,
    () => false,
  );
}

/** What cannot be removed is no fault of a site that has been published; the next build tries again and says so. */
function clearAway(folder: string): void {
  try {
    removeFiles(folder);
  } catch {
    removeStubborn(folder);
  }
}

function removeStubborn(folder: string): void {
  try {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  } catch {
    return;
  }
}

/** As `rmSync`, which takes half as long again over ten thousand folders. */
function removeFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeFiles(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
}
