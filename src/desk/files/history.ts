import type { Commit } from '../../domain/desk/api.ts';
import { GitObjects } from './git-objects.ts';

/** A file before and after a change; `undefined` where there was none. */
export interface FileChange {
  file: string;
  before: Uint8Array | undefined;
  after: Uint8Array | undefined;
}

/** What the history says of a commit besides its id and files. */
export interface About {
  title: string;
  /** The role of whoever did it, never a name. */
  role?: string | undefined;
}

/** Every file that the desk has changed, before and after each change. What it never touched is not in it. */
export class History {
  readonly #objects: GitObjects;
  readonly #now: () => number;
  readonly #outside: string;

  private constructor(objects: GitObjects, outside: string, now: () => number) {
    this.#objects = objects;
    this.#outside = outside;
    this.#now = now;
  }

  /** Opens the history in a folder; `outside` is the title of a commit that keeps what somebody did elsewhere. */
  static async open(folder: string, outside: string, now: () => number = Date.now): Promise<History> {
    return new History(await GitObjects.open(folder), outside, now);
  }

  /** Keeps how files are now, where the history knows them otherwise or not at all: to be called before they are changed. */
  async keepBefore(changes: readonly FileChange[]): Promise<void> {
    const { tip, files } = await this.#state();
    const known = new Map(files);
    for (const { file, before } of changes) await this.#put(known, file, before);
    if (!isSame(known, files)) await this.#commit(tip, known, { title: this.#outside });
  }

  /** Keeps how files are after a change. */
  async keepAfter(changes: readonly FileChange[], about: About): Promise<void> {
    const { tip, files } = await this.#state();
    const known = new Map(files);
    for (const { file, after } of changes) await this.#put(known, file, after);
    if (!isSame(known, files)) await this.#commit(tip, known, about);
  }

  /** The newest commits first; of a file only those that changed it. */
  async list(most: number, file?: string): Promise<Commit[]> {
    const found: Commit[] = [];
    let id = await this.#objects.tip();
    while (id !== undefined && found.length < most) {
      const commit = await this.#read(id);
      const before = commit.parent === undefined ? NONE : await this.#filesOf(commit.parent);
      const files = changedBetween(before, await this.#filesOf(id));
      if (file === undefined || files.includes(file))
        found.push({
          id,
          title: commit.title,
          at: commit.at,
          files,
          ...(commit.role ? { role: commit.role } : {}),
        });
      id = commit.parent;
    }
    return found;
  }

  /** What a commit made of its files. Throws where there is no such commit. */
  async changesOf(id: string): Promise<FileChange[]> {
    const { parent } = await this.#read(id);
    const before = parent === undefined ? NONE : await this.#filesOf(parent);
    const after = await this.#filesOf(id);
    const bytesOf = (blob: string | undefined) => (blob === undefined ? undefined : this.#objects.read(blob));
    return Promise.all(
      changedBetween(before, after).map(async (file) => ({
        file,
        before: await bytesOf(before.get(file)),
        after: await bytesOf(after.get(file)),
      })),
    );
  }

  async #state(): Promise<{ tip: string | undefined; files: Files }> {
    const tip = await this.#objects.tip();
    return { tip, files: tip === undefined ? NONE : await this.#filesOf(tip) };
  }

  async #put(files: Map<string, string>, file: string, bytes: Uint8Array | undefined): Promise<void> {
    if (bytes === undefined) files.delete(file);
    else files.set(file, await this.#objects.keep('blob', bytes));
  }

  async #commit(parent: string | undefined, files: Files, { title, role }: About): Promise<void> {
    const seconds = Math.floor(this.#now() / 1000);
    const lines = [
      `tree ${await this.#keepTree(files)}`,
      ...(parent === undefined ? [] : [`parent ${parent}`]),
      `author ${WHO} ${seconds} +0800`,
      `committer ${WHO} ${seconds} +0800`,
      '',
      title.replace(/\s+/gu, ' '),
      ...(role === undefined ? [] : ['', `${ROLE}${role.replace(/\s+/gu, ' ')}`]),
      '',
    ];
    await this.#objects.setTip(await this.#objects.keep('commit', Buffer.from(lines.join('\n'))));
  }

  async #read(id: string): Promise<{ title: string; role?: string; at: string; parent?: string }> {
    const text = (await this.#objects.read(id)).toString('utf8');
    const [head = '', title = '', last = ''] = text.split('\n\n');
    const parent = /^parent ([0-9a-f]{40})$/m.exec(head)?.[1];
    const seconds = Number(/^committer .* (\d+) \+0800$/m.exec(head)?.[1] ?? 0);
    const role = last.startsWith(ROLE) ? last.slice(ROLE.length).trim() : undefined;
    return {
      title: title.trim(),
      at: new Date(seconds * 1000).toISOString(),
      ...(role === undefined ? {} : { role }),
      ...(parent === undefined ? {} : { parent }),
    };
  }

  async #filesOf(commit: string): Promise<Files> {
    const text = (await this.#objects.read(commit)).toString('latin1', 0, 'tree '.length + 40);
    return new Map(await this.#filesBelow(text.slice('tree '.length), ''));
  }

  async #filesBelow(tree: string, path: string): Promise<[string, string][]> {
    const found: [string, string][] = [];
    const bytes = await this.#objects.read(tree);
    for (let at = 0; at < bytes.length;) {
      const end = bytes.indexOf(0, at);
      const [mode = '', name = ''] = bytes.toString('utf8', at, end).split(/ (.*)/su);
      const id = bytes.toString('hex', end + 1, end + 21);
      if (mode === FOLDER) found.push(...(await this.#filesBelow(id, `${path}${name}/`)));
      else found.push([path + name, id]);
      at = end + 21;
    }
    return found;
  }

  async #keepTree(files: Files): Promise<string> {
    const inner = new Map<string, Map<string, string>>();
    const entries: { mode: string; name: string; id: string }[] = [];
    for (const [path, id] of files) {
      const slash = path.indexOf('/');
      if (slash < 0) entries.push({ mode: FILE, name: path, id });
      else {
        const folder = path.slice(0, slash);
        inner.set(folder, (inner.get(folder) ?? new Map<string, string>()).set(path.slice(slash + 1), id));
      }
    }
    for (const [name, below] of inner) entries.push({ mode: FOLDER, name, id: await this.#keepTree(below) });
    // Git's order: by bytes, a folder as if its name ended in a slash.
    const keyOf = ({ mode, name }: { mode: string; name: string }) =>
      Buffer.from(mode === FOLDER ? `${name}/` : name);
    const sorted = entries.sort((one, other) => Buffer.compare(keyOf(one), keyOf(other)));
    const bytes = sorted.flatMap(({ mode, name, id }) => [
      Buffer.from(`${mode} ${name}\0`),
      Buffer.from(id, 'hex'),
    ]);
    return this.#objects.keep('tree', Buffer.concat(bytes));
  }
}

/** Files of a commit: the ids of their bytes. */
type Files = ReadonlyMap<string, string>;

const NONE: Files = new Map();
const FILE = '100644';
const FOLDER = '40000';
const WHO = 'desk <desk@localhost>';
const ROLE = 'Role: ';

function isSame(one: Files, other: Files): boolean {
  return changedBetween(one, other).length === 0;
}

function changedBetween(before: Files, after: Files): string[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((file) => before.get(file) !== after.get(file))
    .sort();
}
