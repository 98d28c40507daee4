import { createHash } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Settings } from '../../source/settings.ts';
import { cacheFolder } from './cache-folder.ts';

const SOURCES = ['src', 'public', 'scripts', 'astro.config.mjs', 'package-lock.json'];

/** What a build was made from: its settings, and how each file of content and code looks from outside. */
export async function buildKey(settings: Settings, root: string): Promise<string> {
  const looks = createHash('sha256');
  for (const path of [settings.contentDir, ...SOURCES.map((name) => join(root, name))])
    for (const look of await looksBelow(path)) looks.update(look);
  const { basePath, siteUrl, audience, drafts, contentDir } = settings;
  return JSON.stringify({ contentDir, basePath, siteUrl, audience, drafts, looks: looks.digest('hex') });
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
  return join(cacheFolder(root, settings), 'built.json');
}

/**
 * A line for each file and folder, in a lasting order. A file that was put back as it was earlier has its earlier time of change, so that the
 * time at which the disk took it is looked at, too. What cannot be read counts for nothing: a build will say so. Links to folders are
 * followed at the top only; further in they may lead round in a circle.
 */
async function looksBelow(path: string, depth = 0): Promise<string[]> {
  const about = await stat(path).catch(() => undefined);
  if (!about) return [];
  const own = `${path}\0${about.size} ${about.mtimeMs} ${about.ctimeMs}\n`;
  const isLeaf = !about.isDirectory() || (depth > 1 && (await isLink(path)));
  if (isLeaf) return [own];
  const names = (await readdir(path).catch(() => [])).sort();
  const inner = await Promise.all(names.map((name) => looksBelow(join(path, name), depth + 1)));
  return [own, ...inner.flat()];
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (about) => about.isSymbolicLink(),
    () => false,
  );
}
