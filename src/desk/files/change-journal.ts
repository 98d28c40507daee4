import { readdir, readFile, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { isAbandoned, ownName } from '../../build-cache/own-name.ts';
import type { About } from './history.ts';
import { partsOfPlace } from './place.ts';
import { replaceOnDisk } from './write-to-disk.ts';

const STEM = '.change';

const journalSchema = z.object({
  title: z.string(),
  role: z.string().optional(),
  steps: z.array(
    z.object({
      file: z.string(),
      /** The digest of the file that is replaced or removed. */
      on: z.string().optional(),
      /** The name of the file beside it that holds its new bytes; without it the file is removed. */
      beside: z.string().optional(),
    }),
  ),
});

/** What a change of several files still has to do once all new bytes are on the disk. */
export type Journal = z.infer<typeof journalSchema>;
export type Step = Journal['steps'][number];

/** Writes down a change in the desk's own folder before its first step, so that the next desk can bring it to its end. Resolves to the journal's file. */
export async function writeJournal(
  deskFolder: string,
  { title, role }: About,
  steps: readonly Step[],
): Promise<string> {
  const file = join(deskFolder, ownName(STEM));
  await replaceOnDisk(file, Buffer.from(JSON.stringify({ title, role, steps })));
  return file;
}

/** A journal that a desk has left, having ended. */
export interface LeftJournal extends Journal {
  /** Where it stands, to be removed once its change is done. */
  path: string;
}

/** The changes that desks have begun and, having ended, will not finish. One that is damaged, or names what is not of the content, is removed. */
export async function leftJournals(deskFolder: string): Promise<LeftJournal[]> {
  const found: LeftJournal[] = [];
  for (const name of await readdir(deskFolder)) {
    if (!isAbandoned(name, STEM)) continue;
    const path = join(deskFolder, name);
    const journal = journalOf(await readFile(path, 'utf8').catch(() => ''));
    if (journal) found.push({ ...journal, path });
    else await rm(path, { force: true });
  }
  return found;
}

function journalOf(text: string): Journal | undefined {
  try {
    const journal = journalSchema.safeParse(JSON.parse(text)).data;
    return journal?.steps.every(isOurs) ? journal : undefined;
  } catch {
    return undefined;
  }
}

function isOurs({ file, beside }: Step): boolean {
  return partsOfPlace(file) !== undefined && (beside === undefined || beside === basename(beside));
}

/** Where the new bytes of a step lie. */
export function placeOfNew(folder: string, { file, beside = '' }: Step): string {
  return join(folder, dirname(file), beside);
}
