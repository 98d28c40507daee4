import type { LibraryKind } from '../schemas/collections.ts';
import type { Day } from '../domain/day.ts';
import { findDoubts } from '../domain/doubts/all-doubts.ts';
import type { TextDoubt } from '../domain/doubts/doubt.ts';
import { findRareCharacters } from '../domain/doubts/rare-characters.ts';
import { applyEdits, linesOf, shiftOffset, type Edit } from './edits.ts';
import type { Look } from './readers/reading.ts';
import { CELL, withoutMarks } from './marks.ts';
import { readAuthor, readByline } from './metadata/byline.ts';
import { readCredit, type Credit } from './metadata/credit.ts';
import { dayOf } from './metadata/days.ts';
import { readEventDay } from './metadata/event-day.ts';
import type { Finding } from './metadata/finding.ts';
import type { Genre } from './metadata/genre.ts';
import { readHead, type Head, type HeadField } from './metadata/head.ts';
import { readIssuer } from './metadata/issuer.ts';
import { readGenre, readKind } from './metadata/kind.ts';
import { readNewspaper } from './metadata/newspaper.ts';
import { readPageDay } from './metadata/page-day.ts';
import { readPrinting, readSignature } from './metadata/signature.ts';
import { readSiteName, readSiteUrl } from './metadata/site.ts';
import { readOccasion, readSpeaker, type Speaker } from './metadata/speaker.ts';
import { readTitle } from './metadata/title.ts';
import { readTopics } from './metadata/topics.ts';
import { readUnits, type UnitNames } from './metadata/units.ts';

/** Words of a source that became a field instead of body text. */
export interface Taken extends Edit {
  field: string;
}

/** Everything that was read from an article; what is absent the source does not say. */
export interface Metadata {
  kind: Finding<LibraryKind>;
  /** The kind of paper (文种). */
  genre: Finding<Genre>;
  title: Finding;
  subtitle?: Finding;
  date: Finding;
  speaker?: Finding<Speaker>;
  occasion?: Finding;
  byline?: Finding;
  newspaper?: Finding;
  issuer?: Finding;
  documentNumber?: Finding;
  units?: Finding<string[]>;
  topics?: Finding<string[]>;
  sourceName?: Finding;
  sourceUrl?: Finding;
  publishedOn?: Finding<Day>;
  retrievedOn?: Finding;
}

/** One article of a source: what it is, and the lines of its body. */
export interface Article {
  metadata: Metadata;
  /** What left the body for the front matter, in order. */
  taken: Taken[];
  /** The slice without what was taken. */
  bodyText: string;
  /** The body's lines, blank ones left out. */
  lines: string[];
  /** How lines looked in their file, by their index: see Look. */
  levels: ReadonlyMap<number, number>;
  /** Those of paragraph 0 are about the title. */
  doubts: TextDoubt[];
}

/** What an article is read with besides its own slice. */
export interface ArticleContext {
  slice: string;
  looks: readonly Look[];
  /** What the file says about itself. */
  facts: ReadonlyMap<string, string>;
  /** All of the cleaned source. */
  sourceText: string;
  /** Lines that were taken away as web furniture. */
  furniture: readonly string[];
  /** The file's name without folder and extension. */
  fileName: string;
  units: readonly UnitNames[];
  /** The library's own topics. */
  topics: readonly string[];
  /** The kind asked for, if any. */
  kind: LibraryKind | undefined;
}

/** In its first lines a speaker may say who speaks. */
const LINES_OF_AN_OPENING = 3;

/** Head lines that a kind has no field for stay in its body, or their words would be lost. */
const FIELDS_OF_OTHER_KINDS: Record<LibraryKind, readonly string[]> = {
  texts: ['speakerLine', 'credit'],
  speeches: ['byline', 'documentNumber', 'credit'],
  articles: ['speakerLine', 'documentNumber'],
};

/** Reads one article: takes its head and credit out of the body, and works out every field. */
export function readArticle(context: ArticleContext): Article {
  const { slice } = context;
  const head = readHead(slice);
  const credit = readCredit(slice);
  const candidates: Taken[] = head.lines.flatMap(({ field, edit }) => (edit ? [{ ...edit, field }] : []));
  if (credit) candidates.push({ ...credit.edit, field: 'credit' });
  const metadata = readMetadata(context, head, credit, linesOfText(applyEdits(slice, candidates)).map(plain));
  const taken = candidates.filter(({ field }) => !FIELDS_OF_OTHER_KINDS[metadata.kind.value].includes(field));
  const bodyText = applyEdits(slice, taken);
  const lines = linesOfText(bodyText);
  const levels = levelsOf(bodyText, context.looks, taken);
  return {
    metadata,
    taken,
    bodyText,
    lines,
    levels,
    doubts: [...inTitle(findRareCharacters([metadata.title.value])), ...findDoubts(lines.map(plain))],
  };
}

/** Doubts about the title, which is no paragraph. */
function inTitle(doubts: readonly TextDoubt[]): TextDoubt[] {
  return doubts.map((doubt) => ({ ...doubt, paragraph: 0 }));
}

/** The looks of a slice's lines, by the index of the body's lines. */
function levelsOf(bodyText: string, looks: readonly Look[], taken: readonly Edit[]): Map<number, number> {
  const starts = linesOf(bodyText).filter((line) => line.text.trim() !== '');
  const levels = new Map<number, number>();
  for (const { at, level } of looks) {
    const shifted = shiftOffset(at, taken);
    const index = starts.findLastIndex((line) => shifted !== undefined && line.at <= shifted);
    const line = starts[index];
    if (line && shifted !== undefined && shifted < line.at + line.text.length) levels.set(index, level);
  }
  return levels;
}

function linesOfText(text: string): string[] {
  return text.split('\n').filter((line) => line.trim() !== '');
}

function readMetadata(
  { slice, sourceText, furniture, fileName, units, topics, kind: asked, facts }: ArticleContext,
  head: Head,
  credit: Credit | undefined,
  lines: string[],
): Metadata {
  const told = (field: HeadField) =>
    head.lines.filter((line) => line.field === field).map(({ text }) => plain(text));
  const headLine = (field: HeadField) => told(field)[0];
  const body = linesOfText(slice.slice(head.end, credit?.edit.at)).map(plain);
  const firstParagraph = body[0] ?? '';
  const title = readTitle({
    titleLine: headLine('title'),
    stated: facts.get('标题'),
    hasHead: head.lines.length > 1 && !head.lines.some(({ isPlain }) => isPlain),
    firstParagraph,
    fileName,
  });
  const subtitle = headLine('subtitle');
  const line = readByline(headLine('byline'), credit);
  const newspaper = readNewspaper(credit, line?.value);
  const clues = {
    title: title.value,
    subtitle,
    byline: line?.value,
    newspaper: newspaper?.value,
    masthead: headLine('masthead'),
    firstParagraph,
    fileName,
  };
  const genre = readGenre(clues);
  const kind = asked
    ? { value: asked, evidence: '按指定的类别', confidence: '高' as const }
    : readKind(clues);
  const signature = readSignature(body);
  const retrievedOn = readPageDay(furniture);
  const publishedOn = readPublishedOn(credit, facts);
  const date = readEventDay({
    kind: kind.value,
    genre: genre.value,
    title: title.value,
    dateLine: headLine('dateLine'),
    monthLine: headLine('monthLine'),
    dayAbove: headLine('dayAbove'),
    isDecree: /令$/u.test(headLine('masthead') ?? ''),
    issueDay: headLine('issueDay'),
    signature,
    printing: readPrinting(body),
    paragraphs: body,
    sourceText,
    pageDay: retrievedOn?.value,
    publishedOn: publishedOn?.value,
    statedDay: facts.get('成文日期'),
    fileName,
  });
  const isSpeech = kind.value === 'speeches';
  const isText = kind.value === 'texts';
  const speakerLine = headLine('speakerLine');
  const clue = {
    title: title.value,
    subtitle,
    speakerLine,
    nameLine: headLine('byline'),
    officeLine: headLine('officeLine'),
    opening: body.slice(0, LINES_OF_AN_OPENING),
  };
  return {
    kind,
    genre,
    title,
    subtitle: fromHead(subtitle),
    date,
    speaker: isSpeech ? readSpeaker(clue) : undefined,
    occasion: isSpeech ? readOccasion(title.value, subtitle) : undefined,
    byline: line ?? (isText ? readAuthor(genre.value, speakerLine, signature) : undefined),
    newspaper,
    issuer: isText
      ? readIssuer({
          facts,
          title: title.value,
          letterhead: told('letterhead'),
          underTitle: told('officeLine'),
          signature,
        })
      : undefined,
    documentNumber: fromHead(headLine('documentNumber')) ?? fromFacts(facts, '文号'),
    topics: readTopics(topics, title.value, lines),
    units: readUnits(units, [title.value, subtitle], lines),
    sourceName: fromFacts(facts, '来源') ?? readSiteName(furniture) ?? fromFacts(facts, '网站'),
    sourceUrl: readSiteUrl(furniture) ?? readPageUrl(facts),
    publishedOn,
    retrievedOn,
  };
}

/** A line as its words, without the marks of tables and notes. */
function plain(line: string): string {
  return withoutMarks(line.replaceAll(CELL, ' ')).trim();
}

function readPublishedOn(
  credit: Credit | undefined,
  facts: ReadonlyMap<string, string>,
): Finding<Day> | undefined {
  const stated = facts.get('发布日期');
  const day = stated === undefined ? undefined : dayOf(stated);
  if (credit?.publishedOn === undefined)
    return day === undefined
      ? undefined
      : {
          value: day,
          evidence: `网页标注“发布日期：${stated}”`,
          confidence: '高',
        };
  return {
    value: credit.publishedOn,
    evidence: `文末“${credit.words}”`,
    confidence: '高',
  };
}

function fromFacts(facts: ReadonlyMap<string, string>, name: string): Finding | undefined {
  const value = facts.get(name);
  return value === undefined
    ? undefined
    : { value, evidence: `文件标注“${name}：${value}”`, confidence: '高' };
}

function readPageUrl(facts: ReadonlyMap<string, string>): Finding | undefined {
  const found = fromFacts(facts, '网址');
  return found && /^https?:/.test(found.value) && URL.canParse(found.value) ? found : undefined;
}

function fromHead(line: string | undefined): Finding | undefined {
  return line === undefined ? undefined : { value: line, evidence: `开头“${line}”`, confidence: '高' };
}
