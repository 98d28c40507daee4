import { relative } from 'node:path';

/** How the entries of Astro's store name the files of the content. */
export interface EntryPaths {
  /** The path of an entry, relative to the project's folder, for a file relative to the content folder. */
  pathOf(file: string): string;
  /** The other way round. */
  fileOf(path: string): string;
}

/** Paths of the files of a content folder, which may lie outside the project, from the project's folder. */
export function entryPaths(contentDir: string, root: string): EntryPaths {
  const folder = `${relative(root, contentDir).replaceAll('\\', '/') || '.'}/`;
  return { pathOf: (file) => folder + file, fileOf: (path) => path.slice(folder.length) };
}
