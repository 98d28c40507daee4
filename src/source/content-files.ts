import { constants } from 'node:fs';
import { access, lstat, opendir, readdir, realpath, stat } from 'node:fs/promises';
import { extname, join, parse } from 'node:path';
import { COLLECTIONS } from '../schemas/collections.ts';
import type { Fault } from './fault.ts';
import { folderRefusal } from './read-bytes.ts';

/** Folders of `content/` that hold files other than items. */
export const MEDIA_FOLDER = 'media';
/** Sources in Traditional characters, as `originals/texts/outline.txt` for `texts/outline`: kept by the import, read by nothing. */
export const ORIGINALS_FOLDER = 'originals';

export const EXTENSIONS = { markdown: ['.md', '.mdx'], yaml: ['.yaml'], table: ['.csv', '.xlsx'] } as const;

/** Files that systems and editors leave behind. */
export const LEFT_ALONE = /^[.~]|^(?:Thumbs\.db|desktop\.ini)$/i;

export type FileFormat = keyof typeof EXTENSIONS;

/**
 * Paths of a collection's files relative to the content folder, with `/` between parts, sorted.
 * A folder that is missing yields none; hidden files and files of another kind are passed over. Folders that cannot be read are as for `listFiles`.
 */
export async function listItemFiles(
  contentDir: string,
  folder: string,
  form: FileFormat,
  faults?: Fault[],
): Promise<string[]> {
  const wanted: readonly string[] = EXTENSIONS[form];
  return (await listFiles(contentDir, folder, faults)).filter((path) => wanted.includes(extname(path)));
}

/**
 * Everything below a folder of the content that is no folder, hidden files and editors' lock files aside, as sorted relative paths: also
 * pipes, links to nowhere and the like, which are found wanting when they are read. A folder that cannot be read is added to `faults`;
 * without that list it throws what the file system says.
 */
export async function listFiles(contentDir: string, folder: string, faults?: Fault[]): Promise<string[]> {
  const found: string[] = [];
  const queue = [folder];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    for (const entry of await entriesOf(contentDir, current, current === folder, faults)) {
      if (LEFT_ALONE.test(entry.name)) continue;
      const path = `${current}/${entry.name}`;
      if (entry.isDirectory()) queue.push(path);
      else found.push(path);
    }
  }
  return found.sort();
}

async function entriesOf(contentDir: string, folder: string, mayBeMissing: boolean, faults?: Fault[]) {
  const path = join(contentDir, folder);
  try {
    return await readdir(path, { withFileTypes: true });
  } catch (error) {
    if (mayBeMissing && (error as NodeJS.ErrnoException).code === 'ENOENT' && !(await isThere(path)))
      return [];
    if (!faults) throw error;
    faults.push({ file: folder, line: 1, column: 1, ...folderRefusal(error) });
    return [];
  }
}

/** Why a content folder as a whole cannot be read: it does not exist, access is denied, or it holds more than `mostFiles`. */
export async function contentFolderFault(
  contentDir: string,
  mostFiles = MOST_FILES,
): Promise<Fault | undefined> {
  const fault = (reason: string, remedy: string) => ({
    file: 'site.yaml',
    line: 1,
    column: 1,
    reason,
    remedy,
  });
  try {
    if (!(await stat(contentDir)).isDirectory())
      return fault(`${contentDir} 不是文件夹`, '把 CONTENT_DIR 改成内容所在的文件夹');
    if (isOfTheSystem(await realpath(contentDir)))
      return fault(`${contentDir} 是系统的文件夹，不能放内容`, '把 CONTENT_DIR 改成内容所在的文件夹');
    await access(contentDir, constants.R_OK | constants.X_OK);
    const beyond = await folderBeyondCount(contentDir, mostFiles);
    if (beyond === undefined) return undefined;
    const remedy = '把不是内容的文件移出去；内容确实这样多，就分成几个网站';
    return { ...fault(`内容里的文件超过 ${mostFiles} 个，没有读取`, remedy), file: beyond };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return fault(`没有内容文件夹 ${contentDir}`, '改正 CONTENT_DIR，或先建这个文件夹和里面的 site.yaml');
    const { reason, remedy } = folderRefusal(error);
    return fault(`内容${reason}：${contentDir}`, remedy);
  }
}

/** A whole disk, and what Linux only presents as files (`/proc`): reading them may never end, or have effects. */
function isOfTheSystem(path: string): boolean {
  return parse(path).root === path || /^\/(?:proc|sys|dev)(?:\/|$)/.test(path);
}

/** More files than any office has; reading them would take minutes. */
const MOST_FILES = 100_000;
/** Entries of a folder that are asked for together. */
const AT_ONCE = 1000;

/** The folder at which the files of all folders exceed the limit. An unreadable folder counts as empty here and is reported when it is read. */
async function folderBeyondCount(contentDir: string, mostFiles: number): Promise<string | undefined> {
  let count = 0;
  const queue = [...Object.keys(COLLECTIONS), MEDIA_FOLDER];
  for (let folder = queue.pop(); folder !== undefined; folder = queue.pop()) {
    const entries = await opendir(join(contentDir, folder), { bufferSize: AT_ONCE }).catch(() => []);
    for await (const entry of entries) {
      count += 1;
      if (count > mostFiles) return folder;
      if (entry.isDirectory()) queue.push(`${folder}/${entry.name}`);
    }
  }
  return undefined;
}

/** The first file that is found anywhere below a folder, hidden files and what cannot be read aside. */
export async function someFileIn(contentDir: string, folder: string): Promise<string | undefined> {
  const queue = [folder];
  for (let looked = 0; looked < MOST_FILES; looked += 1) {
    const current = queue.shift();
    if (current === undefined) return undefined;
    const entries = await readdir(join(contentDir, current), { withFileTypes: true }).catch(() => []);
    const known = entries
      .filter(({ name }) => !LEFT_ALONE.test(name))
      .sort((one, other) => (one.name < other.name ? -1 : 1));
    const file = known.find((entry) => !entry.isDirectory());
    if (file) return `${current}/${file.name}`;
    queue.push(...known.map(({ name }) => `${current}/${name}`));
  }
  return undefined;
}

/** Whether anything has that name, even a dangling link. */
async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** `a-b` of `texts/2026/a-b.mdx`: the file's name without folder and extension. */
export function idOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(0, name.length - extname(name).length);
}
