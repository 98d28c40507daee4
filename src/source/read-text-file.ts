import { isUtf8 } from 'node:buffer';
import type { Fault } from './fault.ts';
import { readBytes } from './read-bytes.ts';

/** A text, or the fault that keeps it from being read. */
type ReadText = { text: string; fault?: undefined } | { text?: undefined; fault: Fault };

/** A text file with Unix line ends and no byte-order mark, or the fault that keeps it from being read. */
export async function readTextFile(contentDir: string, file: string): Promise<ReadText> {
  const { bytes, refusal } = await readBytes(contentDir, file);
  return refusal ? { fault: { file, line: 1, column: 1, ...refusal } } : textIn(bytes, file);
}

/** The text that the bytes of a file hold, in the same way. */
export function textIn(bytes: Buffer, file: string): ReadText {
  if (!isUtf8(bytes)) {
    const reason = '不是 UTF-8 编码';
    return {
      fault: { file, line: 1, column: 1, reason, remedy: '用 npm run import 转成草稿，或另存为 UTF-8' },
    };
  }
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
