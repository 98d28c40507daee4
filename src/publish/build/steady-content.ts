import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { judgeContent, type JudgedContent, type JudgeOptions } from '../../check/check-content.ts';
import { LEFT_ALONE, MEDIA_FOLDER, ORIGINALS_FOLDER } from '../../source/content-files.ts';
import type { Fault } from '../../source/fault.ts';

/** Content as it was read, with an eye on what may still have been on its way to the disk. */
export interface SteadyContent extends JudgedContent {
  /**
   * Faults of files that were only just being written when they were read and have changed since, so that half of one may have been read,
   * and of pictures that are no longer what was checked. To be asked when nothing will be read any more.
   */
  unsteady(): Fault[];
}

/** What a file or folder looks like from outside: when it changed last, and what differs after a change. */
interface Look {
  changed: number;
  look: string;
}

/** Looks by path relative to the content folder. */
type Looks = Map<string, Look>;

/** Somebody who writes a file may pause that long, in milliseconds. */
const PAUSE = 2000;
/** The clock of a disk goes in steps, and so may be behind by as much. */
const TICK = 20;
/** How often content is read that changes while it is read. */
const READINGS = 3;

/** Reads and judges a content folder, and once more where something in it changed meanwhile. What does not stop changing is a fault. */
export async function readSteadily(contentDir: string, options?: JudgeOptions): Promise<SteadyContent> {
  let began = Date.now() - TICK;
  const since = began - PAUSE;
  let judged = await judgeContent(contentDir, options);
  if (judged.content.isUnread) return { ...judged, unsteady: () => [] };
  let young = looksIn(contentDir, '', since);
  for (let readings = 1; judged.faults.length === 0; readings += 1) {
    const changed = [...young].filter(([, { changed }]) => changed >= began);
    if (changed.length === 0) break;
    if (readings === READINGS)
      return {
        ...judged,
        faults: changed.map(([file]) => faultAt(file, '读取时一直有改动')),
        unsteady: () => [],
      };
    const before = young;
    began = Date.now() - TICK;
    judged = await judgeContent(contentDir, options);
    young = looksIn(contentDir, '', since);
    if (isSame(before, young)) break;
  }
  const noted: Looks = new Map([...young, ...looksIn(contentDir, MEDIA_FOLDER, 0)]);
  return {
    ...judged,
    unsteady: () => [...noted].flatMap(([file, { look }]) => changeOf(contentDir, file, look)),
  };
}

/** The looks of a part of the content, itself included, as far as it has changed since a moment. */
function looksIn(contentDir: string, part: string, since: number): Looks {
  const looks: Looks = new Map();
  const queue = [part];
  for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
    const seen = lookAt(contentDir, path);
    if (!seen) continue;
    if (seen.changed >= since) looks.set(path, seen);
    for (const name of seen.names) queue.push(path === '' ? name : `${path}/${name}`);
  }
  return looks;
}

/** A file is told by its size and time; a folder by the names in it, for editors come and go there with files of their own. */
function lookAt(contentDir: string, path: string): (Look & { names: string[] }) | undefined {
  try {
    const full = join(contentDir, path);
    const about = statSync(full);
    if (!about.isDirectory() || isInnerLink(contentDir, path))
      return { changed: about.ctimeMs, look: `${about.ino} ${about.size} ${about.mtimeMs}`, names: [] };
    const names = readdirSync(full)
      .filter((name) => !LEFT_ALONE.test(name) && !(path === '' && name === ORIGINALS_FOLDER))
      .sort();
    return { changed: about.ctimeMs, look: names.join('/'), names };
  } catch {
    return undefined;
  }
}

/** Below the folders that collections are read from, links to folders are not followed: they may lead round in a circle. */
function isInnerLink(contentDir: string, path: string): boolean {
  return path.includes('/') && lstatSync(join(contentDir, path)).isSymbolicLink();
}

function isSame(one: Looks, other: Looks): boolean {
  return one.size === other.size && [...one].every(([path, { look }]) => other.get(path)?.look === look);
}

function changeOf(contentDir: string, path: string, look: string): Fault[] {
  const now = lookAt(contentDir, path);
  if (now?.look === look) return [];
  return [faultAt(path, now ? '生成期间有改动' : '生成期间不见了')];
}

function faultAt(path: string, reason: string): Fault {
  return { file: path || '.', line: 1, column: 1, reason, remedy: '等改动存好后重新生成' };
}
