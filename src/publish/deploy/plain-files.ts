import { access, constants, lstat, readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DeployError } from './deploy-error.ts';

/**
 * The paths of all files below a folder, `/` between parts, sorted. Links are not followed. Throws DeployError for anything but folders
 * and plain files: it could not be brought anywhere whole, and reading a pipe may never end.
 */
export async function filesBelow(folder: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [''];
  for (const inner of folders) {
    for (const entry of await readdir(join(folder, inner), { withFileTypes: true })) {
      const path = inner === '' ? entry.name : `${inner}/${entry.name}`;
      if (entry.isDirectory()) folders.push(path);
      else if (entry.isFile()) files.push(path);
      else throw new DeployError(`${join(folder, path)} 是链接、管道或设备，不是普通文件 — 移走它再运行一遍`);
    }
  }
  return files.sort();
}

/** The bytes of a plain file; `undefined` where there is none. Links, devices and pipes are not opened. */
export async function bytesOf(path: string): Promise<Buffer | undefined> {
  return (await isPlainFile(path)) ? readFile(path) : undefined;
}

/** Whether there is a file that is neither a link nor a pipe nor a device. */
export async function isPlainFile(path: string): Promise<boolean> {
  return (await lookAt(path))?.isFile() ?? false;
}

/**
 * Throws DeployError where a file cannot be put at one of these paths below a folder without doing away with something else, or without
 * leaving the folder by a link; and what the file system says where it may not be put there.
 */
export async function requirePlaces(folder: string, paths: readonly string[]): Promise<void> {
  const folders = new Set(['.', ...paths.flatMap(foldersAbove)]);
  for (const inner of folders) {
    const path = join(folder, inner);
    const about = await lookAt(path);
    if (about === undefined) continue;
    if (!about.isDirectory()) {
      throw new DeployError(`${path} 应当是文件夹，现在是文件、链接或别的东西 — 移走它再运行一遍`);
    }
    await access(path, constants.W_OK | constants.X_OK);
  }
  for (const path of paths) {
    const about = await lookAt(join(folder, path));
    if (about === undefined || about.isFile()) continue;
    throw new DeployError(
      `${join(folder, path)} 应当是普通文件，现在是文件夹、链接、管道或设备 — 移走它再运行一遍`,
    );
  }
}

/** Whether a path leads to a plain file through folders only, none of them a link. */
export async function isReachedByFolders(folder: string, path: string): Promise<boolean> {
  for (const inner of foldersAbove(path)) {
    if (!(await lookAt(join(folder, inner)))?.isDirectory()) return false;
  }
  return isPlainFile(join(folder, path));
}

/** The folders that a path leads through, outermost first, without the one that it starts from. */
function foldersAbove(path: string): string[] {
  const above = dirname(path);
  return above === '.' ? [] : [...foldersAbove(above), above];
}

async function lookAt(path: string) {
  try {
    return await lstat(path);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
