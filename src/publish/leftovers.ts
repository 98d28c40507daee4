import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Clears up after builds that were killed: their workshops, and what stands beside the output. An output that was taken away
 * and not yet replaced is put back. Folders of builds that still run, known by the process number in their names, stay.
 */
export async function clearLeftovers(workshops: string, outDir: string): Promise<void> {
  for (const name of await namesIn(workshops)) {
    if (isDead(/^build-(\d+)-/.exec(name)?.[1])) await remove(join(workshops, name));
  }
  const site = basename(outDir);
  const beside = await namesIn(dirname(outDir));
  for (const name of beside.filter((other) => other.startsWith(`${site}.`))) {
    const [, what, process] = /^\.(old|building)-(\d+)-/.exec(name.slice(site.length)) ?? [];
    if (!what || !isDead(process)) continue;
    const folder = join(dirname(outDir), name);
    if (what === 'old' && !beside.includes(site)) await rename(folder, outDir).catch(() => undefined);
    else await remove(folder);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}

async function remove(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true, maxRetries: 3 });
}

/** Whether a process number belongs to no process any more. */
export function isDead(number: string | undefined): boolean {
  if (number === undefined) return false;
  try {
    process.kill(Number(number), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}
