import { join } from 'node:path';
import { TABLE_BUDGET } from '../../domain/budgets.ts';
import { readPlainFile } from '../../source/plain-file.ts';
import { byColumn, type ColumnNames } from '../../tables/columns.ts';
import { readTable, TABLE_EXTENSIONS } from '../../tables/read-table.ts';
import { areOneTable, differences, type Compared } from './differences.ts';
import { namesIn } from './new-files.ts';
import type { TableSource } from './table-import.ts';

/** A register of the content folder that a table brings in another state. */
export interface EarlierRegister {
  /** `ledgers/opinions.csv` */
  file: string;
  /** Whether it was there before this run. */
  isStanding: boolean;
  differences: string[];
}

/** Columns as the rows of two states are compared. */
export interface Comparison {
  folder: 'ledgers' | 'receipts';
  columns: ColumnNames<string>;
  /** The columns that tell a row from others. */
  keys: readonly string[];
  /** Whether a file of this name, without ending, may be the same register. */
  isCandidate: (name: string) => Promise<boolean>;
}

/** The register of the folder that mostly has the same rows. `rows` have their words in the order of the columns, with the names first. */
export async function earlierRegister(
  { outDir, standing }: Pick<TableSource, 'outDir' | 'standing'>,
  rows: readonly (readonly string[])[],
  comparison: Comparison,
): Promise<EarlierRegister | undefined> {
  const now = compared(rows, comparison);
  for (const name of await namesIn(outDir, comparison.folder)) {
    if (!TABLE_EXTENSIONS.some((ending) => name.endsWith(ending))) continue;
    if (!(await comparison.isCandidate(name.replace(/\.[a-z]+$/, '')))) continue;
    const { bytes } = await readPlainFile(join(outDir, comparison.folder, name), TABLE_BUDGET.fileBytes);
    const table = bytes && (await readTable(name, bytes));
    const before = compared(
      (table?.rows ?? []).map(({ cells }) => cells),
      comparison,
    );
    const file = `${comparison.folder}/${name}`;
    if (areOneTable(before, now))
      return { file, isStanding: standing.includes(file), differences: differences(before, now) };
  }
  return undefined;
}

function compared(rows: readonly (readonly string[])[], { columns, keys }: Comparison): Compared[] {
  const table = rows.map((cells, index) => ({ line: index + 1, cells: [...cells] }));
  const found = byColumn(table, columns, keys);
  return (found?.rows ?? []).map((row) => {
    const words = keys.map((key) => row[key] ?? '');
    const fields = Object.fromEntries(
      Object.keys(columns).map((key) => [columns[key]?.[0] ?? key, row[key] ?? '']),
    );
    return { key: words.join(' '), name: words.filter((each) => each !== '').join(' '), fields };
  });
}
