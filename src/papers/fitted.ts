import { widthInCharacters } from '../domain/forms/signature.ts';
import { pairsOf } from './field-rows.ts';
import type { Block, Facts, FormSheet } from './form.ts';
import { FORMATS, POINT, typeArea } from './page-format.ts';

/** Type of a table's fields in points, its lines in em, and the room above and below, in millimetres. */
const SIZE = 11;
const LINE = SIZE * 1.37 * POINT;
const ROOM = 1.8;
/** Millimetres of a field of one line, and of each line of a taller one. */
const FIELD = 9;
const FIELD_LINE = 8.5;
/** Shares of a value that takes a whole line of the form, and of one of two; its padding in millimetres. */
const [WIDE, HALF, PADDING] = [0.84, 0.34, 2.4];
/** Millimetres of a line to write on, and the steps in which room for a picture shrinks. */
const RULE = 9;
const STEP = 5;
/** What is left at the least: lines, rows of each half, millimetres of a picture. */
const LEAST = { lines: 2, rows: 8, height: 40 };

/**
 * A sheet that is still one page where its fields hold more words than a line: what is blank gives way, lines to write on first, as many as
 * the words take. A sheet without words or without blanks is as it was.
 */
export function fitted(sheet: FormSheet, facts: Facts): FormSheet {
  const excess = sheet.blocks.reduce((sum, block) => sum + excessOf(block, sheet, facts), 0);
  return excess > 0 ? { ...sheet, blocks: shortened(sheet.blocks, excess) } : sheet;
}

/** Millimetres by which a block's words are higher than the form foresees. */
function excessOf(block: Block, { format }: FormSheet, { values = {} }: Facts): number {
  if (block.kind !== 'fields') return 0;
  const page = FORMATS.find(({ id }) => id === format);
  const width = page ? typeArea(page).width : 0;
  return pairsOf(block.fields).reduce((sum, row) => {
    const room = (width * (row.length === 1 ? WIDE : HALF) - PADDING) / (SIZE * POINT);
    const lines = Math.max(...row.map(({ name }) => linesOf(values[name] ?? '', room)));
    const foreseen = Math.max(
      ...row.map(({ lines: given = 1 }) => (given === 1 ? FIELD : given * FIELD_LINE)),
    );
    return sum + Math.max(0, lines * LINE + ROOM - foreseen);
  }, 0);
}

/** The heights that room for a picture may have on a sheet: the form's own, and those to which it shrinks. */
export function frameHeights(height: number): number[] {
  const steps = Math.max(0, Math.ceil((height - LEAST.height) / STEP));
  return Array.from({ length: steps + 1 }, (_, step) => height - step * STEP);
}

/** Lines that words take. A date stands whole, so that lines may end a few characters early. */
function linesOf(words: string, room: number): number {
  const full = room - 3;
  return words.split('\n').reduce((sum, line) => {
    const width = widthInCharacters(line);
    return sum + (width <= room ? 1 : Math.ceil(width / full));
  }, 0);
}

function shortened(blocks: readonly Block[], excess: number): Block[] {
  let rest = excess;
  const result = [...blocks];
  for (;;) {
    const index = mostBlank(result);
    const block = result[index];
    if (rest <= 0 || !block) return result;
    if (block.kind === 'area') {
      result[index] = { ...block, lines: block.lines - 1 };
      rest -= RULE;
    } else if (block.kind === 'roster') {
      result[index] = { ...block, rows: block.rows - 1 };
      rest -= block.height;
    } else if (block.kind === 'frames') {
      result[index] = { ...block, height: block.height - STEP };
      rest -= STEP * block.count;
    } else if (block.kind === 'table') {
      result[index] = { ...block, rows: block.rows - 1 };
      rest -= block.height;
    }
  }
}

/** The block with the most room to give; -1 where none has any. */
function mostBlank(blocks: readonly Block[]): number {
  const rooms = blocks.map((block) => {
    if (block.kind === 'area') return (block.lines - LEAST.lines) * RULE;
    if (block.kind === 'roster') return (block.rows - LEAST.rows) * block.height;
    if (block.kind === 'frames') return block.height > LEAST.height ? block.height : 0;
    if (block.kind === 'table') return (block.rows - LEAST.rows) * block.height;
    return 0;
  });
  const most = Math.max(0, ...rooms);
  return most > 0 ? rooms.indexOf(most) : -1;
}
