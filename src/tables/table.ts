/** A row of a table as text; `line` is its line in a .csv file, its row number in a sheet, counted from 1. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** Why a table cannot be read, and what to do about it, in Chinese. */
export interface TableProblem {
  reason: string;
  remedy: string;
}

/** The rows of a table that hold something, or why there are none. */
export type ReadTable =
  { rows: TableRow[]; problem?: undefined } | { rows?: undefined; problem: TableProblem };
