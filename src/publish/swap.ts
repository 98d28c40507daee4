import { randomUUID } from 'node:crypto';
import { cp, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { makeFolder } from '../source/make-folder.ts';

/** Moves a finished folder, from whatever disk, into the place of another. Throws what the file system says. */
export async function publishFolder(finished: string, target: string): Promise<void> {
  const beside = nameBeside(target, 'building');
  await makeFolder(dirname(target));
  try {
    await rename(finished, beside).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EXDEV') throw error;
      await cp(finished, beside, { recursive: true });
    });
    await swapFolder(beside, target);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

/** A name of its own beside the output, which says what it is and whose: `dist.old-4711-1f0c`. */
function nameBeside(target: string, what: 'building' | 'old'): string {
  return `${target}.${what}-${process.pid}-${randomUUID().slice(0, 4)}`;
}

/** How often a swap begins anew when another build swaps at the same time. */
const TRIES = 20;

/**
 * Puts a finished folder in the place of another in two renames, so that a reader meets the old whole or the new whole.
 * Of two builds that swap at once, the later wins. If the second rename fails the old folder is put back. Throws what the
 * file system says.
 */
export async function swapFolder(finished: string, target: string, tries = TRIES): Promise<void> {
  const old = nameBeside(target, 'old');
  const hadOld = await rename(target, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(finished, target);
  } catch (error) {
    if (isTaken(error) && tries > 1) {
      if (hadOld) await rm(old, { recursive: true, force: true });
      return swapFolder(finished, target, tries - 1);
    }
    if (hadOld) await rename(old, target);
    throw error;
  }
  if (hadOld) await rm(old, { recursive: true, force: true });
}

/** Whether somebody else has put a folder in the place that was free a moment ago. */
function isTaken(error: unknown): boolean {
  return ['ENOTEMPTY', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '');
}
