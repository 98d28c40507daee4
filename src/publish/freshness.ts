import { lstat, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
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

/** What cannot be read counts for nothing: a build will say so. Links to folders are followed at the top only; further in they may lead round in a circle. */
async function newestChange(path: string, depth = 0): Promise<number> {
  const about = await stat(path).catch(() => undefined);
  if (!about) return 0;
  const isLeaf = !about.isDirectory() || (depth > 1 && (await isLink(path)));
  const names = isLeaf ? [] : await readdir(path).catch(() => []);
  const inner = await Promise.all(names.map((name) => newestChange(join(path, name), depth + 1)));
  return Math.max(about.mtimeMs, ...inner);
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (about) => about.isSymbolicLink(),
    () => false,
  );
}
