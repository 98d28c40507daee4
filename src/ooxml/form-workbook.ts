import {
  filled,
  rowsOf,
  type Block,
  type Column,
  type Facts,
  type Field,
  type FormSheet,
} from '../papers/form.ts';
import { FORMATS, typeArea } from '../papers/page-format.ts';
import { addressOf } from './workbook/layout.ts';
import { pairsOf } from '../papers/field-rows.ts';
import type { Cell, Row, Sheet, Workbook } from './workbook/workbook.ts';

type Table = Extract<Block, { kind: 'table' | 'roster' }>;

/** Han characters of 11 points that fit a millimetre. */
const CHARACTERS_A_MILLIMETRE = 72 / 25.4 / 11;
const POINTS_A_MILLIMETRE = 72 / 25.4;
const TITLE_HEIGHT = 34;
const FIELD_HEIGHT = 26;
const LINE_HEIGHT = 20;

/** Whether a sheet has a table, which is of use in a spreadsheet. */
export function isTabular({ blocks }: FormSheet): boolean {
  return blocks.some(isTable);
}

/** The sheets that have tables as a workbook: one sheet each, heads repeated on every page. */
export function formWorkbook(
  title: string,
  creator: string,
  sheets: readonly FormSheet[],
  facts: Facts,
): Workbook {
  return filledWorkbook(
    title,
    creator,
    sheets.filter(isTabular).map((sheet) => ({ sheet, facts })),
  );
}

/** Sheets that have tables, each with facts of its own, as a workbook. */
export function filledWorkbook(
  title: string,
  creator: string,
  sheets: readonly { sheet: FormSheet; facts: Facts }[],
): Workbook {
  return { title, creator, sheets: sheets.map(({ sheet, facts }) => sheetOf(sheet, facts)) };
}

function isTable(block: Block): block is Table {
  return block.kind === 'table' || block.kind === 'roster';
}

function sheetOf({ title, subtitle, format, blocks }: FormSheet, facts: Facts): Sheet {
  const table = blocks.find(isTable)!;
  const columns = columnsOf(table);
  const page = FORMATS.find(({ id }) => id === format)!;
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  const room = typeArea(page).width * CHARACTERS_A_MILLIMETRE;
  const across = columns.length;
  const rows: Row[] = [
    { cells: [{ value: withRoom(title, facts), style: 'title', across }], height: TITLE_HEIGHT },
    ...(subtitle ? [line(withRoom(subtitle, facts), across)] : []),
  ];
  let head = 0;
  for (const block of blocks) {
    if (block === table) head = rows.length + 1;
    rows.push(...rowsOfBlock(block, facts, across, rows.length));
  }
  return {
    name: filled(title, facts) || '表',
    columns: columns.map(({ width }) => Math.round((width * room * 10) / whole) / 10),
    rows,
    head: { from: head, until: head },
    landscape: page.landscape,
  };
}

function columnsOf(table: Table): Table['columns'] {
  return table.kind === 'roster' ? [...table.columns, ...table.columns] : table.columns;
}

/** Words with room for what is to be filled in. */
function withRoom(text: string, facts: Facts): string {
  return text.includes('{')
    ? text.replace(/\{[^}]*\}/g, (gap) => filled(gap, facts) || '　　　　　　')
    : text;
}

function line(value: string, across: number): Row {
  return { cells: [{ value, style: 'line', across }], height: LINE_HEIGHT };
}

function rowsOfBlock(block: Block, facts: Facts, across: number, above: number): Row[] {
  switch (block.kind) {
    case 'table':
    case 'roster':
      return tableRows(block, facts, above);
    case 'fields':
      return pairsOf(block.fields).map((pair) => fieldRow(pair, facts, across));
    case 'signatures':
      return [line(block.labels.map((label) => `${label}：　　　　`).join('　　'), across)];
    case 'notes':
      return block.items.map((value) => ({ cells: [{ value, style: 'note', across }], height: LINE_HEIGHT }));
    case 'text':
      return block.paragraphs.map(({ lead = '', text }) => line(lead + withRoom(text, facts), across));
    default:
      return [];
  }
}

/** Labels and values share the columns of the table below them. */
function fieldRow(pair: readonly Field[], { values = {} }: Facts, across: number): Row {
  const value = ({ name, blank = '' }: Field) => values[name] ?? blank;
  const half = Math.floor(across / 2);
  const widths = pair.length > 1 ? [half, across - half] : [across];
  const label = half > 2 ? 2 : 1;
  return {
    height: FIELD_HEIGHT * (pair[0]?.lines ?? 1),
    cells: pair.flatMap((field, index): Cell[] => [
      { value: field.label, style: 'head', across: label },
      { value: value(field), style: 'text', across: (widths[index] ?? across) - label },
    ]),
  };
}

/** The rows of a table below `above` others. */
function tableRows(block: Table, facts: Facts, above: number): Row[] {
  const height = block.height * POINTS_A_MILLIMETRE;
  const heads = columnsOf(block).map(({ head }): Cell => ({ value: head, style: 'head' }));
  const top: Row = { cells: heads, height: FIELD_HEIGHT };
  if (block.kind === 'roster')
    return [
      top,
      ...Array.from({ length: block.rows }, (_, row) => ({ height, cells: rosterCells(block, row) })),
    ];
  const filledRows = rowsOf(block, facts);
  const from = above + 2;
  const body = filledRows.map(({ cells }, index): Row => ({
    height,
    cells: cells.map((cell, column) => workingCell(cell, column, block.columns, from + index)),
  }));
  const until = above + 1 + filledRows.length;
  const total = block.total?.map((cell, column) => totalCell(cell, column, block.columns, from, until));
  return [top, ...body, ...(total ? [{ height, cells: total }] : [])];
}

/** A cell of a row: a share is worked out, numbers of a column that is summed up are numbers. */
function workingCell(cell: string, column: number, columns: readonly Column[], row: number): Cell {
  const { share, total } = columns[column] ?? {};
  if (share && cell === '') {
    const [part, whole] = share.map((head) => addressOf(row - 1, columnOf(head, columns)));
    const formula = `IF(AND(N(${whole})>0,${part}<>""),${part}/${whole},"")`;
    return { value: '', formula, style: 'percent' };
  }
  if (total === 'sum') return { value: /^\d+(?:\.\d+)?$/.test(cell) ? Number(cell) : cell, style: 'centre' };
  return cellOf(cell, column);
}

/** A cell of the total: a count or a sum of the rows above it; a share of those rows only that have its part. */
function totalCell(
  cell: string,
  column: number,
  columns: readonly Column[],
  from: number,
  until: number,
): Cell {
  const { share, total } = columns[column] ?? {};
  const rangeOf = (of: number) => `${addressOf(from - 1, of)}:${addressOf(until - 1, of)}`;
  if (cell !== '' || until < from) return cellOf(cell, column);
  if (share) {
    const [part, whole] = share.map((head) => rangeOf(columnOf(head, columns)));
    const sum = `SUMIF(${part},"<>",${whole})`;
    return { value: '', formula: `IF(${sum}>0,SUM(${part})/${sum},"")`, style: 'percent' };
  }
  if (total === 'sum') return { value: '', formula: `SUM(${rangeOf(column)})`, style: 'centre' };
  if (total === 'count') return { value: '', formula: `COUNTA(${rangeOf(column)})&"次"`, style: 'centre' };
  return cellOf(cell, column);
}

function columnOf(head: string, columns: readonly Column[]): number {
  return columns.findIndex((column) => column.head === head);
}

function rosterCells({ columns, rows }: Extract<Block, { kind: 'roster' }>, row: number): Cell[] {
  return [0, rows].flatMap((half) =>
    columns.map((_, column): Cell => (column === 0 ? cellOf(String(half + row + 1), 0) : '')),
  );
}

/** Numbers of rows are numbers, so that they can be sorted and counted on. */
function cellOf(cell: string, column: number): Cell {
  if (column === 0 && /^\d+$/.test(cell)) return { value: Number(cell), style: 'centre' };
  return cell.includes('□') ? { value: cell, style: 'centre' } : cell;
}
