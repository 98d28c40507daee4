import type { Block } from './form.ts';
import { frameHeights } from './fitted.ts';
import { FORMS } from './forms/all-forms.ts';
import { callSheet } from './forms/essay-call.ts';

/** Widest blank of a text, in characters. */
const WIDEST_BLANK = 28;

/**
 * Classes for measures that the forms give as data, since pages carry no style attributes: `w-12` is a column of 12 percent, `h-84` a row
 * of 8.4 mm, `blank-6` a blank of six characters, `lines-3` a field of three lines for handwriting.
 */
export function utilityCss(): string {
  const sheets = [...FORMS.flatMap((form) => form.sheets), callSheet('', []).sheet];
  const blocks = sheets.flatMap((sheet) => sheet.blocks);
  return [
    ...unique(blocks.flatMap(widths)).map(
      (width) => `.w-${String(width).replace('.', '-')} { width: ${width}%; }`,
    ),
    ...unique(blocks.flatMap(heights)).map(
      (height) => `.h-${Math.round(height * 10)} { height: ${height}mm; }`,
    ),
    ...range(WIDEST_BLANK).map((width) => `.blank-${width} { min-width: calc(${width} * var(--char)); }`),
    ...range(6).map((lines) => `.lines-${lines} { height: ${lines === 1 ? 9 : lines * 8.5}mm; }`),
  ].join('\n');
}

function widths(block: Block): number[] {
  switch (block.kind) {
    case 'table':
      return block.columns.map(({ width }) => width);
    case 'roster':
      return block.columns.map(({ width }) => width / 2);
    case 'fields':
      return [16, 34];
    default:
      return [];
  }
}

function heights(block: Block): number[] {
  if (block.kind === 'frames') return frameHeights(block.height);
  return 'height' in block ? [block.height] : [];
}

function unique(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function range(last: number): number[] {
  return Array.from({ length: last }, (_, index) => index + 1);
}
