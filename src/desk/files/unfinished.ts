import { basename, dirname, join } from 'node:path';
import { isAbandoned, ownName } from '../../build-cache/own-name.ts';

const STEM = '.desk';

/** Where the new bytes of a file are written before they take its name. */
export function unfinishedBeside(path: string): string {
  return join(dirname(path), ownName(STEM));
}

/** Whether a file is one that a desk began and, having ended, will not finish. */
export function isLeftUnfinished(path: string): boolean {
  return isAbandoned(basename(path), STEM);
}
