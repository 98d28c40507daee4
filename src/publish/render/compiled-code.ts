import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Node's compile cache for the libraries that render pages, so that they are not compiled at every build. */
export interface CompiledCode {
  /** For Node's `NODE_COMPILE_CACHE`. */
  folder: string;
  /** Removes what Node added for code that each build writes under a new path; from the second build on it adds nothing else. */
  tidy(): Promise<void>;
}

const PREFIX = 'compiled-';

/** Opens the compile cache for the versions in `package-lock.json` and removes those of others; `undefined` where it cannot be written. */
export async function openCompiledCode(root: string): Promise<CompiledCode | undefined> {
  const cache = join(root, 'node_modules/.cache/zhixing');
  const lock = readFileSync(join(root, 'package-lock.json'));
  const name = PREFIX + hash('sha256', lock).slice(0, 16);
  const folder = join(cache, name);
  try {
    await mkdir(folder, { recursive: true });
    for (const other of await readdir(cache)) {
      if (other.startsWith(PREFIX) && other !== name) await rm(join(cache, other), { recursive: true });
    }
    const before = new Set(await filesIn(folder));
    return { folder, tidy: () => tidy(folder, before) };
  } catch {
    return undefined;
  }
}

async function tidy(folder: string, before: ReadonlySet<string>): Promise<void> {
  if (before.size === 0) return;
  for (const file of await filesIn(folder)) {
    if (!before.has(file)) await rm(join(folder, file), { force: true }).catch(() => undefined);
  }
}

/** Paths of the files below a folder. */
async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length));
}
