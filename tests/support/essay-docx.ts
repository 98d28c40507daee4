import {
  AlignmentType,
  Document,
  FootnoteReferenceRun,
  LineRuleType,
  Packer,
  Paragraph,
  TextRun,
} from 'docx';

/** How a paragraph is set; what is left out is as the call asks. */
export interface Setting {
  face?: string;
  /** Points. */
  size?: number;
  bold?: boolean;
  /** Points, exact; `multiple` is one and a half lines. */
  pitch?: number | 'multiple';
}

/** A paragraph, or several runs of it set apart. */
export type Piece = ({ text: string } & Setting) | { runs: ({ text: string } & Setting)[] } | string;

export interface Sheet {
  pieces: Piece[];
  /** Millimetres. */
  margins?: { top: number; bottom: number; left: number; right: number };
  footnotes?: string[];
}

const TWIPS = 1440 / 25.4;
const OFFICIAL = { top: 37, bottom: 35, left: 28, right: 26 };
const BODY = { face: '仿宋_GB2312', size: 16, pitch: 28 };

/** A .docx file of these paragraphs. */
export async function docxOf({ pieces, margins = OFFICIAL, footnotes = [] }: Sheet): Promise<Buffer> {
  const notes = footnotes.map((text, index) => [index + 1, { children: [new Paragraph(text)] }] as const);
  const children = pieces.map((piece, index) =>
    paragraphOf(piece, index === pieces.length - 1 ? notes.map(([id]) => id) : []),
  );
  const { top, bottom, left, right } = margins;
  const document = new Document({
    footnotes: Object.fromEntries(notes),
    sections: [
      {
        properties: {
          page: {
            size: { width: Math.round(210 * TWIPS), height: Math.round(297 * TWIPS) },
            margin: {
              top: Math.round(top * TWIPS),
              bottom: Math.round(bottom * TWIPS),
              left: Math.round(left * TWIPS),
              right: Math.round(right * TWIPS),
            },
          },
        },
        children,
      },
    ],
  });
  return Buffer.from(await Packer.toArrayBuffer(document));
}

function paragraphOf(piece: Piece, notes: readonly number[]): Paragraph {
  const whole = typeof piece === 'string' ? { text: piece } : piece;
  const runs = 'runs' in whole ? whole.runs : [whole];
  const pitch = ('pitch' in whole ? whole.pitch : undefined) ?? BODY.pitch;
  return new Paragraph({
    alignment: AlignmentType.LEFT,
    spacing:
      pitch === 'multiple'
        ? { line: 360, lineRule: LineRuleType.AUTO }
        : { line: pitch * 20, lineRule: LineRuleType.EXACT },
    children: [
      ...runs.map(
        ({ text, face = BODY.face, size = BODY.size, bold = false }) =>
          new TextRun({
            text,
            bold,
            size: size * 2,
            font: { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: face },
          }),
      ),
      ...notes.map((id) => new FootnoteReferenceRun(id)),
    ],
  });
}
