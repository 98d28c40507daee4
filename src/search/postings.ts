const BLOCK = 1 << 20;

/** All places, sorted by word, then by page, then by place. */
export interface SortedPostings {
  /** Where the postings of each word begin, by its rank, and at last where those of the last one end. */
  starts: Int32Array;
  pages: Int32Array;
  places: Int32Array;
}

/**
 * Collects where words stand, page after page, and sorts that by word in one pass. It keeps eight bytes for a place until
 * then, in blocks that are never copied, and eight more afterwards.
 */
export class Postings {
  readonly #words: Int32Array[] = [];
  readonly #places: Int32Array[] = [];
  /** How many places there were before each page. */
  readonly #pageStarts: number[] = [];
  #size = 0;

  /** Begins the next page. */
  startPage(): void {
    this.#pageStarts.push(this.#size);
  }

  /** Adds a place of the current page. The places of one word must come in ascending order. */
  add(word: number, place: number): void {
    const at = this.#size % BLOCK;
    if (at === 0) {
      this.#words.push(new Int32Array(BLOCK));
      this.#places.push(new Int32Array(BLOCK));
    }
    const block = this.#words.length - 1;
    this.#words[block]![at] = word;
    this.#places[block]![at] = place;
    this.#size += 1;
  }

  /** What was collected, by the rank of each word's number. */
  sort(ranks: Int32Array): SortedPostings {
    const starts = this.#starts(ranks);
    const next = starts.slice();
    const pages = new Int32Array(this.#size);
    const places = new Int32Array(this.#size);
    let page = -1;
    for (let at = 0; at < this.#size; at += 1) {
      while (this.#pageStarts[page + 1]! <= at) page += 1;
      const block = Math.floor(at / BLOCK);
      const rank = ranks[this.#words[block]![at % BLOCK]!]!;
      const to = next[rank]!;
      next[rank] = to + 1;
      pages[to] = page;
      places[to] = this.#places[block]![at % BLOCK]!;
    }
    return { starts, pages, places };
  }

  #starts(ranks: Int32Array): Int32Array {
    const starts = new Int32Array(ranks.length + 1);
    for (let at = 0; at < this.#size; at += 1) {
      const rank = ranks[this.#words[Math.floor(at / BLOCK)]![at % BLOCK]!]!;
      starts[rank + 1]! += 1;
    }
    for (let rank = 0; rank < ranks.length; rank += 1) starts[rank + 1]! += starts[rank]!;
    return starts;
  }
}
