import { OFFICIAL as STANDARD } from '../domain/essays/format.ts';
import type { StampLines } from '../domain/forms/stamp.ts';
import type { Face } from './faces.ts';

/** Millimetres of one point. */
export const POINT = 25.4 / 72;

/** Type: a face and its size in points (三号 is 16, 二号 22, 小二 18, 四号 14, 小四 12, 五号 10.5). */
export interface Type {
  face: Face;
  size: number;
  /** A font that goes before those of the face. */
  name?: string | undefined;
}

/** A page on which papers are set, as data: the national standard, and what notices ask for instead. Lengths in millimetres. */
export interface PageFormat {
  id: string;
  /** What an office calls it. */
  name: string;
  landscape?: boolean;
  margins: { top: number; right: number; bottom: number; left: number };
  body: Type;
  /** Lines a page, or the pitch of a line in points (磅). */
  lines: { count: number } | { pitch: number };
  /** Characters of a full line; without it the type keeps its own width. */
  characters?: number | undefined;
  title: Type;
  /** Faces of 一、 （一） 1.; the rest is set like the body. */
  headings: readonly Face[];
  /** Which of these are set bold. */
  boldHeadings?: readonly boolean[] | undefined;
  /** Digits and Latin letters in a face of their own, such as Times New Roman. */
  latin?: string | undefined;
  pageNumbers: 'outer' | 'none';
  /** What the foot of the page says: nothing, whose it is and how old, or that and that it may change. */
  stamp: 'none' | 'origin' | 'reserved';
}

const STANDARD_HEADINGS: readonly Face[] = ['hei', 'kai', 'fang'];

/**
 * GB/T 9704-2012: A4, 天头 37, 订口 28, 版心 156 × 225 (5.2.1), 3号仿宋, 22 lines of 28 characters (5.2.2, 5.2.3), title 2号小标宋 (7.3.1),
 * 一、黑体 （一）楷体 1.（1）仿宋 (7.3.3), page numbers 4号半角宋体 between dashes at the outer corners (7.5).
 */
export const OFFICIAL: PageFormat = {
  id: 'official',
  name: 'GB/T 9704-2012',
  margins: STANDARD.margins,
  body: { face: 'fang', size: 16 },
  lines: { count: 22 },
  characters: 28,
  title: { face: 'title', size: 22 },
  headings: STANDARD_HEADINGS,
  pageNumbers: 'outer',
  stamp: 'none',
};

/** Forms: the same page with narrower margins, since tables need the room; the binding side stays the wider one. */
const FORM_BASE: Omit<PageFormat, 'id' | 'name' | 'margins'> = {
  body: { face: 'song', size: 12 },
  lines: { pitch: 20 },
  title: { face: 'title', size: 22 },
  headings: STANDARD_HEADINGS,
  pageNumbers: 'outer',
  stamp: 'origin',
};

const FORM: PageFormat = {
  ...FORM_BASE,
  id: 'form',
  name: '表格，竖版',
  margins: { top: 25, right: 20, bottom: 30, left: 25 },
};
/** A schedule is announced anew when it changes; what is signed or kept as a record is not. */
const PLAN: PageFormat = { ...FORM, id: 'plan', name: '安排表，竖版', stamp: 'reserved' };
const WIDE: PageFormat = {
  ...FORM_BASE,
  stamp: 'reserved',
  id: 'wide',
  name: '表格，横版',
  landscape: true,
  margins: { top: 22, right: 18, bottom: 27, left: 18 },
};

/** Every page format, with letters and covers set as an office has it. */
export function formatsWith(official: PageFormat): PageFormat[] {
  return [official, FORM, PLAN, WIDE, { ...official, id: 'cover', name: '封面', pageNumbers: 'none' }];
}

/** The lines of a stamp that stand in the foot of a page. */
export function stampOn({ stamp }: Pick<PageFormat, 'stamp'>, lines: StampLines): readonly string[] {
  const [whose, howOld] = lines;
  if (stamp === 'none') return [];
  return stamp === 'origin' ? [whose, howOld] : lines;
}

/** Every page format by the national standard. */
export const FORMATS: readonly PageFormat[] = formatsWith(OFFICIAL);

/** Width and height of a format's type area in millimetres. */
export function typeArea({ landscape = false, margins }: PageFormat): { width: number; height: number } {
  const [width, height] = landscape ? [297, 210] : [210, 297];
  return { width: width - margins.left - margins.right, height: height - margins.top - margins.bottom };
}

/** The pitch of a line in millimetres, a hair under the exact one so that rounding never pushes the last line off the page. */
export function linePitch(format: PageFormat): number {
  const { lines } = format;
  return 'pitch' in lines
    ? lines.pitch * POINT
    : Math.floor((typeArea(format).height / lines.count) * 100 - 0.5) / 100;
}

/** What is added after every character, in millimetres, so that the full number stands on a line; negative in the standard page. */
export function letterSpacing(format: PageFormat): number {
  if (format.characters === undefined) return 0;
  const exact = (typeArea(format).width - format.characters * format.body.size * POINT) / format.characters;
  return Math.floor(exact * 10_000) / 10_000;
}
