import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { readMedia, tracesOf, type KnownAttachments, type MediaTraces } from '../check/media.ts';
import { listFiles, MEDIA_FOLDER } from '../source/content-files.ts';
import type { Fault } from '../source/fault.ts';

/** What came of the files of `media/`. */
export interface PlacedMedia {
  faults: Fault[];
  traces: MediaTraces[];
}

/**
 * Puts into a printed site those files of `media/` to which its pages lead, each as it goes out, and no other. `wanted` are paths within the
 * site; one that is not there is left to the link check.
 */
export async function placeMedia(
  siteDir: string,
  contentDir: string,
  wanted: ReadonlySet<string>,
  known?: KnownAttachments,
): Promise<PlacedMedia> {
  const placed: PlacedMedia = { faults: [], traces: [] };
  if (wanted.size === 0) return placed;
  for (const file of await listFiles(contentDir, MEDIA_FOLDER, placed.faults)) {
    if (!wanted.has(`/${file}`)) continue;
    const read = await readMedia(contentDir, file);
    if ('refusal' in read) {
      placed.faults.push({ file, line: 1, column: 1, ...read.refusal });
      continue;
    }
    await mkdir(dirname(join(siteDir, file)), { recursive: true });
    await writeFile(join(siteDir, file), read.bytes);
    placed.traces.push(await tracesOf(file, read, known));
  }
  return placed;
}
