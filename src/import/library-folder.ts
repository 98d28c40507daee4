import { open, mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { slugFromChinese } from '../domain/slug.ts';
import { LIBRARY_KINDS, type LibraryKind } from '../schemas/collections.ts';
import { idOfFile, listItemFiles } from '../source/content-files.ts';
import type { Draft } from './draft.ts';
import { originKeyOf } from './draft.ts';

/** What became of a draft: a new file, or the one that an earlier import of the same source has made. */
export interface Placed {
  /** Path relative to the folder. */
  file: string;
  outcome: 'new' | 'present';
}

/** A marker of a source stands in the first lines of a draft. */
const BYTES_OF_THE_HEAD = 1024;
const LONGEST_ID = 60;

/** The library of a content folder as drafts are put into it: nothing in it is ever overwritten. */
export class LibraryFolder {
  readonly #folder: string;
  readonly #dryRun: boolean;
  readonly #ids = new Map<LibraryKind, Set<string>>();
  readonly #fileOfOrigin = new Map<string, string>();

  private constructor(folder: string, dryRun: boolean) {
    this.#folder = folder;
    this.#dryRun = dryRun;
  }

  /** Reads which entries a folder holds and which sources they were made from. A missing folder is an empty library. */
  static async open(folder: string, dryRun: boolean): Promise<LibraryFolder> {
    const library = new LibraryFolder(folder, dryRun);
    for (const kind of LIBRARY_KINDS) {
      const files = await listItemFiles(folder, kind, 'markdown');
      library.#ids.set(kind, new Set(files.map(idOfFile)));
      for (const file of files) {
        const key = originKeyOf(await readHeadOf(join(folder, file)));
        if (key !== undefined) library.#fileOfOrigin.set(key, file);
      }
    }
    return library;
  }

  /** Writes a draft under a free name, unless its source was imported before. In a dry run nothing is written. */
  async place(draft: Draft, originKey: string): Promise<Placed> {
    const present = this.#fileOfOrigin.get(originKey);
    if (present !== undefined) return { file: present, outcome: 'present' };
    const file = await this.#writeUnderFreeName(draft);
    this.#fileOfOrigin.set(originKey, file);
    return { file, outcome: 'new' };
  }

  async #writeUnderFreeName({ kind, title, text }: Draft): Promise<string> {
    const ids = this.#ids.get(kind) ?? new Set();
    const wanted = slugFromChinese(title);
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? wanted : numbered(wanted, number);
      if (ids.has(id)) continue;
      ids.add(id);
      const file = `${kind}/${id}.md`;
      if (this.#dryRun || (await writeNew(join(this.#folder, kind), `${id}.md`, text))) return file;
    }
  }
}

function numbered(id: string, number: number): string {
  const ending = `-${number}`;
  return id.slice(0, LONGEST_ID - ending.length).replace(/-+$/, '') + ending;
}

async function readHeadOf(path: string): Promise<string> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(BYTES_OF_THE_HEAD), 0, BYTES_OF_THE_HEAD, 0);
    return buffer.toString('utf8', 0, bytesRead).replace(/\r\n/g, '\n');
  } finally {
    await file.close();
  }
}

/** Writes a file that does not exist yet; `false` where one of that name does. A file that could not be finished is taken away again. */
export async function writeNew(folder: string, name: string, text: string): Promise<boolean> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, name);
  let file;
  try {
    file = await open(path, 'wx');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  try {
    await file.writeFile(text);
    await file.close();
    return true;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}
