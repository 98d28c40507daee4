import { copyFile, link, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { makeFolder } from '../../source/make-folder.ts';
import { DeployError } from './deploy-error.ts';
import { isPlainFile } from './plain-files.ts';

/** Folders between which files are exchanged, all on one disk, so that moving a file is renaming it. */
export interface Exchange {
  /** What is served. */
  target: string;
  /** What is to be put there. */
  fresh: string;
  /** Where what is replaced is kept until all is done. */
  kept: string;
}

/** Lays what will be replaced aside, so that it can be brought back; nothing is changed yet. */
export async function layAside({ target, kept }: Exchange, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    if (!(await isPlainFile(join(target, path)))) continue;
    await makeFolder(dirname(join(kept, path)));
    // Not every disk knows a second name for a file.
    await link(join(target, path), join(kept, path)).catch(() =>
      copyFile(join(target, path), join(kept, path)),
    );
  }
}

/** Moves files into the served folder in the order given. If one cannot be moved, those before it are taken back, and the reason is thrown. */
export async function moveInto({ target, fresh, kept }: Exchange, paths: readonly string[]): Promise<void> {
  const moved: string[] = [];
  try {
    for (const path of paths) {
      await makeFolder(dirname(join(target, path)));
      await rename(join(fresh, path), join(target, path));
      moved.push(path);
    }
  } catch (error) {
    await takeBack({ target, fresh, kept }, moved, error);
    throw error;
  }
}

async function takeBack(
  { target, kept }: Exchange,
  moved: readonly string[],
  reason: unknown,
): Promise<void> {
  try {
    for (const path of moved.toReversed()) {
      if (await isPlainFile(join(kept, path))) await rename(join(kept, path), join(target, path));
      else await removeFile(target, path);
    }
  } catch (error) {
    throw new DeployError(
      `网站换到一半停了，也没能全部换回：${(error as Error).message} — 排除原因，再运行一遍，网站就完整了`,
      { cause: reason },
    );
  }
}

/** Takes a file away, and the folders that have become empty. */
export async function removeFile(target: string, path: string): Promise<void> {
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
