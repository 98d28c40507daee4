import { renameSync, unlinkSync } from 'node:fs';
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
 * by somebody else stays. If something fails, what was done before is taken back, and the reason is thrown. Folders are made before; then all
 * follows at once, without waiting for anything else, so that there is hardly a moment between the first and the last. `end` is done
 * with them. Returns how many were taken away.
 */
export async function moveInto(
  { target, fresh, kept }: Exchange,
  paths: readonly string[],
  going: ReadonlySet<string> = new Set(),
  end: () => void = () => undefined,
): Promise<number> {
  const moves: string[] = [];
  for (const path of paths) {
    if (!going.has(path) || (await isReachedByFolders(target, path))) moves.push(path);
  }
  const moved: string[] = [];
  try {
    const folders = new Set(
      moves.filter((path) => !going.has(path)).map((path) => dirname(join(target, path))),
    );
    for (const folder of folders) await makeFolder(folder);
    for (const path of moves) {
      if (going.has(path)) unlinkSync(join(target, path));
      else renameSync(join(fresh, path), join(target, path));
      moved.push(path);
    }
    end();
  } catch (error) {
    await takeBack({ target, fresh, kept }, moved, error);
    await removeEmptied(target, moves);
    throw error;
  }
  const removed = moved.filter((path) => going.has(path));
  await removeEmptied(target, removed);
  return removed.length;
}

async function takeBack(
  { target, kept }: Exchange,
  moved: readonly string[],
  reason: unknown,
): Promise<void> {
  try {
    for (const path of moved.toReversed()) {
      if (await isPlainFile(join(kept, path))) await rename(join(kept, path), join(target, path));
      else await rm(join(target, path), { force: true });
    }
  } catch (error) {
    throw new DeployError(
      `网站换到一半停了，也没能全部换回：${(error as Error).message} — 排除原因，再运行一遍，网站就完整了`,
      { cause: reason },
    );
  }
}

/** Takes folders away in which nothing is left. */
async function removeEmptied(target: string, paths: readonly string[]): Promise<void> {
  for (const folder of new Set(paths.map((path) => dirname(path)))) await removeEmptyFolders(target, folder);
}

async function removeEmptyFolders(target: string, folder: string): Promise<void> {
  if (folder === '.') return;
  const isEmpty = await rmdir(join(target, folder)).then(
    () => true,
    () => false,
  );
  if (isEmpty) await removeEmptyFolders(target, dirname(folder));
}
