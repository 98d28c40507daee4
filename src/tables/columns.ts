import { onOneLine } from '../domain/characters.ts';
import type { TableRow } from './table.ts';

/** Rows that may stand above the column names: a title, a date of compiling. */
const MOST_ABOVE = 10;

/** Names by which offices call a column, the project's own first. */
export type ColumnNames<Key extends string> = Record<Key, readonly string[]>;

/** A row below the column names, by column; a column that the table lacks is empty. */
export type RowByColumn<Key extends string> = Record<Key, string> & { line: number };

/** A table whose columns are known. `header` is the line of the column names. */
export interface ColumnTable<Key extends string> {
  header: number;
  found: ReadonlySet<Key>;
  rows: RowByColumn<Key>[];
}

/**
 * Finds the row of column names among the first rows (the one that holds most of them, and at least one of `needed`), and reads the rows
 * below it by column, the words of each cell on one line. Names are compared without spaces and without what stands in brackets. `undefined` where there is no such row.
 */
export function byColumn<Key extends string>(
  table: readonly TableRow[],
  names: ColumnNames<Key>,
  needed: readonly NoInfer<Key>[],
): ColumnTable<Key> | undefined {
  const keyOf = new Map<string, Key>();
  for (const key of Object.keys(names) as Key[])
    for (const name of names[key]) keyOf.set(plainName(name), key);
  const heads = table
    .slice(0, MOST_ABOVE)
    .map(({ cells }) => cells.map((cell) => keyOf.get(plainName(cell))));
  const scores = heads.map((keys) =>
    needed.some((key) => keys.includes(key)) ? new Set(keys.filter(Boolean)).size : 0,
  );
  const best = scores.indexOf(Math.max(0, ...scores));
  const head = heads[best];
  if (!head || (scores[best] ?? 0) === 0) return undefined;
  const all = Object.keys(names) as Key[];
  return {
    header: table[best]?.line ?? 1,
    found: new Set(head.filter((key) => key !== undefined)),
    rows: table.slice(best + 1).map(({ line, cells }) => {
      const values = Object.fromEntries(all.map((key) => [key, onOneLine(cells[head.indexOf(key)] ?? '')]));
      return { ...(values as Record<Key, string>), line };
    }),
  };
}

/** Longest column name; anything longer is no name, and is not searched for brackets. */
const LONGEST_NAME = 200;

/** A column's name as names are compared: without white space and without what stands in brackets. */
export function plainName(name: string): string {
  if (name.length > LONGEST_NAME) return '';
  return name
    .normalize('NFKC')
    .replace(/[(\[【].*?[)\]】]/gu, '')
    .replace(/\s/gu, '');
}
