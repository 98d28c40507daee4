/** A row of a table as text; `line` is its line in a .csv file, its row number in a sheet, counted from 1. */
export interface TableRow {
  line: number;
  cells: string[];
}

/** Why a table cannot be read, and what to do about it, in Chinese. */
export interface TableProblem {
  reason: string;
  remedy: string;
  /** The line that prevents reading, where it is a single one. */
  line?: number;
}

/** A character that no text may hold: at a line and column of a .csv file, or in a row and column of a sheet. */
export interface TableStray {
  line: number;
  column: number;
  code: number;
}

/** The rows of a table that hold something, U+FFFD in place of what they may not hold, or why there are none. */
export type ReadTable =
  | { rows: TableRow[]; strays: TableStray[]; problem?: undefined }
  | { rows?: undefined; strays?: undefined; problem: TableProblem };

/** Thrown where a table holds more than any register; the message is Chinese. */
export class TableTooLarge extends Error {
  override name = 'TableTooLarge';
  /** The line, where one is to blame. */
  readonly line: number | undefined;

  constructor(message: string, line?: number) {
    super(message);
    this.line = line;
  }
}
