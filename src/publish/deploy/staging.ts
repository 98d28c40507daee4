import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isRunning } from '../../build-cache/own-name.ts';
import { DeployError } from './deploy-error.ts';

/** How the folder is named in which files wait until all are there, before the number of the process that works there. Servers do not show it. */
const STAGING = '.deploying-';

/**
 * Makes a folder inside the served one in which files are made ready: so they are on its disk. It also says that somebody is at work: throws
 * DeployError where another process has one. The folder of a process that was killed goes.
 */
export async function claimStaging(target: string): Promise<string> {
  const own = `${STAGING}${process.pid}`;
  const staging = join(target, own);
  await rm(staging, { recursive: true, force: true });
  // No server may read it: for a moment it holds files that are being withdrawn.
  await mkdir(staging, { mode: 0o700 });
  for (const entry of await readdir(target, { withFileTypes: true })) {
    const holder = /^\.deploying-(\d+)$/.exec(entry.name)?.[1];
    if (holder === undefined || entry.name === own || !entry.isDirectory()) continue;
    const other = join(target, entry.name);
    if (isRunning(Number(holder))) {
      await rm(staging, { recursive: true, force: true });
      throw new DeployError(
        `另一个 deploy 正在更新 ${target} — 等它做完再运行一遍；如果没有在运行，删掉 ${other}`,
      );
    }
    await rm(other, { recursive: true, force: true });
  }
  return staging;
}
