import { join } from 'node:path';
import { z } from 'zod';
import { isCode } from '../hosting/caching.ts';
import { purposeSchema, type Purpose } from '../build/mark.ts';
import { DeployError } from './deploy-error.ts';
import { bytesOf } from './plain-files.ts';

/** Where a served folder keeps what was put into it. Servers do not show it. */
export const RECORD_FILE = '.deployed.json';

/** A record lies where others may write; a path in it must not lead out of the folder. */
const path = z.string().refine((text) => !/^[/\\]|^[a-z]:[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)/i.test(text));

/** Names a generation by a digest of all that it holds. */
const generation = z.string().regex(/^[0-9a-f]+$/);

/** Why there is no generation before to go back to: something was withdrawn since, or it is the one that is served. */
const REASONS = ['withdrawn', 'wentBack'] as const;

export const recordSchema = z.object({
  /** Files of the site; all others are left alone. */
  files: z.array(path),
  /** Scripts and styles, named by their content, of the generation that is served, and of the one before. */
  current: z.array(path),
  previous: z.array(path),
  /** Those that a deploy put there, or was to, that has not ended. */
  left: z.array(path).default([]),
  /** What the site was built for, the generation that is served, and the one that is replacing it. */
  purpose: purposeSchema.optional(),
  generation: generation.optional(),
  coming: generation.optional(),
  /** The generation before, where it is kept aside, or why it is not. */
  earlier: generation.optional(),
  noEarlier: z.enum(REASONS).optional(),
});

/** What lies in a served folder by our doing. Paths are relative to it, `/` between parts. */
export type DeployRecord = z.infer<typeof recordSchema>;

/** A generation of a site as it is served. */
export interface Generation {
  /** Its files, compressed forms included. */
  paths: readonly string[];
  generation: string | undefined;
  purpose: Purpose | undefined;
}

/** Which generation is kept aside as the one before. */
export type BeforeIt = Pick<DeployRecord, 'earlier' | 'noEarlier'>;

/** The record of a served folder; an empty one where nothing was put there yet. Throws DeployError where it cannot be understood. */
export async function readRecord(folder: string): Promise<DeployRecord> {
  const file = join(folder, RECORD_FILE);
  const bytes = await bytesOf(file);
  if (bytes === undefined) return { files: [], current: [], previous: [], left: [] };
  const record = recordSchema.safeParse(plainJson(bytes.toString()));
  if (record.success) return record.data;
  throw new DeployError(
    `${file} 记着放进去过哪些文件，现在读不懂 — 有备份就恢复它；没有就删掉它，加上 --move 再运行一遍，此后不再用的旧文件要自己清理`,
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
 * The record after a generation has taken the place of another. Scripts and styles of the one before stay, and nothing that holds content.
 * The same scripts put there again stay the same, so that deploying twice costs no reader those of the one before; a generation that was
 * put there in part had readers too.
 */
export function nextRecord(before: DeployRecord, now: Generation, beforeIt: BeforeIt): DeployRecord {
  const current = now.paths.filter(isCode);
  const isSame = JSON.stringify(plain(before.current.filter(isCode))) === JSON.stringify(plain(current));
  const previous = new Set([...(isSame ? before.previous : before.current), ...before.left].filter(isCode));
  for (const path of current) previous.delete(path);
  return {
    files: now.paths.filter((path) => !isCode(path)),
    current,
    previous: [...previous].sort(),
    left: [],
    purpose: now.purpose,
    generation: now.generation,
    ...beforeIt,
  };
}

/**
 * The record while one takes the place of the other: every file of both is known as ours, so that a deploy that stops is put right by the
 * next, and the generation that can be gone back to is the one that was whole.
 */
export function recordBetween(before: DeployRecord, after: DeployRecord, beforeIt: BeforeIt): DeployRecord {
  return {
    ...before,
    files: [...new Set([...before.files, ...after.files])].sort(),
    left: [...new Set([...before.left, ...after.current])].sort(),
    coming: after.generation,
    earlier: beforeIt.earlier,
    noEarlier: beforeIt.noEarlier,
  };
}

/** The files that a record before knows as ours and that the one after has no place for. */
export function filesToRemove(before: DeployRecord, after: DeployRecord): string[] {
  const kept = new Set([...after.files, ...after.current, ...after.previous]);
  const ours = new Set([...before.files, ...before.current, ...before.previous, ...before.left]);
  return [...ours].filter((path) => !kept.has(path));
}

/** Without compressed forms, which may come and go with the server. */
export function plain(files: readonly string[]): string[] {
  return files.filter((path) => !/\.(?:gz|br)$/.test(path));
}
