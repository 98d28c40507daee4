import { mergeRanges, type Range } from './passage.ts';
import type { NormalForm } from './normal-form.ts';

/** Ranges of a text, merged and in order, in which any of the words stands. Words are rows of units. */
export function findWords(form: NormalForm, words: readonly (readonly string[])[]): Range[] {
  const ranges: Range[] = [];
  for (const word of words) {
    if (word.length === 0) continue;
    for (let at = 0; at + word.length <= form.units.length; at += 1) {
      if (!word.every((unit, index) => form.units[at + index] === unit)) continue;
      ranges.push({ start: form.starts[at]!, end: form.ends[at + word.length - 1]! });
    }
  }
  return mergeRanges(ranges);
}
