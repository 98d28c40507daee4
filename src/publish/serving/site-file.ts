import { constants } from 'node:fs';
import { open, realpath, stat, type FileHandle } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, sep } from 'node:path';
import { isForReaders } from '../hosting/for-readers.ts';

/** A file of a site, open for reading. The caller closes it. */
export interface SiteFile {
  handle: FileHandle;
  name: string;
  /** `/` between the parts of its path in the site. */
  path: string;
  size: number;
  modified: Date;
}

/** What the system says where there is no such file: also for names that no file can have. */
const NOTHING_THERE = ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP', 'EINVAL'];

/** Only a file, never waiting for one that somebody else writes; Windows has no such flags. */
const READ_ONLY_FILE = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Opens a file of a site by the parts of its path; of a folder, its `index.html`. Links are followed as long as they lead to something in
 * the site that readers may have by its own name. `undefined` where nothing is there for them; throws what the file system refuses.
 */
export async function openSiteFile(siteDir: string, parts: readonly string[]): Promise<SiteFile | undefined> {
  try {
    const root = await realpath(siteDir);
    const asked = await realpath(join(root, ...parts));
    const path = (await stat(asked)).isDirectory() ? await realpath(join(asked, 'index.html')) : asked;
    return isInside(root, path) && (await stat(path)).isFile() ? await opened(path, root) : undefined;
  } catch (error) {
    if (NOTHING_THERE.includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

function isInside(root: string, path: string): boolean {
  const inner = relative(root, path);
  return !isAbsolute(inner) && inner.split(sep).every(isForReaders);
}

async function opened(path: string, root: string): Promise<SiteFile> {
  const handle = await open(path, READ_ONLY_FILE);
  try {
    const { size, mtime } = await handle.stat();
    const inSite = relative(root, path).split(sep).join('/');
    return { handle, name: basename(path), path: inSite, size, modified: mtime };
  } catch (error) {
    await handle.close();
    throw error;
  }
}
