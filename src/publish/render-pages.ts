import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Settings } from '../source/settings.ts';
import { fileTrouble, type Refusal } from './file-trouble.ts';
import type { PageCacheFiles } from './page-cache.ts';

/** Where the printing process finds and leaves things. */
export interface RenderingPaths {
  /** The project's folder. */
  root: string;
  /** A folder for its own files. */
  workshop: string;
  outDir: string;
  /** The lock of the build that starts it. */
  lock: string;
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

/** What is said of a build that somebody ended. */
export const STOPPED = '生成中途被停下 — 需要时重新运行';

/** What a process that prints tells of its failure. */
export interface Failure {
  words: string;
  /** What the machine refused to it. */
  refusal: Refusal | undefined;
}

/** How a process that prints came to its end. */
interface Ending {
  code: number | null;
  signal: string | null;
  output: string;
  refusal?: Refusal | undefined;
}

/**
 * Why no pages were printed: in words that say what to do where the machine was the reason, otherwise all that the process said.
 * `workshop` is where it writes.
 */
export function renderingTrouble({ code, signal, output, refusal }: Ending, workshop: string): string {
  if (refusal) return `页面没有生成：${fileTrouble(refusal, workshop)}`;
  if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') return STOPPED;
  if (signal === 'SIGKILL')
    return '页面没有生成：生成页面的进程被系统终止，多半是内存不足 — 关掉别的程序后重试';
  // So ends a Node that gets no more memory.
  if (signal === 'SIGABRT')
    return `页面没有生成：生成页面的进程自己中止了，多半是内存不足 — 关掉别的程序后重试\n${output}`;
  return `页面没有生成（${signal ?? `退出码 ${code}`}）\n${output}`;
}

/** Starts printing; the process gets ready while the content is still being checked. */
export function renderPages(settings: Settings, places: RenderingPaths): Printing {
  const { child, ended } = startPrinting(settings, places);
  const done = ended.then((ending) =>
    ending.code === 0 ? undefined : renderingTrouble(ending, places.workshop),
  );
  return {
    done,
    async stop() {
      child.kill();
      await done;
    },
  };
}

/** Pages are made of much that is soon let go: with more room for it, less time goes into clearing it away. */
const NODE_FLAGS = ['--experimental-strip-types', '--no-warnings', '--max-semi-space-size=64'];

function startPrinting(
  settings: Settings,
  { root, workshop, outDir, lock, content, files, compiled }: RenderingPaths,
): { child: ChildProcess; ended: Promise<Ending> } {
  const child = spawn(
    process.execPath,
    [...NODE_FLAGS, join(root, 'src/publish/render-process.ts'), lock, outDir],
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
      // The process ends when the first of these closes: see end-with-parent.ts. Through the last it tells why it failed.
      stdio: ['pipe', 'pipe', 'pipe', 'ipc'],
    },
  );
  let output = '';
  let refusal: Refusal | undefined;
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.on('message', (told) => {
    const failure = told as Failure;
    output += failure.words;
    refusal = failure.refusal;
  });
  const closed = once(child, 'close') as Promise<[number | null, string | null]>;
  const ended = closed.then(
    ([code, signal]) => ({ code, signal, output, refusal }),
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
