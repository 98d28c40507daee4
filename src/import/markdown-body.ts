import { numberingOf } from '../domain/headings.ts';
import { blocksOf } from './markdown-blocks.ts';
import { cellsOf, isNoteText, isTableRow, NOTE, NOTE_WORDS, TABLE } from './marks.ts';
import { endsSentence, isMarkedByline, isTitleLike } from './shapes.ts';

/** A paragraph of an article, as words; `level` is 2 or 3 for a heading without a number, 0 for running text. */
export interface Paragraph {
  text: string;
  level: number;
}

const SPECIAL = /[\\`*_[\]<>~&]/g;
const LONGEST_HEADING = 30;
const LONGEST_STYLED_HEADING = 60;
/** Levels 2 to 6. */
const LOWEST_RANK = 4;
/** Three short lines in a row are a list or a table laid out by lines, not headings. */
const MOST_HEADINGS_IN_A_ROW = 2;

/**
 * Tells headings from running text. A short line without a number or an end mark is a heading when running text follows; of two
 * such lines in a row the second stands one level lower. Numbered headings stay plain: the site knows them by their number.
 * Where the file itself shows its headings, by styles or by bold type, only that counts.
 */
export function readParagraphs(
  lines: readonly string[],
  looks: ReadonlyMap<number, number> = new Map(),
): Paragraph[] {
  const styled = headingsByLook(lines, looks);
  if (styled.size > 0)
    return lines.map((text, index) => ({
      text,
      level: styled.get(index) ?? 0,
    }));
  const paragraphs = lines.map((text) => ({ text, level: 0 }));
  let index = 0;
  while (index < lines.length) {
    let end = index;
    while (end < lines.length && couldBeHeading(lines[end] ?? '')) end += 1;
    const run = end - index;
    const stands = standsAfterWhole(lines[index - 1]) && isFollowedByText(lines[end]);
    if (run >= 1 && run <= MOST_HEADINGS_IN_A_ROW && stands) {
      paragraphs.slice(index, end).forEach((paragraph, place) => {
        paragraph.level = 2 + place;
      });
    }
    index = Math.max(end, index + 1);
  }
  return paragraphs;
}

/**
 * The levels of lines that look like headings in their file: heading styles by their order of rank, from 2 down; short bold lines one
 * below them. Numbered headings stay plain.
 */
function headingsByLook(lines: readonly string[], looks: ReadonlyMap<number, number>): Map<number, number> {
  const headings = [...looks].filter(([index, look]) => {
    const line = lines[index]?.trim() ?? '';
    const isHeading = look > 0 ? line.length <= LONGEST_STYLED_HEADING : couldBeHeading(line);
    const isLast = index === lines.length - 1;
    return (
      isHeading && !isLast && !isTableRow(line) && !isNoteText(line) && headingNumber(line) === undefined
    );
  });
  const ranks = [...new Set(headings.map(([, look]) => look).filter((look) => look > 0))].sort(
    (a, b) => a - b,
  );
  const levelOf = (look: number) => 2 + Math.min(look > 0 ? ranks.indexOf(look) : ranks.length, LOWEST_RANK);
  return new Map(headings.map(([index, look]) => [index, levelOf(look)]));
}

/** A number by which the site knows a heading without further marks; 1.2 is none. */
function headingNumber(line: string): string | undefined {
  return /^\d+[.．]\d/.test(line) ? undefined : numberingOf(line);
}

function couldBeHeading(line: string): boolean {
  const words = line.trim();
  if (isTableRow(words) || isNoteText(words)) return false;
  return (
    words.length <= LONGEST_HEADING &&
    isTitleLike(words) &&
    !isNumbered(words) &&
    !endsSentence(words) &&
    !isMarkedByline(words) &&
    !/[—…）)]$/u.test(words) &&
    !/^(?:附件|附)[:：\d]?/u.test(words) &&
    !/\d{1,2}月\d{1,2}日|[〔\d]\d{3}〕?.*号$/u.test(words)
  );
}

function isNumbered(words: string): boolean {
  return (
    numberingOf(words) !== undefined || /^(?:\d|第[一二三四五六七八九十百零〇\d]+[章节条编部])/u.test(words)
  );
}

/** A heading stands first, after a finished sentence, or after another heading; anything else goes on with what was said. */
function standsAfterWhole(before: string | undefined): boolean {
  return (
    before === undefined ||
    endsSentence(before.trim()) ||
    (before.length <= LONGEST_HEADING && isNumbered(before.trim()))
  );
}

function isFollowedByText(line: string | undefined): boolean {
  return line !== undefined && line.trim().length > LONGEST_HEADING;
}

/** A Markdown body that renders as exactly these paragraphs. */
export function toMarkdown(paragraphs: readonly Paragraph[]): string {
  const notes = new FootnoteNumbers();
  const blocks: string[] = [];
  let rows: string[] = [];
  for (const { text, level } of [...paragraphs, { text: '', level: 0 }]) {
    const isRow = isTableRow(text);
    if (isRow && !text.startsWith(TABLE)) {
      rows.push(text);
      continue;
    }
    if (rows.length > 0) blocks.push(tableMarkdown(rows, notes));
    rows = isRow ? [text] : [];
    if (!isRow && text !== '')
      blocks.push((level > 0 ? `${'#'.repeat(level)} ` : '') + lineMarkdown(text, notes));
  }
  return blocks.map((block) => `${block}\n`).join('\n');
}

/** Counts footnotes: the words of a note follow the lines that call it, in the order of the calls. */
class FootnoteNumbers {
  #last = 0;
  readonly #open: number[] = [];

  call(): string {
    this.#last += 1;
    this.#open.push(this.#last);
    return `[^${this.#last}]`;
  }

  /** The mark of the next note's words; nothing where the call has left the body, so that the words stand as a paragraph. */
  words(): string {
    const number = this.#open.shift();
    return number === undefined ? '' : `[^${number}]: `;
  }
}

function lineMarkdown(text: string, notes: FootnoteNumbers): string {
  if (isNoteText(text))
    return notes.words() + escapeMarkdown(text.replace(NOTE_WORDS, '').replaceAll(NOTE, ''));
  const [first = '', ...rest] = text.split(NOTE);
  return rest.reduce((line, words) => line + notes.call() + escapeInside(words), escapeMarkdown(first));
}

/** Words that do not begin a line need no escape for what only counts there. */
function escapeInside(text: string): string {
  const lead = '文';
  return escapeMarkdown(lead + text).slice(lead.length);
}

function tableMarkdown(rows: readonly string[], notes: FootnoteNumbers): string {
  const cells = rows.map((row) => cellsOf(row).map((cell) => cellMarkdown(cell, notes)));
  const width = Math.max(...cells.map((row) => row.length));
  const line = (row: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`;
  const [head, ...body] = cells;
  return [line(head ?? []), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
}

function cellMarkdown(cell: string, notes: FootnoteNumbers): string {
  const [first = '', ...rest] = cell.split(NOTE).map((words) => escapeInside(words).replaceAll('|', '\\|'));
  return rest.reduce((line, words) => line + notes.call() + words, first);
}

/** Words as Markdown source that renders as those words; untouched where they need no escape. */
export function escapeMarkdown(text: string): string {
  const spaced = text.replace(/^[ \t]+|[ \t]+$/g, (spaces) =>
    Array.from(spaces, (space) => (space === '\t' ? '&#x9;' : '&#x20;')).join(''),
  );
  const inner = text.replace(/^[ \t]+|[ \t]+$/g, '');
  const atStart = inner.replace(/^(\d*)([.)#+\-=|>~])/, '$1\\$2');
  const escaped = [
    inner,
    atStart,
    inner.replace(SPECIAL, '\\$&'),
    inner.replace(SPECIAL, '\\$&').replace(/^(\d*)([.)#+\-=|])/, '$1\\$2'),
    inner.replace(/[!-/:-@[-`{-~]/g, '\\$&'),
  ];
  const candidates = escaped.map((words) => spaced.replace(inner, () => words));
  return candidates.find((candidate) => rendersAs(candidate, text)) ?? spaced;
}

function rendersAs(markdown: string, text: string): boolean {
  const blocks = blocksOf(markdown);
  return blocks?.length === 1 && blocks[0]?.level === 0 && blocks[0].text === text;
}
