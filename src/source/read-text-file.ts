import { isUtf8 } from 'node:buffer';
import { CONTENT_BUDGET } from '../domain/budgets.ts';
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
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const line = (number: number, reason: string, remedy: string) => ({
    fault: { file, line: number, column: 1, reason, remedy },
  });
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return line(
      text.slice(0, nul).split('\n').length,
      '含有空字符，不是文本文件',
      '删去空字符，或换成文本文件',
    );
  const excess = excessIn(text, file.endsWith('.yaml'));
  return excess ? line(excess.line, excess.reason, excess.remedy) : { text };
}

/** The first line of a text that is too long, or one too many. */
function excessIn(
  text: string,
  isYaml: boolean,
): { line: number; reason: string; remedy: string } | undefined {
  const { lines: most, lineCharacters } = CONTENT_BUDGET;
  let [line, full] = [0, 0];
  for (let from = 0; from <= text.length;) {
    const end = text.indexOf('\n', from);
    const until = end < 0 ? text.length : end;
    line += 1;
    if (until > from) full += 1;
    if (until - from > lineCharacters)
      return {
        line,
        reason: `这一行超过 ${lineCharacters / 10_000} 万字`,
        remedy: '分成几段，段落之间空一行',
      };
    if (full > most && !isYaml)
      return { line, reason: `行数超过 ${most}（空行不计）`, remedy: '从这里起另存一篇' };
    from = until + 1;
  }
  return undefined;
}
