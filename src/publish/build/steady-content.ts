import { lstatSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { judgeContent, type JudgedContent, type JudgeOptions } from '../../check/check-content.ts';
import { LEFT_ALONE, MEDIA_FOLDER, ORIGINALS_FOLDER } from '../../source/content-files.ts';
import type { Fault } from '../../source/fault.ts';

/** Content as it was read, and the files that may still have been in the middle of being written. */
export interface SteadyContent extends JudgedContent {
  /**
   * Faults of files that changed after they were read, so that half of one may have been read, and of pictures that changed after they were
   * checked. To be called after the last read.
   */
  unsteady(): Fault[];
}

/** A file or folder from outside: when it changed last, and a string that differs after a change. */
interface Look {
  changed: number;
  look: string;
}

/** Looks by path relative to the content folder. */
type Looks = Map<string, Look>;

/** Longest pause, in milliseconds, of a program that is writing a file. */
const PAUSE = 2000;
/** A file system's clock goes in steps and may be behind by this many milliseconds. */
const TICK = 20;
/** How often content is read again that changes while it is read. */
const READINGS = 3;

/** Reads and checks a content folder, again if something in it changed meanwhile. A file that keeps changing is a fault. */
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

/** What has changed in a part of the content, itself included, since a moment. */
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

/** Files are compared by size and time, folders by the names in them, since editors create temporary files there. */
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

/** Inside the collections' folders, links to folders are not followed: they may be circular. */
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
