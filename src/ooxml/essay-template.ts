import type { WholeFormat } from '../domain/essays/format.ts';
import { textWidth, twips, type Page, type Paragraph, type WordBlock } from './document/document.ts';
import { writeDocument } from './document/write-document.ts';
import { textStyles, WORD_FACES } from './paper-frame.ts';
import { words } from './form-grid.ts';

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

const LATIN = 'Times New Roman';
/** Millimetres. */
const COVER_LABEL = 38;
const COVER_ROW = 12;

/** The template of an essay with its cover sheet, as the bytes of a .docx file. Equal papers give equal bytes. */
export function essayTemplate(papers: EssayPapers): Uint8Array {
  const { title, issuer, format } = papers;
  const page: Page = { margins: format.margins, numbers: 'none' };
  return writeDocument({
    title,
    creator: issuer,
    styles: [
      ...textStyles(format, LATIN),
      // Not the title's own style: by that, the self-check knows where the cover ends.
      {
        id: 'CoverTitle',
        name: '封面题目',
        face: format.title.name,
        latin: LATIN,
        size: format.title.size,
        line: Math.round(format.title.size * 28),
        align: 'center',
      },
      { id: 'CoverName', name: '封面栏目', face: WORD_FACES.hei, size: 14, line: 440, align: 'center' },
      { id: 'CoverText', name: '封面', face: format.body.name, latin: LATIN, size: 14, line: 440 },
    ],
    sections: [
      { page, blocks: coverSheet(papers) },
      { page: { ...page, numbers: 'outer', firstNumber: 1 }, blocks: essayBody(papers) },
    ],
  });
}

function essayBody({ words: said, format }: EssayPapers): Paragraph[] {
  const blank = words('PaperBody', '');
  const closing = (text: string) =>
    words('PaperBody', text, { align: 'right', firstLine: 0, right: format.body.size * 40 });
  return [
    words('PaperTitle', said.title),
    words('PaperAuthor', said.author),
    blank,
    words('PaperBody', said.opening),
    ...said.headings.flatMap((heading, level) => [
      words(`Heading${level + 1}`, heading),
      words('PaperBody', said.body),
    ]),
    blank,
    closing(said.signature),
    closing(said.date),
  ];
}

function coverSheet({ words: said, title, cover, format }: EssayPapers): WordBlock[] {
  const label = twips(COVER_LABEL);
  return [
    words('CoverTitle', said.coverTitle, { before: twips(6), after: twips(2) }),
    words('PaperAuthor', title, { after: twips(8) }),
    {
      columns: [label, textWidth(format) - label],
      rows: cover.map(({ name, value }) => ({
        height: twips(COVER_ROW),
        cells: [{ paragraphs: [words('CoverName', name)] }, { paragraphs: [words('CoverText', value)] }],
      })),
    },
  ];
}
