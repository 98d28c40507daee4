import type { SearchManifest, TextPart } from '../../domain/search/manifest.ts';

/** Number of the part of an entry's text that holds a place of the index. */
export function partAt(manifest: SearchManifest, page: number, place: number): number {
  const starts = manifest.entries.parts[page]!;
  let part = 0;
  while (part + 2 < starts.length && starts[part + 1]! <= place) part += 1;
  return part;
}

/** Numbers of all parts of an entry's text. */
export function partsOf(manifest: SearchManifest, page: number): number[] {
  return manifest.entries.parts[page]!.slice(1).map((_, part) => part);
}

/** Where each paragraph of an entry begins in the index. */
export function paragraphPlaces(text: TextPart): number[] {
  const places: number[] = [];
  let place = 0;
  for (const distance of text.starts) places.push((place += distance));
  return places;
}

/** Number of the paragraph of the entry that holds a place. Paragraphs without a letter share their place with the next. */
export function paragraphAt(places: readonly number[], place: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! <= place) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Anchor of a paragraph of the entry, by its number. */
export function anchorOf(text: TextPart, paragraph: number): string {
  return text.anchors?.[paragraph] ?? `p${paragraph + 1}`;
}
