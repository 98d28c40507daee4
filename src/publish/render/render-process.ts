import { statfs } from 'node:fs/promises';
import { dirname } from 'node:path';
import { inspect } from 'node:util';
import { build } from 'astro';
import { shareBuildLock } from '../build/build-lock.ts';
import { endWithParent } from './end-with-parent.ts';
import { refusalIn, type Refusal } from '../file-trouble.ts';
import type { Failure } from './render-pages.ts';
import { wakeThreads } from '../build/wake-threads.ts';

// The process that renders all pages: `render-pages.ts` starts it, and is told why it failed.
const [, , lock = '', outDir = ''] = process.argv;
endWithParent();
wakeThreads();
try {
  shareBuildLock(lock);
  await build({ outDir });
} catch (error) {
  const refusal = refusalIn(error) ?? (await fullDisk(dirname(outDir)));
  const failure: Failure = { words: inspect(error), refusal };
  await new Promise((resolve) => process.send?.(failure, resolve));
  process.exit(1);
}

/** A full disk does not always show in the error: those of Astro's bundler, a program in Rust, have no codes. */
async function fullDisk(folder: string): Promise<Refusal | undefined> {
  const { bavail } = await statfs(folder);
  return bavail === 0 ? { code: 'ENOSPC', path: folder } : undefined;
}
