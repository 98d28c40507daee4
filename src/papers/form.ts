import { workOutTable, type WorkedColumn } from '../domain/forms/work-out-table.ts';

/** A blank to be filled by hand, on the device, or from a schedule. `name` is the key under which facts fill it. */
export interface Field {
  name: string;
  label: string;
  /** Takes a whole line of the form. */
  wide?: boolean;
  /** Height in lines for handwriting; 1 by default. */
  lines?: number;
  /** Printed where there is no value. */
  blank?: string;
}

/** A column of a table; widths are shares of the whole. */
export interface Column {
  head: string;
  width: number;
  /** Printed in each blank row, such as a box to tick. */
  blank?: string;
  /** What a spreadsheet works out in the table's total: how many rows say something here, or their sum. */
  total?: 'count' | 'sum';
  /** What it works out in each row: the share of one column in another, by their heads. */
  share?: readonly [part: string, whole: string];
}

/** A paragraph of an official text: a heading of level 1 (一、) to 4 (（1）), or body. `{name}` is a blank; `{name:6}` one of six characters. */
export interface Paragraph {
  level?: 1 | 2 | 3 | 4;
  /** Words in the face of a first-level heading, before the text on the same line. */
  lead?: string;
  text: string;
  /** Without the indent of two characters, as the line that names whom a letter goes to. */
  flush?: boolean;
  /** After an empty line, as the list of attachments. */
  apart?: boolean;
}

/** A part of a sheet. */
export type Block =
  | { kind: 'fields'; fields: readonly Field[] }
  /** `height` of a blank row in millimetres. Numbered rows carry 1, 2, 3 in their first column. */
  | {
      kind: 'table';
      name: string;
      caption?: string;
      columns: readonly Column[];
      rows: number;
      height: number;
      numbered?: boolean;
      total?: readonly string[];
    }
  /** Names in two halves of a page, down the left one first. `rows` for each half. */
  | { kind: 'roster'; columns: readonly Column[]; rows: number; height: number }
  /** Ruled lines below a label. */
  | { kind: 'area'; name: string; label: string; lines: number }
  /** Room for pictures, with a line for each one's words. */
  | { kind: 'frames'; count: number; height: number; caption: string }
  | { kind: 'signatures'; labels: readonly string[] }
  | {
      kind: 'notes';
      title?: string;
      items: readonly string[];
      name?: string;
      numbered?: boolean;
      large?: boolean;
    }
  | { kind: 'text'; name?: string; paragraphs: readonly Paragraph[] }
  /** 署名 and 成文日期, placed by GB/T 9704-2012, 7.3.5. */
  | { kind: 'signed'; signer: string; day: string }
  /** 版记: lines at the end of an official paper, each a label and a text with blanks (GB/T 9704-2012, 7.4). */
  | { kind: 'imprint'; lines: readonly (readonly [label: string, text: string])[] }
  /** Lines of a cover. */
  | { kind: 'cover'; fields: readonly Field[]; foot: readonly string[] };

/** The head of a bulletin, above its title: its name, and the fields for its number, who edits it and the day. */
export interface Masthead {
  name: string;
  number: string;
  issuer: string;
  day: string;
}

/** One sheet. It begins on a new page and may run over several. */
export interface FormSheet {
  /** Unique in its form. */
  id: string;
  title: string;
  /** A line under the title, with blanks as in a paragraph. */
  subtitle?: string;
  masthead?: Masthead;
  /** The id of a page format. */
  format: string;
  /** Whether a code that leads to the schedule may stand on it. */
  code?: boolean;
  blocks: readonly Block[];
}

/** A form: one sheet or several that belong together. */
export interface Form {
  id: string;
  title: string;
  /** What it is for, in one short sentence. */
  purpose: string;
  group: FormGroup;
  sheets: readonly FormSheet[];
}

/** The groups of the index of forms, in its order. */
export const FORM_GROUPS = ['学习会议', '学习档案', '材料报送', '清单台账', '调研整改', '报告通报'] as const;
export type FormGroup = (typeof FORM_GROUPS)[number];

/** The data that fills a form: values by field name, rows by table name, lines by the names of notes and texts. */
export interface Facts {
  values?: Readonly<Record<string, string | undefined>>;
  tables?: Readonly<Record<string, readonly (readonly string[])[] | undefined>>;
  texts?: Readonly<Record<string, readonly Paragraph[] | undefined>>;
  notes?: Readonly<Record<string, readonly string[] | undefined>>;
}

/** A blank form. */
export const BLANK: Facts = {};

/** Characters of a full line of the official page. */
const FULL_LINE = 28;

/** Ruled lines to write on in a text, the first one indented like any paragraph and filled by `name`. */
export function writingLines(name: string, lines: number): Paragraph[] {
  return Array.from({ length: lines }, (_, line) =>
    line === 0
      ? { text: `{${name}:${FULL_LINE - 2}}` }
      : { text: `{${name}Line${line + 1}:${FULL_LINE}}`, flush: true },
  );
}

/** A piece of a paragraph: words, or a blank with its value and its width in characters. */
export type Piece = string | { name: string; width: number; value?: string | undefined };

const GAP = /\{([a-zA-Z][a-zA-Z0-9]*)(?::(\d+))?\}/g;
const USUAL_WIDTH = 6;

/** Cuts a text with blanks into words and blanks, each blank with what the facts have for it. */
export function pieces(text: string, { values = {} }: Facts): Piece[] {
  const result: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(GAP)) {
    const [whole, name = '', width] = match;
    if (match.index > end) result.push(text.slice(end, match.index));
    result.push({
      name,
      width: width === undefined ? USUAL_WIDTH : Number(width),
      value: values[name] || undefined,
    });
    end = match.index + whole.length;
  }
  if (end < text.length) result.push(text.slice(end));
  return result;
}

/** A text with its blanks filled; blanks without a fact are left out. */
export function filled(text: string, facts: Facts): string {
  return pieces(text, facts)
    .map((piece) => (typeof piece === 'string' ? piece : (piece.value ?? '')))
    .join('');
}

/** The rows of a table: the facts' rows first, blank ones up to the number the form has. `known` is how many of its cells the facts fill. */
export function rowsOf(
  {
    name,
    columns,
    rows,
    numbered,
  }: { name: string; columns: readonly Column[]; rows: number; numbered?: boolean },
  { tables = {} }: Facts,
): { cells: string[]; blank: boolean; known: number }[] {
  const known = tables[name] ?? [];
  return Array.from({ length: Math.max(rows, known.length) }, (_, index) => {
    const row = known[index];
    const cells = columns.map(({ blank = '' }, column) =>
      numbered && column === 0 ? String(index + 1) : (row?.[column] ?? blank),
    );
    return { cells, blank: row === undefined, known: row?.length ?? 0 };
  });
}

/** What is worked out in the columns of a table that has a total, by their places; `undefined` where nothing is. */
export function workedColumns(columns: readonly Column[]): WorkedColumn[] | undefined {
  if (!columns.some(({ total, share }) => total ?? share)) return undefined;
  const placeOf = (name: string) => columns.findIndex(({ head }) => head === name);
  return columns.map(({ total, share }) => ({
    total,
    share: share && [placeOf(share[0]), placeOf(share[1])],
  }));
}

/** The total of a table with what the facts' rows come to already, as its workbook has it; `undefined` where the form has none. */
export function totalOf(
  { total, columns, ...table }: Extract<Block, { kind: 'table' }>,
  facts: Facts,
): string[] | undefined {
  const worked = workedColumns(columns);
  const rows = rowsOf({ ...table, columns }, facts).flatMap(({ cells, blank }) => (blank ? [] : [cells]));
  const { totals = [] } = worked ? workOutTable(worked, rows) : {};
  return total?.map((words, column) => words || (totals[column] ?? ''));
}
