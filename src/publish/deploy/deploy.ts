import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, realpath, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { BUNDLE_FOLDER } from '../../domain/search/bundle-page.ts';
import { INDEX_FOLDER } from '../../domain/search/manifest.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { FOR_HOSTS } from '../hosting/for-readers.ts';
import { MARK_FILE, readMark, type Purpose } from '../build/mark.ts';
import { identityOf } from '../build/output-folder.ts';
import { compressed, isFormOf, isWorthCompressing, type Coding } from './compress.ts';
import { DeployError } from './deploy-error.ts';
import { forgetEarlier, keepEarlier } from './earlier.ts';
import type { Exchange } from './exchange.ts';
import { bytesOf, filesBelow, isPlainFile, requirePlaces } from './plain-files.ts';
import { planEarlier } from './plan-earlier.ts';
import { requireAsSet, requireSamePurpose } from './purpose.ts';
import { changeOf, foldersIn, putInPlace, type Deployed } from './put-in-place.ts';
import { nextRecord, readRecord, RECORD_FILE, recordBetween, type DeployRecord } from './record.ts';
import { claimStaging } from './staging.ts';
import { isTombstone } from './withdrawn.ts';

/** How a site is to be deployed. */
export interface DeployOrder {
  /** What the settings say now that the site is built for; without, that is not looked at. */
  set?: Purpose;
  /** Whether a site for another place or other readers is meant to come, or is to come in the place of files that were not deployed. */
  isMove?: boolean;
  /** Folders that people work in: a served folder is neither one of them nor around one. */
  workplaces?: readonly string[];
  /** Folder for the generation before of a served folder; without, none is kept. */
  folderOfEarlier?: (served: string) => string;
  /** Whether the generation before is not to be kept. */
  isForgotten?: boolean;
}

/** What came of it. */
export interface DeployResult extends Deployed {
  /** Whether the generation before is kept, and whether that is because something of it was called back. */
  isEarlierKept: boolean;
  isWithdrawn: boolean;
}

/** What servers of one's own do not serve. */
const STAYS_BEHIND = [...FOR_HOSTS, MARK_FILE];
const AT_ONCE = 16;

/**
 * Brings a built site into a folder that is being served, with compressed files beside the texts. First everything new is made ready aside;
 * should that fail, readers notice nothing. Then files are renamed into place, those first that others need: scripts and parts of the search
 * index, pages, and last what says that something is new; should that fail, the files before are put back. Scripts and styles stay for one
 * more generation, so that a reader in the midst of a visit finds them; everything that holds content goes with its generation. What was
 * not deployed by us is left alone, and never looked into; where it stands in the way nothing is done. A file that has not changed is not touched. The generation before is kept aside,
 * unless this one calls back something of it. Throws DeployError, and what the file system says.
 */
export async function deploySite(
  siteDir: string,
  target: string,
  codings: readonly Coding[],
  { set, isMove = false, workplaces = [], folderOfEarlier, isForgotten = false }: DeployOrder = {},
): Promise<DeployResult> {
  if (!(await isPlainFile(join(siteDir, 'index.html')))) {
    throw new DeployError(`${siteDir} 里没有网站 — 先运行 npm run build`);
  }
  await requireApart(siteDir, target);
  await requireNoWorkplace(target, workplaces);
  const site = { folder: siteDir, identity: await identityOf(siteDir) };
  const purpose = (await readMark(siteDir))?.purpose;
  if (set) requireAsSet(siteDir, markedPurpose(siteDir, purpose), set);
  const wanted = (await filesBelow(siteDir)).filter((path) => !STAYS_BEHIND.includes(path));
  await makeFolder(target);
  const served = await realpath(target);
  const forms = codings.flatMap((coding) => wanted.map((path) => `${path}.${coding}`));
  await requirePlaces(served, [...wanted, ...forms, RECORD_FILE]);
  const before = await readRecord(served);
  if (!isMove && isFirst(before)) await requireNobodysPlace(served, [...wanted, ...forms]);
  if (before.purpose && purpose && !isMove) requireSamePurpose(served, before.purpose, purpose);
  const store = folderOfEarlier?.(served);
  const staging = await claimStaging(served);
  const folders = foldersIn(staging, served);
  try {
    const prepared = await prepareAll(wanted, site, folders, codings);
    const now = { ...prepared, purpose };
    const isOther = JSON.stringify(before.purpose) !== JSON.stringify(purpose);
    const plan = await planEarlier({
      store: isOther || isForgotten ? undefined : store,
      served,
      before,
      now,
    });
    const after = nextRecord(before, now, plan.beforeIt);
    const change = await changeOf(folders, before, after);
    if (store !== undefined && plan.keep) {
      await keepEarlier(store, plan.keep, served, [...change.written, ...change.gone]);
    }
    const between = recordBetween(before, after, plan.beforeIt);
    const done = await putInPlace(folders, change, { before, between, after });
    if (store !== undefined) await forgetEarlier(store, after.earlier);
    const isWithdrawn = after.noEarlier === 'withdrawn';
    return { ...done, isEarlierKept: after.earlier !== undefined, isWithdrawn };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function markedPurpose(siteDir: string, purpose: Purpose | undefined): Purpose {
  if (purpose) return purpose;
  throw new DeployError(
    `${siteDir} 里没有生成时留下的标记（${MARK_FILE}） — 先重新生成（npm run build），再放置`,
  );
}

async function requireApart(siteDir: string, target: string): Promise<void> {
  const [site, served] = [await realFolder(siteDir), await realFolder(target)];
  if (isInside(site, served) || isInside(served, site)) {
    throw new DeployError(
      `网站目录 ${target} 和生成的文件夹 ${siteDir} 不能一个在另一个里面 — 换一个网站目录`,
    );
  }
}

async function requireNoWorkplace(target: string, workplaces: readonly string[]): Promise<void> {
  const served = await realFolder(target);
  if (dirname(served) === served)
    throw new DeployError(`网站目录 ${target} 是整个磁盘 — 写出网站所在的文件夹`);
  for (const workplace of workplaces) {
    if (!isInside(await realFolder(workplace), served)) continue;
    throw new DeployError(
      `网站目录 ${target} 里有工作用的文件夹 ${workplace}，会和网页混在一起，也会被人从网上看到 — 换一个网站目录`,
    );
  }
}

function isInside(inner: string, outer: string): boolean {
  return `${inner}${sep}`.startsWith(`${outer}${sep}`);
}

const MOST_NAMED = 5;

/** Whether no deploy has ever put anything into a folder. */
function isFirst({ files, current, previous, left }: DeployRecord): boolean {
  return [files, current, previous, left].every(({ length }) => length === 0);
}

/** What every such site has; its index lies in the second folder, in sites of 0.1.0 in the first. */
const OF_SUCH_A_SITE = ['index.html', '_astro'];
const INDEX_FOLDERS = [BUNDLE_FOLDER, INDEX_FOLDER];

/** Throws DeployError where somebody's files stand in the way, unless they look like such a site that was copied there by hand. */
async function requireNobodysPlace(served: string, paths: readonly string[]): Promise<void> {
  const isThere = (name: string) => existsSync(join(served, name));
  if (OF_SUCH_A_SITE.every(isThere) && INDEX_FOLDERS.some(isThere)) return;
  const foreign: string[] = [];
  for (const path of paths) {
    if (await isPlainFile(join(served, path))) foreign.push(path);
  }
  if (foreign.length === 0) return;
  const named = foreign.slice(0, MOST_NAMED).join('、') + (foreign.length > MOST_NAMED ? ' 等' : '');
  throw new DeployError(
    `${served} 里已有不是 deploy 放的文件：${named}（共 ${foreign.length} 个），放置会盖掉 — 换一个空的网站目录；确实要盖掉，加上 --move`,
  );
}

/** Where a path leads once all links are followed, of one that is not there yet too. */
async function realFolder(path: string): Promise<string> {
  try {
    return await realpath(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || dirname(path) === path) throw error;
    return join(await realFolder(dirname(path)), basename(path));
  }
}

/** A generation that is ready, by all that will be served of it, compressed forms included. */
interface Prepared {
  paths: string[];
  generation: string;
  /** Pages that say that something was withdrawn. */
  tombstones: string[];
}

/** Makes ready what is new of these files. */
async function prepareAll(
  paths: readonly string[],
  site: Site,
  folders: Exchange,
  codings: readonly Coding[],
): Promise<Prepared> {
  const placed: string[] = [];
  const digests: string[] = [];
  const tombstones: string[] = [];
  await mkdir(folders.fresh);
  const failures = await eachOf(paths, async (path) => {
    const { bytes, forms } = await prepare(path, site.folder, folders, codings);
    placed.push(path, ...forms.map((form) => `${path}.${form}`));
    digests.push(`${path}\0${createHash('sha256').update(bytes).digest('hex')}`);
    if (path.endsWith('.html') && isTombstone(bytes)) tombstones.push(path);
  });
  // Where another site was built in the meantime, it would be half of one and half of the other.
  if ((await identityOf(site.folder)) !== site.identity) {
    throw new DeployError(`${site.folder} 在放置时又重新生成了 — 等生成做完，再运行一遍`);
  }
  if (failures.length > 0) throw failures[0];
  const generation = createHash('sha256').update(digests.sort().join('\n')).digest('hex');
  return { paths: placed.sort(), generation, tombstones };
}

/** A built site as it was found at first. */
interface Site {
  folder: string;
  identity: string;
}

/** Makes ready what of a file is new, and returns what it holds and in which compressed forms it is served. */
async function prepare(
  path: string,
  siteDir: string,
  { target, fresh }: Exchange,
  codings: readonly Coding[],
): Promise<{ bytes: Buffer; forms: readonly Coding[] }> {
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
  return { bytes, forms };
}

async function stage(path: string, bytes: Buffer): Promise<void> {
  await makeFolder(dirname(path));
  await writeFile(path, bytes);
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
