import { join } from 'node:path';
import { isCode, isOfSearch } from '../hosting/caching.ts';
import { bytesOf } from './plain-files.ts';
import { plain } from './record.ts';

/** A generation whose texts may be called back by a later one. */
export interface EarlierTexts {
  files: readonly string[];
  /** Folders in which its files are looked for, the first first. */
  folders: readonly string[];
}

/** A later generation. */
export interface LaterTexts {
  paths: readonly string[];
  /** Those of its pages that say that something was withdrawn. */
  tombstones: readonly string[];
}

/**
 * Whether a later generation calls back something of an earlier: an address that it lacks, of a page, a picture, a document, or one at which
 * it only says now that there was something. Names of scripts change with every edit, those of what search reads with every edit and version, and say nothing.
 */
export async function callsBack(later: LaterTexts, earlier: EarlierTexts): Promise<boolean> {
  const there = new Set(later.paths);
  const had = plain(earlier.files).filter((path) => !isCode(path) && !isOfSearch(path));
  if (had.some((path) => !there.has(path))) return true;
  for (const path of later.tombstones.filter((path) => had.includes(path))) {
    const before = await firstOf(earlier.folders, path);
    if (before === undefined || !isTombstone(before)) return true;
  }
  return false;
}

async function firstOf(folders: readonly string[], path: string): Promise<Buffer | undefined> {
  for (const folder of folders) {
    const bytes = await bytesOf(join(folder, path));
    if (bytes !== undefined) return bytes;
  }
  return undefined;
}

const WITHDRAWN = 'data-withdrawn';
const ON_MAIN = new RegExp(`<main\\b(?:"[^"]*"|'[^']*'|[^"'>])*?\\s${WITHDRAWN}[\\s=/>]`);

/** Whether a page says nothing but that what stood there was withdrawn. */
export function isTombstone(page: Buffer): boolean {
  return page.includes(WITHDRAWN) && ON_MAIN.test(page.toString());
}
