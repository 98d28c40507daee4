import type { Margins } from '../../domain/essays/format.ts';

/** A Word document as far as papers need one. Lengths are twips (1/20 of a point) unless said otherwise. */
export interface WordDocument {
  title: string;
  /** Whose paper it is, for the file's properties. */
  creator: string;
  styles: readonly Style[];
  sections: readonly Section[];
}

/** A named style of paragraphs. Words of a table are styled like any others. */
export interface Style {
  /** ASCII, unique in the document. */
  id: string;
  /**
   * The name under which a user finds it. `Normal`, `heading 1` and `footer` are the names under which files keep 正文, 标题 1 and 页脚; Word
   * and WPS show them in the user's language.
   */
  name: string;
  basedOn?: string;
  next?: string;
  face: string;
  /** Digits and Latin letters in a face of their own. */
  latin?: string | undefined;
  /** Points. */
  size: number;
  bold?: boolean;
  /** Added after every character. */
  tracking?: number;
  /** The exact pitch of a line. */
  line: number;
  before?: number;
  after?: number;
  /** Indent of the first line, in characters of the style. */
  firstLine?: number;
  align?: Align;
  keepNext?: boolean;
  /** Level in the document's outline, 0 the highest. */
  outline?: number;
  /** A rule below every line. */
  ruled?: boolean;
}

export type Align = 'left' | 'right' | 'center' | 'both';

/** What is set on pages of one kind. It begins on a new page. */
export interface Section {
  page: Page;
  blocks: readonly WordBlock[];
}

export interface Page {
  landscape?: boolean | undefined;
  /** Millimetres. */
  margins: Margins;
  /** `outer`: between dashes at the outer corners, odd pages right, even pages left. */
  numbers: 'outer' | 'none';
  /** The number of the first page; it counts on from the section before where left out. */
  firstNumber?: number;
  /** Lines in the middle of the foot. */
  stamp?: readonly (readonly Run[])[] | undefined;
}

export type WordBlock = Paragraph | Table;

export interface Paragraph {
  style: string;
  runs: readonly Run[];
  /** What differs from the style. */
  align?: Align;
  before?: number;
  after?: number;
  firstLine?: 0;
  /** From the right edge. */
  right?: number;
  keepNext?: boolean;
  onNewPage?: boolean;
  /** Tab stops from the left edge. */
  tabs?: readonly number[];
}

/** Words of one look; `\n` breaks the line, `\t` goes to the next tab stop. A field shows `text` until the program works it out. */
export interface Run {
  text: string;
  field?: 'page' | 'today';
  face?: string;
  latin?: string;
  /** Points. */
  size?: number;
  bold?: boolean;
  underline?: boolean;
}

/** A table as wide as its columns. */
export interface Table {
  columns: readonly number[];
  rows: readonly TableRow[];
  /** `none`: rules only where a cell asks for them. */
  rules?: 'all' | 'none';
}

export interface TableRow {
  cells: readonly TableCell[];
  /** Least height; the row grows with its words. */
  height?: number;
  /** Stands again on every page; only the first rows of a table can. */
  isHead?: boolean;
  /** May run over the foot of a page, since its words may be longer than one. */
  maySplit?: boolean;
}

export interface TableCell {
  paragraphs: readonly Paragraph[];
  /** Columns it takes; one where left out. */
  across?: number;
  vertical?: 'top' | 'center' | 'bottom';
  /** Rules of its own: below it, or dashed all round. */
  rules?: 'below' | 'dashed';
}

const TWIPS_A_MILLIMETRE = 1440 / 25.4;

/** Millimetres as twips. */
export function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_A_MILLIMETRE);
}

const A4 = { width: 210, height: 297 };

/** Width of a page's type area. */
export function textWidth({ landscape = false, margins }: Pick<Page, 'landscape' | 'margins'>): number {
  return twips((landscape ? A4.height : A4.width) - margins.left - margins.right);
}

/** Width and height of a page. */
export function pageSize({ landscape = false }: Pick<Page, 'landscape'>): { width: number; height: number } {
  const [width, height] = landscape ? [A4.height, A4.width] : [A4.width, A4.height];
  return { width: twips(width), height: twips(height) };
}

/** The style of a paragraph that only separates. */
export const GAP = 'Gap';

/** A paragraph of almost no height: it separates two tables, which would otherwise merge, and ends a section. */
export function gapParagraph(before = 0): Paragraph {
  return { style: GAP, runs: [], before };
}
