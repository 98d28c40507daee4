import type { Counted, CountedWords } from './counted.ts';
import type { CountedPage } from './pdf/count-pdf.ts';
import type { ShownCode } from './pdf/fonts.ts';
import type { Stated } from './pdf/stated.ts';

/** What a reader made of each glyph of a page, in the order in which they are drawn, before words that the file states take their place. */
export interface ReadGlyphs {
  place: string;
  own: readonly string[];
  annotations: readonly string[];
  /** How many marks the reader found around the page's own content, those of layers left out. */
  marks: number;
}

/** The words that a PDF's pages show, and for how many glyphs this account knows no more than that they are shown. */
export interface CountedGlyphs {
  counted: Counted;
  byNumberOnly: number;
  /** Places whose form fields and remarks show other glyphs than their own streams, as programs draw them anew, or state other words. */
  redrawn: string[];
}

/**
 * The words of a PDF by its content streams, those that it states in the place of what its glyphs are mapped to. Where a code's encoding
 * says nothing to this account, the glyph is counted and its reading is the reader's, which must have as many glyphs there.
 */
export function countedGlyphs(
  pages: readonly CountedPage[] | { cannot: string },
  read: readonly ReadGlyphs[],
): CountedGlyphs {
  if ('cannot' in pages) return { counted: pages, byNumberOnly: 0, redrawn: [] };
  const uneven = read.filter(({ marks }, index) => !marksAgree(pages[index], marks));
  if (uneven.length > 0) {
    const places = uneven.map(({ place }) => place).join('、');
    const cannot = `${places}另写明了文字（ActualText），同它的字形对不上`;
    return { counted: { cannot }, byNumberOnly: 0, redrawn: [] };
  }
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
    const met = new Set<Stated>();
    const text = codes.map(({ character, stated }, index) => {
      if (stated) return met.has(stated) ? '' : (met.add(stated), stated.text);
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
    const page = pages[index];
    add(place, page?.codes ?? [], own, 'text');
    words.push({ place, what: 'drawing', text: page ? statedForDrawings(page).join('') : '' });
    const shown = page?.annotations ?? [];
    if (shown.length === annotations.length && page?.isStatedInAnnotations !== true)
      add(place, shown, annotations, 'form');
    else {
      redrawn.push(place);
      words.push({ place, what: 'form', text: annotations.join('') });
    }
  }
  return { counted: { words, isUnordered: true }, byNumberOnly, redrawn };
}

/** Whether a reader found the marks that a page has, as it must where they state words. */
export function marksAgree(page: CountedPage | undefined, marks: number): boolean {
  return page === undefined || page.stated.size === 0 || page.marks === marks;
}

/** Words that are stated where no glyph is shown, as for words drawn as curves. */
export function statedForDrawings({ codes, stated }: CountedPage): string[] {
  const shown = new Set(codes.map((code) => code.stated));
  return [...new Set(stated.values())].filter((each) => !shown.has(each)).map(({ text }) => text);
}

/** Stands for a glyph that this account cannot read and the reader has not met. */
const UNREAD = '\u25a1';
