/**
 * Marks that stand in a text read from an Office file or a web page, where plain text has no word for what was there. They are
 * control characters that such files cannot hold, count as nothing in the account of characters, and never reach a draft.
 */

/** Between the cells of a table row; a line that holds one is a row. */
export const CELL = '\u001F';

/** Where a footnote is called. */
export const NOTE = '\u001D';

/** At the start of a line: the words of the footnote that the nearest lines above call. */
export const NOTE_WORDS = '\u001C';

/** At the start of a row: a table begins, though the line above is the row of another. */
export const TABLE = '\u001E';

const ALL = new RegExp(`[${CELL}${NOTE}${NOTE_WORDS}${TABLE}]`, 'g');

/** Whether a line is a row of a table. */
export function isTableRow(line: string): boolean {
  return line.includes(CELL);
}

/** Whether a line holds the words of a footnote. */
export function isNoteText(line: string): boolean {
  return line.startsWith(NOTE_WORDS);
}

/** A text without its marks. */
export function withoutMarks(text: string): string {
  return text.replace(ALL, '');
}

/** Whether a character is a mark. */
export function isMark(character: string): boolean {
  return character === CELL || character === NOTE || character === NOTE_WORDS || character === TABLE;
}

/** The cells of a row. */
export function cellsOf(row: string): string[] {
  return row.replace(TABLE, '').split(CELL);
}
