import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { lstat, readdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative, sep } from 'node:path';
import type { OtherDesk } from '../../domain/desk/api.ts';
import { ATTACHMENT_BUDGET } from '../../domain/budgets.ts';
import { makeFolder } from '../../source/make-folder.ts';
import { readPlainFile } from '../../source/plain-file.ts';
import { desk } from '../../strings/desk.ts';
import { leftJournals, placeOfNew, writeJournal, type Step } from './change-journal.ts';
import { OpenDesks } from './open-desks.ts';
import { History, type About, type FileChange } from './history.ts';
import { partsOfPlace } from './place.ts';
import { isLeftUnfinished, unfinishedBeside } from './unfinished.ts';
import { replaceOnDisk, writeToDisk } from './write-to-disk.ts';

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
  readonly #desks: OpenDesks;
  #turn: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, history: History, desks: OpenDesks) {
    this.folder = folder;
    this.history = history;
    this.#desks = desks;
  }

  /** Opens a content folder; a change that an earlier desk left in the middle is brought to its end, and what it had only begun is cleared away. Throws file-system errors. */
  static async open(contentDir: string): Promise<ContentFolder> {
    const folder = await realpath(contentDir);
    await makeFolder(join(folder, DESK_FOLDER));
    await writeFile(join(folder, DESK_FOLDER, '.gitignore'), '*\n');
    const history = await History.open(join(folder, DESK_FOLDER, HISTORY), desk.outside);
    const desks = await OpenDesks.join(join(folder, DESK_FOLDER));
    const content = new ContentFolder(folder, history, desks);
    // What another desk is in the middle of is not left over.
    if ((await desks.others()).length > 0) return content;
    await content.#finishLeft();
    await clearLeftovers(folder);
    return content;
  }

  /** Other desks that are open on the folder now. */
  others(): Promise<OtherDesk[]> {
    return this.#desks.others();
  }

  /** Notes that this desk is closed. */
  end(): Promise<void> {
    return this.#desks.end();
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
   * Writes files, all of them or none: once every new byte is on the disk the change is written down, so that whoever opens the folder after a crash
   * brings it to its end. Throws FileChanged before anything is changed, where one of them is not what its change was made on; NotOurs;
   * file-system errors.
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
    const changes = await this.#changesOf(writes);
    await this.history.keepBefore(changes);
    const steps: Step[] = [];
    let journal: string | undefined;
    try {
      for (const write of writes) steps.push(await this.#stage(write));
      // Writing took its time.
      await this.#changesOf(writes);
      journal = await writeJournal(join(this.folder, DESK_FOLDER), about, steps);
      await this.#takeSteps(steps, changes);
      await this.history.keepAfter(changes, about);
    } finally {
      for (const step of steps) if (step.beside) await rm(placeOfNew(this.folder, step), { force: true });
      if (journal !== undefined) await rm(journal, { force: true });
    }
  }

  /** What the writes change. Throws FileChanged where a file is not what its change was made on. */
  async #changesOf(writes: readonly Write[]): Promise<FileChange[]> {
    const changes: FileChange[] = [];
    for (const { file, bytes, on } of writes) {
      const now = await this.read(file);
      if (now?.digest !== on) throw new FileChanged(file, now);
      changes.push({ file, before: now?.bytes, after: bytes });
    }
    return changes;
  }

  /** Puts new bytes beside a file, whole and on the disk. */
  async #stage({ file, bytes, on }: Write): Promise<Step> {
    if (bytes === undefined) return { file, on };
    const path = join(this.folder, file);
    await makeFolder(dirname(path));
    await this.#requireInside(dirname(path), file);
    const mode = on === undefined ? undefined : (await stat(path)).mode;
    const beside = unfinishedBeside(path);
    await writeToDisk(beside, bytes, mode).catch(async (error: unknown) => {
      await rm(beside, { force: true });
      throw error;
    });
    return { file, on, beside: basename(beside) };
  }

  /** Takes the steps one after the other. Where the system refuses one, those before it are taken back, as far as it lets them be. */
  async #takeSteps(steps: readonly Step[], changes: readonly FileChange[]): Promise<void> {
    for (const [index, step] of steps.entries()) {
      try {
        await takeStep(this.folder, step);
      } catch (error) {
        for (const change of changes.slice(0, index)) await this.#takeBack(change).catch(() => undefined);
        throw error;
      }
    }
  }

  async #takeBack({ file, before }: FileChange): Promise<void> {
    const path = join(this.folder, file);
    if (before === undefined) return rm(path, { force: true });
    await replaceOnDisk(path, before);
  }

  /** Brings changes to their end that desks have left in the middle: what somebody has changed meanwhile stays as it is. */
  async #finishLeft(): Promise<void> {
    for (const { path, steps, ...about } of await leftJournals(join(this.folder, DESK_FOLDER))) {
      const changes: FileChange[] = [];
      for (const step of steps) {
        const isStaged = step.beside === undefined || existsSync(placeOfNew(this.folder, step));
        const isAsItWas = async () => (await this.read(step.file))?.digest === step.on;
        // What has become a link or a folder is somebody else's by now.
        if (isStaged && (await isAsItWas().catch(() => false))) await takeStep(this.folder, step);
        const after = await this.read(step.file).catch(() => undefined);
        changes.push({ file: step.file, before: undefined, after: after?.bytes });
      }
      await this.history.keepAfter(changes, about);
      await rm(path, { force: true });
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

/** Gives new bytes the name of their file, or takes a file away. */
async function takeStep(folder: string, step: Step): Promise<void> {
  const path = join(folder, step.file);
  if (step.beside !== undefined) await rename(placeOfNew(folder, step), path);
  else if (step.on !== undefined) await rm(path);
}

/** Takes away files that a desk began and did not finish. */
async function clearLeftovers(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true });
  const left = names.filter(isLeftUnfinished);
  await Promise.all(left.map((name) => rm(join(folder, name), { force: true })));
}
