/** A field in the text of a .doc ([MS-DOC] 2.8.25), by the places of its marks. */
export interface DocField {
  start: number;
  /** Where its code ends: at the mark before its result, or at its end. */
  codeEnd: number;
  end: number;
  /** Whether something that shows stands between these. */
  hasResult: boolean;
}

const [BEGIN, SEPARATOR, END] = ['\u0013', '\u0014', '\u0015'];

/** The field that begins at a place; one that never ends ends with the part. */
export function fieldAt(text: string, start: number, until: number): DocField {
  const depths: { isResult: boolean }[] = [];
  let separator: number | undefined;
  let hasResult = false;
  for (let at = start; at < until; at += 1) {
    const character = text[at] ?? '';
    if (character === BEGIN) depths.push({ isResult: false });
    else if (character === SEPARATOR) {
      const field = depths.at(-1);
      if (field) field.isResult = true;
      if (depths.length === 1) separator ??= at;
    } else if (character === END) {
      depths.pop();
      if (depths.length === 0) return { start, codeEnd: separator ?? at, end: at, hasResult };
    } else if (depths.every(({ isResult }) => isResult) && shows(character)) hasResult = true;
  }
  return { start, codeEnd: separator ?? start + 1, end: until - 1, hasResult: true };
}

/** The code of a field, without the marks of fields inside of it. */
export function codeOf(text: string, { start, codeEnd, end, hasResult }: DocField): string {
  return text.slice(start + 1, hasResult ? codeEnd : end).replace(/[\u0000-\u001F]/g, '');
}

/** Pictures show, as words do. */
function shows(character: string): boolean {
  return character > ' ' || character === '\u0001' || character === '\u0008';
}
