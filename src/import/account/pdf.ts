import type { Counted, CountedWords } from './counted.ts';
import type { CountedPage } from './pdf/count-pdf.ts';
import type { ShownCode } from './pdf/fonts.ts';

/** What a reader made of each glyph of a page, in the order in which they are drawn. */
export interface ReadGlyphs {
  place: string;
  own: readonly string[];
  annotations: readonly string[];
}

/** The words that a PDF's pages show, and for how many glyphs this account knows no more than that they are shown. */
export interface CountedGlyphs {
  counted: Counted;
  byNumberOnly: number;
  /** Places whose form fields and remarks show other glyphs than their own streams, as programs draw them anew. */
  redrawn: string[];
}

/**
 * The words of a PDF by its content streams. Where a code's encoding says nothing to this account, the glyph is counted and its reading
 * is the reader's, which must have as many glyphs there.
 */
export function countedGlyphs(
  pages: readonly CountedPage[] | { cannot: string },
  read: readonly ReadGlyphs[],
): CountedGlyphs {
  if ('cannot' in pages) return { counted: pages, byNumberOnly: 0, redrawn: [] };
  let byNumberOnly = 0;
  const redrawn: string[] = [];
  const words: CountedWords[] = [];
  const add = (
    place: string,
    codes: readonly ShownCode[],
    glyphs: readonly string[],
    what: CountedWords['what'],
  ) => {
    const isEven = codes.length === glyphs.length;
    const text = codes.map(({ character }, index) => {
      if (character !== undefined) return character;
      byNumberOnly += 1;
      return isEven ? (glyphs[index] ?? '') : UNREAD;
    });
    words.push({ place, what, text: text.join('') });
  };
  for (let index = 0; index < Math.max(pages.length, read.length); index += 1) {
    const { place, own, annotations } = read[index] ?? {
      place: `第 ${index + 1} 页`,
      own: [],
      annotations: [],
    };
    add(place, pages[index]?.codes ?? [], own, 'text');
    const shown = pages[index]?.annotations ?? [];
    if (shown.length === annotations.length) add(place, shown, annotations, 'form');
    else {
      redrawn.push(place);
      words.push({ place, what: 'form', text: annotations.join('') });
    }
  }
  return { counted: { words, isUnordered: true }, byNumberOnly, redrawn };
}

/** Stands for a glyph that this account cannot read and the reader has not met. */
const UNREAD = '\u25a1';
