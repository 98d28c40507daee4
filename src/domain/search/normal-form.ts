import { commonVariants } from './variants.ts';
import { withZeros } from './zeros.ts';

/** A text as a row of units, and where in the text each of them stands. */
export interface NormalForm {
  /** Letters, Latin or digit runs, and separators, in order. */
  units: string[];
  /** UTF-16 offset of the first character of each unit in the text. */
  starts: number[];
  /** UTF-16 offset behind the last character of each unit in the text. */
  ends: number[];
}

/** Brings a text to its normal form. */
export type Normalise = (text: string) => NormalForm;

/** The unit that stands for any run of punctuation. */
export const SEPARATOR = ',';

const VANISH = 0;
const SEPARATE = 1;
const RUN = 2;
const LETTER = 3;

interface Piece {
  kind: number;
  text: string;
  /** Whether it is a mark that belongs to the character before it. */
  isMark: boolean;
}

/** Brackets, quotation and title marks of every script, middle dots, white space, control characters, selectors of variants. */
const VANISHING = /^[\p{Z}\p{C}\p{VS}\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`·•‧・⋅∙]$/u;
const RUNNING = /^[\p{Script=Latin}\p{Nd}]$/u;
const LETTERS = /^[\p{L}\p{N}\p{M}]$/u;
const MARK = /^[\p{M}\uFF9E\uFF9F]$/u;
const FIRST_MARK = 0x300;

const isSurrogate = (code: number): boolean => code >= 0xd800 && code < 0xe000;

function kindOf(character: string): number {
  if (VANISHING.test(character)) return VANISH;
  if (RUNNING.test(character)) return RUN;
  return LETTERS.test(character) ? LETTER : SEPARATE;
}

function piecesOf(cluster: string, simplify: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = [];
  for (const character of cluster.normalize('NFKC').toLowerCase()) {
    const simple = simplify.get(character) ?? character;
    const text = commonVariants.get(simple) ?? simple;
    const isAccent = MARK.test(text) && !VANISHING.test(text) && pieces[pieces.length - 1]?.kind === RUN;
    pieces.push({ kind: isAccent ? RUN : kindOf(text), text, isMark: MARK.test(character) });
  }
  return pieces;
}

/** Adds a piece of the text between two offsets to a form whose last piece was of kind `open`; returns what is open then. */
function append(form: NormalForm, open: number, { kind, text }: Piece, start: number, end: number): number {
  if (kind === VANISH) return open === RUN ? VANISH : open;
  const last = form.units.length - 1;
  if (kind === open && kind !== LETTER) {
    if (kind === RUN) form.units[last] += text;
    form.ends[last] = end;
    return open;
  }
  form.units.push(kind === SEPARATE ? SEPARATOR : text);
  form.starts.push(start);
  form.ends.push(end);
  return kind;
}

/**
 * Makes the function that brings query and text alike to the form in which they are compared: Unicode NFKC, lower
 * case, radicals to ideographs, Traditional to Simplified, ○ and Ｏ among Chinese figures to 〇; white space, quotation marks, brackets, title
 * marks, middle dots and selectors of variants vanish; an
 * unbroken run of Latin letters and digits is one unit, every other letter is one unit; any run of other punctuation
 * is one separator, equal to any other.
 *
 * `simplify` maps single Traditional or variant characters and radicals to Simplified ones. The variants inside GB 2312 are always
 * folded, so a query of GB 2312 characters has the same form under an empty map as under the full one.
 */
export function createNormalForm(simplify: ReadonlyMap<string, string>): Normalise {
  const known = new Map<string, Piece[]>();
  const marks = new Map<string, boolean>();
  /** The piece that a single code unit forms, `null` where it forms none by itself, `undefined` until it is asked for. */
  const single: (Piece | null | undefined)[] = [];

  const isMark = (character: string): boolean => {
    let answer = marks.get(character);
    if (answer === undefined) marks.set(character, (answer = MARK.test(character)));
    return answer;
  };
  const piecesFor = (cluster: string): Piece[] => {
    let pieces = known.get(cluster);
    if (!pieces) known.set(cluster, (pieces = piecesOf(cluster, simplify)));
    return pieces;
  };
  const singleFor = (code: number): Piece | null => {
    let piece = single[code];
    if (piece === undefined) {
      const pieces = isSurrogate(code) ? [] : piecesOf(String.fromCharCode(code), simplify);
      single[code] = piece = pieces.length === 1 ? pieces[0]! : null;
    }
    return piece;
  };
  const characterAt = (text: string, at: number): string => {
    const code = text.charCodeAt(at);
    return code >= 0xd800 && code < 0xdc00 ? text.slice(at, at + 2) : text[at]!;
  };
  const endOfMarks = (text: string, start: number): number => {
    let end = start;
    while (end < text.length && text.charCodeAt(end) >= FIRST_MARK && isMark(characterAt(text, end))) {
      end += characterAt(text, end).length;
    }
    return end;
  };
  /** Whether the character there is a mark, or not known to be none. */
  const mayBeMark = (text: string, at: number): boolean => {
    const code = at < text.length ? text.charCodeAt(at) : 0;
    return code >= FIRST_MARK && singleFor(code)?.isMark !== false;
  };

  return (words) => {
    const text = withZeros(words);
    const form: NormalForm = { units: [], starts: [], ends: [] };
    let open = VANISH;
    for (let at = 0, next = 0; at < text.length; at = next) {
      next = at + 1;
      const piece = singleFor(text.charCodeAt(at));
      if (piece && !mayBeMark(text, next)) {
        open = append(form, open, piece, at, next);
        continue;
      }
      next = endOfMarks(text, at + characterAt(text, at).length);
      for (const part of piecesFor(text.slice(at, next))) open = append(form, open, part, at, next);
    }
    return form;
  };
}
