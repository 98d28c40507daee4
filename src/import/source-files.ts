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
const TOO_DEEP = `文件夹套了 ${FOLDER_BUDGET.levels} 层以上，没有再往里读；请挑出要导入的文件夹`;
const TOO_MANY = `文件夹里的文件超过 ${FOLDER_BUDGET.entries} 个，没有读；请分成几次导入，或挑出要导入的文件夹`;

class TooMany extends Error {}

/**
 * The files that paths name: a folder stands for all files in it and below, in the order of their names. Links inside of folders are not followed.
 * What cannot be read stays as it is, to fail by itself; a folder of too many files is refused whole.
 */
export async function sourcesIn(paths: readonly string[]): Promise<Source[]> {
  const found: Source[][] = [];
  for (const path of paths) {
    const isFolder = await stat(path).then(
      (entry) => entry.isDirectory(),
      () => false,
    );
    found.push(isFolder ? await sourcesOfFolder(path) : [{ path }]);
  }
  return found.flat();
}

async function sourcesOfFolder(path: string): Promise<Source[]> {
  try {
    return await sourcesBelow(path, 1, { met: 0 });
  } catch (error) {
    if (!(error instanceof TooMany)) throw error;
    return [{ path, refusal: TOO_MANY }];
  }
}

async function sourcesBelow(folder: string, level: number, count: { met: number }): Promise<Source[]> {
  if (level > FOLDER_BUDGET.levels) return [{ path: folder, refusal: TOO_DEEP }];
  let entries;
  try {
    entries = await entriesOf(folder, count);
  } catch (error) {
    if (error instanceof TooMany) throw error;
    return [{ path: folder }];
  }
  const found: Source[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await sourcesBelow(path, level + 1, count)));
    else if (entry.isFile()) found.push({ path });
    else found.push({ path, refusal: entry.isSymbolicLink() ? LINK : NO_FILE });
  }
  return found;
}

/** What a folder holds, sorted; listed entry by entry, because a folder may have millions. */
async function entriesOf(folder: string, count: { met: number }): Promise<Dirent[]> {
  const entries: Dirent[] = [];
  for await (const entry of await opendir(folder)) {
    count.met += 1;
    if (count.met > FOLDER_BUDGET.entries) throw new TooMany();
    if (!NO_SOURCE.test(entry.name)) entries.push(entry);
  }
  return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
}
