import { isUtf8 } from 'node:buffer';
import { CONTENT_BUDGET } from '../domain/budgets.ts';
import { forbiddenIn, forbiddenWords, withStandIns, type Stray } from '../domain/characters.ts';
import { positionAt } from '../domain/position-at.ts';
import type { Fault } from './fault.ts';
import { readBytes } from './read-bytes.ts';

/** Forbidden characters beyond which a file is not taken for text. */
const MOST_STRAYS = 50;

/** What a text file holds, with a fault for every character that no text may hold, or the fault that keeps it from being read. */
export type ReadText =
  | { text: string; strays: Fault[]; fault?: undefined }
  | { text?: undefined; strays?: undefined; fault: Fault };

/** A text file with Unix line ends and no byte-order mark; U+FFFD stands for what it may not hold, so that it can be read on. */
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
  const text = bytes
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n');
  const strays = forbiddenIn(text);
  const place = ({ at, code }: Stray) => ({ file, ...positionAt(text, at), ...forbiddenWords(code) });
  const [first] = strays;
  const excess = excessIn(text, file.endsWith('.yaml'));
  if (excess) return { fault: { file, column: 1, ...excess } };
  if (!first) return { text, strays: [] };
  if (strays.length > MOST_STRAYS) {
    const reason = `含有 ${strays.length} 个控制字符之类，不像文本文件`;
    return {
      fault: {
        ...place(first),
        reason,
        remedy: '换成文本文件，或移出内容文件夹，用 npm run import 转成草稿',
      },
    };
  }
  return { text: withStandIns(text), strays: strays.map(place) };
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
