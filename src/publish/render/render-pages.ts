import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Settings } from '../../source/settings.ts';
import { fileTrouble, type Refusal } from '../file-trouble.ts';
import type { PageCacheFiles } from './page-cache.ts';

/** Where the rendering process finds and leaves things. */
export interface RenderingPaths {
  /** The project's folder. */
  root: string;
  /** A folder for its own files. */
  workshop: string;
  outDir: string;
  /** The lock of the build that starts it. */
  lock: string;
  /** File with the checked content, written while it starts. */
  content: string;
  files: PageCacheFiles;
  /** A folder in which Node finds its code compiled already. */
  compiled?: string | undefined;
}

/** A process that renders all pages. */
export interface Rendering {
  /** What went wrong, or nothing. */
  done: Promise<string | undefined>;
  /** Ends the process, if it still runs, and waits until it is gone. */
  stop(): Promise<void>;
}

/** Said of a build that somebody stopped. */
export const STOPPED = '生成中途被停下 — 需要时重新运行';

/** What the rendering process says about its failure. */
export interface Failure {
  words: string;
  /** What the machine refused to it. */
  refusal: Refusal | undefined;
}

/** How the rendering process ended. */
interface Ending {
  code: number | null;
  signal: string | null;
  output: string;
  refusal?: Refusal | undefined;
}

/**
 * Why no pages were rendered: what to do about it where the machine was the reason, otherwise everything the process said.
 * `workshop` is where it writes.
 */
export function renderingTrouble({ code, signal, output, refusal }: Ending, workshop: string): string {
  if (refusal) return `页面没有生成：${fileTrouble(refusal, workshop)}`;
  if (signal === 'SIGINT' || signal === 'SIGTERM' || signal === 'SIGHUP') return STOPPED;
  if (signal === 'SIGKILL')
    return '页面没有生成：生成页面的进程被系统终止，多半是内存不足 — 关掉别的程序后重试';
  // How Node ends when it gets no more memory.
  if (signal === 'SIGABRT')
    return `页面没有生成：生成页面的进程自己中止了，多半是内存不足 — 关掉别的程序后重试\n${output}`;
  return `页面没有生成（${signal ?? `退出码 ${code}`}）\n${output}`;
}

/** Starts rendering; the process gets ready while the content is still being checked. */
export function renderPages(settings: Settings, paths: RenderingPaths): Rendering {
  const { child, ended } = startRendering(settings, paths);
  const done = ended.then((ending) =>
    ending.code === 0 ? undefined : renderingTrouble(ending, paths.workshop),
  );
  return {
    done,
    async stop() {
      child.kill();
      await done;
    },
  };
}

/** Rendering allocates much that is soon garbage: a larger young generation spends less time collecting it. */
const NODE_FLAGS = ['--experimental-strip-types', '--no-warnings', '--max-semi-space-size=64'];

function startRendering(
  settings: Settings,
  { root, workshop, outDir, lock, content, files, compiled }: RenderingPaths,
): { child: ChildProcess; ended: Promise<Ending> } {
  const child = spawn(
    process.execPath,
    [...NODE_FLAGS, join(root, 'src/publish/render/render-process.ts'), lock, outDir],
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
