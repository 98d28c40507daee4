/**
 * Marks that stand in a text read from an Office file or a web page, where plain text has no word for what was there. They are
 * control characters that such files cannot hold, count as nothing in the account of characters, and never reach a draft.
 */

/** Between the cells of a table row; a line that holds one is a row. */
export const CELL = '\u001F';

/** Where a footnote is called; at the start of a line, the words of the footnote that the nearest lines above call. */
export const NOTE = '\u001D';

/** Whether a line is a row of a table. */
export function isTableRow(line: string): boolean {
  return line.includes(CELL);
}

/** Whether a line holds the words of a footnote. */
export function isNoteText(line: string): boolean {
  return line.startsWith(NOTE);
}

/** A text without its marks. */
export function withoutMarks(text: string): string {
  return text.replaceAll(CELL, '').replaceAll(NOTE, '');
}
