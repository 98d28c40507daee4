import { hash } from 'node:crypto';
import {
  constants,
  copyFileSync,
  linkSync,
  lstatSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';

/** A digest that identifies a written file. */
export function fileDigest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64');
}

/** Expected errors, since somebody may have changed the earlier output: the file is missing or unreadable. */
const NOT_OURS = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ELOOP'];

/**
 * Links a file of an earlier output into this one, which takes no time; file systems without links get a copy. False where it is gone,
 * unreadable, or changed since it had this digest. Synchronous, because thousands of files are linked and nothing else waits: that takes a fifth
 * of the time of promises.
 */
export function takeFile(from: string, to: string, digest: string): boolean {
  try {
    linkOrCopy(from, to);
    if (fileDigest(readFileSync(to)) === digest) return true;
  } catch (error) {
    if (!isOneOf(NOT_OURS, error)) throw error;
  }
  rmSync(to, { force: true });
  return false;
}

/** The target exists already, or is on another disk. */
const NO_ROOM = ['EEXIST', 'ENOTEMPTY', 'EXDEV', 'EBUSY'];

/**
 * Moves a folder here that holds exactly one file, with this digest; false where that fails, and then there is no such file in its place.
 * Creating and removing folders takes a disk longer than everything else that is done for a page.
 */
export function takeFolder(
  from: string,
  to: string,
  { file, digest }: { file: string; digest: string },
): boolean {
  try {
    if (!lstatSync(from).isDirectory() || !holdsOnly(from, file)) return false;
    renameSync(from, to);
    if (fileDigest(readFileSync(join(to, file))) === digest) return true;
    rmSync(join(to, file));
  } catch (error) {
    if (!isOneOf([...NOT_OURS, ...NO_ROOM], error)) throw error;
  }
  return false;
}

function holdsOnly(folder: string, file: string): boolean {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.length === 1 && entries[0]?.name === file && entries[0].isFile();
}

function isOneOf(codes: readonly string[], error: unknown): boolean {
  return codes.includes((error as NodeJS.ErrnoException).code ?? '');
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
