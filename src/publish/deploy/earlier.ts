import { createHash } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ownName } from '../../build-cache/own-name.ts';
import { noteOutput } from '../build/cache-folder.ts';
import { linkFile } from './exchange.ts';
import { bytesOf, isPlainFile } from './plain-files.ts';
import { recordSchema, type DeployRecord } from './record.ts';

/**
 * Where the generations before are kept, one of each served folder: inside the project, where no server looks, whatever it is. A folder
 * beside the served one may be served too, one inside it is by every server that shows files with a dot.
 */
export const EARLIER_FOLDER = '.deployed';

/** A generation kept aside: its record, and those of its files that the one after it has replaced or taken away. */
export interface Earlier {
  /** Folder of those files. The others lie in the served folder as they did. */
  files: string;
  record: DeployRecord;
}

/** The folder in which the generation before of a served folder is kept. */
export function folderOfEarlier(root: string, served: string): string {
  const name = createHash('sha256').update(served).digest('hex').slice(0, 16);
  return join(root, EARLIER_FOLDER, name);
}

/** The saved generation of that name, if any. */
export async function openEarlier(store: string, generation: string): Promise<Earlier | undefined> {
  const folder = join(store, generation);
  const bytes = await bytesOf(join(folder, RECORD)).catch(() => undefined);
  try {
    const record = recordSchema.safeParse(JSON.parse(bytes?.toString() ?? ''));
    return record.success ? { files: join(folder, FILES), record: record.data } : undefined;
  } catch {
    return undefined;
  }
}

const [RECORD, FILES] = ['record.json', 'files'];

/** A generation that is to be kept. */
export interface KeptGeneration {
  generation: string;
  record: DeployRecord;
  /** Whether it is kept already, and a deploy that did not end has changed some of its files. */
  isBegun: boolean;
}

/**
 * Keeps of a generation what is about to be replaced or taken away. Afterwards it is kept whole; what was kept of others stays until they are
 * forgotten. Throws what the file system says.
 */
export async function keepEarlier(
  store: string,
  { generation, record, isBegun }: KeptGeneration,
  served: string,
  changing: readonly string[],
): Promise<void> {
  const theirs = new Set([...record.files, ...record.current]);
  const paths = changing.filter((path) => theirs.has(path));
  const folder = join(store, generation);
  if (isBegun) {
    const files = join(folder, FILES);
    for (const path of paths)
      if (!(await isPlainFile(join(files, path)))) await linkFile(served, files, path);
    return;
  }
  await mkdir(store, { recursive: true, mode: 0o700 });
  await noteOutput(store, served);
  const making = ownName(join(store, 'making'));
  try {
    await mkdir(join(making, FILES), { recursive: true });
    for (const path of paths) await linkFile(served, join(making, FILES), path);
    await writeFile(join(making, RECORD), JSON.stringify(record));
    await rm(folder, { recursive: true, force: true });
    await rename(making, folder);
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** Removes every saved generation of a served folder but one; without one, the whole folder. */
export async function forgetEarlier(store: string, but: string | undefined): Promise<void> {
  if (but === undefined) {
    await rm(store, { recursive: true, force: true });
    return;
  }
  for (const entry of await readdir(store, { withFileTypes: true }).catch(() => [])) {
    if (entry.isDirectory() && entry.name !== but) {
      await rm(join(store, entry.name), { recursive: true, force: true });
    }
  }
}
