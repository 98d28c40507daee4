import { readdirSync } from 'node:fs';
import { lstat, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ownName } from '../../build-cache/own-name.ts';
import type { Settings } from '../../source/settings.ts';

/** By this file a build knows its own output again. Servers do not show it, and it says nothing that the site does not. */
export const MARK_FILE = '.zhixing.json';

/** What a site was built for. */
export const purposeSchema = z.object({
  basePath: z.string(),
  siteUrl: z.string(),
  audience: z.enum(['public', 'internal']),
  drafts: z.boolean(),
});

export type Purpose = z.infer<typeof purposeSchema>;

const markSchema = z.object({
  maker: z.literal('zhixing'),
  purpose: purposeSchema,
  /** Every file that the build wrote, `/` between parts; any other file there is somebody else's. */
  files: z.array(z.string()),
});

export type Mark = z.infer<typeof markSchema>;

/** What the settings say that a site is to be built for. */
export function purposeOf({ basePath, siteUrl, audience, drafts }: Settings): Purpose {
  return { basePath, siteUrl, audience, drafts };
}

/** Marks a finished site, of these files, as built for a purpose. Equal sites have equal marks. */
export async function markSite(folder: string, purpose: Purpose, files: readonly string[]): Promise<void> {
  await writeMark(folder, { maker: 'zhixing', purpose, files: [...files, MARK_FILE].sort() });
}

/** The mark of a folder; `undefined` without a valid one. */
export async function readMark(folder: string): Promise<Mark | undefined> {
  const file = join(folder, MARK_FILE);
  try {
    if (!(await lstat(file)).isFile()) return undefined;
    return markSchema.safeParse(JSON.parse(await readFile(file, 'utf8'))).data;
  } catch {
    return undefined;
  }
}

/** Notes files that are about to be put into a marked site. Does nothing where there is no mark. */
export async function addToMark(folder: string, files: readonly string[]): Promise<void> {
  const mark = await readMark(folder);
  if (mark) await writeMark(folder, { ...mark, files: [...new Set([...mark.files, ...files])].sort() });
}

async function writeMark(folder: string, mark: Mark): Promise<void> {
  const writing = ownName(join(folder, MARK_FILE));
  try {
    await writeFile(writing, JSON.stringify(mark));
    await rename(writing, join(folder, MARK_FILE));
  } finally {
    await rm(writing, { force: true });
  }
}

/** A file, link or other thing in a folder that is not itself a folder. */
export interface Inside {
  path: string;
  isFile: boolean;
}

/** Everything below a folder but folders, `/` between parts. Links are not followed. */
export function filesInside(folder: string): Inside[] {
  const found: Inside[] = [];
  const folders = [''];
  for (const inner of folders) {
    for (const entry of readdirSync(join(folder, inner), { withFileTypes: true })) {
      const path = inner + entry.name;
      if (entry.isDirectory()) folders.push(`${path}/`);
      else found.push({ path, isFile: entry.isFile() });
    }
  }
  return found;
}
