import { constants } from 'node:fs';
import { access, lstat, readdir, stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import type { Fault } from './fault.ts';
import { folderRefusal } from './read-bytes.ts';

/** Folders of `content/` that hold files other than items. */
export const MEDIA_FOLDER = 'media';
/** Sources in Traditional characters, as `originals/texts/outline.txt` for `texts/outline`: kept by the import, read by nothing. */
export const ORIGINALS_FOLDER = 'originals';

export const EXTENSIONS = { markdown: ['.md', '.mdx'], yaml: ['.yaml'], table: ['.csv', '.xlsx'] } as const;

/** Files that systems and editors leave behind. */
export const LEFT_ALONE = /^[.~]|^(?:Thumbs\.db|desktop\.ini)$/i;

export type FileForm = keyof typeof EXTENSIONS;

/**
 * Paths of a collection's files relative to the content folder, with `/` between parts, sorted.
 * A folder that is missing yields none; hidden files and files of another kind are passed over. Folders that cannot be read are as for `listFiles`.
 */
export async function listItemFiles(
  contentDir: string,
  folder: string,
  form: FileForm,
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

/** What keeps a content folder as a whole from being read: it is looked for in the wrong place, or closed to us. */
export async function contentFolderFault(contentDir: string): Promise<Fault | undefined> {
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
    await access(contentDir, constants.R_OK | constants.X_OK);
    return undefined;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      return fault(`没有内容文件夹 ${contentDir}`, '改正 CONTENT_DIR，或先建这个文件夹和里面的 site.yaml');
    const { reason, remedy } = folderRefusal(error);
    return fault(`内容${reason}：${contentDir}`, remedy);
  }
}

/** Whether something bears that name, if only a link to what is gone. */
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
