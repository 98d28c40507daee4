import type { Browser } from 'playwright-core';

/** What the installed fonts can draw. */
export interface Coverage {
  /** Every code point that has a glyph. */
  covered: Set<number>;
  /**
   * Code points that some font draws with one and the same glyph, each with the others: 人 and the radical U+2F08. A PDF's
   * text layer cannot tell them apart.
   */
  twins: Map<number, Set<number>>;
}

/** The browser that prints packs. Commands and tests pass one in (`scripts/browser/`): finding and installing it is not for `src/`. */
export interface Chromium {
  launch(): Promise<Browser>;
  coverage(): Promise<Coverage>;
}

/** The characters of a text that no font has; blanks and control characters need no glyph. */
export function withoutGlyph(text: string, covered: ReadonlySet<number>): string[] {
  return [...new Set(text)].filter(
    (character) => !/[\s\p{C}\p{M}]/u.test(character) && !covered.has(character.codePointAt(0)!),
  );
}
