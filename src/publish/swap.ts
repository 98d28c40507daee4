import { cp, mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Moves a finished folder, from whatever disk, into the place of another. Throws what the file system says. */
export async function publishFolder(finished: string, target: string): Promise<void> {
  const beside = `${target}.building-${process.pid}`;
  await mkdir(dirname(target), { recursive: true });
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

/**
 * Puts a finished folder in the place of another in two renames, so that a reader meets the old whole or the new whole.
 * If the second rename fails the old folder is put back. Throws what the file system says.
 */
export async function swapFolder(finished: string, target: string): Promise<void> {
  const old = `${target}.old-${process.pid}`;
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
    if (hadOld) await rename(old, target);
    throw error;
  }
  if (hadOld) await rm(old, { recursive: true, force: true });
}
