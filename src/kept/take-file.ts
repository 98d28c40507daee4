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

/** A digest by which a written file is known again. */
export function fileDigest(bytes: Uint8Array): string {
  return hash('sha256', bytes, 'base64');
}

/** The earlier output is what somebody may have changed: there is no file, or none that may be read. */
const NOT_OURS = ['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'ELOOP'];

/**
 * Puts a file of an earlier output into this one; false where it is gone, may not be read, or somebody has changed it since it had this digest. Both outputs have the
 * same file then, which takes no time; a file system that knows no such thing gets a copy. Files are taken by the thousand, and nothing
 * waits meanwhile: without promises it takes a fifth of the time.
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

/** There is something in its place already, or it is on another disk. */
const NO_ROOM = ['EEXIST', 'ENOTEMPTY', 'EXDEV', 'EBUSY'];

/**
 * Moves a folder that holds one file and nothing else here, that file with this digest; false where it cannot be had, and then there is
 * no such file in its place. To make and remove folders takes a disk longer than everything else that is done with a page.
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
