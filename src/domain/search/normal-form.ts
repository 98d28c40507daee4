import { commonVariants } from './variants.ts';

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
}

/** Brackets, quotation and title marks of every script, middle dots, white space, control characters. */
const VANISHING = /^[\p{Z}\p{C}\s\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'`·•‧・⋅∙]$/u;
const RUNNING = /^[\p{Script=Latin}\p{Nd}]$/u;
const LETTERS = /^[\p{L}\p{N}\p{M}]$/u;
const MARK = /^[\p{M}\uFF9E\uFF9F]$/u;
const FIRST_MARK = 0x300;

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
    const isAccent = MARK.test(text) && pieces[pieces.length - 1]?.kind === RUN;
    pieces.push({ kind: isAccent ? RUN : kindOf(text), text });
  }
  return pieces;
}

/**
 * Makes the function that brings query and text alike to the form in which they are compared: Unicode NFKC, lower
 * case, Traditional to Simplified; white space, quotation marks, brackets, title marks and middle dots vanish; an
 * unbroken run of Latin letters and digits is one unit, every other letter is one unit; any run of other punctuation
 * is one separator, equal to any other.
 *
 * `simplify` maps single Traditional or variant characters to Simplified ones. The variants inside GB 2312 are always
 * folded, so a query of GB 2312 characters has the same form under an empty map as under the full one.
 */
export function createNormalForm(simplify: ReadonlyMap<string, string>): Normalise {
  const known = new Map<string, Piece[]>();
  const marks = new Map<string, boolean>();

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
  const characterAt = (text: string, at: number): string => {
    const code = text.charCodeAt(at);
    return code >= 0xd800 && code < 0xdc00 ? text.slice(at, at + 2) : text[at]!;
  };

  return (text) => {
    const form: NormalForm = { units: [], starts: [], ends: [] };
    let open = VANISH;
    for (let at = 0, next = 0; at < text.length; at = next) {
      next = at + characterAt(text, at).length;
      while (next < text.length && text.charCodeAt(next) >= FIRST_MARK && isMark(characterAt(text, next))) {
        next += characterAt(text, next).length;
      }
      for (const piece of piecesFor(text.slice(at, next))) {
        if (piece.kind === VANISH) {
          if (open === RUN) open = VANISH;
          continue;
        }
        const last = form.units.length - 1;
        if (piece.kind === SEPARATE && open === SEPARATE) {
          form.ends[last] = next;
          continue;
        }
        if (piece.kind === RUN && open === RUN) {
          form.units[last] += piece.text;
          form.ends[last] = next;
          continue;
        }
        form.units.push(piece.kind === SEPARATE ? SEPARATOR : piece.text);
        form.starts.push(at);
        form.ends.push(next);
        open = piece.kind;
      }
    }
    return form;
  };
}
