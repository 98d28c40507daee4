import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { neededBy } from '../../domain/site-references.ts';

const TEXT = /(\/|\.html|\.css|\.js)$/;

/**
 * The pages and every file they need, at once or later, by site-relative address in the order in which they are found. Throws when one is not in
 * the built site.
 */
export async function filesOf(
  siteDir: string,
  pages: readonly string[],
  basePath: string,
): Promise<Map<string, Buffer>> {
  const found = new Map<string, Buffer>();
  const waiting = new Set(pages);
  for (const address of waiting) {
    const bytes = await readFile(join(siteDir, filePath(address)));
    found.set(address, bytes);
    if (!TEXT.test(address)) continue;
    for (const next of neededBy(bytes.toString('utf8'), address, basePath, 'all')) waiting.add(next);
  }
  return found;
}

/** The file of an address, below the folder of the site. */
export function filePath(address: string): string {
  return decodeURIComponent(address.slice(1)).replace(/(^|\/)$/, '$1index.html');
}
