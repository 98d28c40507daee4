import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkContent } from '../check/check-content.ts';
import { formatFault } from '../source/fault.ts';
import type { Settings } from '../source/settings.ts';
import { checkLinks } from './check-links.ts';
import { publishFolder } from './swap.ts';

/** What a build came to. With problems, nothing was published. */
export interface BuildResult {
  problems: string[];
  pages: number;
  seconds: number;
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Checks the content, renders and indexes side by side, follows every link, and only then swaps the finished folder in.
 * Whatever fails, the last output stays as it was. Each build works in a folder of its own inside the project, where Astro
 * keeps its own files beside the output, so that several may run at once.
 */
export async function buildSite(settings: Settings): Promise<BuildResult> {
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  const { faults } = await checkContent(settings.contentDir);
  if (faults.length > 0) return { problems: faults.map(formatFault), pages: 0, seconds: seconds() };

  const workshop = join(ROOT, '.astro', `build-${randomUUID()}`);
  const pagesDir = join(workshop, 'pages');
  const indexDir = join(workshop, 'index');
  const cacheDir = join(workshop, 'cache');
  try {
    const failures = (
      await Promise.all([
        run('页面', ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', pagesDir], pagesDir),
        run('检索索引', ['--experimental-strip-types', '--no-warnings', 'scripts/index-search.ts'], indexDir),
      ])
    ).filter((failure) => failure !== undefined);
    if (failures.length > 0) return { problems: failures, pages: 0, seconds: seconds() };
    await moveInto(indexDir, pagesDir);
    const dead = await checkLinks(pagesDir, settings.basePath);
    const problems = dead.map(
      ({ page, target, reason }) => `${page} 的链接 ${target}：${reason} — 改正这个链接`,
    );
    if (problems.length > 0) return { problems, pages: 0, seconds: seconds() };
    const pages = (await readdir(pagesDir, { recursive: true })).filter((file) =>
      file.endsWith('.html'),
    ).length;
    await publishFolder(pagesDir, settings.outDir);
    return { problems: [], pages, seconds: seconds() };
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }

  /** Runs a step with its own output folder. Resolves to what went wrong, or to nothing. */
  async function run(what: string, args: string[], outDir: string): Promise<string | undefined> {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: {
        ...process.env,
        ...environmentOf(settings),
        OUT_DIR: outDir,
        ASTRO_CACHE_DIR: cacheDir,
        ASTRO_TELEMETRY_DISABLED: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    return code === 0 ? undefined : `${what}没有生成（${signal ?? `退出码 ${code}`}）\n${output}`;
  }
}

async function moveInto(from: string, to: string): Promise<void> {
  for (const name of await readdir(from)) await rename(join(from, name), join(to, name));
}

function environmentOf({
  contentDir,
  basePath,
  siteUrl,
  audience,
  drafts,
}: Settings): Record<string, string> {
  return {
    CONTENT_DIR: contentDir,
    BASE_PATH: basePath,
    SITE_URL: siteUrl,
    AUDIENCE: audience,
    DRAFTS: drafts ? '1' : '0',
  };
}
