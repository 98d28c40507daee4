import type { PlacedCell } from './layout.ts';

/** Points of a line of the table's own size, and of the room above and below. */
const LINE = 14.5;
const ROOM = 6;
/** The tallest row that the format allows. */
const TALLEST = 409;

/**
 * The height in points that the words of a row need in columns of these widths (in Han characters). Programs adjust row heights only while
 * somebody edits, not when they open a file. Cells that span columns have their full width; cells that span rows count as if they did not.
 */
export function fittingHeight(cells: readonly PlacedCell[], widths: readonly number[]): number {
  const lines = cells.map(({ value, column, across = 1 }) => {
    const width = widths.slice(column, column + across).reduce((sum, each) => sum + each, 0);
    return typeof value === 'string' ? lineCount(value, width) : 1;
  });
  return Math.min(Math.max(1, ...lines) * LINE + ROOM, TALLEST);
}

function lineCount(words: string, width: number): number {
  return words
    .split('\n')
    .reduce((count, line) => count + Math.max(1, Math.ceil(widthOf(line) / (width - 0.5))), 0);
}

/** In Han characters: Latin letters and figures take half of one. */
function widthOf(line: string): number {
  return [...line].reduce(
    (sum, character) => sum + (character.codePointAt(0)! < 0x2e80 && !/[“”‘’—…]/.test(character) ? 0.5 : 1),
    0,
  );
}
