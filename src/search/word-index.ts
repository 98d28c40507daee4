import type { SortedPostings } from './postings.ts';

/** An index not yet cut into files: its words in the order of their code points, and where each of them stands. */
export interface WordIndex extends SortedPostings {
  words: string[];
}

/** No word at all. */
export const emptyIndex: WordIndex = {
  words: [],
  starts: new Int32Array(1),
  pages: new Int32Array(),
  places: new Int32Array(),
};

/**
 * Puts two indexes together that have no page in common. `pageOf` gives for each page of the first its number in the whole,
 * in ascending order, or -1 where it is to be left out; the pages of the second are numbered so already. Words that are
 * left without a page are gone.
 */
export function mergeIndexes(first: WordIndex, pageOf: Int32Array, second: WordIndex): WordIndex {
  if (first.words.length === 0) return second;
  const merger = new Merger(first, pageOf, second);
  let [one, other] = [0, 0];
  while (one < first.words.length || other < second.words.length) {
    const [word, otherWord] = [first.words[one], second.words[other]];
    if (otherWord === undefined || word! < otherWord) merger.take(word!, one++, undefined);
    else if (word === undefined || otherWord < word) merger.take(otherWord, undefined, other++);
    else merger.take(word, one++, other++);
  }
  return merger.finish();
}

class Merger {
  readonly #first: WordIndex;
  readonly #pageOf: Int32Array;
  readonly #second: WordIndex;
  readonly #words: string[] = [];
  readonly #starts: Int32Array;
  readonly #pages: Int32Array;
  readonly #places: Int32Array;
  #size = 0;

  constructor(first: WordIndex, pageOf: Int32Array, second: WordIndex) {
    this.#first = first;
    this.#pageOf = pageOf;
    this.#second = second;
    const most = first.pages.length + second.pages.length;
    this.#starts = new Int32Array(first.words.length + second.words.length + 1);
    this.#pages = new Int32Array(most);
    this.#places = new Int32Array(most);
  }

  /** Adds a word with what the indexes have of it, page by page. */
  take(word: string, inFirst: number | undefined, inSecond: number | undefined): void {
    const start = this.#size;
    const [from, until] = rangeOf(this.#first, inFirst);
    const [first, end] = rangeOf(this.#second, inSecond);
    let next = first;
    for (let at = from; at < until; at += 1) {
      const page = this.#pageOf[this.#first.pages[at]!]!;
      if (page < 0) continue;
      for (; next < end && this.#second.pages[next]! < page; next += 1) this.#addSecond(next);
      this.#add(page, this.#first.places[at]!);
    }
    for (; next < end; next += 1) this.#addSecond(next);
    if (this.#size === start) return;
    this.#words.push(word);
    this.#starts[this.#words.length] = this.#size;
  }

  finish(): WordIndex {
    return {
      words: this.#words,
      starts: this.#starts.slice(0, this.#words.length + 1),
      pages: this.#pages.subarray(0, this.#size),
      places: this.#places.subarray(0, this.#size),
    };
  }

  #addSecond(at: number): void {
    this.#add(this.#second.pages[at]!, this.#second.places[at]!);
  }

  #add(page: number, place: number): void {
    this.#pages[this.#size] = page;
    this.#places[this.#size] = place;
    this.#size += 1;
  }
}

function rangeOf({ starts }: WordIndex, word: number | undefined): [from: number, until: number] {
  return word === undefined ? [0, 0] : [starts[word]!, starts[word + 1]!];
}
