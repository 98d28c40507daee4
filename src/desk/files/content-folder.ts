import { createHash } from 'node:crypto';
import { lstat, open, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { ATTACHMENT_BUDGET } from '../../domain/budgets.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { readPlainFile } from '../../source/plain-file.ts';
import { desk } from '../../strings/desk.ts';
import { History, type About, type FileChange } from './history.ts';
import { partsOfPlace } from './place.ts';
import { isLeftUnfinished, unfinishedBeside } from './unfinished.ts';

/** A file as it is now. */
export interface FileState {
  bytes: Buffer;
  /** SHA-256 in hexadecimal. */
  digest: string;
}

/** Thrown where a file is not what a change was made on; holds what it is now, `undefined` where it is gone. */
export class FileChanged extends Error {
  override name = 'FileChanged';
  readonly file: string;
  readonly now: FileState | undefined;

  constructor(file: string, now: FileState | undefined) {
    super(now ? desk.changedMeanwhile(file) : desk.goneMeanwhile(file));
    this.file = file;
    this.now = now;
  }
}

/** Thrown for a path that the desk does not touch; the message says so in Chinese. */
export class NotOurs extends Error {
  override name = 'NotOurs';
}

/** What to do with a file. */
export interface Write {
  file: string;
  /** The whole new file; `undefined` removes it. */
  bytes: Uint8Array | undefined;
  /** The digest of the file that the change was made on; `undefined` where there is to be none. */
  on: string | undefined;
}

/** The desk's own folder within the content: nothing else reads it. */
export const DESK_FOLDER = '.zhixing';
const HISTORY = 'history.git';

/**
 * The files of a content folder as the desk writes them: whole or not at all, never over what somebody else has changed meanwhile, and with what was
 * there before kept.
 */
export class ContentFolder {
  readonly folder: string;
  readonly history: History;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, history: History) {
    this.folder = folder;
    this.history = history;
  }

  /** Opens a content folder; what an earlier desk left half written is cleared away. Throws file-system errors. */
  static async open(contentDir: string): Promise<ContentFolder> {
    const folder = await realpath(contentDir);
    await makeFolder(join(folder, DESK_FOLDER));
    await writeFile(join(folder, DESK_FOLDER, '.gitignore'), '*\n');
    await clearLeftovers(folder);
    return new ContentFolder(folder, await History.open(join(folder, DESK_FOLDER, HISTORY), desk.outside));
  }

  /** A file as it is now; `undefined` where there is none. Throws NotOurs and file-system errors. */
  async read(file: string): Promise<FileState | undefined> {
    const path = await this.#pathOf(file);
    if (path === undefined) return undefined;
    const { bytes, trouble } = await readPlainFile(path, ATTACHMENT_BUDGET.bytes);
    if (!bytes) throw new NotOurs(desk.notReadable(file, trouble));
    return { bytes, digest: digestOf(bytes) };
  }

  /**
   * Writes files one after the other, each whole or not at all. Throws FileChanged before anything is written, where one of them is not what its change
   * was made on; NotOurs; file-system errors.
   */
  write(writes: readonly Write[], about: About): Promise<void> {
    const turn = this.#turn.then(() => this.#writeInTurn(writes, about));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** Keeps in the history what a rule of the project has written into the folder by itself. */
  async keepNew(files: readonly string[], about: About): Promise<void> {
    const changes: FileChange[] = [];
    for (const file of files)
      changes.push({ file, before: undefined, after: (await this.read(file))?.bytes });
    const turn = this.#turn.then(() => this.history.keepAfter(changes, about));
    this.#turn = turn.catch(() => undefined);
    await turn;
  }

  async #writeInTurn(writes: readonly Write[], about: About): Promise<void> {
    const changes: FileChange[] = [];
    for (const { file, bytes, on } of writes) {
      const now = await this.read(file);
      if (now?.digest !== on) throw new FileChanged(file, now);
      changes.push({ file, before: now?.bytes, after: bytes });
    }
    await this.history.keepBefore(changes);
    for (const { file, bytes, on } of writes) {
      if (bytes !== undefined) await this.#put(file, bytes, on);
      else if (on !== undefined) await rm(join(this.folder, file));
    }
    await this.history.keepAfter(changes, about);
  }

  async #put(file: string, bytes: Uint8Array, on: string | undefined): Promise<void> {
    const path = join(this.folder, file);
    await makeFolder(dirname(path));
    await this.#requireInside(dirname(path), file);
    const mode = on === undefined ? undefined : (await stat(path)).mode;
    const beside = unfinishedBeside(path);
    try {
      await writeToDisk(beside, bytes, mode);
      const now = await this.read(file);
      if (now?.digest !== on) throw new FileChanged(file, now);
      await rename(beside, path);
    } finally {
      await rm(beside, { force: true });
    }
  }

  /** The path of a file that is there. */
  async #pathOf(file: string): Promise<string | undefined> {
    const parts = partsOfPlace(file);
    if (!parts) throw new NotOurs(desk.notOurs(file));
    const path = join(this.folder, ...parts);
    const about = await lstat(path).catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
      throw error;
    });
    if (!about) return undefined;
    if (about.isSymbolicLink()) throw new NotOurs(desk.isLink(file));
    await this.#requireInside(dirname(path), file);
    return path;
  }

  async #requireInside(folder: string, file: string): Promise<void> {
    const inner = relative(this.folder, await realpath(folder));
    if (inner.split(sep)[0] === '..') throw new NotOurs(desk.isLink(file));
  }
}

export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function writeToDisk(path: string, bytes: Uint8Array, mode: number | undefined): Promise<void> {
  const file = await open(path, 'wx', mode);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Takes away files that a desk began and did not finish. */
async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const left = names.filter(isLeftUnfinished);
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}
