/** A typeface by its office name; `FACES` says which fonts stand for it. */
export type Face = 'fang' | 'kai' | 'hei' | 'song' | 'title';

/** Font stacks: the faces of Chinese Windows and WPS first, then those of a Mac, then open fonts. */
export const FACES: Record<Face, readonly string[]> = {
  fang: ['FangSong_GB2312', '仿宋_GB2312', 'FangSong', '仿宋', 'STFangsong', 'FandolFang', 'Noto Serif SC'],
  kai: [
    'KaiTi_GB2312',
    '楷体_GB2312',
    'KaiTi',
    '楷体',
    'STKaiti',
    'Kaiti SC',
    'LXGW WenKai',
    'Noto Serif SC',
  ],
  hei: ['SimHei', '黑体', 'STHeiti', 'Heiti SC', 'Source Han Sans SC', 'Noto Sans CJK SC', 'Noto Sans SC'],
  song: [
    'SimSun',
    '宋体',
    'STSong',
    'Songti SC',
    'Source Han Serif SC',
    'Noto Serif CJK SC',
    'Noto Serif SC',
  ],
  title: [
    'FZXiaoBiaoSong-B05S',
    '方正小标宋简体',
    'FZXBSJW--GB1-0',
    '方正小标宋_GBK',
    'STZhongsong',
    'Source Han Serif SC',
    'Noto Serif CJK SC',
    'Noto Serif SC',
  ],
};

/** Faces whose open stand-in must be set bold to look like the original. */
const BOLD_FACES: readonly Face[] = ['title'];

/** Whether a face is set bold. */
export function isBold(face: Face): boolean {
  return BOLD_FACES.includes(face);
}

/** Millimetres of one point. */
export const POINT = 25.4 / 72;

/** Type: a face and its size in points (三号 is 16, 二号 22, 小二 18, 四号 14, 小四 12, 五号 10.5). */
export interface Type {
  face: Face;
  size: number;
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
  characters?: number;
  title: Type;
  /** Faces of 一、 （一） 1.; the rest is set like the body. */
  headings: readonly Face[];
  /** Digits and Latin letters in a face of their own, such as Times New Roman. */
  latin?: string;
  pageNumbers: 'outer' | 'none';
  /** Whether the foot of the page names its unit, plan and days. */
  stamped: boolean;
}

const STANDARD_MARGINS = { top: 37, right: 26, bottom: 35, left: 28 };
const STANDARD_HEADINGS: readonly Face[] = ['hei', 'kai', 'fang'];

/**
 * GB/T 9704-2012: A4, 天头 37, 订口 28, 版心 156 × 225 (5.2.1), 3号仿宋, 22 lines of 28 characters (5.2.2, 5.2.3), title 2号小标宋 (7.3.1),
 * 一、黑体 （一）楷体 1.（1）仿宋 (7.3.3), page numbers 4号半角宋体 between dashes at the outer corners (7.5).
 */
export const OFFICIAL: PageFormat = {
  id: 'official',
  name: 'GB/T 9704-2012',
  margins: STANDARD_MARGINS,
  body: { face: 'fang', size: 16 },
  lines: { count: 22 },
  characters: 28,
  title: { face: 'title', size: 22 },
  headings: STANDARD_HEADINGS,
  pageNumbers: 'outer',
  stamped: true,
};

/** Forms: the same page with narrower margins, since tables need the room; the binding side stays the wider one. */
const FORM_BASE: Omit<PageFormat, 'id' | 'name' | 'margins'> = {
  body: { face: 'song', size: 12 },
  lines: { pitch: 20 },
  title: { face: 'title', size: 22 },
  headings: STANDARD_HEADINGS,
  pageNumbers: 'outer',
  stamped: true,
};

/** Every page format there is. */
export const FORMATS: readonly PageFormat[] = [
  OFFICIAL,
  {
    ...OFFICIAL,
    id: 'pitch-28',
    name: '28 磅行距',
    characters: undefined,
    lines: { pitch: 28 },
    stamped: false,
  },
  {
    ...OFFICIAL,
    id: 'pitch-30',
    name: '30 磅行距，页边距 30 毫米',
    margins: { top: 30, right: 30, bottom: 30, left: 30 },
    characters: undefined,
    lines: { pitch: 30 },
    latin: 'Times New Roman',
    stamped: false,
  },
  {
    ...OFFICIAL,
    id: 'pitch-25',
    name: '四号宋体，25 磅行距',
    margins: { top: 25, right: 25, bottom: 25, left: 28 },
    characters: undefined,
    body: { face: 'song', size: 14 },
    lines: { pitch: 25 },
    title: { face: 'hei', size: 18 },
    stamped: false,
  },
  { ...FORM_BASE, id: 'form', name: '表格，竖版', margins: { top: 25, right: 20, bottom: 30, left: 25 } },
  {
    ...FORM_BASE,
    id: 'wide',
    name: '表格，横版',
    landscape: true,
    margins: { top: 22, right: 18, bottom: 27, left: 18 },
  },
  { ...OFFICIAL, id: 'cover', name: '封面', pageNumbers: 'none' },
];

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
