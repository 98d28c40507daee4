import { extname } from 'node:path';
import { endingOf } from '../../media/kinds.ts';
import { COLLECTIONS, type CollectionName } from '../../schemas/collections.ts';
import { EXTENSIONS, LEFT_ALONE, MEDIA_FOLDER } from '../../source/content-files.ts';
import { SITE_FILE } from '../../source/written-address.ts';

const LONGEST_PATH = 400;

/**
 * The parts of a path below the content folder, where the desk may touch a file of that path: `site.yaml`, or a file of a collection or of
 * `media/` by its extension. `undefined` for anything else, whatever it is meant to reach.
 */
export function partsOfPlace(file: string): string[] | undefined {
  if (file === SITE_FILE) return [file];
  const parts = file.split('/');
  const [folder = '', ...inner] = parts;
  if (file.length > LONGEST_PATH || inner.length === 0 || !inner.every(isName)) return undefined;
  if (folder === MEDIA_FOLDER) return endingOf(file) === undefined ? undefined : parts;
  if (!isCollection(folder)) return undefined;
  return extensionsOf(folder).includes(extname(file)) ? parts : undefined;
}

function isCollection(folder: string): folder is CollectionName {
  return Object.hasOwn(COLLECTIONS, folder);
}

function isName(part: string): boolean {
  return part !== '' && !LEFT_ALONE.test(part) && !/[\p{C}\\:*?"<>|]/u.test(part);
}

function extensionsOf(folder: CollectionName): readonly string[] {
  const own: readonly string[] = EXTENSIONS[COLLECTIONS[folder].format];
  return folder === 'ledgers' ? [...own, ...EXTENSIONS.table] : own;
}
