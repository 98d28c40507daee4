import * as fs from 'node:fs';
import { lstat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { CONTENT_BUDGET, TABLE_BUDGET } from '../domain/budgets.ts';
import type { Fault } from './fault.ts';
import { readPlainFile, type PlainTrouble } from './plain-file.ts';

/** What keeps a file or folder of the content from being read. */
export type Refusal = Pick<Fault, 'reason' | 'remedy'>;

const CIRCLE: Refusal = { reason: '链接绕成了圈', remedy: '删去链接，把文件本身放进来' };
const NO_FILE: Refusal = { reason: '不是普通文件，读不出内容', remedy: '换成普通文件，或移出内容文件夹' };
/** A file that was listed, or asked for by name, and is not there. */
export const MISSING: Refusal = { reason: '文件读不到', remedy: '文件可能刚被移走，确认后重试' };
const DANGLING: Refusal = { ...MISSING, remedy: '这是链接，所指的文件不在：把文件本身放进来' };

/** By the error of the file system; any other is named by its code. */
const REFUSALS: Record<string, Refusal> = {
  ENOENT: MISSING,
  EACCES: { reason: '没有读取权限', remedy: '给文件加上读取权限后重试' },
  EPERM: { reason: '没有读取权限', remedy: '给文件加上读取权限后重试' },
  ELOOP: CIRCLE,
  ENXIO: NO_FILE,
  EISDIR: NO_FILE,
  EMFILE: { reason: '打开的文件太多', remedy: '提高系统的限制（ulimit -n）后重试' },
};

/** Why a folder of the content cannot be listed, in the same way. */
const FOLDER_REFUSALS: Record<string, Refusal> = {
  ENOENT: { reason: '文件夹读不到', remedy: '文件夹可能刚被移走，确认后重试' },
  EACCES: { reason: '文件夹没有读取权限', remedy: '给文件夹加上读取和进入的权限后重试' },
  EPERM: { reason: '文件夹没有读取权限', remedy: '给文件夹加上读取和进入的权限后重试' },
  ENOTDIR: { reason: '不是文件夹', remedy: '改掉这个文件的名字，需要时另建同名的文件夹' },
  ELOOP: CIRCLE,
};

const stat = promisify(fs.stat);

const MEGABYTE = 1024 * 1024;
/** A file that is being saved is whole a moment later. */
const TRIES = 4;
const BETWEEN_TRIES = 100;

/** What a file may hold, by its extension. */
function mostBytesOf(file: string): number {
  const extension = extname(file).toLowerCase();
  if (extension === '.yaml') return CONTENT_BUDGET.yamlBytes;
  if (extension === '.md' || extension === '.mdx') return CONTENT_BUDGET.textBytes;
  return TABLE_BUDGET.fileBytes;
}

function troubleRefusal(most: number, trouble: PlainTrouble): Refusal {
  if (trouble === 'too large')
    return {
      reason: `文件超过 ${most / MEGABYTE} MB，太大`,
      remedy: '删去不用的内容，或拆成几份',
    };
  if (trouble === 'changing') return { reason: '文件一边读一边在变', remedy: '可能还在存盘，等它存好了再试' };
  return NO_FILE;
}

/**
 * The bytes of a file of the content folder, or why they cannot be read. Anything but a regular file of acceptable size is refused at once:
 * reading a pipe could keep a build waiting for ever. Never throws.
 */
export async function readBytes(
  contentDir: string,
  file: string,
  most = mostBytesOf(file),
): Promise<{ bytes: Buffer; refusal?: undefined } | { bytes?: undefined; refusal: Refusal }> {
  const path = join(contentDir, file);
  try {
    for (let tries = 1; ; tries += 1) {
      const { bytes, trouble } = await readPlainFile(path, most);
      if (bytes) return { bytes };
      if (trouble !== 'changing' || tries === TRIES) return { refusal: troubleRefusal(most, trouble) };
      await setTimeout(BETWEEN_TRIES);
    }
  } catch (error) {
    return { refusal: await refusalFor(path, error) };
  }
}

/** A file's size in bytes and a stamp that differs after a change; `undefined` where there is no such file. Never throws. */
export async function lookOf(
  contentDir: string,
  file: string,
): Promise<{ size: number; look: string } | undefined> {
  return stat(join(contentDir, file)).then(
    ({ ino, size, mtimeMs, ctimeMs }) => ({ size, look: `${ino} ${size} ${mtimeMs} ${ctimeMs}` }),
    () => undefined,
  );
}

async function refusalFor(path: string, error: unknown): Promise<Refusal> {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOENT' && (await isLink(path))) return DANGLING;
  return REFUSALS[code] ?? { reason: `文件读不出来（${code}）`, remedy: '检查磁盘与文件后重试' };
}

async function isLink(path: string): Promise<boolean> {
  return lstat(path).then(
    (about) => about.isSymbolicLink(),
    () => false,
  );
}

/** Why a folder could not be listed, by what the file system said. */
export function folderRefusal(error: unknown): Refusal {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  return FOLDER_REFUSALS[code] ?? { reason: `文件夹读不出来（${code}）`, remedy: '检查磁盘与文件夹后重试' };
}
