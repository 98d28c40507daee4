import type { Margins } from '../essays/format.ts';

/** A run of characters of one format. Properties that could not be determined are missing. */
export interface CheckedRun {
  text: string;
  /** The typeface of Chinese characters. */
  face?: string | undefined;
  /** Points. */
  size?: number | undefined;
  isBold: boolean;
}

/** The distance of lines: `exact` and `at least` in points, `multiple` in lines. */
export interface LinePitch {
  rule: 'exact' | 'at least' | 'multiple';
  value: number;
}

/** A paragraph that holds something, or a line of plain text. */
export interface CheckedParagraph {
  /** Its place as the writer counts: paragraphs of a file, lines of a pasted text, from 1. */
  number: number;
  text: string;
  /** The automatic number before the text, which is no part of it. */
  label?: string | undefined;
  isInTable: boolean;
  /** How it is set, where the file says so. */
  runs?: CheckedRun[] | undefined;
  linePitch?: LinePitch | undefined;
}

/** A text to be checked. */
export interface CheckedText {
  fileName?: string | undefined;
  /** How places are named: 第3段 or 第3行. */
  places: 'paragraphs' | 'lines';
  /** Without a cover sheet that stands before the text. */
  paragraphs: CheckedParagraph[];
  footnotes: string[];
  /** Margins of each section, in millimetres; empty where there is no format. */
  margins: Margins[];
}

/** A pasted or plain text, a paragraph a line. */
export function plainText(text: string, fileName?: string): CheckedText {
  const paragraphs = text
    .split(/\r\n|[\n\r\v\f\u2028\u2029]/u)
    .map((line, index): CheckedParagraph => ({ number: index + 1, text: line.trim(), isInTable: false }))
    .filter((line) => line.text !== '');
  return { fileName, places: 'lines', paragraphs, footnotes: [], margins: [] };
}
