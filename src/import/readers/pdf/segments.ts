import { scripted } from '../signs/scripts.ts';
import { isBlank, type Glyph, type Rule } from './glyph.ts';

/** A sign within a text, and the words of the file that it stands for. */
export interface Sign {
  at: number;
  shown: string;
  written: string;
}

/** Glyphs that stand side by side on one base line. */
export interface Segment {
  glyphs: Glyph[];
  text: string;
  /** Places in the text where a sign stands for other words of the file. */
  signs: readonly Sign[];
  left: number;
  right: number;
  /** The base line. */
  y: number;
  size: number;
}

/** Base lines nearer than this, in type sizes, are one. */
const SAME_LINE = 0.3;
/** Raised and lowered figures are smaller than this share of the type beside them, and no further off its base line than this. */
const SMALL = 0.9;
const RAISED = 0.6;
const FIGURES = /^[+\-−(]?[0-9n][0-9n+\-−=().]*$/;
/** A gap of so many type sizes parts a line into segments. */
const WIDE = 1.5;
/** Gaps in type sizes: between words of letters, and one that was set beside Chinese. */
const WORD_GAP = 0.15;
const BLANK_GAP = 0.45;
const SET_GAP = 0.2;
const LATIN = /[!-~]/;

/** The segments of a page, from top to bottom and left to right. A rule that stands between two glyphs parts them. */
export function segmentsOf(glyphs: readonly Glyph[], rules: readonly Rule[]): Segment[] {
  const walls = rules.filter(({ isHorizontal }) => !isHorizontal);
  return joinRaised(baseLines(glyphs)).flatMap((line) => split(line, walls));
}

/** Glyphs by their base lines; blanks go with the line on which they stand and make none. */
function baseLines(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.y - b.y || a.x - b.x)) {
    const line = lines.at(-1);
    const first = line?.[0];
    if (line && first && glyph.y - first.y < Math.min(first.size, glyph.size) * SAME_LINE) line.push(glyph);
    else lines.push([glyph]);
  }
  return lines.filter((line) => line.some((glyph) => !isBlank(glyph)));
}

/** Small figures above or below a line join the line. */
function joinRaised(lines: Glyph[][]): Glyph[][] {
  const isJoined = new Set<Glyph[]>();
  lines.forEach((line, index) => {
    const host = [lines[index - 1], lines[index + 1]].find(
      (other) => other && !isJoined.has(other) && isRaised(line, other),
    );
    if (!host) return;
    host.push(...raisedSigns(line, host));
    isJoined.add(line);
  });
  return lines.filter((line) => !isJoined.has(line));
}

function isRaised(line: readonly Glyph[], host: readonly Glyph[]): boolean {
  const size = largest(host);
  const [mine, theirs] = [line[0]?.y ?? 0, host[0]?.y ?? 0];
  return (
    largest(line) < size * SMALL &&
    Math.abs(mine - theirs) < size * RAISED &&
    runsOf(line).every((run) => standsFreeBeside(run, host, size * RAISED))
  );
}

/** Figures that stand above or below their line as characters that do so by themselves: 10⁵ is not 105. */
function raisedSigns(line: readonly Glyph[], host: readonly Glyph[]): Glyph[] {
  const script = (line[0]?.y ?? 0) < (host[0]?.y ?? 0) ? 'super' : 'sub';
  return runsOf(line).flatMap((run) => {
    const [first] = run;
    const words = run.map(({ text }) => text).join('');
    const shown = FIGURES.test(words) ? scripted(words, script) : words;
    if (!first || shown === words) return run;
    const width = Math.max(...run.map((glyph) => glyph.x + glyph.width)) - first.x;
    return [{ ...first, text: shown, written: words, width }];
  });
}

/** Glyphs of a base line that stand close together; a blank stands alone. */
function runsOf(line: readonly Glyph[]): Glyph[][] {
  const runs: Glyph[][] = [];
  for (const glyph of [...line].sort((a, b) => a.x - b.x)) {
    const last = runs.at(-1)?.at(-1);
    const isClose =
      last && !isBlank(last) && !isBlank(glyph) && gapBetween(last, glyph) < glyph.size * RAISED;
    if (isClose) runs.at(-1)?.push(glyph);
    else runs.push([glyph]);
  }
  return runs;
}

/** Whether small glyphs are near to one of some others, which have none above or below them: raised figures stand in a place of their own. */
function standsFreeBeside(run: readonly Glyph[], host: readonly Glyph[], near: number): boolean {
  const inked = host.filter((other) => !isBlank(other));
  const isCovered = run.some((glyph) => inked.some((other) => gapBetween(other, glyph) < -glyph.width / 2));
  return (
    run.every(isBlank) ||
    (!isCovered && run.some((glyph) => inked.some((other) => gapBetween(other, glyph) < near)))
  );
}

function gapBetween(a: Glyph, b: Glyph): number {
  return Math.max(a.x - (b.x + b.width), b.x - (a.x + a.width));
}

function largest(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((most, { size }) => Math.max(most, size), 0);
}

function split(line: readonly Glyph[], walls: readonly Rule[]): Segment[] {
  const segments: Segment[] = [];
  let open: { segment: Segment; last: Glyph } | undefined;
  let hasBlank = false;
  for (const glyph of [...line].sort((a, b) => a.x - b.x)) {
    if (isBlank(glyph)) {
      hasBlank = true;
      open?.segment.glyphs.push(glyph);
      continue;
    }
    if (open && !isParted(open.last, glyph, walls)) {
      const { segment, last } = open;
      segment.text += blankBetween(last, glyph, hasBlank);
      segment.signs = [...segment.signs, ...signsOf(glyph, segment.text.length)];
      segment.text += glyph.text;
      segment.glyphs.push(glyph);
      segment.right = Math.max(segment.right, glyph.x + glyph.width);
      if (glyph.size > segment.size) [segment.size, segment.y] = [glyph.size, glyph.y];
      open.last = glyph;
    } else {
      open = { segment: segmentOf(glyph), last: glyph };
      segments.push(open.segment);
    }
    hasBlank = false;
  }
  return segments;
}

function segmentOf(glyph: Glyph): Segment {
  const { text, x, y, width, size } = glyph;
  return { glyphs: [glyph], text, signs: signsOf(glyph, 0), left: x, right: x + width, y, size };
}

function signsOf({ text, written }: Glyph, at: number): Sign[] {
  return written === undefined ? [] : [{ at, shown: text, written }];
}

function isParted(before: Glyph, glyph: Glyph, walls: readonly Rule[]): boolean {
  const [from, to] = [before.x + before.width / 2, glyph.x + glyph.width / 2];
  const middle = glyph.y - glyph.size / 3;
  return (
    glyph.x - (before.x + before.width) > Math.max(before.size, glyph.size) * WIDE ||
    walls.some((wall) => wall.at > from && wall.at < to && wall.from < middle && wall.to > middle)
  );
}

/** Between letters a narrow gap is a blank; beside Chinese a blank that was set, or a wide gap: programs widen the place between 年 and figures. */
function blankBetween(before: Glyph, glyph: Glyph, hasBlank: boolean): string {
  const gap = (glyph.x - (before.x + before.width)) / Math.min(before.size, glyph.size);
  const isLatin = LATIN.test(before.text.slice(-1)) && LATIN.test(glyph.text.slice(0, 1));
  if (hasBlank && gap > (isLatin ? WORD_GAP / 3 : SET_GAP)) return ' ';
  return gap > (isLatin ? WORD_GAP : BLANK_GAP) ? ' ' : '';
}
