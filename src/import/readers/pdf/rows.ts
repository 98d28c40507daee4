import type { Segment } from './segments.ts';

/** Segments that stand beside each other, from left to right. */
export interface Row {
  segments: Segment[];
  y: number;
  size: number;
  left: number;
  right: number;
}

/** Base lines nearer than this, in type sizes, are one row. */
const SAME_ROW = 0.5;

/** The rows of some segments, from top to bottom. */
export function rowsOf(segments: readonly Segment[]): Row[] {
  const rows: Row[] = [];
  for (const segment of [...segments].sort((a, b) => a.y - b.y)) {
    const row = rows.at(-1);
    if (row && segment.y - row.y < Math.min(row.size, segment.size) * SAME_ROW && !overlaps(row, segment)) {
      row.segments.push(segment);
      row.size = Math.max(row.size, segment.size);
      row.left = Math.min(row.left, segment.left);
      row.right = Math.max(row.right, segment.right);
    } else {
      const { y, size, left, right } = segment;
      rows.push({ segments: [segment], y, size, left, right });
    }
  }
  for (const { segments: inRow } of rows) inRow.sort((a, b) => a.left - b.left);
  return rows;
}

function overlaps({ segments }: Row, { left, right }: Segment): boolean {
  return segments.some((other) => other.left < right && left < other.right);
}

/** Marks behind which no blank stands, whatever the gap: those of Chinese numbers (一、 （一）). */
const TIGHT = /[、）]$/u;

/** A part of a row's text: words of the file, or a sign that stands for them. */
export interface Piece {
  shown: string;
  /** The words of the file where they are others. */
  written?: string;
}

/** What stands in a row, the wide gaps as blanks. */
export function textOfRow(row: Row): string {
  return piecesOfRow(row)
    .map(({ shown }) => shown)
    .join('');
}

/** The words of the file that stand in a row. */
export function writtenInRow(row: Row): string {
  return piecesOfRow(row)
    .map(({ shown, written }) => written ?? shown)
    .join('');
}

/** What stands in a row, piece by piece. */
export function piecesOfRow({ segments }: Row): Piece[] {
  let before = '';
  return segments.flatMap(({ text, signs }) => {
    const blank = before === '' || TIGHT.test(before) ? '' : ' ';
    before = text;
    return [...(blank === '' ? [] : [{ shown: blank }]), ...piecesOf(text, signs)];
  });
}

function piecesOf(text: string, signs: Segment['signs']): Piece[] {
  let from = 0;
  const pieces: Piece[] = signs.flatMap(({ at, shown, written }) => {
    const plain = text.slice(from, at);
    from = at + shown.length;
    return [{ shown: plain }, { shown, written }];
  });
  return [...pieces, { shown: text.slice(from) }].filter(({ shown }) => shown !== '');
}

/** The value in the middle of some numbers; 0 for none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
