import { open } from 'node:fs/promises';

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
