/** First of the units of UTF-16 that stand for half a character, and of those above them. */
const [SURROGATES, ABOVE] = [0xd800, 0xe000];

/** Order of texts by the code points of their characters, which is also that of their bytes in UTF-8. */
export function byCodePoints(one: string, other: string): number {
  const most = Math.min(one.length, other.length);
  for (let at = 0; at < most; at += 1) {
    const [unit, otherUnit] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (unit !== otherUnit) return rank(unit) - rank(otherUnit);
  }
  return one.length - other.length;
}

/** Halves stand for characters above all that are written in one unit. */
function rank(unit: number): number {
  return unit < SURROGATES || unit >= ABOVE ? unit : unit + 0x10000;
}
