import { findBlanks } from './blanks.ts';
import { findDamage } from './damage.ts';
import type { Doubt, DoubtFinder } from './doubt.ts';
import { findPersonalData } from './personal-data.ts';
import { findUnbalancedQuotes } from './quotes.ts';
import { findStrayLatin } from './stray-latin.ts';

const FINDERS: readonly DoubtFinder[] = [
  findDamage,
  findBlanks,
  findStrayLatin,
  findUnbalancedQuotes,
  findPersonalData,
];

/** Every doubt about the paragraphs of a body, in their order. */
export function findDoubts(paragraphs: readonly string[]): Doubt[] {
  return paragraphs.flatMap((text, index) =>
    FINDERS.flatMap((find) =>
      find(text, paragraphs[index + 1]).map((found) => ({ paragraph: index + 1, ...found })),
    ),
  );
}
