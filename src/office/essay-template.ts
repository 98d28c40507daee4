import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlign,
  WidthType,
  type IParagraphStyleOptions,
  type ISectionPropertiesOptions,
} from 'docx';
import type { Face, WholeFormat } from '../domain/essays/format.ts';
import { withoutMoment } from './same-bytes.ts';

/** What a template and its cover sheet say. */
export interface EssayPapers {
  /** Title of the call. */
  title: string;
  /** Whose paper it is, for the file's properties. */
  issuer: string;
  format: WholeFormat;
  /** Rows of the cover sheet; an empty value is left for the writer. */
  cover: { name: string; value: string }[];
  /** What the template says where the writer is to write, in the order of the page. */
  words: {
    title: string;
    author: string;
    opening: string;
    /** One for each level. */
    headings: readonly string[];
    body: string;
    signature: string;
    date: string;
    coverTitle: string;
  };
}

const TWIPS_A_MILLIMETRE = 1440 / 25.4;
const A4 = { width: 210, height: 297 };
const LATIN = 'Times New Roman';
const NUMBER_SIZE = 14;
const COVER_SIZE = 14;
const COVER_LABEL_WIDTH = 38;
const COVER_ROW_HEIGHT = 12;

/** The template of an essay with its cover sheet, as the bytes of a .docx file. Equal papers give equal bytes. */
export async function essayTemplate(papers: EssayPapers): Promise<Uint8Array> {
  const { format } = papers;
  const page = pageOf(format);
  const document = new Document({
    title: papers.title,
    creator: papers.issuer,
    lastModifiedBy: papers.issuer,
    evenAndOddHeaderAndFooters: true,
    styles: { default: { document: { run: runOf(format.body) } }, paragraphStyles: stylesOf(format) },
    sections: [
      { properties: { ...page, titlePage: true }, children: coverSheet(papers) },
      {
        properties: {
          ...page,
          type: SectionType.NEXT_PAGE,
          page: { ...page.page, pageNumbers: { start: 1 } },
        },
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: essayBody(papers),
      },
    ],
  });
  return withoutMoment(new Uint8Array(await Packer.toArrayBuffer(document)));
}

function pageOf({ margins }: WholeFormat): ISectionPropertiesOptions & { page: object } {
  const { top, bottom, left, right } = margins;
  return {
    page: {
      size: { width: twips(A4.width), height: twips(A4.height) },
      margin: {
        top: twips(top),
        bottom: twips(bottom),
        left: twips(left),
        right: twips(right),
        header: twips(15),
        // The number stands 7 mm below the type area (GB/T 9704-2012, 7.5).
        footer: twips(Math.max(bottom - 7 - 5, 5)),
      },
    },
  };
}

/**
 * Whole characters fill the line: 28 of them are 158 mm wide at 三号, the type area is 156 mm. A document grid would say the same, but
 * LibreOffice sets 18 characters a line by it.
 */
function tightening({ body, margins }: WholeFormat): number {
  const width = (A4.width - margins.left - margins.right) * TWIPS_A_MILLIMETRE;
  const count = Math.round(width / (body.size * 20));
  const excess = count * body.size * 20 - width;
  return excess > 0 && excess / width < 0.02 ? -Math.ceil(excess / count) : 0;
}

function runOf({ name, size, isBold }: Required<Face>) {
  return { font: { ascii: LATIN, hAnsi: LATIN, cs: LATIN, eastAsia: name }, size: size * 2, bold: isBold };
}

function stylesOf(format: WholeFormat): IParagraphStyleOptions[] {
  const line = { line: Math.round(format.linePitch * 20), lineRule: LineRuleType.EXACT, before: 0, after: 0 };
  const characterSpacing = tightening(format);
  const indent = { firstLine: format.body.size * 40 };
  const levels = format.headings.map((face, level): IParagraphStyleOptions => ({
    id: `Heading${level + 1}`,
    name: `heading ${level + 1}`,
    basedOn: 'EssayBody',
    next: 'EssayBody',
    quickFormat: true,
    run: { ...runOf(face), characterSpacing },
    paragraph: { spacing: line, indent, outlineLevel: level, keepNext: true },
  }));
  return [
    {
      id: 'EssayTitle',
      name: '题目',
      basedOn: 'Normal',
      next: 'EssayAuthor',
      quickFormat: true,
      run: runOf(format.title),
      paragraph: {
        spacing: { ...line, line: Math.round(Math.max(format.linePitch, format.title.size * 1.4) * 20) },
        alignment: AlignmentType.CENTER,
      },
    },
    {
      id: 'EssayAuthor',
      name: '署名',
      basedOn: 'Normal',
      next: 'EssayBody',
      quickFormat: true,
      run: runOf({ ...format.body, name: '楷体_GB2312', isBold: false }),
      paragraph: { spacing: line, alignment: AlignmentType.CENTER },
    },
    {
      id: 'EssayBody',
      name: '正文（文章）',
      basedOn: 'Normal',
      quickFormat: true,
      run: { ...runOf(format.body), characterSpacing },
      paragraph: { spacing: line, indent, alignment: AlignmentType.BOTH },
    },
    ...levels,
  ];
}

function essayBody({ words, format }: EssayPapers): Paragraph[] {
  const styled = (style: string, text: string) => new Paragraph({ style, text });
  const blank = () => new Paragraph({ style: 'EssayBody' });
  const closing = (text: string) =>
    new Paragraph({
      style: 'EssayBody',
      alignment: AlignmentType.RIGHT,
      indent: { firstLine: 0, right: format.body.size * 40 },
      children: [new TextRun(text)],
    });
  return [
    styled('EssayTitle', words.title),
    styled('EssayAuthor', words.author),
    blank(),
    styled('EssayBody', words.opening),
    ...words.headings.flatMap((heading, level) => [
      styled(`Heading${level + 1}`, heading),
      styled('EssayBody', words.body),
    ]),
    blank(),
    closing(words.signature),
    closing(words.date),
  ];
}

/** GB/T 9704-2012, 7.5: 四号半角宋体, a dash at each side, one character from the outer edge. */
function pageNumber(alignment: (typeof AlignmentType)['LEFT' | 'RIGHT']): Footer {
  const side = alignment === AlignmentType.RIGHT ? 'right' : 'left';
  const run = { font: { ascii: '宋体', hAnsi: '宋体', eastAsia: '宋体', cs: '宋体' }, size: NUMBER_SIZE * 2 };
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: { [side]: NUMBER_SIZE * 20 },
        children: [new TextRun({ ...run, children: ['— ', PageNumber.CURRENT, ' —'] })],
      }),
    ],
  });
}

function coverSheet({ words, title, cover, format }: EssayPapers): (Paragraph | Table)[] {
  const width = A4.width - format.margins.left - format.margins.right;
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' };
  const cell = (text: string, size: number, isName: boolean) =>
    new TableCell({
      width: { size: twips(size), type: WidthType.DXA },
      verticalAlign: VerticalAlign.CENTER,
      margins: { left: twips(2), right: twips(2), top: twips(1.5), bottom: twips(1.5) },
      borders: { top: border, bottom: border, left: border, right: border },
      children: [
        new Paragraph({
          alignment: isName ? AlignmentType.CENTER : AlignmentType.LEFT,
          spacing: { line: 440, lineRule: LineRuleType.AT_LEAST, before: 0, after: 0 },
          children: [
            new TextRun({
              text,
              ...runOf({ name: isName ? '黑体' : format.body.name, size: COVER_SIZE, isBold: false }),
            }),
          ],
        }),
      ],
    });
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { before: twips(6), after: twips(2) },
      children: [new TextRun({ text: words.coverTitle, ...runOf(format.title) })],
    }),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { after: twips(8) },
      children: [new TextRun({ text: title, ...runOf({ name: '楷体_GB2312', size: 16, isBold: false }) })],
    }),
    new Table({
      width: { size: twips(width), type: WidthType.DXA },
      columnWidths: [twips(COVER_LABEL_WIDTH), twips(width - COVER_LABEL_WIDTH)],
      rows: cover.map(
        ({ name, value }) =>
          new TableRow({
            cantSplit: true,
            height: { value: twips(COVER_ROW_HEIGHT), rule: 'atLeast' },
            children: [cell(name, COVER_LABEL_WIDTH, true), cell(value, width - COVER_LABEL_WIDTH, false)],
          }),
      ),
    }),
  ];
}

function twips(millimetres: number): number {
  return Math.round(millimetres * TWIPS_A_MILLIMETRE);
}
