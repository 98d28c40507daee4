import { constants, readdirSync, renameSync, rmdirSync, rmSync, unlinkSync } from 'node:fs';
import { access, cp, realpath, rename } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { ownName } from '../../build-cache/own-name.ts';
import { makeFolder } from '../../source/make-folder.ts';

/** Temporary folders beside an output: a new site, a replaced one that is still whole, one being removed. */
export const BESIDE = { building: 'building', old: 'old', gone: 'gone' } as const;

/** The real path of an output: the path may be a link, and it is the folder that is swapped. */
export async function realOutput(outDir: string): Promise<string> {
  return realpath(outDir).catch(() => outDir);
}

/** Makes sure, before the work begins, that a folder can be put there. Throws file system errors. */
export async function requireWritableParent(target: string): Promise<void> {
  await makeFolder(dirname(target));
  await access(dirname(target), constants.W_OK | constants.X_OK);
}

/**
 * Replaces a folder by a finished one, which may be on another disk. The replaced folder becomes the new `spare`, or is removed. Throws file
 * system errors, and then has changed nothing.
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
 * Replaces a folder by a finished one in two synchronous renames, so that readers get the old site or the new one, never half of each. Between
 * them, for some hundredths of a millisecond, there is no site; a process killed just then leaves the old one beside it, and the next build puts
 * it back. If the second rename fails, the old folder is put back. The old folder becomes the `spare`, if one is given. Throws file system errors.
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

/** Makes a replaced site the spare, or removes it; renamed first, so that a folder named as an old site is always whole. */
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

/** A folder that cannot be removed does not fail a published build; the next build tries again and reports it. */
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

/** As `rmSync`, which takes half as long again for ten thousand folders. */
function removeFiles(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) removeFiles(path);
    else unlinkSync(path);
  }
  rmdirSync(folder);
}
