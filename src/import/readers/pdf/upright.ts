import { isBlank, type DrawnPage, type Glyph, type Rule } from './glyph.ts';

/** A page whose text runs from left to right and whose lines follow each other downwards. */
export interface UprightPage extends DrawnPage {
  /** Words that run another way than most of the page: a watermark across it, a remark along its edge. */
  slanted: Glyph[];
}

const HAN = /\p{Script=Han}/u;
/** A neighbour further away than this, in type sizes from one beginning to the next, says nothing of how lines run. */
const NEAR = 1.9;
const CLEARLY = 0.2;
const LEAST_VOTES = 6;
const ALIGNED = 0.3;
/** How far above its base line a Chinese character stands, in type sizes. */
const ASCENT = 0.88;

/** Turns a page so that most of its text runs from left to right: a page set sideways, and one with vertical lines (right one first). */
export function upright(page: DrawnPage): UprightPage {
  const angle = mainAngle(page.glyphs);
  const slanted = page.glyphs.filter((glyph) => glyph.angle !== angle);
  const straight = turned({ ...page, glyphs: page.glyphs.filter((glyph) => glyph.angle === angle) }, angle);
  return { ...(runsDownwards(straight.glyphs) ? fromVertical(straight) : straight), slanted };
}

function mainAngle(glyphs: readonly Glyph[]): number {
  const counts = new Map<number, number>();
  for (const { angle } of glyphs) counts.set(angle, (counts.get(angle) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** A page turned back by a quarter, a half or three quarters; other angles are left as they are. */
function turned(page: DrawnPage, angle: number): DrawnPage {
  const { width, height } = page;
  if (angle === 90) return mapPage(page, height, width, ({ x, y }) => ({ x: y, y: width - x }), true);
  if (angle === -90) return mapPage(page, height, width, ({ x, y }) => ({ x: height - y, y: x }), true);
  if (Math.abs(angle) === 180)
    return mapPage(page, width, height, ({ x, y }) => ({ x: width - x, y: height - y }), false);
  return page;
}

/** Vertical lines laid on their side: what stood to the right comes first, what stood above stands left. */
function fromVertical(page: DrawnPage): DrawnPage {
  const laid = mapPage(page, page.height, page.width, ({ x, y }) => ({ x: y, y: page.width - x }), true);
  return {
    ...laid,
    glyphs: laid.glyphs.map((glyph) => ({ ...glyph, x: glyph.x - ASCENT * glyph.size, width: glyph.size })),
  };
}

function mapPage(
  { glyphs, rules, marks }: DrawnPage,
  width: number,
  height: number,
  map: (point: { x: number; y: number }) => { x: number; y: number },
  swaps: boolean,
): DrawnPage {
  return {
    glyphs: glyphs.map((glyph) => ({ ...glyph, ...map(glyph) })),
    rules: rules.map((rule) => mapRule(rule, map, swaps)),
    marks,
    width,
    height,
  };
}

function mapRule(
  { isHorizontal, at, from, to }: Rule,
  map: (point: { x: number; y: number }) => { x: number; y: number },
  swaps: boolean,
): Rule {
  const [a, b] = isHorizontal
    ? [map({ x: from, y: at }), map({ x: to, y: at })]
    : [map({ x: at, y: from }), map({ x: at, y: to })];
  const isNowHorizontal = isHorizontal !== swaps;
  const [start, end] = isNowHorizontal ? [a.x, b.x] : [a.y, b.y];
  return {
    isHorizontal: isNowHorizontal,
    at: isNowHorizontal ? a.y : a.x,
    from: Math.min(start, end),
    to: Math.max(start, end),
  };
}

/** Whether lines run from top to bottom: the font says so, or characters stand closer below each other than beside each other. */
function runsDownwards(glyphs: readonly Glyph[]): boolean {
  const inked = glyphs.filter((glyph) => !isBlank(glyph));
  const han = inked.filter(({ text }) => HAN.test(text));
  const said = han.filter(({ isVertical }) => isVertical).length;
  if (said > 0) return said * 2 > han.length;
  const below = nearest(
    han,
    ({ x }) => x,
    ({ y }) => y,
  );
  const beside = nearest(
    han,
    ({ y }) => y,
    ({ x }) => x,
  );
  let [down, along] = [0, 0];
  for (const glyph of han) {
    const [b, s] = [below.get(glyph) ?? Infinity, beside.get(glyph) ?? Infinity];
    if (b <= NEAR && s > b + CLEARLY) down += 1;
    if (s <= NEAR && b > s + CLEARLY) along += 1;
  }
  return down >= LEAST_VOTES && down > along * 2;
}

/** How far the next glyph in the same row or column begins after each one, in type sizes. */
function nearest(
  glyphs: readonly Glyph[],
  across: (glyph: Glyph) => number,
  along: (glyph: Glyph) => number,
): Map<Glyph, number> {
  const lanes: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => across(a) - across(b))) {
    const lane = lanes.at(-1);
    const first = lane?.[0];
    if (lane && first && across(glyph) - across(first) < glyph.size * ALIGNED) lane.push(glyph);
    else lanes.push([glyph]);
  }
  const found = new Map<Glyph, number>();
  for (const lane of lanes) {
    lane.sort((a, b) => along(a) - along(b));
    lane.slice(1).forEach((next, index) => {
      const glyph = lane[index];
      if (glyph) found.set(glyph, (along(next) - along(glyph)) / glyph.size);
    });
  }
  return found;
}
