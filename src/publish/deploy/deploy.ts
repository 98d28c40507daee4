import { realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { makeFolder } from '../../source/make-folder.ts';
import { isNamedByContent } from '../hosting/caching.ts';
import { compressed, isFormOf, isWorthCompressing, type Coding } from './compress.ts';
import { DeployError } from './deploy-error.ts';
import { layAside, moveInto, removeFile, type Exchange } from './exchange.ts';
import { bytesOf, filesBelow, isPlainFile, isReachedByFolders, requirePlaces } from './plain-files.ts';
import { filesToRemove, nextRecord, readRecord, RECORD_FILE, recordBetween } from './record.ts';
import { claimStaging } from './staging.ts';

/** What was done to a served folder. */
export interface Deployed {
  /** Files written, compressed ones included, and files taken away. */
  written: number;
  removed: number;
}

/** What hosts of pages read and a server of one's own does not. */
const FOR_PAGES_HOSTS = ['_headers', '_redirects'];
const AT_ONCE = 16;
const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Brings a built site into a folder that is being served, with compressed files beside the texts. First everything new is made ready aside;
 * should that fail, readers notice nothing. Then files are renamed into place, those first that others need: files named by their content,
 * pages, and last what says that something is new; should that fail, the files before are put back. Files named by their content stay for
 * one more generation, so that a reader in the midst of a visit finds them; other files that the new site lacks go. What was not deployed by
 * us is left alone, and never looked into; a file that has not changed is not touched. Throws DeployError, and what the file system says.
 */
export async function deploySite(
  siteDir: string,
  target: string,
  codings: readonly Coding[],
): Promise<Deployed> {
  if (!(await isPlainFile(join(siteDir, 'index.html')))) {
    throw new DeployError(`${siteDir} 里没有网站 — 先运行 npm run build`);
  }
  await requireApart(siteDir, target);
  const site = { folder: siteDir, identity: await identityOf(siteDir) };
  const wanted = (await filesBelow(siteDir)).filter((path) => !FOR_PAGES_HOSTS.includes(path));
  await makeFolder(target);
  const served = await realpath(target);
  const forms = codings.flatMap((coding) => wanted.map((path) => `${path}.${coding}`));
  await requirePlaces(served, [...wanted, ...forms, RECORD_FILE]);
  const before = await readRecord(served);
  const staging = await claimStaging(served);
  const folders = { target: served, fresh: join(staging, 'fresh'), kept: join(staging, 'kept') };
  try {
    const placed = await prepareAll(wanted, site, folders, codings);
    const after = nextRecord(
      before,
      placed.filter((path) => !isNamedByContent(path)),
      placed.filter(isNamedByContent),
    );
    const written = await filesBelow(folders.fresh);
    await writeFile(join(folders.fresh, RECORD_FILE), JSON.stringify(recordBetween(before, after)));
    await writeFile(join(staging, RECORD_FILE), JSON.stringify(after));
    const removed = await exchange(folders, written, filesToRemove(before, after));
    await rename(join(staging, RECORD_FILE), join(served, RECORD_FILE));
    return { written: written.length, removed };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/**
 * Puts files in their places, the record of both sites first of all, and takes others away; from the first to the last without being stopped
 * by Ctrl+C. Returns how many were taken away.
 */
async function exchange(
  folders: Exchange,
  fresh: readonly string[],
  old: readonly string[],
): Promise<number> {
  const inTurn = [...fresh].sort((a, b) => turnOf(a) - turnOf(b) || b.length - a.length || (a < b ? -1 : 1));
  const paths = [RECORD_FILE, ...inTurn];
  await layAside(folders, paths);
  const goOn = () => undefined;
  for (const signal of STOPS) process.on(signal, goOn);
  try {
    await moveInto(folders, paths);
    return await removeOld(folders.target, old);
  } finally {
    for (const signal of STOPS) process.off(signal, goOn);
  }
}

async function requireApart(siteDir: string, target: string): Promise<void> {
  const [site, place] = [await realPlace(siteDir), await realPlace(target)];
  const isInside = (inner: string, outer: string) => `${inner}${sep}`.startsWith(`${outer}${sep}`);
  if (isInside(site, place) || isInside(place, site)) {
    throw new DeployError(
      `网站目录 ${target} 和生成的文件夹 ${siteDir} 不能一个在另一个里面 — 换一个网站目录`,
    );
  }
}

/** Where a path leads once all links are followed, of one that is not there yet too. */
async function realPlace(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await realPlace(dirname(path)), basename(path));
  }
}

/** Makes ready what is new of these files, and returns all that will be served, compressed forms included. */
async function prepareAll(
  paths: readonly string[],
  site: Site,
  folders: Exchange,
  codings: readonly Coding[],
): Promise<string[]> {
  const placed: string[] = [];
  await makeFolder(folders.fresh);
  const failures = await eachOf(paths, async (path) => {
    const forms = await prepare(path, site.folder, folders, codings);
    placed.push(path, ...forms.map((form) => `${path}.${form}`));
  });
  // Where another site was built in the meantime, it would be half of one and half of the other.
  if ((await identityOf(site.folder)) !== site.identity) {
    throw new DeployError(`${site.folder} 在放置时又重新生成了 — 等生成做完，再运行一遍`);
  }
  if (failures.length > 0) throw failures[0];
  return placed.sort();
}

/** A built site as it was found at first. */
interface Site {
  folder: string;
  identity: string;
}

/** Tells a folder from another that has taken its place. */
async function identityOf(folder: string): Promise<string> {
  return stat(folder).then(
    ({ dev, ino }) => `${dev} ${ino}`,
    () => 'gone',
  );
}

/** Makes ready what of a file is new, and returns in which compressed forms it is served. */
async function prepare(
  path: string,
  siteDir: string,
  { target, fresh }: Exchange,
  codings: readonly Coding[],
): Promise<readonly Coding[]> {
  const bytes = await bytesOf(join(siteDir, path));
  if (bytes === undefined)
    throw new DeployError(`${join(siteDir, path)} 在放置时不见了 — 重新生成，再运行一遍`);
  const forms = isWorthCompressing(path, bytes.length) ? codings : [];
  const isSame = (await bytesOf(join(target, path)))?.equals(bytes) ?? false;
  if (!isSame) await stage(join(fresh, path), bytes);
  for (const form of forms) {
    const there = isSame ? await bytesOf(join(target, `${path}.${form}`)) : undefined;
    const isThere = there !== undefined && (await isFormOf(there, bytes, form));
    if (!isThere) await stage(join(fresh, `${path}.${form}`), await compressed(bytes, form));
  }
  return forms;
}

async function stage(path: string, bytes: Buffer): Promise<void> {
  await makeFolder(dirname(path));
  await writeFile(path, bytes);
}

/** When a file's turn is: what others need comes first, what announces others comes last. A compressed form goes before its file. */
function turnOf(path: string): number {
  if (isNamedByContent(path)) return 0;
  if (/^(?:sw\.js|offline\/.*|pagefind\/[^/]*|feed\.xml|sitemap-.*)$/.test(path.replace(/\.(?:gz|br)$/, '')))
    return 3;
  return /\.html(?:\.gz|\.br)?$/.test(path) ? 2 : 1;
}

/** Takes away files of ours; what has been put in the place of one by somebody else stays. */
async function removeOld(target: string, paths: readonly string[]): Promise<number> {
  let removed = 0;
  for (const path of paths) {
    if (!(await isReachedByFolders(target, path))) continue;
    await removeFile(target, path);
    removed += 1;
  }
  return removed;
}

/** Does something with each item, some at once. After a failure none is begun any more; returns what failed when the others have ended. */
async function eachOf<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<unknown[]> {
  const waiting = [...items].reverse();
  const failures: unknown[] = [];
  const workThrough = async () => {
    for (let item = waiting.pop(); item !== undefined; item = waiting.pop()) {
      await work(item).catch((error: unknown) => {
        failures.push(error);
        waiting.length = 0;
      });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, workThrough));
  return failures;
}
