/** One change to a text: at UTF-16 offset `at`, `removed` stood and `inserted` stands now. */
export interface Edit {
  at: number;
  removed: string;
  inserted: string;
  /** What was done, in Chinese, where a rule does more than one kind of thing. */
  note?: string;
}

/** A line of a text without its line end, and where it begins. */
export interface Line {
  at: number;
  text: string;
}

/** Thrown when edits do not fit the text they claim to change: the words they remove are not there, or they overlap. */
export class EditMismatch extends Error {
  override name = 'EditMismatch';
}

/** The text after the edits. Edits stand in order and may not overlap. Throws EditMismatch. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let done = 0;
  for (const edit of edits) {
    if (edit.at < done || !text.startsWith(edit.removed, edit.at)) {
      throw new EditMismatch(`edit at ${edit.at} does not find ${JSON.stringify(edit.removed)}`);
    }
    result += text.slice(done, edit.at) + edit.inserted;
    done = edit.at + edit.removed.length;
  }
  return result + text.slice(done);
}

/** The text before the edits, worked out from the text after them. Throws EditMismatch. */
export function revertEdits(text: string, edits: readonly Edit[]): string {
  let shift = 0;
  const inverse = edits.map((edit) => {
    const at = edit.at + shift;
    shift += edit.inserted.length - edit.removed.length;
    return { at, removed: edit.inserted, inserted: edit.removed };
  });
  return applyEdits(text, inverse);
}

/** Where the character at an offset stands after the edits; `undefined` where it was taken away. */
export function shiftOffset(at: number, edits: readonly Edit[]): number | undefined {
  let shift = 0;
  for (const edit of edits) {
    if (edit.at > at) break;
    if (at < edit.at + edit.removed.length) return edit.inserted === '' ? undefined : edit.at + shift;
    shift += edit.inserted.length - edit.removed.length;
  }
  return at + shift;
}

/** The lines of a text, which may be empty, with their offsets. */
export function linesOf(text: string): Line[] {
  let at = 0;
  return text.split('\n').map((line) => {
    const found = { at, text: line };
    at += line.length + 1;
    return found;
  });
}

/** An edit that takes a whole line away together with its line end (the one before it where it is the last line). */
export function removeLine(text: string, line: Line, note?: string): Edit {
  const end = line.at + line.text.length;
  const removed = end < text.length ? `${line.text}\n` : line.text;
  return {
    at: line.at,
    removed,
    inserted: '',
    ...(note === undefined ? {} : { note }),
  };
}

/** An edit for every match of a global pattern, put in its place by `replace`; matches that stay the same make none. */
export function editsForMatches(
  text: string,
  pattern: RegExp,
  replace: (match: RegExpExecArray) => string,
): Edit[] {
  return [...text.matchAll(pattern)]
    .map((match) => ({
      at: match.index,
      removed: match[0],
      inserted: replace(match),
    }))
    .filter((edit) => edit.removed !== edit.inserted);
}
