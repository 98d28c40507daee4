import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { withoutForbidden } from '../../domain/characters.ts';
import { readHead } from '../../source/plain-file.ts';
import { writeNew } from '../library-folder.ts';

/** The line that names a source stands among the first of a file. */
const BYTES_OF_THE_HEAD = 6000;

/** A file to be written into a content folder. */
export interface NewFile {
  /** `plans` */
  folder: string;
  /** The name wanted, without ending; a number is put behind it where it is taken. */
  name: string;
  ending: '.yaml' | '.csv';
  text: string;
}

/** Where a file was put. */
export interface PlacedFile {
  /** Path relative to the content folder. */
  file: string;
  outcome: 'new' | 'present';
}

/** The line that names a file's source, so that importing it twice changes nothing. */
export function originLine(fileName: string, bytes: Uint8Array): string {
  return `导入自 ${withoutForbidden(fileName).replace(/\s+/gu, ' ')} sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The file of a folder that was made from the source whose `originLine` this is. */
export async function madeFrom(
  contentDir: string,
  folder: string,
  origin: string,
): Promise<string | undefined> {
  const digest = origin.slice(origin.lastIndexOf('sha256:'));
  for (const name of await namesIn(contentDir, folder)) {
    if (extname(name) !== '.yaml') continue;
    const head = await readHead(join(contentDir, folder, name), BYTES_OF_THE_HEAD);
    if (head.includes(`${digest}\n`)) return `${folder}/${name}`;
  }
  return undefined;
}

/** The plans, ledgers and tables of what was handed in that a content folder has, as `plans/name.yaml`. */
export async function standingTables(contentDir: string): Promise<string[]> {
  const folders = ['plans', 'ledgers', 'receipts'];
  const names = await Promise.all(folders.map((folder) => namesIn(contentDir, folder)));
  return names.flatMap((each, index) => each.map((name) => `${folders[index] ?? ''}/${name}`));
}

/** A name that no file of the folder has, with any ending, and that is not among those `taken` as `plans/name`; it is then. */
export async function freeName(
  contentDir: string,
  folder: string,
  wanted: string,
  taken: Set<string>,
): Promise<string> {
  const present = new Set((await namesIn(contentDir, folder)).map((name) => name.replace(/\.[a-z]+$/, '')));
  let name = wanted;
  for (let number = 2; present.has(name) || taken.has(`${folder}/${name}`); number += 1)
    name = `${wanted}-${number}`;
  taken.add(`${folder}/${name}`);
  return name;
}

/** Writes files that do not exist yet; a file of the same name is left as it is. In a dry run nothing is written. */
export async function placeFiles(
  outDir: string,
  files: readonly NewFile[],
  dryRun: boolean,
): Promise<PlacedFile[]> {
  const placed: PlacedFile[] = [];
  for (const { folder, name, ending, text } of files) {
    const isThere = (await namesIn(outDir, folder)).includes(name + ending);
    const isNew = !isThere && (dryRun || (await writeNew(join(outDir, folder), name + ending, text)));
    placed.push({ file: `${folder}/${name}${ending}`, outcome: isNew ? 'new' : 'present' });
  }
  return placed;
}

export async function namesIn(contentDir: string, folder: string): Promise<string[]> {
  try {
    return await readdir(join(contentDir, folder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
