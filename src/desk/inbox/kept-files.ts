import { randomUUID } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { makeFolder } from '../../source/make-folder.ts';

const NOTE = 'held.json';
const noteSchema = z.object({
  /** Its name as it was brought in. */
  name: z.string(),
  /** What a person took it for, and rules that were left out. */
  kind: z.string().optional(),
  without: z.array(z.string()),
});

/** What is to be known of a file when the desk is opened again. */
export type Note = z.infer<typeof noteSchema>;

/** A file that waits to be decided on. */
export interface KeptFile extends Note {
  /** A folder of its own. */
  folder: string;
  path: string;
  bytes: number;
}

/** Keeps a file that was brought in, in a folder of its own within another, until it is forgotten. Throws file-system errors. */
export async function keepFile(inbox: string, name: string, bytes: Uint8Array): Promise<KeptFile> {
  // Names of folders stand in the order in which files came.
  const folder = join(inbox, `${Date.now()}-${randomUUID()}`);
  await makeFolder(folder);
  const path = join(folder, nameOnDisk(name));
  await writeFile(path, bytes, { flag: 'wx' });
  const kept = { name, without: [], folder, path, bytes: bytes.byteLength };
  await noteFile(kept);
  return kept;
}

/** Notes what a person has decided of a file. Throws file-system errors. */
export async function noteFile({ folder, name, kind, without }: Note & { folder: string }): Promise<void> {
  await writeFile(join(folder, NOTE), JSON.stringify({ name, kind, without }));
}

/** The files that an earlier desk has kept, in the order in which they came; what is not whole is removed. */
export async function keptFiles(inbox: string): Promise<KeptFile[]> {
  const found: KeptFile[] = [];
  for (const name of (await readdir(inbox).catch(() => [])).sort()) {
    const folder = join(inbox, name);
    const kept = await keptIn(folder);
    if (kept) found.push(kept);
    else await forgetFile({ folder });
  }
  return found;
}

/** Forgets a file. */
export async function forgetFile({ folder }: Pick<KeptFile, 'folder'>): Promise<void> {
  await rm(folder, { recursive: true, force: true });
}

async function keptIn(folder: string): Promise<KeptFile | undefined> {
  try {
    const note = noteSchema.parse(JSON.parse(await readFile(join(folder, NOTE), 'utf8')));
    const path = join(folder, nameOnDisk(note.name));
    return { ...note, folder, path, bytes: (await stat(path)).size };
  } catch {
    return undefined;
  }
}

const LONGEST_NAME = 200;

/** A name that every disk takes, with the ending that says what the file is; the import reads titles from it. */
export function nameOnDisk(name: string): string {
  const plain = name.replace(/[\p{C}\\/:*?"<>|]/gu, '_').replace(/^\.+/, '_');
  const characters = Array.from(plain);
  while (Buffer.byteLength(characters.join('')) > LONGEST_NAME) characters.shift();
  const fitting = characters.join('') || '_';
  return fitting === NOTE ? `_${fitting}` : fitting;
}
