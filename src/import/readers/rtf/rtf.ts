import { IMPORT_BUDGET } from '../../../domain/budgets.ts';
import { UnreadableFile } from '../../../domain/decode.ts';
import { countRtf } from '../../account/rtf.ts';
import type { Reading } from '../reading.ts';
import { holdsLiteralUtf8 } from './literal-utf8.ts';
import { RtfReader } from './rtf-reader.ts';
import { tokensOf, type RtfToken } from './tokens.ts';

/** Reads an RTF file (.rtf, and many a .doc). Throws UnreadableFile. */
export function readRtf(bytes: Uint8Array): Reading {
  const source = Buffer.from(bytes).toString('latin1');
  const isUtf8 = holdsLiteralUtf8(source);
  const tokens = tokensWithinBudget(source);
  const reader = new RtfReader(source, tokens, isUtf8);
  if (isUtf8) reader.collector.note('文件里的汉字是 UTF-8 编码，与它标明的不同，按 UTF-8 读出');
  if (isCut(tokens)) reader.collector.note('RTF 没有结尾，可能没有存全，请核对末尾');
  reader.read();
  return reader.collector.finish('RTF（.rtf）', countRtf(source));
}

/** Whether groups are still open at the end of a file. */
function isCut(tokens: readonly RtfToken[]): boolean {
  return tokens.reduce((depth, { kind }) => depth + (kind === 'open' ? 1 : kind === 'close' ? -1 : 0), 0) > 0;
}

/** Throws UnreadableFile where there are too many. */
function tokensWithinBudget(source: string): RtfToken[] {
  const tokens: RtfToken[] = [];
  for (const token of tokensOf(source)) {
    tokens.push(token);
    if (tokens.length > IMPORT_BUDGET.rtfPieces)
      throw new UnreadableFile(
        `RTF 里的分组和控制字超过 ${IMPORT_BUDGET.rtfPieces / 10_000} 万个；请用 Word 或 WPS 打开后另存为 .docx，或拆成几份再导入`,
      );
  }
  return tokens;
}
