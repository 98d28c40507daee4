import type { Rule } from './glyph.ts';
import { mapPoint, type Matrix } from './matrix.ts';

/** Path steps as pdf.js encodes them, and how many numbers follow each. */
const MOVE = 0;
const LINE = 1;
const CLOSE = 4;
const NUMBERS: Record<number, number> = { [MOVE]: 2, [LINE]: 2, 2: 6, 3: 4, [CLOSE]: 0 };
/** What is filled and no thicker than this, in points, is a rule. */
const THICKEST = 3;
/** Shorter lines are parts of drawings. */
const SHORTEST = 6;
const STRAIGHT = 0.8;

interface Point {
  x: number;
  y: number;
}

/** The rules that a path draws: lines along the page that are stroked, and thin boxes that are filled. */
export function rulesOfPath(
  steps: ArrayLike<number>,
  matrix: Matrix,
  paint: { strokes: boolean; fills: boolean },
): Rule[] {
  const rules: Rule[] = [];
  for (const points of subpathsOf(steps, matrix)) {
    if (paint.strokes)
      points.slice(1).forEach((point, index) => push(rules, lineRule(points[index] ?? point, point)));
    else if (paint.fills) push(rules, boxRule(points));
  }
  return rules;
}

function push(rules: Rule[], rule: Rule | undefined): void {
  if (rule) rules.push(rule);
}

function subpathsOf(steps: ArrayLike<number>, matrix: Matrix): Point[][] {
  const subpaths: Point[][] = [];
  let points: Point[] = [];
  for (let at = 0; at < steps.length;) {
    const step = steps[at] ?? CLOSE;
    const count = NUMBERS[step];
    if (count === undefined) break;
    const [first] = points;
    if (step === MOVE) subpaths.push((points = []));
    if (step === CLOSE && first) points.push(first);
    if (count > 0) points.push(mapPoint(matrix, steps[at + count - 1] ?? 0, steps[at + count] ?? 0));
    at += count + 1;
  }
  return subpaths;
}

function lineRule(a: Point, b: Point): Rule | undefined {
  const isHorizontal = Math.abs(a.y - b.y) < STRAIGHT;
  if (!isHorizontal && Math.abs(a.x - b.x) >= STRAIGHT) return undefined;
  const [from, to] = isHorizontal ? [a.x, b.x].sort(ascending) : [a.y, b.y].sort(ascending);
  return ruleOf(isHorizontal, isHorizontal ? (a.y + b.y) / 2 : (a.x + b.x) / 2, from, to);
}

function boxRule(points: readonly Point[]): Rule | undefined {
  const xs = points.map(({ x }) => x);
  const ys = points.map(({ y }) => y);
  const [left, right, top, bottom] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (bottom - top <= THICKEST && right - left > bottom - top)
    return ruleOf(true, (top + bottom) / 2, left, right);
  return right - left <= THICKEST ? ruleOf(false, (left + right) / 2, top, bottom) : undefined;
}

function ruleOf(isHorizontal: boolean, at: number, from = 0, to = 0): Rule | undefined {
  return to - from < SHORTEST ? undefined : { isHorizontal, at, from, to };
}

const ascending = (a: number, b: number) => a - b;
