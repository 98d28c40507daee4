import { renameSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EDITION_FILE } from '../../domain/offline/offline-set.ts';
import { isCode, isIndexPart } from '../hosting/caching.ts';
import { layAside, moveInto, type Exchange } from './exchange.ts';
import { filesBelow } from './plain-files.ts';
import { filesToRemove, RECORD_FILE, type DeployRecord } from './record.ts';

/** Records of a served folder: as it is, while it changes, and as it will be. */
export interface Records {
  before: DeployRecord;
  between: DeployRecord;
  after: DeployRecord;
}

/** What was done to a served folder. */
export interface Deployed {
  /** Files written, compressed ones included, and files taken away. */
  written: number;
  removed: number;
}

/** Folders of a generation that is made ready inside the served one. */
export interface ReadyFolders extends Exchange {
  /** The folder that holds them. */
  staging: string;
}

export function foldersIn(staging: string, target: string): ReadyFolders {
  return { staging, target, fresh: join(staging, 'fresh'), kept: join(staging, 'kept') };
}

/** What a change of generation does: which files are written, and which go. */
export interface Change {
  written: readonly string[];
  gone: readonly string[];
}

/** What is going to happen once everything new is ready. */
export async function changeOf(
  { fresh }: ReadyFolders,
  before: DeployRecord,
  after: DeployRecord,
): Promise<Change> {
  return { written: await filesBelow(fresh), gone: filesToRemove(before, after) };
}

const STOPS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Puts what is ready into its place: the record of both generations first of all, then those files that others need, then pages; what is
 * gone goes before anything says that something is new, so that no device that is told so finds it still there. From the first to the last
 * this is not stopped by Ctrl+C, and if it fails all is put back.
 */
export async function putInPlace(
  folders: ReadyFolders,
  { written, gone }: Change,
  { between, after }: Records,
): Promise<Deployed> {
  const { staging, target, fresh } = folders;
  await writeFile(join(fresh, RECORD_FILE), JSON.stringify(between));
  await writeFile(join(staging, RECORD_FILE), JSON.stringify(after));
  const going = new Set(gone);
  const turns = new Map([...written, ...gone].map((path) => [path, turnOf(path, going.has(path))]));
  const inTurn = [...turns.keys()].sort(
    (a, b) => turns.get(a)! - turns.get(b)! || b.length - a.length || (a < b ? -1 : 1),
  );
  const paths = [RECORD_FILE, ...inTurn];
  await layAside(folders, paths);
  const goOn = () => undefined;
  for (const signal of STOPS) process.on(signal, goOn);
  try {
    const removed = await moveInto(folders, paths, going, () => {
      renameSync(join(staging, RECORD_FILE), join(target, RECORD_FILE));
    });
    return { written: written.length, removed };
  } finally {
    for (const signal of STOPS) process.off(signal, goOn);
  }
}

/** Files that say that something is new: to search pages, to devices that keep pages, to those who read the feed. */
const ANNOUNCES = /^(?:sw\.js|offline\/.*|(?:search-index|pagefind)\/[^/]*|feed\.xml|sitemap-.*)$/;

/**
 * When a file's turn is: what others need comes first, what announces others late, and last of all the edition, by which devices look after
 * what they keep. What goes, goes when nothing leads to it any more. A compressed form goes before its file.
 */
function turnOf(path: string, goes: boolean): number {
  if (path === EDITION_FILE) return 6;
  if (isCode(path) || isIndexPart(path)) return goes ? 5 : 0;
  if (ANNOUNCES.test(path.replace(/\.(?:gz|br)$/, ''))) return goes ? 5 : 4;
  if (goes) return 3;
  return /\.html(?:\.gz|\.br)?$/.test(path) ? 2 : 1;
}
