import { mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Settings } from '../source/settings.ts';
import { keptFolder } from './kept-folder.ts';

const SOURCES = ['src', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json'];

/** What a build was made from: its settings, and the newest change among content and code. */
export async function buildKey(settings: Settings, root: string): Promise<string> {
  const newest = await Promise.all(
    [settings.contentDir, ...SOURCES.map((name) => join(root, name))].map(newestChange),
  );
  const { basePath, siteUrl, audience, drafts, contentDir } = settings;
  return JSON.stringify({ contentDir, basePath, siteUrl, audience, drafts, newest: Math.max(...newest) });
}

/** Whether the output exists and was made from the present content, code and settings. */
export async function isFresh(settings: Settings, root: string): Promise<boolean> {
  const written = await readFile(keyFile(settings, root), 'utf8').catch(() => undefined);
  const hasOutput = await stat(join(settings.outDir, 'index.html')).then(
    () => true,
    () => false,
  );
  return hasOutput && written === (await buildKey(settings, root));
}

/** Remembers what the output was made from. The note stands outside the output, which holds nothing but the site. */
export async function noteBuild(settings: Settings, root: string, key: string): Promise<void> {
  const file = keyFile(settings, root);
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, key);
}

function keyFile(settings: Settings, root: string): string {
  return join(keptFolder(root, settings), 'built.json');
}

async function newestChange(path: string): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  if (!about) return 0;
  if (!about.isDirectory()) return about.mtimeMs;
  const inner = await Promise.all((await readdir(path)).map((name) => newestChange(join(path, name))));
  return Math.max(about.mtimeMs, ...inner);
}
