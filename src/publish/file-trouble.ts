const REFUSAL = '没有读写的权限 — 换一个用户，或给文件夹加上权限后重试';

const WORDS: Record<string, string> = {
  ENOSPC: '磁盘已满 — 腾出空间后重试',
  EDQUOT: '磁盘配额已用完 — 腾出空间后重试',
  EFBIG: '文件超过了系统允许的大小 — 放宽限制（ulimit -f）或换一个磁盘后重试',
  EIO: '磁盘读写出错 — 检查磁盘，或换一个位置后重试',
  EACCES: REFUSAL,
  EPERM: REFUSAL,
  EBUSY: '这是系统正在用的文件夹，或是挂载点 — 换成它里面的一个文件夹，或换一个位置后重试',
  EROFS: '磁盘是只读的 — 换一个位置后重试',
  ENOENT: '文件或文件夹不见了 — 可能被别的程序移走，确认后重试',
  ENOTDIR: '路径中间有一段不是文件夹 — 换一个位置后重试',
  ELOOP: '链接绕成了圈 — 改正链接后重试',
  ENAMETOOLONG: '文件名太长 — 改短后重试',
  EMFILE: '打开的文件太多 — 提高系统的限制（ulimit -n）后重试',
  ENFILE: '打开的文件太多 — 提高系统的限制（ulimit -n）后重试',
  ENOTEMPTY: '别的程序同时在这里放了东西 — 等它结束后重试',
  EAGAIN: '系统的进程太多 — 关掉别的程序后重试',
  ENOMEM: '内存不足 — 关掉别的程序后重试',
};

/** Where a folder cannot be made, other than for the reasons above. */
const NO_FOLDER: Record<string, string> = {
  EEXIST: '已有同名的文件，或链接指向不存在的地方 — 移走它，或换一个位置后重试',
  ENOENT: '这里不能建文件夹 — 换一个位置后重试',
};

/** Codes that are always about the machine; others may be bugs of the program, whose own message says more. */
const OF_THE_MACHINE = 'ENOSPC EDQUOT EFBIG EIO EROFS EMFILE ENFILE ENOMEM EACCES EPERM'.split(' ');

/**
 * A file system error in words that say what to do; the error's own message where nothing better is known. `folder` is named where the error has
 * no path.
 */
export function fileTrouble(error: unknown, folder?: string): string {
  const {
    code = '',
    syscall = '',
    path = folder,
    dest,
    message,
  } = error as NodeJS.ErrnoException & { dest?: string };
  const words = (syscall === 'mkdir' ? NO_FOLDER[code] : undefined) ?? WORDS[code];
  if (words === undefined) return message;
  const place = syscall === 'copyfile' ? (dest ?? path) : path;
  return place ? `${words}（${place}）` : words;
}

/** A file system error of another process. */
export interface Refusal {
  code: string;
  syscall?: string | undefined;
  path?: string | undefined;
  dest?: string | undefined;
}

/** The machine's refusal in an error or its causes; `undefined` for errors of other kinds. */
export function refusalIn(error: unknown): Refusal | undefined {
  if (!(error instanceof Error)) return undefined;
  const { code, syscall, path, dest } = error as Error & Partial<Refusal>;
  if (code !== undefined && OF_THE_MACHINE.includes(code)) return { code, syscall, path, dest };
  const others: unknown[] = 'errors' in error && Array.isArray(error.errors) ? error.errors : [];
  for (const cause of [error.cause, ...others]) {
    const refusal = refusalIn(cause);
    if (refusal) return refusal;
  }
  return undefined;
}
