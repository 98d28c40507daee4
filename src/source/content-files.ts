import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';

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
 * A folder that is missing yields none; hidden files and files of another kind are passed over.
 */
export async function listItemFiles(contentDir: string, folder: string, form: FileForm): Promise<string[]> {
  const wanted: readonly string[] = EXTENSIONS[form];
  return (await listFiles(contentDir, folder)).filter((path) => wanted.includes(extname(path)));
}

/** Every file below a folder of the content, hidden ones and editors' lock files aside, as sorted relative paths. */
export async function listFiles(contentDir: string, folder: string): Promise<string[]> {
  const found: string[] = [];
  const queue = [folder];
  for (let current = queue.pop(); current !== undefined; current = queue.pop()) {
    for (const entry of await entriesOf(join(contentDir, current))) {
      if (LEFT_ALONE.test(entry.name)) continue;
      const path = `${current}/${entry.name}`;
      if (entry.isDirectory()) queue.push(path);
      else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
    }
  }
  return found.sort();
}

async function entriesOf(folder: string) {
  try {
    return await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** `a-b` of `texts/2026/a-b.mdx`: the file's name without folder and extension. */
export function idOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name.slice(0, name.length - extname(name).length);
}
