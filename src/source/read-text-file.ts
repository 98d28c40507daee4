import { isUtf8 } from 'node:buffer';
import type { Fault } from './fault.ts';
import { readBytes } from './read-bytes.ts';

/** A text file with Unix line ends and no byte-order mark, or the fault that keeps it from being read. */
export async function readTextFile(
  contentDir: string,
  file: string,
): Promise<{ text: string; fault?: undefined } | { text?: undefined; fault: Fault }> {
  const refuse = (reason: string, remedy: string) => ({
    fault: { file, line: 1, column: 1, reason, remedy },
  });
  const { bytes, refusal } = await readBytes(contentDir, file);
  if (refusal) return refuse(refusal.reason, refusal.remedy);
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
