import { isSignCode, isSignFont, signOf } from './sign-fonts.ts';

/** The fonts of words by the kinds of characters that they are for. */
export interface Fonts {
  ascii?: string;
  hAnsi?: string;
  eastAsia?: string;
  cs?: string;
}

/** Words of one kind: plain ones, or codes of a sign font with what they draw (`undefined` where that is not known). */
export type SignPiece =
  { words: string; font?: undefined } | { words: string; font: string; shown: string | undefined };

/** Tells the codes of sign fonts apart from words: R in Wingdings 2 is a ticked box. Neighbours of one kind stay together. */
export function signPieces(words: string, fonts: Fonts | undefined): SignPiece[] {
  if (!fonts || !Object.values(fonts).some(isSignFont)) return words === '' ? [] : [{ words }];
  const pieces: SignPiece[] = [];
  for (const character of words) {
    const code = character.codePointAt(0) ?? 0;
    const font = signFontFor(code, fonts);
    const last = pieces.at(-1);
    if (font !== undefined) pieces.push({ words: character, font, shown: signOf(font, code) });
    else if (last && last.font === undefined) last.words += character;
    else pieces.push({ words: character });
  }
  return pieces;
}

/** The sign font that draws a character, by the kind of characters that it is for (ECMA-376-1, 17.3.2.26). */
function signFontFor(code: number, { ascii, hAnsi, eastAsia, cs }: Fonts): string | undefined {
  const all = [ascii, hAnsi, eastAsia, cs].find(isSignFont);
  if (isSignCode(code)) return all;
  if (code <= 0x20) return undefined;
  const font = code < 0x80 ? ascii : code <= 0xff ? (hAnsi ?? ascii) : undefined;
  return isSignFont(font) ? font : undefined;
}
