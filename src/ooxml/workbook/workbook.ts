/** How a cell looks. `title`, `line` and `note` stand outside the ruled table; the others have rules round them. */
export const CELL_STYLES = ['title', 'line', 'note', 'head', 'group', 'text', 'centre', 'percent'] as const;
export type CellStyle = (typeof CELL_STYLES)[number];

/** A cell; words alone are a cell of the style `text`. Numbers stay numbers, words stay words: `=1+1` is never worked out. */
export type Cell = string | number | StyledCell;

export interface StyledCell {
  value: string | number;
  /** A formula of this project's own making, without `=`; `value` is what it comes to as long as nobody has opened the file. */
  formula?: string | undefined;
  style?: CellStyle | undefined;
  /** How many columns it takes; one where left out. */
  across?: number | undefined;
  /** How many rows it takes; one where left out. */
  down?: number | undefined;
}

/** A row, its cells from left to right. Places that a cell from above takes are skipped, as in an HTML table. */
export interface Row {
  cells: readonly Cell[];
  /** Points. Where left out, the row is as tall as its words need. */
  height?: number | undefined;
}

/** One sheet: A4, as wide as the page, numbered at the foot. */
export interface Sheet {
  /** Cut to 31 characters, and without `[]:*?/\`, which names of sheets may not hold. */
  name: string;
  /** Width of each column in Han characters of the table's own size. */
  columns: readonly number[];
  rows: readonly Row[];
  /** The rows of column names, counted from 1: they stay in view and stand again on every printed page. */
  head?: { from: number; until: number } | undefined;
  landscape?: boolean | undefined;
  /** Words that a column offers to choose from; others may be typed all the same. Rows are counted from 1. */
  choices?: readonly { column: number; from: number; until: number; words: readonly string[] }[] | undefined;
}

/** A workbook. Equal workbooks give equal bytes. */
export interface Workbook {
  title: string;
  /** Whose paper it is, for the file's properties. */
  creator: string;
  sheets: readonly Sheet[];
}
