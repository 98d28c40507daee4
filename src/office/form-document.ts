import { HAND_DAY } from '../domain/forms/stamp.ts';
import type { Facts, FormSheet } from '../print/form.ts';
import { FORMATS, OFFICIAL, type PageFormat } from '../print/page-format.ts';
import { twips, type Page, type Paragraph, type Run, type Section, type WordBlock, type WordDocument } from './document/document.ts';
import { gaps, sheetBlocks } from './form-blocks.ts';
import { FORM_STYLES, textStyles, wordFormat, wordPage, WORD_FACES } from './paper-frame.ts';

/** A sheet and what fills it. */
export interface PaperSheet {
  sheet: FormSheet;
  facts: Facts;
  /** A line under its title that says whose sheet it is. */
  of?: string | undefined;
  /** The first number of a roster's page; 1 where left out. */
  rosterFrom?: number | undefined;
}

/** Sheets that go into one file. */
export interface Papers {
  title: string;
  /** Whose papers they are, for the file's properties. */
  creator: string;
  sheets: readonly PaperSheet[];
  /** Lines for the foot of every page that bears a stamp. */
  stamp?: readonly string[] | undefined;
}

/** Sheets of forms as a Word document: those of one page format that follow each other share a section, every one begins on a new page. */
export function formDocument({ title, creator, sheets, stamp }: Papers): WordDocument {
  const sections: { format: PageFormat; blocks: WordBlock[] }[] = [];
  for (const paper of sheets) {
    const format = formatOf(paper.sheet);
    const last = sections.at(-1);
    const joins = last?.format === format;
    const blocks = [...head(paper, format, joins), ...sheetBlocks(paper.sheet.blocks, { ...paper, format })];
    if (joins) last.blocks.push(...blocks);
    else sections.push({ format, blocks });
  }
  return {
    title,
    creator,
    styles: paperStyles(),
    sections: sections.map(({ format, blocks }): Section => ({ page: stampedPage(format, stamp), blocks })),
  };
}

/** The styles of every paper: official texts and forms. */
export function paperStyles(): WordDocument['styles'] {
  return [...textStyles(wordFormat(OFFICIAL)), ...FORM_STYLES];
}

/** The page of a format with its stamp. */
export function stampedPage(format: PageFormat, stamp?: readonly string[]): Page {
  const page = wordPage(format);
  return format.stamped && stamp ? { ...page, stamp: stamp.map(stampRuns) } : page;
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
export function formatOf({ id, format }: FormSheet): PageFormat {
  const found = FORMATS.find((known) => known.id === format);
  if (!found) throw new RangeError(`sheet ${id} asks for the page format ${format}, which there is not`);
  return found;
}

function head({ sheet, facts, of }: PaperSheet, format: PageFormat, onNewPage: boolean): Paragraph[] {
  const isText = format.body.face === OFFICIAL.body.face;
  const small = (runs: Run[]): Run[] =>
    runs.map((run) => ({ ...run, face: WORD_FACES.kai, size: 12 }));
  const title: Paragraph = {
    style: isText ? 'PaperTitle' : 'FormTitle',
    runs: [...gaps(sheet.title, facts), ...(of ? small([{ text: `\n${of}` }]) : [])],
    ...(onNewPage ? { onNewPage } : {}),
    ...(format.pageNumbers === 'none' ? { before: twips(30) } : {}),
  };
  const lines: Paragraph[] = [
    title,
    ...(sheet.subtitle ? [{ style: 'FormLine', runs: gaps(sheet.subtitle, facts) }] : []),
  ];
  const room = isText ? wordFormat(format).linePitch * 20 : twips(4);
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, after: room } : line));
}
