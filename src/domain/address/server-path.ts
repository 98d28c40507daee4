import type { Reading } from './host.ts';

/**
 * Reads the full path of a file or folder on a server as it is to stand, in quotation marks, in a server's configuration. A path that the
 * server would take from its own folder, or in which it would read a variable or a line's end, has a problem, and so has the top of a disk.
 */
export function readServerPath(text: string): Reading<string> {
  if (!/^(?:\/|[a-z]:[/\\])/i.test(text)) return { problem: '应写完整的路径，如 /srv/study' };
  if (/[\p{Cc}\u2028\u2029]/u.test(text)) return { problem: '含有换行等看不见的字符，换一个名称' };
  if (text.includes('$')) return { problem: '含有 $，服务器会当作变量，换一个名称' };
  const steps = text.split(/[/\\]/).slice(1);
  if (steps.includes('..') || steps.includes('.')) return { problem: '含有 . 或 ..，写出真正的路径' };
  if (steps.every((step) => step === '')) return { problem: '不能是整个磁盘，写出网站所在的文件夹' };
  return { value: text };
}
