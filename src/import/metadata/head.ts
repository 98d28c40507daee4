import { numberingOf } from '../../domain/headings.ts';
import type { Edit } from '../edits.ts';
import { linesOf, removeLine } from '../edits.ts';
import { isDashedSubtitle, isMarkedByline, isNamesOnly, isRunningText, isTitleLike } from '../shapes.ts';
import { dayOf } from './days.ts';

export type HeadField = 'title' | 'subtitle' | 'byline' | 'documentNumber' | 'dateLine' | 'speakerLine';

/** A line of the head that belongs to a field. */
export interface HeadLine {
  field: HeadField;
  text: string;
  /** Takes the line out of the body, since its words now stand in the front matter. */
  edit: Edit;
}

const MOST_HEAD_LINES = 8;
const DOCUMENT_NUMBER = /^[\p{Script=Han}]{2,14}[〔[［(（](?:19|20)\d{2}[〕\]］)）]\s*(?:第)?\d{1,4}号$/u;
const DATE_LINE =
  /^[（(]?(?:(?:19|20)\d{2}年\d{1,2}月\d{1,2}日|(?:19|20)\d{2}[-/.]\d{1,2}[-/.]\d{1,2})[）)]?$/u;
const ROLE_LINE =
  /(?:书记|主任|局长|厅长|部长|院长|所长|站长|处长|主席|会长|组长)(?:同志)?(?:\s*\p{Script=Han}{1,2}\s?\p{Script=Han}{1,2})?(?:同志)?$/u;
const LONGEST_ROLE_LINE = 24;

/**
 * Tells the lines of an article's head apart: document number, title, secondary title, writers, day, speaker. A source
 * without a title line, which begins with running text, has none of them. Lines that fit no field stay in the body.
 */
export function readHead(text: string): HeadLine[] {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const found: HeadLine[] = [];
  const has = (field: HeadField) => found.some((line) => line.field === field);
  for (const [index, line] of lines.slice(0, MOST_HEAD_LINES).entries()) {
    const words = withoutHeadingMark(line.text.trim());
    if (isRunningText(words) && !DATE_LINE.test(words)) break;
    const field = fieldOf(words, lines[index + 1]?.text.trim() ?? '', has);
    if (field !== undefined)
      found.push({
        field,
        text: valueOf(field, words),
        edit: removeLine(text, line),
      });
    else if (has('title')) break;
  }
  return has('title') ? found : [];
}

function fieldOf(words: string, next: string, has: (field: HeadField) => boolean): HeadField | undefined {
  if (DOCUMENT_NUMBER.test(words)) return has('documentNumber') ? undefined : 'documentNumber';
  if (!has('title')) return isTitle(words) && next !== '' ? 'title' : undefined;
  if (DATE_LINE.test(words)) return has('dateLine') || dayOf(words) === undefined ? undefined : 'dateLine';
  if (isByline(words)) return has('byline') ? undefined : 'byline';
  if (has('subtitle') || has('byline')) return undefined;
  if (isDashedSubtitle(words)) return 'subtitle';
  if (ROLE_LINE.test(words) && words.length <= LONGEST_ROLE_LINE)
    return has('speakerLine') ? undefined : 'speakerLine';
  return isTitle(words) && isByline(next) ? 'subtitle' : undefined;
}

function isTitle(words: string): boolean {
  return isTitleLike(words) && numberingOf(words) === undefined;
}

function isByline(words: string): boolean {
  return isNamesOnly(words) || isMarkedByline(words);
}

function withoutHeadingMark(words: string): string {
  return words.replace(/^#{1,6}\s+/, '');
}

function valueOf(field: HeadField, words: string): string {
  if (field === 'subtitle') return words.replace(/^(?:—+|─+|-+|－+)\s*/u, '');
  if (field === 'byline') return words.replace(/^[◎●■▲□○\s（(]+|[）)\s]+$/gu, '').replace(/\s+/g, ' ');
  return words;
}
