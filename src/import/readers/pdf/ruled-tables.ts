import type { Rule } from './glyph.ts';

/** A table whose cells are parted by rules. Cells that run over several rows or columns stand at their first. */
export interface RuledTable {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** Numbers of cells by row and column; cells that belong together have the same. */
  cells: number[][];
  /** Upper edges of rows and left edges of columns, and the last lower and right edge. */
  ys: number[];
  xs: number[];
}

/** Rules this near each other, in points, touch or are one. */
const NEAR = 4;
/** Edges of rows and columns that are nearer than this, in points, are one. */
const SAME_EDGE = 4;
const MOST_RULES = 4000;

/** The tables that a page's rules make. A frame round one cell is none. */
export function ruledTables(rules: readonly Rule[]): RuledTable[] {
  if (rules.length > MOST_RULES) return [];
  return connected(rules)
    .flatMap((group) => tableOf(group) ?? [])
    .sort((a, b) => a.top - b.top);
}

/** Whether a point is inside a table. */
export function isInside({ left, right, top, bottom }: RuledTable, x: number, y: number): boolean {
  return x > left && x < right && y > top && y < bottom;
}

/** The row and column in which a cell at a point begins. */
export function cellAt({ cells, xs, ys }: RuledTable, x: number, y: number): { row: number; column: number } {
  const [atRow, atColumn] = [lastBelow(ys, y), lastBelow(xs, x)];
  const number = cells[atRow]?.[atColumn];
  const row = cells.findIndex((each) => each.includes(number ?? -1));
  return { row, column: cells[row]?.indexOf(number ?? -1) ?? 0 };
}

/** How wide the cell is that a place of the grid belongs to. */
export function widthOf({ cells, xs }: RuledTable, row: number, column: number): number {
  const number = cells[row]?.[column];
  const last = cells[row]?.lastIndexOf(number ?? -1) ?? column;
  return (xs[last + 1] ?? 0) - (xs[column] ?? 0);
}

function lastBelow(edges: readonly number[], value: number): number {
  const index = edges.findLastIndex((edge) => edge <= value);
  return Math.min(Math.max(index, 0), edges.length - 2);
}

function connected(rules: readonly Rule[]): Rule[][] {
  const groups: Rule[][] = [];
  const horizontal = rules.filter(({ isHorizontal }) => isHorizontal);
  const left = new Set(rules);
  for (const rule of rules) {
    if (!left.delete(rule)) continue;
    const group = [rule];
    for (const each of group)
      for (const other of left)
        if (touch(each, other)) {
          left.delete(other);
          group.push(other);
        }
    groups.push(group);
  }
  return horizontal.length === 0 ? [] : groups;
}

function touch(a: Rule, b: Rule): boolean {
  if (a.isHorizontal === b.isHorizontal)
    return Math.abs(a.at - b.at) < NEAR && a.from < b.to + NEAR && b.from < a.to + NEAR;
  return b.at > a.from - NEAR && b.at < a.to + NEAR && a.at > b.from - NEAR && a.at < b.to + NEAR;
}

function tableOf(rules: readonly Rule[]): RuledTable | undefined {
  const across = rules.filter(({ isHorizontal }) => isHorizontal);
  const down = rules.filter(({ isHorizontal }) => !isHorizontal);
  const ys = edges([...across.map(({ at }) => at), ...ends(down)]);
  const xs = edges([...down.map(({ at }) => at), ...ends(across)]);
  if (down.length === 0 || ys.length < 2 || xs.length < 2 || (ys.length === 2 && xs.length === 2))
    return undefined;
  return {
    left: xs[0] ?? 0,
    right: xs.at(-1) ?? 0,
    top: ys[0] ?? 0,
    bottom: ys.at(-1) ?? 0,
    cells: numberCells(xs, ys, across, down),
    ys,
    xs,
  };
}

/** The outermost ends of rules, where a table may have no rule along its side. */
function ends(rules: readonly Rule[]): number[] {
  return rules.length === 0
    ? []
    : [Math.min(...rules.map(({ from }) => from)), Math.max(...rules.map(({ to }) => to))];
}

function edges(values: readonly number[]): number[] {
  const found: number[] = [];
  for (const value of [...values].sort((a, b) => a - b))
    if (value - (found.at(-1) ?? -Infinity) > SAME_EDGE) found.push(value);
  return found;
}

/** Numbers each place of the grid; places without a rule between them get the same number. */
function numberCells(
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Rule[],
  down: readonly Rule[],
): number[][] {
  const [height, width] = [ys.length - 1, xs.length - 1];
  const parent = Array.from({ length: height * width }, (_, index) => index);
  const root = (index: number): number => (parent[index] === index ? index : root(parent[index] ?? index));
  const join = (a: number, b: number) => {
    const [first, second] = [root(a), root(b)].sort((x, y) => x - y);
    parent[second ?? 0] = first ?? 0;
  };
  const middle = (list: readonly number[], index: number) =>
    ((list[index] ?? 0) + (list[index + 1] ?? 0)) / 2;
  for (let row = 0; row < height; row += 1)
    for (let column = 0; column < width; column += 1) {
      const here = row * width + column;
      if (column + 1 < width && !isRuled(down, xs[column + 1] ?? 0, middle(ys, row))) join(here, here + 1);
      if (row + 1 < height && !isRuled(across, ys[row + 1] ?? 0, middle(xs, column)))
        join(here, here + width);
    }
  return Array.from({ length: height }, (_, row) =>
    Array.from({ length: width }, (__, column) => root(row * width + column)),
  );
}

function isRuled(rules: readonly Rule[], at: number, along: number): boolean {
  return rules.some((rule) => Math.abs(rule.at - at) <= SAME_EDGE && rule.from <= along && rule.to >= along);
}
