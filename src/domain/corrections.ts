import type { Correction } from './entry.ts';

/** A correction that can be made: from where to where in its paragraph's text, and its place in the record, from 0. */
export interface PlacedCorrection {
  start: number;
  end: number;
  index: number;
  correction: Correction;
}

/** Why a correction cannot be made. */
export interface CorrectionProblem {
  index: number;
  kind: 'no paragraph' | 'no original' | 'original twice' | 'overlap';
}

/**
 * Where the corrections of an entry stand in its paragraphs, and which of them cannot be made: their paragraph is not there, the original
 * does not stand in it, stands in it more than once, or overlaps another's. Paragraphs are the uncorrected texts by their anchors.
 */
export function placeCorrections(
  corrections: readonly Correction[],
  textOf: (anchor: string) => string | undefined,
): { placed: Map<string, PlacedCorrection[]>; problems: CorrectionProblem[] } {
  const placed = new Map<string, PlacedCorrection[]>();
  const problems: CorrectionProblem[] = [];
  corrections.forEach((correction, index) => {
    const { paragraph, original } = correction;
    const text = textOf(paragraph);
    const start = text?.indexOf(original) ?? -1;
    const end = start + original.length;
    const others = placed.get(paragraph) ?? [];
    const refuse = (kind: CorrectionProblem['kind']) => problems.push({ index, kind });
    if (text === undefined) refuse('no paragraph');
    else if (start < 0) refuse('no original');
    else if (text.includes(original, start + 1)) refuse('original twice');
    else if (others.some((other) => start < other.end && other.start < end)) refuse('overlap');
    else placed.set(paragraph, [...others, { start, end, index, correction }]);
  });
  for (const list of placed.values()) list.sort((a, b) => a.start - b.start);
  return { placed, problems };
}

/** The element ids of a correction's mark in the text and of its note at the end; numbered from 1 in the order of the record. */
export function correctionIds(index: number): { mark: string; note: string } {
  return { mark: `corrected-${index + 1}`, note: `correction-${index + 1}` };
}
