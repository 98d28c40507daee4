import type { Glyph } from './glyph.ts';

/** The same character this near, in type sizes, is the same one drawn again, for bold type or a shadow. */
const NEAR = 0.15;
const SAME_SIZE = 0.1;

/** Glyphs without those that are drawn once more at their place, and these. */
export function withoutDoubles(glyphs: readonly Glyph[]): { once: Glyph[]; again: Glyph[] } {
  const places = new Map<string, Glyph[]>();
  const [once, again]: [Glyph[], Glyph[]] = [[], []];
  for (const glyph of glyphs) {
    const cell = Math.max(1, glyph.size * NEAR);
    const [column, row] = [Math.floor(glyph.x / cell), Math.floor(glyph.y / cell)];
    const near = AROUND.flatMap(([x, y]) => places.get(`${glyph.text} ${column + x} ${row + y}`) ?? []);
    if (near.some((other) => isSame(other, glyph))) {
      again.push(glyph);
      continue;
    }
    once.push(glyph);
    const key = `${glyph.text} ${column} ${row}`;
    places.set(key, [...(places.get(key) ?? []), glyph]);
  }
  return { once, again };
}

const AROUND = [-1, 0, 1].flatMap((x) => [-1, 0, 1].map((y) => [x, y] as const));

function isSame(a: Glyph, b: Glyph): boolean {
  return (
    Math.abs(a.size - b.size) <= a.size * SAME_SIZE &&
    Math.abs(a.x - b.x) < b.size * NEAR &&
    Math.abs(a.y - b.y) < b.size * NEAR
  );
}
