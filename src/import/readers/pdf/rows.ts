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

/** What stands in a row, the wide gaps as blanks. */
export function textOfRow({ segments }: Row): string {
  return segments.reduce((row, { text }) => {
    const blank = row === '' || TIGHT.test(row) ? '' : ' ';
    return row + blank + text;
  }, '');
}

/** The value in the middle of some numbers; 0 for none. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
