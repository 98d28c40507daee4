/** A character as it is drawn on a page. Places are points from the upper left corner, y downwards. */
export interface Glyph {
  /** The character or characters that it stands for; U+FFFD where the file does not say. */
  text: string;
  /** The file’s own words where a sign stands for them: 2 where ² does. */
  written?: string;
  /** Where its base line begins. */
  x: number;
  y: number;
  /** How far it moves on along its base line. */
  width: number;
  /** Height of its type. */
  size: number;
  /** Direction of its base line in degrees, clockwise from left to right. */
  angle: number;
  /** Whether its font runs from top to bottom. */
  isVertical: boolean;
  /** Name of its font. */
  font: string;
  /** Whether it belongs to a form field or a remark that lies on the page. */
  isAnnotation: boolean;
  /** The innermost mark around it, by its number in the order in which the page’s marks begin. */
  mark?: number;
}

/** A line that is drawn, such as the rules of a table; `from` is left of or above `to`. */
export interface Rule {
  isHorizontal: boolean;
  /** Its y where it is horizontal, its x where it is not. */
  at: number;
  from: number;
  to: number;
}

/** What is drawn on a page. */
export interface DrawnPage {
  glyphs: Glyph[];
  rules: Rule[];
  /** For each mark around content the mark that it stands in, those of layers left out. */
  marks: readonly (number | undefined)[];
  width: number;
  height: number;
}

/** How many characters some glyphs stand for. */
export function charactersOf(glyphs: readonly Glyph[]): number {
  return glyphs.reduce((sum, { text }) => sum + Array.from(text).length, 0);
}

/** Whether a glyph shows nothing. */
export function isBlank({ text }: Glyph): boolean {
  return text.trim() === '';
}
