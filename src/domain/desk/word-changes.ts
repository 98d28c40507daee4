/** Words of a paragraph that give way to others, as a 校订 names them. */
export interface WordChange {
  original: string;
  corrected: string;
}

/** Where two texts differ: a piece of the one that stands for a piece of the other. */
interface Hunk {
  from: number;
  to: number;
  /** The same in the other text. */
  otherFrom: number;
  otherTo: number;
}

/** Differences with fewer characters between them are one. */
const APART = 4;
/** Beyond so many comparisons two texts differ from their first difference to their last. */
const MOST_COMPARED = 4_000_000;

/**
 * How one text of a paragraph becomes another: each change names words that stand in it once and only once, so that the record of a 校订 leads to them;
 * they are widened by their neighbours until they do. `undefined` where no such words are to be had, as across a line break.
 */
export function wordChanges(before: string, after: string): WordChange[] | undefined {
  const hunks = differences(before, after);
  const named = ({ from, to, otherFrom, otherTo }: Hunk): WordChange => ({
    original: before.slice(from, to),
    corrected: after.slice(otherFrom, otherTo),
  });
  for (;;) {
    const index = hunks.findIndex((hunk) => !isNamed(before, named(hunk)));
    if (index < 0) return hunks.map(named);
    if (!grow(hunks, index, before)) return undefined;
  }
}

/** Whether words lead to one place, and are written as they are read: on one line, without blanks round them. */
function isNamed(text: string, { original, corrected }: WordChange): boolean {
  const isPlain = (words: string) => words !== '' && words.trim() === words && !/[\n\r]/.test(words);
  return isPlain(original) && isPlain(corrected) && text.indexOf(original) === text.lastIndexOf(original);
}

/** Takes a character more on either side; hunks that meet become one. False where there is none to take. */
function grow(hunks: Hunk[], index: number, text: string): boolean {
  const hunk = hunks[index]!;
  const [last, next] = [hunks[index - 1], hunks[index + 1]];
  if (next && next.from === hunk.to) return join(hunks, index);
  if (last && last.to === hunk.from) return join(hunks, index - 1);
  const left = Array.from(text.slice(Math.max(0, hunk.from - 2), hunk.from)).at(-1)?.length ?? 0;
  const right = Array.from(text.slice(hunk.to, hunk.to + 2))[0]?.length ?? 0;
  hunk.from -= left;
  hunk.otherFrom -= left;
  hunk.to += right;
  hunk.otherTo += right;
  return left + right > 0;
}

/** Makes one hunk of that at `index` and the next. */
function join(hunks: Hunk[], index: number): true {
  const [one, other] = [hunks[index]!, hunks[index + 1]!];
  hunks.splice(index, 2, { ...one, to: other.to, otherTo: other.otherTo });
  return true;
}

function differences(before: string, after: string): Hunk[] {
  const [one, other] = [Array.from(before), Array.from(after)];
  let start = 0;
  while (start < one.length && start < other.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (
    end < one.length - start &&
    end < other.length - start &&
    one[one.length - 1 - end] === other[other.length - 1 - end]
  )
    end += 1;
  const [inOne, inOther] = [one.slice(start, one.length - end), other.slice(start, other.length - end)];
  if (inOne.length === 0 && inOther.length === 0) return [];
  const lead = one.slice(0, start).join('').length;
  const offset = (characters: readonly string[], count: number) =>
    lead + characters.slice(0, count).join('').length;
  return hunksOf(inOne, inOther).map(([from, to, otherFrom, otherTo]) => ({
    from: offset(inOne, from),
    to: offset(inOne, to),
    otherFrom: offset(inOther, otherFrom),
    otherTo: offset(inOther, otherTo),
  }));
}

type Span = [from: number, to: number, otherFrom: number, otherTo: number];

/** Where two rows of characters differ, by the longest row that both hold. */
function hunksOf(one: readonly string[], other: readonly string[]): Span[] {
  if (one.length * other.length > MOST_COMPARED) return [[0, one.length, 0, other.length]];
  const width = other.length + 1;
  const common = new Uint32Array((one.length + 1) * width);
  for (let row = one.length - 1; row >= 0; row -= 1)
    for (let column = other.length - 1; column >= 0; column -= 1)
      common[row * width + column] =
        one[row] === other[column]
          ? common[(row + 1) * width + column + 1]! + 1
          : Math.max(common[(row + 1) * width + column]!, common[row * width + column + 1]!);
  const spans: Span[] = [];
  let [row, column] = [0, 0];
  while (row < one.length || column < other.length) {
    if (row < one.length && column < other.length && one[row] === other[column]) {
      row += 1;
      column += 1;
      continue;
    }
    const isTaken =
      column >= other.length ||
      (row < one.length && common[(row + 1) * width + column]! >= common[row * width + column + 1]!);
    const next: Span = isTaken ? [row, row + 1, column, column] : [row, row, column, column + 1];
    addSpan(spans, next);
    [row, column] = [next[1], next[3]];
  }
  return spans;
}

function addSpan(spans: Span[], [from, to, otherFrom, otherTo]: Span): void {
  const last = spans.at(-1);
  if (last && from - last[1] < APART && otherFrom - last[3] < APART) {
    last[1] = to;
    last[3] = otherTo;
  } else spans.push([from, to, otherFrom, otherTo]);
}
