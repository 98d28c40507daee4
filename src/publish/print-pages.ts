import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Settings } from '../source/settings.ts';
import { fileTrouble, printedTrouble } from './file-trouble.ts';
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
  /** A folder in which Node finds its code compiled already. */
  compiled?: string | undefined;
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

/** What is said of a build that somebody ended. */
export const STOPPED = '生成中途被停下 — 需要时重新运行';

/** How a process that prints came to its end. */
interface Ending {
  code: number | null;
  signal: string | null;
  output: string;
}

/**
 * Why no pages were printed: in words that say what to do where the machine was the reason, otherwise all that the process said.
 * `workshop` is where it writes.
 */
export function printingTrouble({ code, signal, output }: Ending, workshop: string): string {
  const trouble = printedTrouble(output, workshop);
  if (trouble) return `页面没有生成：${trouble}`;
  if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') return STOPPED;
  if (signal === 'SIGKILL' || /heap out of memory/.test(output))
    return '页面没有生成：生成页面的进程被系统终止，多半是内存不足 — 关掉别的程序后重试';
  return `页面没有生成（${signal ?? `退出码 ${code}`}）\n${output}`;
}

/** Starts printing; the process gets ready while the content is still being checked, and is started anew where it fell over another build. */
export function printPages(settings: Settings, places: PrintingPlaces): Printing {
  let isStopped = false;
  let printing = startPrinting(settings, places);
  const print = async (): Promise<string | undefined> => {
    for (let starts = 1; ; starts += 1) {
      const ending = await printing.ended;
      if (ending.code === 0) return undefined;
      if (isStopped || starts === MOST_STARTS || !isCollision(ending.output))
        return printingTrouble(ending, places.workshop);
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
  { root, workshop, outDir, content, files, compiled }: PrintingPlaces,
): { child: ChildProcess; ended: Promise<Ending> } {
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
        ...(compiled && { NODE_COMPILE_CACHE: compiled }),
        PAGE_CACHE: JSON.stringify(files),
      },
      // The process ends when the first of these closes: see end-with-parent.ts.
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  const ended = closed.then(
    ([code, signal]) => ({ code, signal, output }),
    (error: unknown) => ({ code: null, signal: null, output: fileTrouble(error) }),
  );
  return { child, ended };
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
