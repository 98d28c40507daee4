/** A file in which words stand, with the first place. */
export interface Found {
  file: string;
  /** How often they stand in it. */
  count: number;
  /** The words with what stands around them. */
  passage: string;
}

/** Files that are told at most. */
const MOST = 100;
/** Characters before and behind the words in a passage. */
const AROUND = 24;

/**
 * The files in whose text words stand exactly, those in which they stand most often first. Letters of any width and case are the same, and spaces and ends
 * of lines count for nothing, as in the search of the site.
 */
export function searchTexts(texts: Iterable<readonly [file: string, text: string]>, words: string): Found[] {
  const wanted = compact(words).toLowerCase();
  if (wanted === '') return [];
  const found: Found[] = [];
  for (const [file, text] of texts) {
    const plain = compact(text);
    const lower = plain.toLowerCase();
    const places = placesOf(lower, wanted);
    const [first] = places;
    if (first === undefined) continue;
    // A few letters grow when they are made small; then the passage is told in small ones.
    const shown = lower.length === plain.length ? plain : lower;
    const passage = shown.slice(Math.max(0, first - AROUND), first + wanted.length + AROUND);
    found.push({ file, count: places.length, passage });
  }
  return found
    .sort((one, other) => other.count - one.count || (one.file < other.file ? -1 : 1))
    .slice(0, MOST);
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}
