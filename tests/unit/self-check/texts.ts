import type { CheckedParagraph, CheckedText } from '../../../src/domain/self-check/checked-text.ts';
import type { Requirements } from '../../../src/domain/self-check/requirements.ts';

/** Lines as the paragraphs of a text. */
export function linesOf(...lines: string[]): CheckedParagraph[] {
  return lines.map((text, index) => ({ number: index + 1, text, isInTable: false }));
}

export function textOf(...lines: string[]): CheckedText {
  return { places: 'lines', paragraphs: linesOf(...lines), footnotes: [], margins: [] };
}

/** A call that asks for nothing. */
export const ASKS_NOTHING: Requirements = { title: '征文', units: [] };
