/**
 * Everything the project relies on in the files that Pagefind writes. None of it is a public promise of Pagefind, so
 * the version is pinned and a browser test fails when an upgrade changes it. Relied on:
 *
 * - A file is gzip data: the 12 letters `pagefind_dcd`, then one CBOR value made of arrays, strings and integers.
 * - `pagefind-entry.json` names, for each language, the hash in the name of `pagefind.<hash>.pf_meta`.
 * - `pf_meta` is `[version, pages, chunks, filters, sorts, metaFields]`; a page is `[fragment, words]` and pages stand
 *   in the order in which records were added; a chunk is `[firstWord, lastWord, name]` for `index/<name>.pf_index`;
 *   words are in code point order, so a word can only be in one chunk.
 * - `pf_index` is `[words]`; a word is `[word, pages, variants]`; a page is `[page, places, metaPlaces]`, where `page` is
 *   the distance from the previous one; places are distances too, behind a negative number that is their weight;
 *   in metaPlaces the negative number is the field (-1 is the first of metaFields) and distances start anew behind it.
 * - Content and metadata are cut at white space; a row of letters and digits is one word with one place.
 */
export const MAGIC = 'pagefind_dcd';

/** The language the index is written in: `und` keeps Pagefind from cutting words by its own dictionary. */
export const LANGUAGE = 'und';

/** Metadata fields in the order in which their numbers are given. */
export const META_FIELDS = ['singles', 'title', 'titleSingles'] as const;

export interface PagefindMeta {
  version: string;
  /** Number of words of each page. */
  pages: number[];
  chunks: { first: string; name: string }[];
  metaFields: string[];
}

/** Where a word stands, page after page. */
export interface Postings {
  pages: number[];
  /** For each page, the places in the content, ascending. */
  places: number[][];
  /** For each page, the places in each metadata field, by the field's number. */
  metaPlaces: number[][][];
}
