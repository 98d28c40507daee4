import { pointsOf, sizeWithin } from './type-sizes.ts';

/** The format of what is handed in, as content writes it. */
export interface FormatFields {
  paper?: string | undefined;
  margins?: string | undefined;
  titleFont?: string | undefined;
  titleSize?: string | undefined;
  bodyFont?: string | undefined;
  bodySize?: string | undefined;
  /** Points. */
  lineSpacing?: number | undefined;
  headings?: readonly string[] | undefined;
  /** Of digits and Latin letters. */
  latinFont?: string | undefined;
  note?: string | undefined;
}

/** Millimetres. */
export interface Margins {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** A typeface with its size and weight, where they are given. */
export interface Face {
  name?: string | undefined;
  /** Points. */
  size?: number | undefined;
  isBold?: boolean | undefined;
}

/** What a call says about format, understood; what it is silent about is missing. */
export interface StatedFormat {
  margins?: Margins | undefined;
  title: Face;
  body: Face;
  /** From the first level on. */
  headings: Face[];
  /** Exact distance of lines in points. */
  linePitch?: number | undefined;
}

/** A format without gaps, as a template needs it. */
export interface WholeFormat {
  margins: Margins;
  title: Required<Face>;
  body: Required<Face>;
  /** Four levels: 一、（一）1.（1）. */
  headings: Required<Face>[];
  linePitch: number;
}

/** GB/T 9704-2012, 5 to 7: the page of official papers, where a call says nothing else. */
export const OFFICIAL = {
  margins: { top: 37, bottom: 35, left: 28, right: 26 },
  title: { name: '方正小标宋简体', size: 22, isBold: false },
  body: { name: '仿宋_GB2312', size: 16, isBold: false },
  headings: ['黑体', '楷体_GB2312', '仿宋_GB2312', '仿宋_GB2312'],
  linePitch: 28,
};

const SIDES = { 上: 'top', 下: 'bottom', 左: 'left', 右: 'right' } as const;

/** Margins as notices write them: 上37 下35 左28 右26（毫米）, 上下各2.54厘米、左右各3.17厘米. `undefined` unless all four are said. */
export function parseMargins(words: string): Margins | undefined {
  const scale = /厘米|公分|cm/iu.test(words) ? 10 : 1;
  const margins: Partial<Margins> = {};
  for (const [, sides = '', value] of words.matchAll(
    /((?:[上下左右][、和]?)+|四[周边])[^\d上下左右]*(\d+(?:\.\d+)?)/gu,
  )) {
    const named = sides.startsWith('四') ? '上下左右' : sides;
    for (const side of named) {
      if (side in SIDES)
        margins[SIDES[side as keyof typeof SIDES]] = Math.round(Number(value) * scale * 100) / 100;
    }
  }
  const { top, bottom, left, right } = margins;
  if (top === undefined || bottom === undefined || left === undefined || right === undefined)
    return undefined;
  return { top, bottom, left, right };
}

/** A face as lists of headings write it: 黑体, 三号楷体_GB2312, 仿宋_GB2312加粗. */
export function parseFace(words: string): Face {
  const size = sizeWithin(words);
  const isBold = /加粗|加黑|粗体/u.test(words);
  const name = words
    .replace(size ?? '', '')
    .replace(/加粗|加黑|粗体|字体|[\s，、,；;]/gu, '')
    .trim();
  return {
    name: name === '' ? undefined : name,
    size: size === undefined ? undefined : pointsOf(size),
    isBold: isBold ? true : undefined,
  };
}

/** Only what the call says. */
export function statedFormat(fields: FormatFields = {}): StatedFormat {
  const face = (name: string | undefined, size: string | undefined): Face => ({
    ...parseFace(name ?? ''),
    ...(size === undefined ? {} : { size: pointsOf(size) }),
  });
  return {
    margins: fields.margins === undefined ? undefined : parseMargins(fields.margins),
    title: face(fields.titleFont, fields.titleSize),
    body: face(fields.bodyFont, fields.bodySize),
    headings: (fields.headings ?? []).map(parseFace),
    linePitch: fields.lineSpacing,
  };
}

/** What the call says, and GB/T 9704-2012 for the rest. */
export function wholeFormat(fields: FormatFields = {}): WholeFormat {
  const stated = statedFormat(fields);
  const body = filled(stated.body, OFFICIAL.body);
  return {
    margins: stated.margins ?? OFFICIAL.margins,
    title: filled(stated.title, OFFICIAL.title),
    body,
    headings: OFFICIAL.headings.map((name, level) =>
      filled(stated.headings[level] ?? {}, {
        ...body,
        name: level < 2 || !stated.body.name ? name : body.name,
      }),
    ),
    linePitch: stated.linePitch ?? OFFICIAL.linePitch,
  };
}

function filled(face: Face, rest: Required<Face>): Required<Face> {
  return { name: face.name ?? rest.name, size: face.size ?? rest.size, isBold: face.isBold ?? rest.isBold };
}
