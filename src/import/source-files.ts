import type { Dirent } from 'node:fs';
import { opendir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { FOLDER_BUDGET } from '../domain/budgets.ts';

/** A file to be imported, or what was found in its place and why it is not read. */
export interface Source {
  path: string;
  refusal?: string;
}

/** Files that nobody wrote: hidden ones, and those that Word and WPS leave beside an open document. */
const NO_SOURCE = /^(?:\.|~\$|~.*\.tmp$|Thumbs\.db$|desktop\.ini$)/i;
const LINK = '是链接，没有跟过去；请把文件本身放进来';
const NO_FILE = '不是普通文件（是设备、管道之类），没有读';
const PICK = '请分成几次导入，或挑出要导入的文件夹';

/** What is met in a folder given to the import. */
interface Walk {
  budget: FolderBudget;
  met: number;
}

type FolderBudget = Record<keyof typeof FOLDER_BUDGET, number>;

class TooMany extends Error {}

/**
 * The files that paths name: a folder stands for all files in it and below, in the order of their names. Links inside of folders are not followed.
 * What cannot be read stays as it is, to fail by itself; a folder of too many files is refused whole.
 */
export async function sourcesIn(
  paths: readonly string[],
  budget: FolderBudget = FOLDER_BUDGET,
): Promise<Source[]> {
  const found: Source[][] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    found.push(isFolder ? await sourcesOfFolder(path, budget) : [{ path }]);
  }
  return found.flat();
}

async function sourcesOfFolder(path: string, budget: FolderBudget): Promise<Source[]> {
  try {
    return await sourcesBelow(path, 1, { budget, met: 0 });
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return [{ path, refusal: `文件夹里的文件超过 ${budget.entries} 个，没有读；${PICK}` }];
  }
}

async function sourcesBelow(folder: string, level: number, walk: Walk): Promise<Source[]> {
  if (level > walk.budget.levels)
    return [{ path: folder, refusal: `文件夹套了 ${walk.budget.levels} 层以上，没有再往里读；${PICK}` }];
  let entries;
  try {
    entries = await entriesOf(folder, walk);
  } catch (error) {
    if (error instanceof TooMany) throw error;
    return [{ path: folder }];
  }
  const found: Source[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await sourcesBelow(path, level + 1, walk)));
    else if (entry.isFile()) found.push({ path });
    else found.push({ path, refusal: entry.isSymbolicLink() ? LINK : NO_FILE });
  }
  return found;
}

/** What a folder holds, sorted; listed entry by entry, because a folder may have millions. */
async function entriesOf(folder: string, walk: Walk): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  for await (const entry of await opendir(folder)) {
    walk.met += 1;
    if (walk.met > walk.budget.entries) throw new TooMany();
    if (!NO_SOURCE.test(entry.name)) entries.push(entry);
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
