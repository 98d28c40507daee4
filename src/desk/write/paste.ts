import { UnreadableFile } from '../../domain/decode.ts';
import type { Pasted } from '../../domain/desk/write.ts';
import { cleanUp } from '../../import/clean-up.ts';
import { shiftOffset } from '../../import/edits.ts';
import { readParagraphs, toMarkdown } from '../../import/markdown-body.ts';
import { readCopied } from '../../import/readers/html/html.ts';
import { RULES } from '../../import/rules/all-rules.ts';
import { forbiddenCharacters } from '../../import/rules/forbidden-characters.ts';
import { refuseExcess } from '../../import/text-budget.ts';
import { deskWrite as words } from '../../strings/desk-write.ts';
import { readBlocks } from '../body/read-blocks.ts';
import { EditError } from '../items/edit-text.ts';

/**
 * What was copied out of Word or a web page as blocks, read and cleaned up as the import does with files: headings, tables and footnotes stay,
 * numbers that Word sets by itself are written out, pictures and scripts stay behind. Throws EditError.
 */
export function pasted(html: string): Pasted {
  const { text, looks, form, notes, leftOut } = readingOf(html);
  const { text: clean, runs } = cleanUp(text, [forbiddenCharacters, ...RULES], form);
  const levels = new Map<number, number>();
  const lines: string[] = [];
  let at = 0;
  for (const line of clean.split('\n')) {
    const end = at + line.length;
    const look = looks.find((each) => {
      const place = runs.reduce<number | undefined>(
        (offset, { edits }) => (offset === undefined ? undefined : shiftOffset(offset, edits)),
        each.at,
      );
      return place !== undefined && place >= at && place <= end;
    });
    if (look && line.trim() !== '') levels.set(lines.length, look.level);
    if (line.trim() !== '') lines.push(line);
    at = end + 1;
  }
  const read = readBlocks(toMarkdown(readParagraphs(lines, levels)), false) ?? [];
  return {
    blocks: read.map(({ block }) => block),
    notes: [
      ...runs.map(({ title, edits }) => words.pasteRule(title, edits.length)),
      ...(leftOut.length > 0 ? [words.pasteLeftOut([...new Set(leftOut.map(({ reason }) => reason))])] : []),
      ...notes,
    ],
  };
}

function readingOf(html: string) {
  try {
    const reading = readCopied(html);
    refuseExcess(reading.text);
    return reading;
  } catch (error) {
    if (error instanceof UnreadableFile || (error as Error).name === 'ImportFailure')
      throw new EditError((error as Error).message);
    throw error;
  }
}
