import { hash } from 'node:crypto';
import { realpath } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { carriedBy } from '../media/attachments.ts';
import { isAttachment } from '../media/kinds.ts';
import { outgoing } from '../media/outgoing.ts';
import { MediaTrouble, REMOVABLE } from '../media/stripped.ts';
import { noCache, type BuildCache } from '../build-cache/build-cache.ts';
import { byTurns } from '../source/by-turns.ts';
import { contentFolderFault, listFiles, MEDIA_FOLDER } from '../source/content-files.ts';
import type { Fault } from '../source/fault.ts';
import { lookOf, readBytes, type Refusal } from '../source/read-bytes.ts';

/** What an editor may want to know of a file of `media/` before it goes out. */
export interface MediaTraces {
  file: string;
  /** What is taken out of it (GPS 位置, 脚本 …). */
  removed: string[];
  /** What it keeps and tells of its makers, for attachments go out as they are (作者姓名, 批注 …). */
  carried: string[];
}

/** A file of `media/` as it goes out, or why it may not. */
export type ReadMedia = { bytes: Uint8Array; removed: string[] } | { refusal: Refusal };

/** A file is read whole, several at once. */
const AT_ONCE = 4;
const LARGEST = 100 * 1024 * 1024;
const AS_FILE: Refusal = { reason: '是指到 media/ 以外的链接', remedy: '把文件本身放进来' };

/** Results for files of `media/` by path and stamp: pictures are large and rarely change while somebody edits. */
export type KnownMedia = BuildCache<{ refusal?: Refusal }>;

/** Faults of the files in `media/`: names that are no address, what is no picture or attachment, is not whole or cannot be read. */
export async function mediaFaults(contentDir: string, known: KnownMedia = noCache): Promise<Fault[]> {
  if (await contentFolderFault(contentDir)) return [];
  const faults: Fault[] = [];
  const files = await listFiles(contentDir, MEDIA_FOLDER, faults);
  const twins = twinsAmong(files);
  const found = await byTurns(files, AT_ONCE, async (file) => {
    const refusal = nameRefusal(file) ?? twins.get(file) ?? (await knownRefusal(contentDir, file, known));
    return refusal ? [{ file, line: 1, column: 1, ...refusal }] : [];
  });
  return [...faults, ...found.flat()];
}

async function knownRefusal(
  contentDir: string,
  file: string,
  known: KnownMedia,
): Promise<Refusal | undefined> {
  const key = `${file} ${(await lookOf(contentDir, file))?.look ?? ''}`;
  const verdict = known.get(key) ?? (await readMedia(contentDir, file));
  const refusal = 'refusal' in verdict ? verdict.refusal : undefined;
  known.add(key, refusal ? { refusal } : {});
  return refusal;
}

/** What is removed from the files of `media/` when they are published, and what attachments reveal; files without either are left out. */
export async function mediaTraces(contentDir: string): Promise<MediaTraces[]> {
  if (await contentFolderFault(contentDir)) return [];
  const found = await byTurns(await listFiles(contentDir, MEDIA_FOLDER, []), AT_ONCE, async (file) => {
    const read = await readMedia(contentDir, file);
    return 'refusal' in read ? [] : [await tracesOf(file, read)];
  });
  return found.flat().filter(({ removed, carried }) => removed.length + carried.length > 0);
}

/** What attachments tell, by their names and a digest of their bytes. */
export type KnownAttachments = BuildCache<string[]>;

/** What to report of a file that goes out. Attachments that were examined before are not examined again. */
export async function tracesOf(
  file: string,
  { bytes, removed }: { bytes: Uint8Array; removed: string[] },
  known: KnownAttachments = noCache,
): Promise<MediaTraces> {
  if (!isAttachment(file)) return { file, removed, carried: [] };
  const key = `${file} ${hash('sha256', bytes)}`;
  const carried = known.get(key) ?? (await carriedBy(file, bytes));
  known.add(key, carried);
  return { file, removed, carried };
}

/** Reads a file of `media/`, given by its path below the content folder, as it goes out. Never throws. */
export async function readMedia(contentDir: string, file: string): Promise<ReadMedia> {
  const { size = 0 } = (await lookOf(contentDir, file)) ?? {};
  if (size > LARGEST) return { refusal: { reason: '文件太大，超过 100 MB', remedy: '缩小后再放进来' } };
  const { bytes, refusal } = await readBytes(contentDir, file, LARGEST);
  if (refusal) return { refusal };
  if (!(await isInside(contentDir, file))) return { refusal: AS_FILE };
  try {
    const stripped = outgoing(file, bytes);
    return { bytes: stripped.bytes, removed: REMOVABLE.filter((kind) => stripped.removed.has(kind)) };
  } catch (error) {
    if (!(error instanceof MediaTrouble)) throw error;
    return { refusal: { reason: error.message, remedy: error.remedy } };
  }
}

/** Whether a file is what it seems, and no link that leads out of `media/`. */
async function isInside(contentDir: string, file: string): Promise<boolean> {
  const [path, folder] = [join(contentDir, file), join(contentDir, MEDIA_FOLDER)];
  const [real, inside] = await Promise.all([realpath(path), realpath(folder)]).catch(() => []);
  return real !== undefined && real.startsWith(inside + sep);
}

/** Characters that mean something in an address, or that no system shows in a name. Letters and their accents stand together (NFC), as addresses are read. */
const NO_ADDRESS = /[\p{C}\u2028\u2029\\?#%*:|"<>]/u;

function nameRefusal(file: string): Refusal | undefined {
  if (!NO_ADDRESS.test(file) && file === file.normalize('NFC')) return undefined;
  return {
    reason: '文件名里有不能作地址的字符',
    remedy: '改成英文、数字、汉字、连字符，如 flow-1.svg',
  };
}

/** Files, or folders above them, whose names differ only in capital and small letters: some disks and servers take them for one. */
function twinsAmong(files: readonly string[]): Map<string, Refusal> {
  const spelled = new Map<string, string>();
  const twins = new Map<string, Refusal>();
  for (const file of files) {
    const parts = file.split('/');
    for (let count = 2; count <= parts.length; count += 1) {
      const path = parts.slice(0, count).join('/');
      const first = spelled.get(path.toLowerCase()) ?? path;
      spelled.set(path.toLowerCase(), first);
      if (first === path || twins.has(file)) continue;
      const reason = `${path} 与 ${first} 只差大小写，有的系统分不开`;
      twins.set(file, { reason, remedy: '改掉其中一个名字' });
    }
  }
  return twins;
}
