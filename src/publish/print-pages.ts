import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Settings } from '../source/settings.ts';
import type { PageCacheFiles } from './page-cache.ts';

/** Where the printing process finds and leaves things. */
export interface PrintingPlaces {
  /** The project's folder. */
  root: string;
  /** A folder for its own files. */
  workshop: string;
  outDir: string;
  /** File in which checked content will be left for it. */
  content: string;
  files: PageCacheFiles;
}

/** A process that prints all pages. */
export interface Printing {
  /** What went wrong, or nothing. */
  done: Promise<string | undefined>;
  /** Ends the process, if it still runs, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Starts of the process after which a collision with another build is no accident any more. */
const MOST_STARTS = 5;

/**
 * Whether Astro fell over another build of this project: all of them write `.astro/content-assets.mjs` and its like through one and the same
 * temporary file (`writeFileAtomic` in its mutable-data-store), so that the second to rename it finds it gone.
 */
export function isCollision(output: string): boolean {
  return /\b(?:ENOENT|EPERM|EBUSY)\b[^\n]*\brename '[^'\n]*\.astro[\\/][^'\n]*\.tmp'/.test(output);
}

/** Starts printing; the process gets ready while the content is still being checked, and is started anew where it fell over another build. */
export function printPages(settings: Settings, places: PrintingPlaces): Printing {
  let isStopped = false;
  let printing = startPrinting(settings, places);
  const print = async (): Promise<string | undefined> => {
    for (let starts = 1; ; starts += 1) {
      const { code, signal, output } = await printing.ended;
      if (code === 0) return undefined;
      if (isStopped || starts === MOST_STARTS || !isCollision(output))
        return `页面没有生成（${signal ?? `退出码 ${code}`}）\n${output}`;
      printing = startPrinting(settings, places);
    }
  };
  const done = print();
  return {
    done,
    async stop() {
      isStopped = true;
      printing.child.kill();
      await done;
    },
  };
}

function startPrinting(
  settings: Settings,
  { root, workshop, outDir, content, files }: PrintingPlaces,
): { child: ChildProcess; ended: Promise<{ code: number | null; signal: string | null; output: string }> } {
  const child = spawn(
    process.execPath,
    ['--max-semi-space-size=64', 'node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir],
    {
      cwd: root,
      env: {
        ...process.env,
        ...environmentOf(settings),
        OUT_DIR: outDir,
        ASTRO_CACHE_DIR: join(workshop, 'cache'),
        ASTRO_TELEMETRY_DISABLED: '1',
        CHECKED_CONTENT: content,
        PAGE_CACHE: JSON.stringify(files),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  return { child, ended: closed.then(([code, signal]) => ({ code, signal, output })) };
}

function environmentOf(settings: Settings): Record<string, string> {
  const { contentDir, basePath, siteUrl, audience, drafts } = settings;
  return {
    CONTENT_DIR: contentDir,
    BASE_PATH: basePath,
    SITE_URL: siteUrl,
    AUDIENCE: audience,
    DRAFTS: drafts ? '1' : '0',
  };
}
