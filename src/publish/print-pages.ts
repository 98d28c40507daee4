import { spawn } from 'node:child_process';
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

/** Starts printing; the process gets ready while the content is still being checked. */
export function printPages(settings: Settings, places: PrintingPlaces): Printing {
  const { root, workshop, outDir, content, files } = places;
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
  return {
    done: closed.then(([code, signal]) =>
      code === 0 ? undefined : `页面没有生成（${signal ?? `退出码 ${code}`}）\n${output}`,
    ),
    async stop() {
      child.kill();
      await closed;
    },
  };
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
