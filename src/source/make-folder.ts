import { mkdir, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder, with those above it that are missing; one that is there is left as it is. `mkdir` with `recursive` never comes back
 * where a folder can be had whose inside cannot, as below `/proc` or behind a link that leads nowhere: it makes the two in turn for ever.
 * Here each is tried once more after the one above it. Throws what the file system says.
 */
export async function makeFolder(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(path) !== path) {
      await makeFolder(dirname(path));
      await makeOne(path);
    } else if (!(await isFolder(path))) throw error;
  }
}

/** Somebody else may make it at the same time. */
async function makeOne(path: string): Promise<void> {
  try {
    await mkdir(path);
  } catch (error) {
    if (!(await isFolder(path))) throw error;
  }
}

async function isFolder(path: string): Promise<boolean> {
  const about = await stat(path).catch(() => undefined);
  return about?.isDirectory() ?? false;
}
