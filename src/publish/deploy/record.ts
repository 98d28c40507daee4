import { join } from 'node:path';
import { z } from 'zod';
import { DeployError } from './deploy-error.ts';
import { bytesOf } from './plain-files.ts';

/** Where a served folder keeps what was put into it. nginx does not show it. */
export const RECORD_FILE = '.deployed.json';

/** A record lies where others may write; a path in it must not lead out of the folder. */
const path = z.string().refine((text) => !/^[/\\]|^[a-z]:[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(text));

const recordSchema = z.object({
  /** Files of the site that bear their own names: whatever else lies there is somebody else's. */
  files: z.array(path),
  /** Files named by their content, of the generation that is served, and of the one before. */
  current: z.array(path),
  previous: z.array(path),
  /** Files named by their content that a deploy put there, or was to, that has not ended. */
  left: z.array(path).default([]),
});

/** What lies in a served folder by our doing. Paths are relative to it, `/` between parts. */
export type DeployRecord = z.infer<typeof recordSchema>;

/** The record of a served folder; an empty one where nothing was put there yet. Throws DeployError where it cannot be understood. */
export async function readRecord(folder: string): Promise<DeployRecord> {
  const file = join(folder, RECORD_FILE);
  const bytes = await bytesOf(file);
  if (bytes === undefined) return { files: [], current: [], previous: [], left: [] };
  const record = recordSchema.safeParse(plainJson(bytes.toString()));
  if (record.success) return record.data;
  throw new DeployError(
    `${file} 记着放进去过哪些文件，现在读不懂 — 有备份就恢复它；没有就删掉它再运行一遍，此后不再用的旧文件要自己清理`,
  );
}

function plainJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * The record after a generation has taken the place of another. The same generation put there again stays the same, so that deploying
 * twice costs no reader the files of the one before; one that was put there in part had readers too.
 */
export function nextRecord(before: DeployRecord, files: string[], named: string[]): DeployRecord {
  const isSame = JSON.stringify(plain(before.current)) === JSON.stringify(plain(named));
  const previous = new Set([...(isSame ? before.previous : before.current), ...before.left]);
  for (const path of named) previous.delete(path);
  return { files, current: named, previous: [...previous].sort(), left: [] };
}

/** The record while one takes the place of the other: every file of both is known as ours, so that a deploy that stops is put right by the next. */
export function recordBetween(before: DeployRecord, after: DeployRecord): DeployRecord {
  return {
    ...before,
    files: [...new Set([...before.files, ...after.files])].sort(),
    left: [...new Set([...before.left, ...after.current])].sort(),
  };
}

/** The files that a record before knows as ours and that the one after has no place for. */
export function filesToRemove(before: DeployRecord, after: DeployRecord): string[] {
  const kept = new Set([...after.files, ...after.current, ...after.previous]);
  const ours = new Set([...before.files, ...before.current, ...before.previous, ...before.left]);
  return [...ours].filter((path) => !kept.has(path));
}

/** Without compressed forms, which may come and go with the server. */
function plain(files: readonly string[]): string[] {
  return files.filter((path) => !/\.(?:gz|br)$/.test(path));
}
