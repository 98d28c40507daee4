import { viewOf } from './word-file.ts';

/** What a field of a form holds: whether its box is checked, or what is chosen of its list. */
export interface FormData {
  isChecked: boolean;
  chosen: string | undefined;
  others: readonly string[];
}

const [CHECK_BOX, LIST] = [1, 2];
/** The result where the field stands as it began. */
const AS_BEGUN = 25;
const TEXTS_BEHIND = 5;

/** Reads the data of a form field in the stream of data ([MS-DOC] 2.9.78); `undefined` for none or damaged ones. */
export function formDataAt(data: Uint8Array, at: number): FormData | undefined {
  try {
    const view = viewOf(data);
    let place = at + view.getUint16(at + 4, true);
    if (view.getUint32(place, true) !== 0xffffffff) return undefined;
    const bits = view.getUint16(place + 4, true);
    const [kind, result] = [bits & 0x03, (bits >> 2) & 0x1f];
    place += 10;
    place += textSize(view, place);
    if (kind !== CHECK_BOX && kind !== LIST) return undefined;
    const first = view.getUint16(place, true);
    const value = result === AS_BEGUN ? first : result;
    if (kind === CHECK_BOX) return { isChecked: value === 1, chosen: undefined, others: [] };
    place += 2;
    for (let text = 0; text < TEXTS_BEHIND; text += 1) place += textSize(view, place);
    const entries = entriesAt(view, place);
    return {
      isChecked: false,
      chosen: entries[value],
      others: entries.filter((_, index) => index !== value),
    };
  } catch {
    return undefined;
  }
}

/** A text with its length before and a zero behind it. */
function textSize(view: DataView, at: number): number {
  return 2 + view.getUint16(at, true) * 2 + 2;
}

/** A table of texts ([MS-DOC] 2.2.4). */
function entriesAt(view: DataView, start: number): string[] {
  const count = view.getUint16(start + 2, true);
  const extra = view.getUint16(start + 4, true);
  const entries: string[] = [];
  for (let index = 0, at = start + 6; index < count; index += 1) {
    const length = view.getUint16(at, true);
    entries.push(
      Array.from({ length }, (_, place) =>
        String.fromCharCode(view.getUint16(at + 2 + place * 2, true)),
      ).join(''),
    );
    at += 2 + length * 2 + extra;
  }
  return entries;
}
