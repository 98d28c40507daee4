import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { temporaryFolder } from '../site.ts';
import type { Mutation } from './mutation.ts';
import { DEMO } from './samples.ts';

/** A copy of the demo office in which damaged files stand for a while. */
export class Office {
  readonly folder: string;
  readonly #sound: ReadonlySet<string>;

  private constructor(folder: string, sound: ReadonlySet<string>) {
    this.folder = folder;
    this.#sound = sound;
  }

  static async open(): Promise<Office> {
    const folder = await temporaryFolder();
    await cp(DEMO, folder, { recursive: true });
    return new Office(folder, new Set(await readdir(folder)));
  }

  /** Removes the copy. */
  async remove(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Puts the files of some mutations into the folder. */
  async put(mutations: readonly Mutation[]): Promise<void> {
    for (const { files } of mutations)
      for (const [path, bytes] of files) {
        await mkdir(dirname(join(this.folder, path)), { recursive: true });
        await writeFile(join(this.folder, path), bytes);
      }
  }

  /** Takes them out again and puts what they replaced back. */
  async clear(mutations: readonly Mutation[]): Promise<void> {
    for (const { files } of mutations) {
      for (const path of files.keys()) {
        const [top = path] = path.split('/');
        if (!this.#sound.has(top)) await rm(join(this.folder, top), { recursive: true, force: true });
        else await rm(join(this.folder, topmost(path)), { recursive: true, force: true });
        if (existsSync(join(DEMO, path))) await copyFile(join(DEMO, path), join(this.folder, path));
      }
    }
  }
}

/** A path up to its second part: folders within a folder of the content are all of mutations. */
function topmost(path: string): string {
  return path.split('/').slice(0, 2).join('/');
}
