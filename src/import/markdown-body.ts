import { numberingOf } from '../domain/headings.ts';
import { blocksOf } from './markdown-blocks.ts';
import { endsSentence, isMarkedByline, isTitleLike } from './shapes.ts';

/** A paragraph of an article, as words; `level` is 2 or 3 for a heading without a number, 0 for running text. */
export interface Paragraph {
  text: string;
  level: number;
}

const SPECIAL = /[\\`*_[\]<>~&]/g;
const LONGEST_HEADING = 30;
/** Three short lines in a row are a list or a table laid out by lines, not headings. */
const MOST_HEADINGS_IN_A_ROW = 2;

/**
 * Tells headings from running text. A short line without a number or an end mark is a heading when running text follows; of two
 * such lines in a row the second stands one level lower. Numbered headings stay plain: the site knows them by their number.
 */
export function readParagraphs(lines: readonly string[]): Paragraph[] {
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

function couldBeHeading(line: string): boolean {
  const words = line.trim();
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
  return paragraphs
    .map(({ text, level }) => (level > 0 ? `${'#'.repeat(level)} ` : '') + escapeMarkdown(text))
    .map((block) => `${block}\n`)
    .join('\n');
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
