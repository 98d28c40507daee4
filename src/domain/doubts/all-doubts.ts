import { findBlanks } from './blanks.ts';
import { findDamage } from './damage.ts';
import { findImpossibleDates } from './dates.ts';
import type { DoubtFinder, TextDoubt } from './doubt.ts';
import { findConflictingDurations } from './durations.ts';
import { findHalfWidth, findUnpairedMarks } from './marks.ts';
import { findMissingPlaces } from './missing-places.ts';
import { findMistakenWords } from './mistaken-words.ts';
import { findMiscountedLists } from './named-numbers.ts';
import { findPersonalData } from './personal-data.ts';
import { findRareCharacters } from './rare-characters.ts';
import { findRepeated } from './repeated.ts';
import { findStrayLatin } from './stray-latin.ts';
import { findUnevenSums } from './sums.ts';

const FINDERS: readonly DoubtFinder[] = [
  findDamage,
  findRareCharacters,
  findBlanks,
  findMissingPlaces,
  findMistakenWords,
  findStrayLatin,
  findUnpairedMarks,
  findHalfWidth,
  findRepeated,
  findImpossibleDates,
  findConflictingDurations,
  findUnevenSums,
  findMiscountedLists,
  findPersonalData,
];

/** Every doubt that the paragraphs of a text raise by themselves, in their order. */
export function findDoubts(paragraphs: readonly string[]): TextDoubt[] {
  return FINDERS.flatMap((find) => find(paragraphs)).sort((a, b) => a.paragraph - b.paragraph || a.at - b.at);
}
