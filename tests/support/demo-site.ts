import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { buildKey } from '../../src/publish/build/freshness.ts';
import { readSettings } from '../../src/source/settings.ts';
import { buildFolder, ROOT, siteIn, type BuiltSite } from './site.ts';

/** Milliseconds after which a lock without a living holder counts as forgotten. */
const LONGEST_BUILD = 180_000;
/** Milliseconds that an older build is kept, so that a test still reading it can end. */
const KEPT = 3_600_000;
const CACHE = join(ROOT, 'node_modules/.cache/zhixing-tests');

/** The built demo site as tests read it. */
export type DemoSite = Pick<BuiltSite, 'folder' | 'base' | 'files' | 'read'>;

/** The surroundings of the demo site where it stands below a path of another host. */
export const BELOW_A_PATH = { BASE_PATH: '/study', SITE_URL: 'https://www.example.org' };

/**
 * The project's own `content/`, built once for all test files that ask for it in the same surroundings: the first to ask builds it, the
 * others wait. It is built anew when content or code has changed since. Whoever changes its files changes a copy.
 */
export async function demoSite(env: Record<string, string> = {}): Promise<DemoSite> {
  const settings = readSettings(env, ROOT);
  const key = await buildKey(settings, ROOT);
  const name = `demo-${createHash('sha256').update(key).digest('hex').slice(0, 12)}`;
  const folder = join(CACHE, name);
  while (!existsSync(folder)) {
    await mkdir(CACHE, { recursive: true });
    if (await takeLock(`${folder}.lock`)) {
      try {
        if (!existsSync(folder)) {
          await removeOlder(name);
          await buildFolder(join(ROOT, 'content'), folder, env);
        }
      } finally {
        await rm(`${folder}.lock`, { recursive: true, force: true });
      }
    } else {
      await sleep(100);
    }
  }
  return siteIn(folder, settings.basePath);
}

/** Whether this process now holds the lock. The lock of a process that has ended, or of long ago, is broken. */
async function takeLock(lock: string): Promise<boolean> {
  try {
    await mkdir(lock);
    await writeFile(join(lock, 'pid'), String(process.pid));
    return true;
  } catch {
    const holder = Number(await readFile(join(lock, 'pid'), 'utf8').catch(() => ''));
    const isStale = (holder > 0 && !isRunning(holder)) || (await ageOf(lock)) > LONGEST_BUILD;
    if (isStale) await rm(lock, { recursive: true, force: true });
    return false;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

async function removeOlder(name: string): Promise<void> {
  for (const file of await readdir(CACHE)) {
    const isOlder =
      /^demo-[0-9a-f]{12}$/.test(file) && file !== name && (await ageOf(join(CACHE, file))) > KEPT;
    if (isOlder) await rm(join(CACHE, file), { recursive: true, force: true });
  }
}

/** Milliseconds since a path was changed, 0 where it is gone. */
async function ageOf(path: string): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  return about ? Date.now() - about.mtimeMs : 0;
}
