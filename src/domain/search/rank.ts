import type { Hit } from './match.ts';

/** What ranking knows of an entry besides its hits. */
export interface RankedEntry {
  /** Units in the title. */
  titleLength: number;
  /** Places of the entry in the index. */
  length: number;
  /** The mean of that over all entries. */
  meanLength: number;
}

/** A hit in an entry, with the number of units that were found there. */
export interface TermHit {
  hit: Hit;
  units: number;
}

const SATURATION = 1.2;
const LENGTH_INFLUENCE = 0.6;
const POSITION_WEIGHT = 0.35;
const TITLE_WEIGHT = 10;
const WHOLE_TITLE_WEIGHT = 30;

/** How much of the body is about the term: grows with the number of hits, ever more slowly, and shrinks with the length. */
function density({ hit }: TermHit, entry: RankedEntry): number {
  const relative = 1 - LENGTH_INFLUENCE + LENGTH_INFLUENCE * (entry.length / Math.max(1, entry.meanLength));
  const count = hit.single?.paragraphs ?? hit.places.length;
  return (count * (SATURATION + 1)) / (count + SATURATION * relative);
}

function position({ hit }: TermHit, entry: RankedEntry): number {
  const first = hit.places[0];
  return first === undefined ? 0 : 1 - first / Math.max(1, entry.length);
}

/**
 * The score of an entry that holds all terms of a query: a title made of the terms alone stands above any title that
 * holds them, a title that holds them (the more of it they fill the higher) above any body; among bodies, density
 * and how early the terms first stand decide. Entries of equal score keep the manifest's order, newest first.
 */
export function score(terms: readonly TermHit[], entry: RankedEntry): number {
  let titleUnits = 0;
  let inTitle = 0;
  let body = 0;
  for (const term of terms) {
    if (term.hit.titlePlaces.length > 0) {
      inTitle += 1;
      titleUnits += term.units;
    }
    body += density(term, entry) + POSITION_WEIGHT * position(term, entry);
  }
  const share = entry.titleLength === 0 ? 0 : Math.min(1, titleUnits / entry.titleLength);
  const all = inTitle === terms.length;
  const title = (inTitle / Math.max(1, terms.length)) * TITLE_WEIGHT * (all ? 1 + share : 0.3);
  return (all && share === 1 ? WHOLE_TITLE_WEIGHT : 0) + title + body / Math.max(1, terms.length);
}
