import type { Face, WholeFormat } from '../domain/essays/format.ts';
import type { Face as PaperFace } from '../papers/faces.ts';
import { typeArea, type PageFormat, type Type, POINT } from '../papers/page-format.ts';
import { textWidth, twips, type Page, type Style } from './document/document.ts';

/** The faces of papers by the names that Word, WPS and notices use. */
export const WORD_FACES: Record<PaperFace, string> = {
  fang: '仿宋_GB2312',
  kai: '楷体_GB2312',
  hei: '黑体',
  song: '宋体',
  title: '方正小标宋简体',
};

/** A page format of papers as Word is told it: the pitch of a line is a whole number of points, as 固定值 is typed there. */
export function wordFormat(format: PageFormat): WholeFormat {
  const { margins, body, title, headings, boldHeadings = [], lines } = format;
  const face = ({ face: kind, size, name }: Type) => ({
    name: name ?? WORD_FACES[kind],
    size,
    isBold: false,
  });
  return {
    margins,
    title: face(title),
    body: face(body),
    headings: [0, 1, 2, 3].map((level) => ({
      ...face({ face: headings[level] ?? body.face, size: body.size }),
      isBold: boldHeadings[level] ?? false,
    })),
    linePitch: 'pitch' in lines ? lines.pitch : Math.floor(typeArea(format).height / POINT / lines.count),
  };
}

/** The page of a format. */
export function wordPage({ margins, landscape, pageNumbers }: PageFormat): Page {
  return { margins, landscape, numbers: pageNumbers };
}

/**
 * What is added after every character, in twips, so that whole characters fill the line: 28 of them are 158 mm wide at 三号, the type area is
 * 156 mm. A document grid would say the same, but LibreOffice sets 18 characters a line by it.
 */
function tightening({ body, margins }: WholeFormat): number {
  const width = textWidth({ margins });
  const count = Math.round(width / (body.size * 20));
  const excess = count * body.size * 20 - width;
  return excess > 0 && excess / width < 0.02 ? -Math.ceil(excess / count) : 0;
}

function faceOf({ name, size, isBold }: Required<Face>, latin?: string) {
  return { face: name, latin, size, ...(isBold ? { bold: true } : {}) };
}

/** The styles of official texts: 正文, 题目, 署名, 正文（文章） and 标题 1 to 4, set by a format. */
export function textStyles(format: WholeFormat, latin?: string): Style[] {
  const { title, body, headings } = format;
  const line = Math.round(format.linePitch * 20);
  const tracking = tightening(format);
  return [
    { id: 'Normal', name: 'Normal', ...faceOf(body, latin), line },
    {
      id: 'PaperTitle',
      name: '题目',
      next: 'PaperBody',
      ...faceOf(title, latin),
      line: Math.round(Math.max(format.linePitch, title.size * 1.4) * 20),
      align: 'center',
      keepNext: true,
      outline: 0,
    },
    {
      id: 'PaperAuthor',
      name: '署名',
      next: 'PaperBody',
      ...faceOf({ ...body, name: WORD_FACES.kai, isBold: false }, latin),
      line,
      align: 'center',
    },
    {
      id: 'PaperBody',
      name: '正文（文章）',
      ...faceOf(body, latin),
      tracking,
      line,
      firstLine: 2,
      align: 'both',
    },
    ...headings.map((face, level): Style => ({
      id: `Heading${level + 1}`,
      name: `heading ${level + 1}`,
      basedOn: 'PaperBody',
      next: 'PaperBody',
      ...faceOf(face, latin),
      tracking,
      line,
      firstLine: 2,
      align: 'both',
      keepNext: true,
      outline: level,
    })),
  ];
}

/** The styles of forms, by what they set. */
export const FORM_STYLES: readonly Style[] = [
  {
    id: 'FormTitle',
    name: '表名',
    face: WORD_FACES.title,
    size: 22,
    line: 600,
    align: 'center',
    keepNext: true,
    outline: 0,
  },
  {
    id: 'FormLine',
    name: '表名下一行',
    face: WORD_FACES.kai,
    size: 12,
    line: 360,
    align: 'center',
    keepNext: true,
  },
  { id: 'TableHead', name: '表头', face: WORD_FACES.hei, size: 11, line: 290, align: 'center' },
  { id: 'TableText', name: '表文', face: WORD_FACES.song, size: 11, line: 300 },
  { id: 'SmallHead', name: '表头（小）', face: WORD_FACES.hei, size: 9.5, line: 250, align: 'center' },
  { id: 'SmallText', name: '表文（小）', face: WORD_FACES.song, size: 9.5, line: 260 },
  { id: 'Label', name: '栏目', face: WORD_FACES.hei, size: 12, line: 400, keepNext: true },
  { id: 'Ruled', name: '横线', face: WORD_FACES.song, size: 12, line: twips(9), ruled: true },
  { id: 'Note', name: '说明', face: WORD_FACES.kai, size: 11, line: 330 },
  { id: 'LargeNote', name: '说明（大）', face: WORD_FACES.kai, size: 18, line: 860 },
  { id: 'FormSigned', name: '签字', face: WORD_FACES.song, size: 12, line: 340, before: twips(5) },
  { id: 'Caption', name: '图片说明', face: WORD_FACES.song, size: 12, line: 400 },
  { id: 'CoverText', name: '封面', face: WORD_FACES.fang, size: 16, line: 560 },
];
