/** What kind of thing in a file holds words. */
export type CountedKind =
  /** Running text. */
  | 'text'
  /** A character of a font that draws signs of its own (Wingdings, Symbol), as its code stands in the file. */
  | 'symbol'
  /** What a field says where it has no result. */
  | 'field'
  /** A number that the file sets by itself (一、 1.), as it shows it. */
  | 'number'
  /** Words of drawings: WordArt, diagrams, text boxes. */
  | 'drawing'
  /** Words of formulas. */
  | 'formula'
  /** Choices and check boxes of forms. */
  | 'form';

/** Some words of a file, one after the other within their place. */
export interface CountedWords {
  text: string;
  /** The part of the file or the page, in Chinese as reports show it: 正文, 脚注, 第 3 页. */
  place: string;
  what: CountedKind;
}

/**
 * The words that a file holds, counted by means that share nothing with its reader but the container; or why they cannot be counted, in
 * Chinese. What the reader has kept, replaced or left out must be these words.
 */
export type Counted =
  | {
      words: readonly CountedWords[];
      /** Whether only the number of each character counts, not their order, as where a page is drawn in any order. */
      isUnordered?: boolean;
    }
  | { cannot: string };

/** Words of one kind from one place, as they stand there. */
export function countedText(place: string, text: string): CountedWords {
  return { text, place, what: 'text' };
}

/** The words of each place, joined in their order. */
export function wordsByPlace(words: readonly CountedWords[]): Map<string, string> {
  const pieces = new Map<string, string[]>();
  for (const { text, place } of words) {
    const found = pieces.get(place);
    if (found) found.push(text);
    else pieces.set(place, [text]);
  }
  return new Map([...pieces].map(([place, texts]) => [place, texts.join('')]));
}
