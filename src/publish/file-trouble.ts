const WORDS: Record<string, string> = {
  ENOSPC: '磁盘已满 — 腾出空间后重试',
  EDQUOT: '磁盘配额已用完 — 腾出空间后重试',
  EFBIG: '文件超过了系统允许的大小 — 放宽限制（ulimit -f）或换一个磁盘后重试',
  EIO: '磁盘读写出错 — 检查磁盘，或换一个位置后重试',
  EACCES: '没有读写的权限 — 换一个用户，或给文件夹加上权限后重试',
  EPERM: '没有读写的权限 — 换一个用户，或给文件夹加上权限后重试',
  EBUSY: '这是系统正在用的文件夹 — 换一个位置后重试',
  EROFS: '磁盘是只读的 — 换一个位置后重试',
  ENOTDIR: '路径中间有一段不是文件夹 — 换一个位置后重试',
  ELOOP: '链接绕成了圈 — 改正链接后重试',
  ENAMETOOLONG: '文件名太长 — 改短后重试',
  EMFILE: '打开的文件太多 — 提高系统的限制（ulimit -n）后重试',
  ENOMEM: '内存不足 — 关掉别的程序后重试',
};

/** Where a folder cannot be made, other than for the reasons above. */
const NO_FOLDER: Record<string, string> = {
  EEXIST: '已有同名的文件，或链接指向不存在的地方 — 移走它，或换一个位置后重试',
  ENOENT: '这里不能建文件夹 — 换一个位置后重试',
};

/** What the file system refused, in words that say what to do; the error's own words where nothing better is known. */
export function fileTrouble(error: unknown): string {
  const { code = '', path, syscall, message } = error as NodeJS.ErrnoException;
  const words = WORDS[code] ?? (syscall === 'mkdir' ? NO_FOLDER[code] : undefined) ?? message;
  return path ? `${words}（${path}）` : words;
}
