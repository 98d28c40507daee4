import type { Day } from '../../domain/day.ts';
import type { Adjustment } from '../../domain/schedule/plan.ts';
import type { CellLedger } from './cell-ledger.ts';
import type { NewFile } from './new-files.ts';

/** Where a table comes from, and what stands beside it. */
export interface TableSource {
  origin: string;
  /** Comments, text boxes and sheets of notes. */
  asides: readonly string[];
  outDir: string;
  /** The names of its sheet and its file, without ending. */
  sheet: string;
  file: string;
  /** Names that other tables of the same file take, as `plans/name`. */
  taken: Set<string>;
  /** Whether what resembles an existing plan or ledger is written as another one. */
  another: boolean;
  /** Plans, ledgers and receipts that were there before this run: `plans/name.yaml`. */
  standing: readonly string[];
}

/** What a sheet becomes. Nothing is written yet. */
export interface TableImport {
  kind: '学习计划' | '台账' | '报送情况';
  ledger: CellLedger;
  files: NewFile[];
  /** Files that an earlier import of the same source has made. */
  present: string[];
  /** What the editor does next, line by line. */
  lines: string[];
  /** What goes into a file of the office's own, to be copied as it stands. */
  toPaste?: string | undefined;
  /** Of a plan that was made for one unit: which, and what it has otherwise than the plan. */
  follow?: { unit: string; adjustments: readonly Adjustment[] } | undefined;
  /** Of a register that is there already in another state: how its file would be, and what would change. */
  update?: RegisterUpdate | undefined;
  doubts: string[];
}

/** Another state of a register. */
export interface RegisterUpdate {
  /** The file that is there: `ledgers/opinions.csv`. */
  file: string;
  /** Its rows as a .csv file. */
  text: string;
  differences: string[];
  /** Until which day the table counts, as it says itself. */
  asOf?: Day | undefined;
}

/** The same as plain data, for another process: of the ledger how many cells have each use. */
export interface ReadTable extends Omit<TableImport, 'ledger'> {
  uses: [use: string, count: number][];
}

/** Thrown where a table must not be imported; the message is Chinese and says why. */
export class TableFailure extends Error {
  override name = 'TableFailure';
}
