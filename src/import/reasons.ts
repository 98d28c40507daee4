import { IMPORT_BUDGET } from '../domain/budgets.ts';
import { UnreadableFile } from '../domain/decode.ts';
import type { PlainTrouble } from '../source/plain-file.ts';
import { ImportFailure } from './import-failure.ts';
import { TableFailure } from './tables/table-import.ts';

/** Why a path gives nothing to import, in Chinese. */
export const PLAIN_TROUBLES: Record<PlainTrouble, string> = {
  'no file': '不是普通文件（是设备、管道之类），读不了；请换成文件本身',
  folder: '文件夹读不了',
  'too large': `文件超过 ${IMPORT_BUDGET.fileBytes / 1024 / 1024} MB；请删去图片，或拆成几份再导入`,
  changing: '文件一边读一边在变，可能还在存盘；等它存好了再导入',
};

const SYSTEM_REASONS: Record<string, string> = {
  ENOENT: '找不到文件',
  EISDIR: '文件夹读不了',
  EACCES: '没有读写权限',
  EPERM: '没有读写权限',
  ENOSPC: '磁盘已满',
  ENAMETOOLONG: '文件名太长',
  ELOOP: '链接绕成了圈',
  ENXIO: PLAIN_TROUBLES['no file'],
};

const SAID_BY_US = [UnreadableFile, ImportFailure, TableFailure];

/** Why a file was not imported, in Chinese. */
export function reasonOf(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code;
  if (typeof code === 'string' && /^E[A-Z]/.test(code) && !code.startsWith('ERR_'))
    return SYSTEM_REASONS[code] ?? `读写出错（${code}）`;
  if (error instanceof Error && SAID_BY_US.some((kind) => error instanceof kind)) return error.message;
  return error instanceof RangeError
    ? '内容套得太深或太大，读不了；请用 Word 或 WPS 打开，拆成几份或另存为 .docx 后再试'
    : '文件的结构读不懂；请用 Word 或 WPS 打开后另存为 .docx 再试';
}
