/** What is worked out in a column of a form's table: its total, or in each row the share of one column in another, by their places. */
export interface WorkedColumn {
  total?: string | undefined;
  share?: readonly [part: number, whole: number] | undefined;
}

/**
 * What a table comes to as it is filled in: the share of each row and the totals, by columns, empty where nothing can be said. Shares are whole
 * per cents; that of all rows is of those only that have its part, so that meetings yet to come do not lower it. The same as the formulas
 * of the form's workbook.
 */
export function workOutTable(
  columns: readonly WorkedColumn[],
  rows: readonly (readonly string[])[],
): { shares: string[][]; totals: string[] } {
  const number = (row: readonly string[], column: number) => numberIn(row[column]);
  const shares = rows.map((row) =>
    columns.map(({ share }) => (share ? shareWords(number(row, share[0]), number(row, share[1])) : '')),
  );
  const totals = columns.map(({ total, share }, column) => {
    if (share) {
      const told = rows.filter((row) => number(row, share[0]) !== undefined);
      const sum = (place: number) => told.reduce((all, row) => all + (number(row, place) ?? 0), 0);
      return shareWords(sum(share[0]), sum(share[1]));
    }
    const said = rows.filter((row) => (row[column] ?? '').trim() !== '');
    if (said.length === 0) return '';
    if (total === 'count') return `${said.length}次`;
    return total === 'sum' ? String(said.reduce((all, row) => all + (number(row, column) ?? 0), 0)) : '';
  });
  return { shares, totals };
}

function numberIn(words = ''): number | undefined {
  const plain = words.normalize('NFKC').trim();
  return /^\d+(?:\.\d+)?$/.test(plain) ? Number(plain) : undefined;
}

function shareWords(part: number | undefined, whole: number | undefined): string {
  return part === undefined || !whole ? '' : `${Math.round((100 * part) / whole)}%`;
}
