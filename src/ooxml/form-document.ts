import { HAND_DAY, type StampLines } from '../domain/forms/stamp.ts';
import type { Facts, FormSheet } from '../papers/form.ts';
import { FORMATS, OFFICIAL, POINT, stampOn, typeArea, type PageFormat } from '../papers/page-format.ts';
import {
  textWidth,
  twips,
  type Page,
  type Paragraph,
  type Run,
  type Section,
  type WordBlock,
  type WordDocument,
} from './document/document.ts';
import { gaps, sheetBlocks, type Filling } from './form-blocks.ts';
import { FORM_STYLES, textStyles, wordFormat, wordPage, WORD_FACES } from './paper-frame.ts';
import { titleLines } from './title-lines.ts';

/** Points. */
const MASTHEAD_SIZE = 26;

/** A sheet and what fills it. */
export interface PaperSheet extends Filling {
  sheet: FormSheet;
  /** A line under its title that says whose sheet it is. */
  of?: string | undefined;
}

/** Sheets that go into one file. */
export interface Papers {
  title: string;
  /** Whose papers they are, for the file's properties. */
  creator: string;
  sheets: readonly PaperSheet[];
  /** Every page format there is; by the national standard where left out. */
  formats?: readonly PageFormat[] | undefined;
  /** Whether papers are to be sealed. */
  isSealed?: boolean | undefined;
  /** For the foot of the pages that bear a stamp. */
  stamp?: StampLines | undefined;
}

/** Sheets of forms as a Word document: those of one page format that follow each other share a section, every one begins on a new page. */
export function formDocument({
  title,
  creator,
  sheets,
  stamp,
  formats = FORMATS,
  isSealed,
}: Papers): WordDocument {
  const sections: { format: PageFormat; blocks: WordBlock[] }[] = [];
  for (const paper of sheets) {
    const format = formatOf(paper.sheet, formats);
    const last = sections.at(-1);
    const joins = last?.format === format;
    const blocks = [
      ...head(paper, format, joins),
      ...sheetBlocks(paper.sheet.blocks, { ...paper, format, isSealed }),
    ];
    if (joins) last.blocks.push(...blocks);
    else sections.push({ format, blocks });
  }
  return {
    title,
    creator,
    styles: [...textStyles(wordFormat(formats[0] ?? OFFICIAL), formats[0]?.latin), ...FORM_STYLES],
    sections: sections.map(({ format, blocks }): Section => ({ page: stampedPage(format, stamp), blocks })),
  };
}

/** The page of a format with its stamp. */
function stampedPage(format: PageFormat, stamp?: StampLines): Page {
  const page = wordPage(format);
  const lines = stamp ? stampOn(format, stamp) : [];
  return lines.length > 0 ? { ...page, stamp: lines.map(stampRuns) } : page;
}

/** Whether a page is set as an official text, and not as a form. */
function isText({ id }: PageFormat): boolean {
  return id === OFFICIAL.id || id === 'cover';
}

/** The line of the stamp that leaves room for the day of printing: Word puts the day there itself. */
function stampRuns(line: string): Run[] {
  const [before = '', after] = line.split(HAND_DAY);
  if (after === undefined) return [{ text: line }];
  return [{ text: before }, { text: HAND_DAY, field: 'today' as const }, { text: after }].filter(
    ({ text }) => text !== '',
  );
}

/** The format of a sheet. Throws a RangeError where there is none of that name. */
function formatOf({ id, format }: FormSheet, formats: readonly PageFormat[]): PageFormat {
  const found = formats.find((known) => known.id === format);
  if (!found) throw new RangeError(`sheet ${id} asks for the page format ${format}, which there is not`);
  return found;
}

function head({ sheet, facts, of }: PaperSheet, format: PageFormat, onNewPage: boolean): Paragraph[] {
  const small = (runs: Run[]): Run[] => runs.map((run) => ({ ...run, face: WORD_FACES.kai, size: 12 }));
  const title: Paragraph = {
    style: isText(format) ? 'PaperTitle' : 'FormTitle',
    runs: [...titleRuns(sheet.title, facts, format), ...(of ? small([{ text: `\n${of}` }]) : [])],
    ...(format.pageNumbers === 'none' ? { before: twips(30) } : {}),
  };
  const lines: Paragraph[] = [
    ...masthead(sheet, facts, format),
    title,
    ...(sheet.subtitle ? [{ style: 'FormLine', runs: gaps(sheet.subtitle, facts) }] : []),
  ];
  const room = isText(format) ? wordFormat(format).linePitch * 20 : twips(4);
  return lines.map((line, index) => ({
    ...line,
    ...(index === 0 && onNewPage ? { onNewPage } : {}),
    ...(index === lines.length - 1 ? { after: room } : {}),
  }));
}

/** A title with its blanks, over several lines where it is too long for one; blanks are left where they are. */
function titleRuns(title: string, facts: Facts, format: PageFormat): Run[] {
  const runs = gaps(title, facts);
  if (runs.some(({ underline }) => underline)) return runs;
  const lineWidth = Math.floor(typeArea(format).width / (format.title.size * POINT));
  return [{ text: titleLines(runs.map(({ text }) => text).join(''), lineWidth) }];
}

/** The head of a bulletin: its name, its number, who edits it at the left and the day at the right. */
function masthead({ masthead: head }: FormSheet, facts: Facts, format: PageFormat): Paragraph[] {
  if (!head) return [];
  const edge = textWidth(format) - format.body.size * 20 * 9;
  return [
    { style: 'PaperTitle', runs: [{ text: head.name, size: MASTHEAD_SIZE }] },
    { style: 'PaperAuthor', runs: gaps(`第{${head.number}:2}期`, facts) },
    {
      style: 'PaperBody',
      firstLine: 0,
      align: 'left',
      tabs: [edge],
      runs: [...gaps(`{${head.issuer}:12}`, facts), { text: '\t' }, ...gaps(`{${head.day}:9}`, facts)],
      after: twips(6),
    },
  ];
}
