import { createHash } from 'node:crypto';
import { readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import { makeFolder } from '../../source/make-folder.ts';
import { unfinishedBeside } from './unfinished.ts';

/** The objects of Git as files of their own (https://git-scm.com/docs/gitformat-loose): no packs, no index, one branch. Plain Git reads them. */
export class GitObjects {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** Opens a repository, made where there is none. */
  static async open(folder: string): Promise<GitObjects> {
    await makeFolder(join(folder, 'objects'));
    await makeFolder(join(folder, 'refs/heads'));
    for (const [name, text] of Object.entries(FILES))
      if (!(await isThere(join(folder, name)))) await writeWhole(join(folder, name), text);
    return new GitObjects(folder);
  }

  /** Keeps bytes, once however often they are given. Returns their id. */
  async keep(type: ObjectType, bytes: Uint8Array): Promise<string> {
    const whole = Buffer.concat([Buffer.from(`${type} ${bytes.length}\0`), bytes]);
    const id = createHash('sha1').update(whole).digest('hex');
    const path = this.#pathOf(id);
    await makeFolder(join(path, '..'));
    await writeWhole(path, await packed(whole));
    return id;
  }

  /** What was kept under an id. Throws where nothing was. */
  async read(id: string): Promise<Buffer> {
    const whole = await unpacked(await readFile(this.#pathOf(id)));
    return whole.subarray(whole.indexOf(0) + 1);
  }

  /** The newest commit, where there is one. */
  async tip(): Promise<string | undefined> {
    const text = await readFile(join(this.#folder, BRANCH), 'utf8').catch(() => '');
    return /^[0-9a-f]{40}$/.exec(text.trim())?.[0];
  }

  async setTip(id: string): Promise<void> {
    await writeWhole(join(this.#folder, BRANCH), `${id}\n`);
  }

  #pathOf(id: string): string {
    return join(this.#folder, 'objects', id.slice(0, 2), id.slice(2));
  }
}

export type ObjectType = 'blob' | 'tree' | 'commit';

const BRANCH = 'refs/heads/main';
const FILES = {
  HEAD: `ref: ${BRANCH}\n`,
  config: '[core]\n\trepositoryformatversion = 0\n\tfilemode = false\n\tbare = true\n',
};

const packed = promisify(deflate) as (bytes: Uint8Array) => Promise<Buffer>;
const unpacked = promisify(inflate) as (bytes: Uint8Array) => Promise<Buffer>;

async function isThere(path: string): Promise<boolean> {
  return (await stat(path).catch(() => undefined)) !== undefined;
}

async function writeWhole(path: string, bytes: string | Uint8Array): Promise<void> {
  const beside = unfinishedBeside(path);
  try {
    await writeFile(beside, bytes, { flag: 'wx' });
    await rename(beside, path);
  } finally {
    await rm(beside, { force: true });
  }
}
