import type { Glyph } from './glyph.ts';

/** The same character this near, in type sizes, is the same one drawn again, for bold type or a shadow. */
const NEAR = 0.15;
const SAME_SIZE = 0.1;

/** Columns of cells that a page may have at most. */
const ROW = 0x100000;

/** Glyphs without those that are drawn once more at their place, and these. */
export function withoutDoubles(glyphs: readonly Glyph[]): { once: Glyph[]; again: Glyph[] } {
  const places = new Map<string, Map<number, Glyph[]>>();
  const [once, again]: [Glyph[], Glyph[]] = [[], []];
  for (const glyph of glyphs) {
    const cell = Math.max(1, glyph.size * NEAR);
    const place = Math.floor(glyph.y / cell) * ROW + Math.floor(glyph.x / cell);
    let same = places.get(glyph.text);
    if (!same) places.set(glyph.text, (same = new Map()));
    const known = same;
    if (AROUND.some((step) => known.get(place + step)?.some((other) => isSame(other, glyph)))) {
      again.push(glyph);
      continue;
    }
    once.push(glyph);
    const there = known.get(place);
    if (there) there.push(glyph);
    else known.set(place, [glyph]);
  }
  return { once, again };
}

const AROUND = [-ROW - 1, -ROW, -ROW + 1, -1, 0, 1, ROW - 1, ROW, ROW + 1];

function isSame(a: Glyph, b: Glyph): boolean {
  return (
    Math.abs(a.size - b.size) <= a.size * SAME_SIZE &&
    Math.abs(a.x - b.x) < b.size * NEAR &&
    Math.abs(a.y - b.y) < b.size * NEAR
  );
}
