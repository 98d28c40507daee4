import type { Node } from 'prosemirror-model';
import { TextSelection, type Command, type EditorState, type Transaction } from 'prosemirror-state';
import { textSchema } from './text-schema.ts';

const { nodes } = textSchema;

/** The table that the cursor stands in, with the place of its row and column. */
interface Cell {
  table: Node;
  /** Where the table begins in the document. */
  at: number;
  row: number;
  column: number;
}

/** Where the cursor stands in a table; `undefined` where it stands in none. */
export function cellAt({ selection: { $from } }: EditorState): Cell | undefined {
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const table = $from.node(depth);
    if (table.type === nodes.table)
      return { table, at: $from.before(depth), row: $from.index(depth), column: $from.index(depth + 1) };
  }
  return undefined;
}

/** A new table, three rows of two with a head. */
export function newTable(): Node {
  const row = (cell: string) => nodes.table_row!.create(null, [nodes[cell]!.create(), nodes[cell]!.create()]);
  return nodes.table!.create({ align: [null, null] }, [
    row('table_head'),
    row('table_cell'),
    row('table_cell'),
  ]);
}

/** Adds a row before or behind that of the cursor; nothing stands before the head. */
export function addRow(side: 'before' | 'behind'): Command {
  return inTable((tr, { table, at, row }) => {
    const isHead = table.child(row).firstChild?.type === nodes.table_head;
    const index = row + (side === 'behind' || isHead ? 1 : 0);
    const cells = Array.from({ length: widthOf(table) }, () => nodes.table_cell!.create());
    tr.insert(rowPlace(table, at, index), nodes.table_row!.create(null, cells));
    putInto(tr, at, index, 0);
  });
}

/** Takes the row of the cursor away; the table with its last. */
export const removeRow: Command = inTable((tr, { table, at, row }) => {
  if (table.childCount === 1) tr.delete(at, at + table.nodeSize);
  else tr.delete(rowPlace(table, at, row), rowPlace(table, at, row + 1));
});

/** Adds a column before or behind that of the cursor. */
export function addColumn(side: 'before' | 'behind'): Command {
  return inTable((tr, { table, at, row, column }) => {
    const index = column + (side === 'behind' ? 1 : 0);
    eachRow(table, at, (line, place) => {
      const type = line.firstChild?.type ?? nodes.table_cell!;
      tr.insert(tr.mapping.map(cellPlace(line, place, index)), type.create());
    });
    setAlign(tr, at, table, (align) => [...align.slice(0, index), null, ...align.slice(index)]);
    putInto(tr, at, row, index);
  });
}

/** Takes the column of the cursor away; the table with its last. */
export const removeColumn: Command = inTable((tr, { table, at, column }) => {
  if (widthOf(table) === 1) {
    tr.delete(at, at + table.nodeSize);
    return;
  }
  eachRow(table, at, (line, place) => {
    if (column >= line.childCount) return;
    const from = tr.mapping.map(cellPlace(line, place, column));
    tr.delete(from, from + line.child(column).nodeSize);
  });
  setAlign(tr, at, table, (align) => align.filter((_, index) => index !== column));
});

/** Makes the first row the head, or a row like the others. */
export const toggleHead: Command = inTable((tr, { table, at }) => {
  const first = table.firstChild!;
  const type = first.firstChild?.type === nodes.table_head ? nodes.table_cell! : nodes.table_head!;
  for (let column = 0; column < first.childCount; column += 1)
    tr.setNodeMarkup(cellPlace(first, at + 1, column), type);
});

export const removeTable: Command = inTable((tr, { table, at }) => tr.delete(at, at + table.nodeSize));

/** Goes to the next cell or the one before; behind the last one a row is added. */
export function goToCell(step: 1 | -1): Command {
  return (state, dispatch) => {
    const cell = cellAt(state);
    if (!cell) return false;
    const { table, at, row, column } = cell;
    const width = table.child(row).childCount;
    const next = row * width + column + step;
    if (next < 0) return true;
    if (next >= width * table.childCount) return addRow('behind')(state, dispatch);
    const { tr } = state;
    putInto(tr, at, Math.floor(next / width), next % width);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function inTable(change: (tr: Transaction, cell: Cell) => void): Command {
  return (state, dispatch) => {
    const cell = cellAt(state);
    if (!cell) return false;
    const { tr } = state;
    change(tr, cell);
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function widthOf(table: Node): number {
  let width = 0;
  table.forEach((row) => {
    width = Math.max(width, row.childCount);
  });
  return width;
}

function eachRow(table: Node, at: number, visit: (row: Node, place: number) => void): void {
  table.forEach((row, offset) => visit(row, at + 1 + offset));
}

/** Where a row begins, or the place behind the last. */
function rowPlace(table: Node, at: number, index: number): number {
  let place = at + 1;
  for (let row = 0; row < index; row += 1) place += table.child(row).nodeSize;
  return place;
}

/** Where a cell of a row begins, or the place behind its last. */
function cellPlace(row: Node, at: number, index: number): number {
  let place = at + 1;
  for (let cell = 0; cell < Math.min(index, row.childCount); cell += 1) place += row.child(cell).nodeSize;
  return place;
}

function setAlign(tr: Transaction, at: number, table: Node, change: (align: unknown[]) => unknown[]): void {
  const align = table.attrs.align as unknown[];
  tr.setNodeAttribute(
    at,
    'align',
    change(Array.from({ length: widthOf(table) }, (_, index) => align[index] ?? null)),
  );
}

function putInto(tr: Transaction, at: number, row: number, column: number): void {
  const table = tr.doc.nodeAt(at);
  if (!table) return;
  const place = cellPlace(table.child(row), rowPlace(table, at, row), column);
  tr.setSelection(TextSelection.near(tr.doc.resolve(place + 1)));
}
