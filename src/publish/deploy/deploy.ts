import { lstat, mkdir, readdir, readFile, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { isNamedByContent } from '../hosting/caching.ts';
import { compressed, isWorthCompressing, type Coding } from './compress.ts';
import { nextRecord, readRecord, RECORD_FILE, type DeployRecord } from './record.ts';

/** What was done to a served folder. */
export interface Deployed {
  /** Files written, compressed ones included, and files taken away. */
  written: number;
  removed: number;
}

/** Thrown for folders between which nothing can be deployed; says what to do. */
export class DeployError extends Error {
  override name = 'DeployError';
}

/** Where files wait until all are there: inside the served folder, so that moving them is renaming. */
const STAGING = '.deploying';
/** What hosts of pages read and a server of one's own does not. */
const FOR_PAGES_HOSTS = ['_headers', '_redirects'];
const AT_ONCE = 16;

/**
 * Brings a built site into a folder that is being served, with compressed files beside the texts. First everything new is made ready aside;
 * should that fail, readers notice nothing. Then files are renamed into place, those first that others need: files named by their content,
 * pages, and last what says that something is new. Files of that kind stay for one more generation, so that a reader in the midst of a
 * visit finds them; other files that the new site lacks go. What was not deployed by us is left alone; a file that has not changed is
 * not touched. Throws DeployError, and what the file system says.
 */
export async function deploySite(
  siteDir: string,
  target: string,
  codings: readonly Coding[],
): Promise<Deployed> {
  requireApart(siteDir, target);
  const site = await filesBelow(siteDir);
  if (!site.includes('index.html')) throw new DeployError(`${siteDir} 里没有网站 — 先运行 npm run build`);
  await mkdir(target, { recursive: true });
  const before = await lastRecord(target);
  const staging = join(target, STAGING);
  await rm(staging, { recursive: true, force: true });
  const wanted = site.filter((path) => !FOR_PAGES_HOSTS.includes(path));
  try {
    const placed = new Map<string, string[]>();
    await eachOf(wanted, async (path) => {
      placed.set(path, await prepare(path, { siteDir, target, staging, codings }));
    });
    const all = [...placed]
      .flatMap(([path, forms]) => [path, ...forms.map((form) => `${path}.${form}`)])
      .sort();
    const files = all.filter((path) => !isNamedByContent(path));
    const after = nextRecord(before, files, all.filter(isNamedByContent));
    // A deploy that is stopped from here on is put right by the next one: until then every file of both is known as ours.
    await writeRecord(target, { ...before, files: [...new Set([...before.files, ...files])].sort() });
    const written = await moveInto(target, staging);
    const removed = await removeOld(target, before, after);
    await writeRecord(target, after);
    return { written, removed };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** The record; of a site that was copied there by hand, what it has of files that stay for a generation. */
async function lastRecord(target: string): Promise<DeployRecord> {
  const record = await readRecord(target);
  if (record.current.length > 0) return record;
  return { ...record, current: (await filesBelow(target)).filter(isNamedByContent) };
}

function requireApart(siteDir: string, target: string): void {
  const isInside = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);
  if (isInside(siteDir, target) || isInside(target, siteDir)) {
    throw new DeployError(
      `网站目录 ${target} 和生成的文件夹 ${siteDir} 不能一个在另一个里面 — 换一个网站目录`,
    );
  }
}

/** Makes ready what of a file is new, and returns in which compressed forms it is served. */
async function prepare(
  path: string,
  {
    siteDir,
    target,
    staging,
    codings,
  }: Record<'siteDir' | 'target' | 'staging', string> & { codings: readonly Coding[] },
): Promise<Coding[]> {
  const bytes = await readFile(join(siteDir, path));
  const forms = isWorthCompressing(path, bytes.length) ? [...codings] : [];
  const isSame = (await bytesOf(join(target, path)))?.equals(bytes) ?? false;
  if (!isSame) await stage(join(staging, path), bytes);
  for (const form of forms) {
    const isThere = isSame && (await bytesOf(join(target, `${path}.${form}`))) !== undefined;
    if (!isThere) await stage(join(staging, `${path}.${form}`), await compressed(bytes, form));
  }
  return forms;
}

async function stage(path: string, bytes: Buffer): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, bytes);
}

/** A compressed form goes before its file, so that a deploy that stops between the two is seen by the next. */
async function moveInto(target: string, staging: string): Promise<number> {
  const paths = await filesBelow(staging);
  paths.sort((a, b) => turnOf(a) - turnOf(b) || b.length - a.length || (a < b ? -1 : 1));
  for (const path of paths) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await rename(join(staging, path), join(target, path));
  }
  return paths.length;
}

/** When a file's turn is: what others need comes first, what announces others comes last. */
function turnOf(path: string): number {
  if (isNamedByContent(path)) return 0;
  if (/^(?:sw\.js|offline\/.*|pagefind\/[^/]*|feed\.xml|sitemap-.*)$/.test(path.replace(/\.(?:gz|br)$/, '')))
    return 3;
  return /\.html(?:\.gz|\.br)?$/.test(path) ? 2 : 1;
}

async function removeOld(target: string, before: DeployRecord, after: DeployRecord): Promise<number> {
  const kept = new Set([...after.files, ...after.current, ...after.previous]);
  const there = await filesBelow(target);
  const isOurs = new Set(before.files);
  const old = there.filter((path) => (isOurs.has(path) || isNamedByContent(path)) && !kept.has(path));
  for (const path of old) {
    await rm(join(target, path), { force: true });
    await removeEmptyFolders(target, dirname(path));
  }
  return old.length;
}

async function removeEmptyFolders(target: string, folder: string): Promise<void> {
  if (folder === '.') return;
  const isEmpty = await rmdir(join(target, folder)).then(
    () => true,
    () => false,
  );
  if (isEmpty) await removeEmptyFolders(target, dirname(folder));
}

async function writeRecord(target: string, record: DeployRecord): Promise<void> {
  const waiting = join(target, `${RECORD_FILE}.new`);
  await writeFile(waiting, JSON.stringify(record));
  await rename(waiting, join(target, RECORD_FILE));
}

async function bytesOf(path: string): Promise<Buffer | undefined> {
  const about = await lstat(path).catch(() => undefined);
  return about?.isFile() ? readFile(path) : undefined;
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return [];
      throw error;
    },
  );
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

async function eachOf(items: readonly string[], work: (item: string) => Promise<void>): Promise<void> {
  const waiting = items.values();
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (const item of waiting) await work(item);
    }),
  );
}
