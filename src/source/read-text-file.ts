import { isUtf8 } from 'node:buffer';
import { readFile } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Fault } from './fault.ts';

/** Costs a third of `readFile` of `node:fs/promises`, which makes an object of every open file. */
const readWhole = promisify(readFile);

/** A text file with Unix line ends and no byte-order mark, or the fault that keeps it from being read. */
export async function readTextFile(
  contentDir: string,
  file: string,
): Promise<{ text: string; fault?: undefined } | { text?: undefined; fault: Fault }> {
  const refuse = (reason: string, remedy: string) => ({
    fault: { file, line: 1, column: 1, reason, remedy },
  });
  let bytes: Buffer;
  try {
    bytes = await readWhole(join(contentDir, file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (code === 'ENOENT') return refuse('文件读不到', '文件可能刚被移走，确认后重试');
    if (code === 'EACCES' || code === 'EPERM') return refuse('没有读取权限', '给文件加上读取权限后重试');
    return refuse(`文件读不出来（${code}）`, '检查磁盘与文件后重试');
  }
  if (!isUtf8(bytes)) return refuse('不是 UTF-8 编码', '用 npm run import 转成草稿，或另存为 UTF-8');
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const nul = text.indexOf('\0');
  if (nul >= 0) {
    const line = text.slice(0, nul).split('\n').length;
    return {
      fault: {
        file,
        line,
        column: 1,
        reason: '含有空字符，不是文本文件',
        remedy: '删去空字符，或换成文本文件',
      },
    };
  }
  return { text: text.replace(/\r\n?/g, '\n') };
}
