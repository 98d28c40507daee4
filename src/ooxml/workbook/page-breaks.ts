import type { Sheet } from './workbook.ts';

/** How tall the programs draw rows, by the heights that the file gives them: each fits them to its own font (LibreOffice with a substitute 0.85). */
const DRAWN = [0.8, 0.83, 0.86, 0.89, 0.92, 0.95, 0.98, 1, 1.03];

/**
 * The rows, counted from 0, before which a page is to end, so that in no program the head of a group stands last on a page, away from its first
 * row. `heights` are those of the rows and `page` that of what is printed on a page, in points; the rows of column names stand again on every page.
 */
export function breaksBefore({ rows, head }: Sheet, heights: readonly number[], page: number): number[] {
  const groups = new Set(
    rows.flatMap(({ cells: [first] }, row) =>
      typeof first === 'object' && first.style === 'group' ? [row] : [],
    ),
  );
  const again = head ? heights.slice(head.from - 1, head.until).reduce((sum, each) => sum + each, 0) : 0;
  const breaks = new Set<number>();
  for (let count = -1; count < breaks.size;) {
    count = breaks.size;
    for (const drawn of DRAWN) {
      const last = lastOnPage({ groups, breaks, again }, heights, page / drawn);
      if (last !== undefined) breaks.add(last);
    }
  }
  return [...breaks].sort((a, b) => a - b);
}

/** The first head of a group that stands last on a page of this height. */
function lastOnPage(
  { groups, breaks, again }: Record<'groups' | 'breaks', ReadonlySet<number>> & { again: number },
  heights: readonly number[],
  page: number,
): number | undefined {
  let used = 0;
  for (const [row, height] of heights.entries()) {
    const isFirst = breaks.has(row) || used + height > page;
    if (isFirst && groups.has(row - 1) && !breaks.has(row - 1)) return row - 1;
    used = (isFirst ? again : used) + height;
  }
  return undefined;
}
