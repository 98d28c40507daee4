import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Files that nobody wrote: hidden ones, and those that Word and WPS leave beside an open document. */
const NO_SOURCE = /^(?:\.|~\$|~.*\.tmp$|Thumbs\.db$|desktop\.ini$)/i;

/** The files that paths name: a folder stands for all files in it and below, in the order of their names. What cannot be read stays as it is, to fail by itself. */
export async function filesIn(paths: readonly string[]): Promise<string[]> {
  const found = await Promise.all(
    paths.map(async (path) => {
      const isFolder = await stat(path).then(
        (entry) => entry.isDirectory(),
        () => false,
      );
      return isFolder ? filesBelow(path).catch(() => [path]) : [path];
    }),
  );
  return found.flat();
}

async function filesBelow(folder: string): Promise<string[]> {
  const entries = (await readdir(folder, { withFileTypes: true })).filter(
    ({ name }) => !NO_SOURCE.test(name),
  );
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  const found = await Promise.all(
    entries.map((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return filesBelow(path);
      return entry.isFile() ? [path] : [];
    }),
  );
  return found.flat();
}
