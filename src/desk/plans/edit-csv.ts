import { guarded } from '../../domain/spreadsheet-cell.ts';
import { delimiterOf, parseCsv } from '../../tables/parse-csv.ts';
import { plainName, type ColumnNames } from '../../tables/columns.ts';

/** A row to be written: cells by their columns. `line` is that of the row it replaces; without cells that row goes. */
export interface RowEdit<Key extends string> {
  line?: number | undefined;
  cells?: Partial<Record<Key, string>> | undefined;
}

/**
 * A .csv text with some rows written anew, taken away, or put at its end; every other line keeps its bytes, and cells of other columns stay. `undefined`
 * where the text lacks a column that something is to be written into.
 */
export function editedCsv<Key extends string>(
  text: string,
  names: ColumnNames<Key>,
  { header, edits }: { header: number; edits: readonly RowEdit<Key>[] },
): string | undefined {
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const source = text.replace(/\r\n?/g, '\n');
  const rows = parseCsv(source);
  const delimiter = delimiterOf(source.replace(/^\uFEFF/, ''));
  const head = rows.find(({ line }) => line === header)?.cells ?? [];
  const columnOf = new Map(
    (Object.keys(names) as Key[]).map((key) => [
      key,
      head.findIndex((cell) => names[key].some((name) => plainName(name) === plainName(cell))),
    ]),
  );
  const lacks = edits.some(({ cells = {} }) =>
    (Object.entries(cells) as [Key, string][]).some(
      ([key, words]) => words !== '' && (columnOf.get(key) ?? -1) < 0,
    ),
  );
  if (lacks) return undefined;
  const written = (before: readonly string[], cells: Partial<Record<Key, string>>): string => {
    const all = Array.from({ length: Math.max(head.length, before.length) }, (_, at) => before[at] ?? '');
    for (const [key, words] of Object.entries(cells) as [Key, string][]) {
      const at = columnOf.get(key) ?? -1;
      if (at >= 0) all[at] = words;
    }
    return all.map((cell) => writtenCell(cell, delimiter)).join(delimiter);
  };
  const lines = source.split('\n');
  const isClosed = lines.at(-1) === '';
  if (isClosed) lines.pop();
  const changed = new Map(
    edits.flatMap((edit) => (edit.line === undefined ? [] : [[edit.line, edit] as const])),
  );
  const kept: string[] = lines.slice(0, (rows[0]?.line ?? 1) - 1);
  for (const [index, { line, cells }] of rows.entries()) {
    const own = lines.slice(line - 1, (rows[index + 1]?.line ?? lines.length + 1) - 1);
    const edit = changed.get(line);
    if (!edit) kept.push(...own);
    else if (edit.cells) kept.push(written(cells, edit.cells));
  }
  for (const { line, cells } of edits) if (line === undefined && cells) kept.push(written([], cells));
  return kept.join(end) + end;
}

function writtenCell(words: string, delimiter: string): string {
  const safe = guarded(words);
  return safe.includes(delimiter) || /["\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
