import { open, rename, rm } from 'node:fs/promises';
import { unfinishedBeside } from './unfinished.ts';

/** Writes a file that is not there yet, down to the disk. Throws file-system errors. */
export async function writeToDisk(path: string, bytes: Uint8Array, mode?: number): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Puts a file in its place, whole or not at all, over one that may be there. Throws file-system errors, and then nothing has changed. */
export async function replaceOnDisk(path: string, bytes: Uint8Array): Promise<void> {
  const beside = unfinishedBeside(path);
  try {
    await writeToDisk(beside, bytes);
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
