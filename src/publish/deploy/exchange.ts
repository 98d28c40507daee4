import { copyFile, link, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../source/make-folder.ts';
import { DeployError } from './deploy-error.ts';
import { isPlainFile, isReachedByFolders } from './plain-files.ts';

/** Folders between which files are exchanged, all on one disk, so that moving a file is renaming it. */
export interface Exchange {
  /** What is served. */
  target: string;
  /** What is to be put there. */
  fresh: string;
  /** Where what is replaced or taken away is kept until all is done. */
  kept: string;
}

/** Lays what will be replaced or taken away aside, so that it can be brought back; nothing is changed yet. */
export async function layAside({ target, kept }: Exchange, paths: readonly string[]): Promise<void> {
  for (const path of paths) await linkFile(target, kept, path);
}

/** Gives a file a second place, below another folder. Does nothing where there is no such file. */
export async function linkFile(from: string, to: string, path: string): Promise<void> {
  if (!(await isReachedByFolders(from, path))) return;
  await makeFolder(dirname(join(to, path)));
  // Not every disk knows a second name for a file, and none for a file of another disk.
  await link(join(from, path), join(to, path)).catch(() => copyFile(join(from, path), join(to, path)));
}

/**
 * Moves files into the served folder in the order given, and takes away those of them that are to go: what has been put in the place of one
 * by somebody else stays. If something fails, what was done before is taken back, and the reason is thrown. Returns how many were taken away.
 */
export async function moveInto(
  { target, fresh, kept }: Exchange,
  paths: readonly string[],
  going: ReadonlySet<string> = new Set(),
): Promise<number> {
  const moved: string[] = [];
  let removed = 0;
  try {
    for (const path of paths) {
      if (!going.has(path)) {
        await makeFolder(dirname(join(target, path)));
        await rename(join(fresh, path), join(target, path));
      } else if (await isReachedByFolders(target, path)) {
        await removeFile(target, path);
        removed += 1;
      } else {
        continue;
      }
      moved.push(path);
    }
  } catch (error) {
    await takeBack({ target, fresh, kept }, moved, error);
    throw error;
  }
  return removed;
}

async function takeBack(
  { target, kept }: Exchange,
  moved: readonly string[],
  reason: unknown,
): Promise<void> {
  try {
    for (const path of moved.toReversed()) {
      if (await isPlainFile(join(kept, path))) {
        await makeFolder(dirname(join(target, path)));
        await rename(join(kept, path), join(target, path));
      } else {
        await removeFile(target, path);
      }
    }
  } catch (error) {
    throw new DeployError(
      `网站换到一半停了，也没能全部换回：${(error as Error).message} — 排除原因，再运行一遍，网站就完整了`,
      { cause: reason },
    );
  }
}

/** Takes a file away, and the folders that have become empty. */
async function removeFile(target: string, path: string): Promise<void> {
  await rm(join(target, path), { force: true });
  await removeEmptyFolders(target, dirname(path));
}

async function removeEmptyFolders(target: string, folder: string): Promise<void> {
  if (folder === '.') return;
  const isEmpty = await rmdir(join(target, folder)).then(
    () => true,
    () => false,
  );
  if (isEmpty) await removeEmptyFolders(target, dirname(folder));
}
