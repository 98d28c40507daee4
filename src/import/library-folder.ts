import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { slugFromChinese } from '../domain/slug.ts';
import { LIBRARY_KINDS, type LibraryKind } from '../schemas/collections.ts';
import { idOfFile, listFiles, listItemFiles, ORIGINALS_FOLDER } from '../source/content-files.ts';
import { makeFolder } from '../source/make-folder.ts';
import { readHead } from '../source/plain-file.ts';
import { originKeyOf, type NewDraft } from './draft.ts';

/** What became of a draft: a new file, or the one that an earlier import of the same source has made. */
export interface Placed {
  /** Path relative to the folder. */
  file: string;
  outcome: 'new' | 'present';
  /** Where the source is kept as it was, if it is; relative to the folder. */
  original?: string;
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
      const originals = await listFiles(folder, `${ORIGINALS_FOLDER}/${kind}`);
      library.#ids.set(kind, new Set([...files, ...originals].map(idOfFile)));
      for (const file of files) {
        const key = originKeyOf(await readHeadOf(join(folder, file)));
        if (key !== undefined) library.#fileOfOrigin.set(key, file);
      }
    }
    return library;
  }

  /** Writes a draft under a free name, unless its source was imported before. In a dry run nothing is written. */
  async place(draft: NewDraft, originKey: string): Promise<Placed> {
    const present = this.#fileOfOrigin.get(originKey);
    if (present !== undefined) return { file: present, outcome: 'present' };
    const placed = await this.#writeUnderFreeName(draft);
    this.#fileOfOrigin.set(originKey, placed.file);
    return { ...placed, outcome: 'new' };
  }

  async #writeUnderFreeName(draft: NewDraft): Promise<Omit<Placed, 'outcome'>> {
    const { kind, title, original } = draft;
    const ids = this.#ids.get(kind) ?? new Set();
    const wanted = slugFromChinese(title);
    for (let number = 1; ; number += 1) {
      const id = number === 1 ? wanted : numbered(wanted, number);
      if (ids.has(id)) continue;
      ids.add(id);
      const placed = {
        file: `${kind}/${id}.md`,
        ...(original === undefined ? {} : { original: `${ORIGINALS_FOLDER}/${kind}/${id}.txt` }),
      };
      if (this.#dryRun || (await this.#write(draft, placed))) return placed;
    }
  }

  /** Writes a draft, and before it the original that it may not be without; `false`, with nothing written, where a name is taken. */
  async #write({ text, original = '' }: NewDraft, placed: Omit<Placed, 'outcome'>): Promise<boolean> {
    if (placed.original !== undefined && !(await this.#writeNew(placed.original, original))) return false;
    try {
      if (await this.#writeNew(placed.file, text)) return true;
    } catch (error) {
      await this.#takeBack(placed.original);
      throw error;
    }
    await this.#takeBack(placed.original);
    return false;
  }

  #writeNew(file: string, text: string): Promise<boolean> {
    const path = join(this.#folder, file);
    return writeNew(dirname(path), basename(path), text);
  }

  async #takeBack(file: string | undefined): Promise<void> {
    if (file !== undefined) await rm(join(this.#folder, file), { force: true });
  }
}

function numbered(id: string, number: number): string {
  const ending = `-${number}`;
  return id.slice(0, LONGEST_ID - ending.length).replace(/-+$/, '') + ending;
}

async function readHeadOf(path: string): Promise<string> {
  return (await readHead(path, BYTES_OF_THE_HEAD)).toString('utf8').replace(/\r\n/g, '\n');
}

/** Writes a file that does not exist yet; `false` where one of that name does. A file that could not be finished is taken away again. */
export async function writeNew(folder: string, name: string, text: string): Promise<boolean> {
  await makeFolder(folder);
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
