import { hash } from 'node:crypto';
import { constants, copyFileSync, linkSync, readFileSync, rmSync } from 'node:fs';

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
    if (!NOT_OURS.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  }
  rmSync(to, { force: true });
  return false;
}

function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    copyFileSync(from, to, constants.COPYFILE_EXCL);
  }
}
