import { realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { makeFolder } from '../../source/make-folder.ts';
import { DeployError } from './deploy-error.ts';
import { forgetEarlier, openEarlier, type Earlier } from './earlier.ts';
import { linkFile } from './exchange.ts';
import { bytesOf, isPlainFile, isReachedByFolders, requirePlaces } from './plain-files.ts';
import { changeOf, foldersIn, putInPlace, type Deployed } from './put-in-place.ts';
import { nextRecord, readRecord, RECORD_FILE, recordBetween, type DeployRecord } from './record.ts';
import { claimStaging } from './staging.ts';
import { callsBack, isTombstone } from './withdrawn.ts';

/** What going back came to. */
export interface WentBack extends Deployed {
  /** Pages whose words are those of the generation before again. */
  pages: string[];
}

const REASONS = {
  withdrawn: '上一版含有已撤下的内容，没有留着，不能恢复 — 改好内容，重新生成再放置',
  wentBack: '现在就是上一版，更早的没有留 — 要换成新的一版，不带 --back 再运行一遍',
  none: '没有留着上一版（只放过一次，或换过网址、路径，或上一次用了 --forget） — 改好内容，重新生成再放置',
  elsewhere: '上一版不在这台电脑上的这个项目里 — 到上一次放置时用的那台电脑上运行，或改好内容重新生成再放置',
};

/**
 * Puts the generation before back into a served folder, whole with its compressed forms, and nothing of it where something was withdrawn
 * since. One step only: then nothing is kept to go back to, and the way forward is another deploy. Killed on the way, it is done to the end
 * by the next one. Throws DeployError, and what the file system says.
 */
export async function goBack(target: string, earlierOf: (served: string) => string): Promise<WentBack> {
  const { served, before, store, earlier } = await openWayBack(target, earlierOf);
  const { record } = earlier;
  const paths = [...record.files, ...record.current];
  await requirePlaces(served, [...paths, RECORD_FILE]);
  await requireNothingWithdrawn(before, earlier, served);
  const staging = await claimStaging(served);
  const folders = foldersIn(staging, served);
  try {
    await makeReady(paths, earlier, served, folders.fresh);
    const { generation, purpose } = record;
    const after = nextRecord(before, { paths, generation, purpose }, { noEarlier: 'wentBack' });
    const change = await changeOf(folders, before, after);
    const between = recordBetween(before, after, { earlier: before.earlier });
    const done = await putInPlace(folders, change, { before, between, after });
    await forgetEarlier(store, undefined);
    return { ...done, pages: change.written.filter((path) => path.endsWith('.html')) };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

/** Why there is no generation before to go back to, without a look at its pages; `undefined` where there is one. Throws what the file system says. */
export async function whyNoWayBack(
  target: string,
  earlierOf: (served: string) => string,
): Promise<string | undefined> {
  try {
    await openWayBack(target, earlierOf);
    return undefined;
  } catch (error) {
    if (error instanceof DeployError) return error.message;
    throw error;
  }
}

/** A served folder with the generation before of it. */
interface WayBack {
  served: string;
  before: DeployRecord;
  store: string;
  earlier: Earlier;
}

/** Throws DeployError where there is none. */
async function openWayBack(target: string, earlierOf: (served: string) => string): Promise<WayBack> {
  const served = await realpath(target).catch(() => target);
  const before = await readRecord(served);
  if (before.earlier === undefined) throw new DeployError(REASONS[before.noEarlier ?? 'none']);
  const store = earlierOf(served);
  const earlier = await openEarlier(store, before.earlier);
  if (!earlier) throw new DeployError(REASONS.elsewhere);
  return { served, before, store, earlier };
}

/** What is kept was whole when it was, and nothing has been called back since; this looks again. */
async function requireNothingWithdrawn(
  { files, current }: DeployRecord,
  { record, files: kept }: Earlier,
  served: string,
): Promise<void> {
  const tombstones: string[] = [];
  for (const path of record.files.filter((path) => path.endsWith('.html'))) {
    const [was, is] = [await bytesOf(join(kept, path)), await bytesOf(join(served, path))];
    if (was && is && isTombstone(is)) tombstones.push(path);
  }
  const now = { paths: [...files, ...current], tombstones };
  if (await callsBack(now, { files: record.files, folders: [kept] }))
    throw new DeployError(REASONS.withdrawn);
}

/** Lays all files of the generation that are no longer served as they were below another folder. Throws DeployError where one is not to be had. */
async function makeReady(
  paths: readonly string[],
  { files }: Earlier,
  served: string,
  fresh: string,
): Promise<void> {
  await makeFolder(fresh);
  for (const path of paths) {
    if (await isPlainFile(join(files, path))) await linkFile(files, fresh, path);
    else if (!(await isReachedByFolders(served, path)))
      throw new DeployError(`上一版的 ${path} 不见了，恢复不全 — 改好内容，重新生成再放置`);
  }
}
