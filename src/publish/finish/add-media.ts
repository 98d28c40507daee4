import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readMedia, tracesOf, type KnownAttachments, type MediaTraces } from '../../check/media.ts';
import { listFiles, MEDIA_FOLDER } from '../../source/content-files.ts';
import type { Fault } from '../../source/fault.ts';

/** What came of the files of `media/`. */
export interface AddedMedia {
  faults: Fault[];
  traces: MediaTraces[];
}

/**
 * Adds to a rendered site the files of `media/` that its pages lead to, in their published form, and no others. `wanted` are paths within the
 * site; missing ones are left to the link check.
 */
export async function addMedia(
  siteDir: string,
  contentDir: string,
  wanted: ReadonlySet<string>,
  known?: KnownAttachments,
): Promise<AddedMedia> {
  const added: AddedMedia = { faults: [], traces: [] };
  if (wanted.size === 0) return added;
  for (const file of await listFiles(contentDir, MEDIA_FOLDER, added.faults)) {
    if (!wanted.has(`/${file}`)) continue;
    const read = await readMedia(contentDir, file);
    if ('refusal' in read) {
      added.faults.push({ file, line: 1, column: 1, ...read.refusal });
      continue;
    }
    await mkdir(dirname(join(siteDir, file)), { recursive: true });
    await writeFile(join(siteDir, file), read.bytes);
    added.traces.push(await tracesOf(file, read, known));
  }
  return added;
}
