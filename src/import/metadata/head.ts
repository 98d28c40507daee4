import { numberingOf } from '../../domain/headings.ts';
import type { Edit, Line } from '../edits.ts';
import { linesOf, removeLine } from '../edits.ts';
import { cellsOf, isMark, isTableRow } from '../marks.ts';
import {
  endsAsPaper,
  isDashedSubtitle,
  isListenersCall,
  isMarkedByline,
  isNamesOnly,
  isRunningText,
  isTitleLike,
} from '../shapes.ts';
import { DAY_WORDS, dayOf, MONTH_WORDS } from './days.ts';
import { numberIn } from './document-number.ts';
import { isAboutThePaper, isLabelled, isMasthead, letterheadOf, titleOfAttachment } from './letterhead.ts';
import { officesIn } from './offices.ts';
import { personIn } from './people.ts';

export type HeadField =
  | 'title'
  | 'subtitle'
  | 'byline'
  | 'documentNumber'
  | 'dateLine'
  | 'monthLine'
  | 'speakerLine'
  | 'officeLine'
  | 'letterhead'
  | 'masthead'
  | 'issueDay'
  | 'dayAbove';

/** Words of the head that belong to a field. */
export interface HeadLine {
  field: HeadField;
  text: string;
  /** A secondary title that no dash tells from the title. */
  isPlain?: boolean;
  /** Takes the words out of the body where they now stand in the front matter; absent where they stay there as well. */
  edit?: Edit;
}

/** The head of an article: its lines by field, and where its body begins. */
export interface Head {
  lines: HeadLine[];
  /** Offset of the first line that is not of the head. */
  end: number;
}

const MOST_LINES_ABOVE = 16;
const MOST_LINES_BELOW = 8;
const WHOLE_DAY = new RegExp(`^[（(]?${DAY_WORDS}[）)]?$`, 'u');
const MONTH_ONLY = new RegExp(`^[（(]?${MONTH_WORDS}[）)]?$`, 'u');
const DAY_AT_END = new RegExp(`[\\s（(]*(?<day>${DAY_WORDS})[）)]?$`, 'u');
const DAY_AT_START = new RegExp(`^(?:——|—|[（(])?\\s*(?<day>${DAY_WORDS})`, 'u');
const DRAFT_MARK = /^[（(](?:[^（）()。]{0,14}稿|草案|试行|暂行|修订|节选|摘要|摘编)[）)]$/u;
/** The line above a headline that says who says it. */
const OVERLINE = /^[^。]{4,40}(?:(?:强调|指出|要求|表示|时说|提出)[：:]|时(?:强调|指出|要求|表示|提出))$/u;
/** 《……》已经……通过，现予公布 */
const DECREED = /^[^《》。]{0,16}《[^》]+》.*(?:公布|发布|颁布|施行)/u;
const LONGEST_NOTE = 60;
const LONGEST_BARE_KIND = 5;
/** So many lines that are days make a chronicle. */
const DAYS_OF_A_CHRONICLE = 4;

/**
 * Tells the lines of an article's head apart: the letterhead above the title (GB/T 9704, 7.2), document number, title, secondary title, writers,
 * day, speaker. A source without a title line has no head but its letterhead. Lines that fit no field stay in the body.
 */
export function readHead(text: string): Head {
  const lines = linesOf(text).filter((line) => line.text.trim() !== '');
  const limit = lines.findIndex((line) => isBodyText(wordsOf(line)));
  const own = lines.slice(0, limit < 0 ? lines.length : limit);
  const at = titleAt(own, lines.length);
  if (at < 0) return { lines: [], end: 0 };
  const isChronicle =
    lines.filter((line) => WHOLE_DAY.test(wordsOf(line))).length >= DAYS_OF_A_CHRONICLE ||
    /大事记|年表|日志|日记/u.test(wordsOf(own[at] as Line));
  const found = own.slice(0, at).flatMap((line) => aboveTitle(text, line));
  const decreed = decreedTitle(wordsOf(own[at] as Line), lines);
  found.push(...(decreed ?? [titleOf(text, own[at] as Line)]));
  const below = own.slice(at + 1, at + 1 + MOST_LINES_BELOW);
  let end = at + 1;
  for (const [index, line] of below.entries()) {
    const read = belowTitle(text, line, lines[at + 2 + index], found);
    if (read === undefined || (isChronicle && read.some(({ field }) => field === 'dateLine'))) break;
    found.push(...read);
    end += 1;
  }
  return { lines: found, end: lines[end]?.at ?? text.length };
}

/** The words of a line; marks between its cells are as good as spaces. */
function wordsOf(line: Line): string {
  return plainOf(line)
    .trim()
    .replace(/^#{1,6}\s+/, '');
}

/** A line with a space for every mark, so that its words keep their places. */
function plainOf({ text }: Line): string {
  return Array.from(text, (character) => (isMark(character) ? ' ' : character)).join('');
}

/** Whether a line is a row of a table with several cells that hold words: no title is. */
function isRow({ text }: Line): boolean {
  return isTableRow(text) && cellsOf(text).filter((cell) => cell.trim() !== '').length > 1;
}

function isBodyText(words: string): boolean {
  if (isListenersCall(words)) return true;
  if (isAboutThePaper(words) || OVERLINE.test(words)) return false;
  return isRunningText(words) && !WHOLE_DAY.test(words) && titleOfAttachment(words) === undefined;
}

/** The first line that is a title and not of the letterhead; without one a masthead, which then is the title; -1 where neither is. */
function titleAt(lines: readonly Line[], all: number): number {
  const candidates = lines.slice(0, MOST_LINES_ABOVE).map((line, index) => ({ words: wordsOf(line), index }));
  const mastheads: number[] = [];
  for (const { words, index } of candidates) {
    if (index + 1 >= all) break;
    if (isMasthead(words) && letterheadOf(words).length === 0) {
      if (candidates.slice(index + 1).some((later) => isTitleBelowMasthead(later.words, words))) {
        mastheads.push(index);
        continue;
      }
      return index;
    }
    const later = candidates.slice(index + 1).map((candidate) => candidate.words);
    if (isTitle(words) && !isRow(lines[index] as Line) && !isOvertitle(words, later)) return index;
  }
  return mastheads[0] ?? -1;
}

/** A bare 调查报告 above a title that says on what; a speaker above the title of the speech; a series above a number and the paper's own title. */
function isOvertitle(words: string, later: readonly string[]): boolean {
  if (personIn(words)?.role !== undefined) return later.some((line) => isTitle(line) && endsAsPaper(line));
  if (OVERLINE.test(words)) return later.some(isTitle);
  const number = later.findIndex((line) => numberIn(line) !== undefined);
  const isSeries = number >= 0 && !/关于|印发|转发/u.test(words);
  if (isSeries && later.slice(number + 1).some((line) => isTitle(line) && endsAsPaper(line))) return true;
  return (
    words.length <= LONGEST_BARE_KIND &&
    endsAsPaper(words) &&
    later.some((line) => isTitle(line) && /^关于.{4}/u.test(line))
  );
}

/** Below the masthead of a bulletin any title may stand; below 公告 and the like one that says what it is about. */
function isTitleBelowMasthead(words: string, masthead: string): boolean {
  if (!isTitle(words)) return false;
  return /(?:简报|快报|专报|信息|动态|内参)$/u.test(masthead) || /关于/u.test(words);
}

function isTitle(words: string): boolean {
  if (titleOfAttachment(words) !== undefined) return true;
  return (
    isTitleLike(words) &&
    numberingOf(words) === undefined &&
    numberIn(words) === undefined &&
    letterheadOf(words).length === 0 &&
    !isAboutThePaper(words) &&
    !isLabelled(words) &&
    !isDashedSubtitle(words) &&
    !WHOLE_DAY.test(words) &&
    !isMarkedByline(words) &&
    issueDay(words) === undefined
  );
}

function aboveTitle(text: string, line: Line): HeadLine[] {
  const words = wordsOf(line);
  const number = documentNumber(text, line);
  if (number) {
    const offices = officesIn(numberIn(plainOf(line))?.rest ?? '').map((name): HeadLine => ({
      field: 'letterhead',
      text: name,
    }));
    return [number, ...offices];
  }
  const offices = letterheadOf(words);
  if (offices.length > 0) return offices.map((name) => ({ field: 'letterhead', text: name }));
  if (isMasthead(words)) return [{ field: 'masthead', text: words }];
  if (personIn(words)?.role !== undefined)
    return [{ field: 'speakerLine', text: words, edit: removeLine(text, line) }];
  if (WHOLE_DAY.test(words)) return [{ field: 'dayAbove', text: words }];
  if (isMarkedByline(words))
    return [{ field: 'byline', text: bylineOf(words), edit: removeLine(text, line) }];
  const issue = issueDay(words);
  return issue
    ? [
        { field: 'issueDay', text: issue.day },
        { field: 'officeLine', text: issue.office },
      ]
    : [];
}

/** 市政府办公室　2024年6月3日, below the name of a bulletin or of minutes. */
function issueDay(words: string): { office: string; day: string } | undefined {
  const day = DAY_AT_END.exec(words);
  if (!day?.groups?.day || day.index === 0) return undefined;
  const office = words
    .slice(0, day.index)
    .replace(/(?:编印|编发|编|主办|印发|整理)$/u, '')
    .trim();
  return officesIn(office).length > 0 ? { office, day: day.groups.day } : undefined;
}

function documentNumber(text: string, line: Line): HeadLine | undefined {
  const number = numberIn(plainOf(line));
  if (number === undefined) return undefined;
  return { field: 'documentNumber', text: number.value, edit: pieceOf(text, line, number.at, number.length) };
}

function titleOf(text: string, line: Line): HeadLine {
  const inLine = titleOfAttachment(wordsOf(line));
  if (inLine === undefined) return { field: 'title', text: wordsOf(line), edit: removeLine(text, line) };
  return {
    field: 'title',
    text: inLine,
    edit: pieceOf(text, line, line.text.lastIndexOf(inLine), inLine.length),
  };
}

/** A decree (令) that makes 《…》 known, which then follows: what it makes known is what the paper is called. */
function decreedTitle(words: string, lines: readonly Line[]): HeadLine[] | undefined {
  const offices = /令$/u.test(words) ? officesIn(words.replace(/令$/u, '')) : [];
  if (offices.length === 0) return undefined;
  const all = lines.map(wordsOf);
  const said = all.findIndex((line) => DECREED.test(line));
  const named = /《(?<title>[^》]+)》/u.exec(all[said] ?? '')?.groups?.title;
  const after = all
    .slice(said + 1)
    .join('')
    .replace(/\s+/gu, '');
  if (named === undefined || !after.includes(named.replace(/\s+/gu, ''))) return undefined;
  return [
    { field: 'title', text: named },
    { field: 'masthead', text: words },
    ...offices.map((name): HeadLine => ({ field: 'letterhead', text: name })),
  ];
}

/** An edit that takes a piece of a line away with the spaces round it; the whole line where nothing else stands in it. */
function pieceOf(text: string, line: Line, at: number, length: number): Edit {
  const [before, after] = [line.text.slice(0, at), line.text.slice(at + length)];
  const rest = `${before}${after}`.replace(/[（()）\s]/gu, '');
  if (rest === '') return removeLine(text, line);
  const from = before.trim() === '' ? 0 : before.trimEnd().length;
  const gap = before.trim() === '' ? after.length - after.trimStart().length : 0;
  return { at: line.at + from, removed: line.text.slice(from, at + length + gap), inserted: '' };
}

/** What a line under the title says; nothing for one that says something else of the paper, `undefined` where the body begins. */
function belowTitle(
  text: string,
  line: Line,
  next: Line | undefined,
  found: readonly HeadLine[],
): HeadLine[] | undefined {
  const words = wordsOf(line);
  const has = (field: HeadField) => found.some((other) => other.field === field);
  const edit = removeLine(text, line);
  if (isLabelled(words)) return undefined;
  const number = documentNumber(text, line);
  if (number) return has('documentNumber') ? undefined : [number];
  if (isRow(line)) return undefined;
  if (WHOLE_DAY.test(words))
    return has('dateLine') || dayOf(words) === undefined
      ? undefined
      : [{ field: 'dateLine', text: words, edit }];
  if (isByline(words)) return has('byline') ? undefined : [{ field: 'byline', text: bylineOf(words), edit }];
  if (isDashedSubtitle(words) || DRAFT_MARK.test(words)) {
    const told = subtitleOf(words);
    const person = personIn(told);
    if (person?.role !== undefined && person.name !== undefined && /\s/u.test(told) && !has('speakerLine'))
      return [{ field: 'speakerLine', text: told, edit }];
    if (has('subtitle')) return undefined;
    return [{ field: 'subtitle', text: told, edit }, ...dayIn(DAY_AT_START, words)];
  }
  const described = [...speaker(words, edit), ...dayIn(DAY_AT_END, words), ...notedDay(words)];
  if (described.length > 0) return described.some(({ field }) => has(field)) ? undefined : described;
  const offices = officesIn(words.replace(/^[（(]|[）)]$/gu, ''));
  if (offices.length > 0) return offices.map((name) => ({ field: 'officeLine', text: name }));
  if (MONTH_ONLY.test(words)) return [{ field: 'monthLine', text: words.replace(/[（()）]/gu, '') }];
  if (isAboutThePaper(words)) return [];
  const isPlainSubtitle = isTitle(words) && next !== undefined && isSigning(wordsOf(next));
  return isPlainSubtitle && !has('subtitle') && !has('byline')
    ? [{ field: 'subtitle', text: words, edit, isPlain: true }]
    : undefined;
}

/** 局长 张小三, perhaps with the day behind it; the line leaves the body only where it says no more than that. */
function speaker(words: string, edit: Edit): HeadLine[] {
  const day = DAY_AT_END.exec(words);
  const described = day ? words.slice(0, day.index) : words;
  const bare = described.replace(DAY_AT_START, '').replace(/^[（()）\s]+|[（()）\s]+$/gu, '');
  if (bare === '' || bare.length < 2) return [];
  const person = personIn(bare);
  if (person) return [{ field: 'speakerLine', text: bare, ...(bare === words ? { edit } : {}) }];
  const offices = day ? officesIn(bare) : [];
  return offices.map((name) => ({ field: 'officeLine', text: name }));
}

/** The day of a line such as （清源县农业农村局　2021年8月16日）, which stays in the body for its other words. */
function dayIn(pattern: RegExp, words: string): HeadLine[] {
  const match = pattern.exec(words);
  const day = match?.groups?.day;
  if (!day || dayOf(day) === undefined || words.length > LONGEST_NOTE) return [];
  if (
    pattern === DAY_AT_END &&
    match.index > 0 &&
    isTitle(words) &&
    personIn(words.slice(0, match.index)) === undefined &&
    officesIn(words.slice(0, match.index).replace(/^[（(]/u, '')).length === 0
  )
    return [];
  return [{ field: 'dateLine', text: day }];
}

/** （2020年8月14日，根据录音整理）, （2022年3月25日上午） */
function notedDay(words: string): HeadLine[] {
  if (!/^[（(].*[）)]$/u.test(words) || DAY_AT_END.test(words) || words.length > LONGEST_NOTE) return [];
  if (/施行|实施|生效|通过|批准|公布|修订|修正/u.test(words)) return [];
  return dayIn(DAY_AT_START, words);
}

/** Whether a line names writers, a speaker or the body for which somebody speaks. */
function isSigning(words: string): boolean {
  return isByline(words) || personIn(words) !== undefined || officesIn(words).length > 0;
}

function isByline(words: string): boolean {
  return isNamesOnly(words) || isMarkedByline(words);
}

function bylineOf(words: string): string {
  return words.replace(/^[◎●■▲□○\s（(]+|[）)\s]+$/gu, '').replace(/\s+/g, ' ');
}

function subtitleOf(words: string): string {
  return words.replace(/^(?:—+|─+|-+|－+)\s*/u, '').replace(/^[（(](?<mark>[^（）()]*)[）)]$/u, '$<mark>');
}
