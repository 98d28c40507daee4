const WORDS: Record<string, string> = {
  ENOSPC: '磁盘已满 — 腾出空间后重试',
  EDQUOT: '磁盘配额已用完 — 腾出空间后重试',
  EACCES: '没有写入权限 — 换一个用户，或给文件夹加上写入权限后重试',
  EPERM: '没有写入权限 — 换一个用户，或给文件夹加上写入权限后重试',
  EROFS: '磁盘是只读的 — 换一个 OUT_DIR 后重试',
  EMFILE: '打开的文件太多 — 提高系统的限制（ulimit -n）后重试',
  ENOMEM: '内存不足 — 关掉别的程序后重试',
};

/** What the file system refused, in words that say what to do; the error's own words where nothing better is known. */
export function fileTrouble(error: unknown): string {
  const { code = '', path, message } = error as NodeJS.ErrnoException;
  const words = WORDS[code] ?? message;
  return path ? `${words}（${path}）` : words;
}
