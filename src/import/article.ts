import type { LibraryKind } from '../schemas/collections.ts';
import type { Day } from '../domain/day.ts';
import { findDoubts } from '../domain/doubts/all-doubts.ts';
import type { TextDoubt } from '../domain/doubts/doubt.ts';
import { findRareCharacters } from '../domain/doubts/rare-characters.ts';
import { applyEdits, linesOf, shiftOffset, type Edit } from './edits.ts';
import type { Look } from './readers/reading.ts';
import { withoutMarks } from './marks.ts';
import { readByline } from './metadata/byline.ts';
import { readCredit, type Credit } from './metadata/credit.ts';
import { dayOf } from './metadata/days.ts';
import { readEventDay } from './metadata/event-day.ts';
import type { Finding } from './metadata/finding.ts';
import { readHead, type HeadField, type HeadLine } from './metadata/head.ts';
import { readIssuer } from './metadata/issuer.ts';
import { readKind } from './metadata/kind.ts';
import { readNewspaper } from './metadata/newspaper.ts';
import { readPageDay } from './metadata/page-day.ts';
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
  const candidates: Taken[] = head.map(({ field, edit }) => ({
    ...edit,
    field,
  }));
  if (credit) candidates.push({ ...credit.edit, field: 'credit' });
  const metadata = readMetadata(context, head, credit, linesOfText(applyEdits(slice, candidates)));
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
    doubts: [...inTitle(findRareCharacters([metadata.title.value])), ...findDoubts(lines)],
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
  { sourceText, furniture, fileName, units, topics, kind: asked, facts }: ArticleContext,
  head: readonly HeadLine[],
  credit: Credit | undefined,
  lines: string[],
): Metadata {
  const headLine = (field: HeadField) => {
    const found = head.find((line) => line.field === field)?.text;
    return found === undefined ? undefined : withoutMarks(found);
  };
  const firstParagraph = withoutMarks(lines[0]?.trim() ?? '');
  const title = readTitle(headLine('title'), facts.get('标题'), firstParagraph, fileName);
  const byline = readByline(headLine('byline'), credit);
  const newspaper = readNewspaper(credit, byline?.value);
  const kind = asked
    ? { value: asked, evidence: '按指定的类别', confidence: '高' as const }
    : readKind({
        title: title.value,
        byline: byline?.value,
        newspaper: newspaper?.value,
        firstParagraph,
      });
  const retrievedOn = readPageDay(furniture);
  const publishedOn = readPublishedOn(credit, facts);
  const date = readEventDay({
    kind: kind.value,
    title: title.value,
    dateLine: headLine('dateLine'),
    paragraphs: lines,
    sourceText,
    pageDay: retrievedOn?.value,
    publishedOn: publishedOn?.value,
    statedDay: facts.get('成文日期'),
    fileName,
  });
  const isSpeech = kind.value === 'speeches';
  return {
    kind,
    title,
    subtitle: fromHead(headLine('subtitle')),
    date,
    speaker: isSpeech ? readSpeaker(title.value, headLine('speakerLine')) : undefined,
    occasion: isSpeech ? readOccasion(title.value) : undefined,
    byline,
    newspaper,
    issuer: kind.value === 'texts' ? readIssuer(facts, title.value, lines) : undefined,
    documentNumber: fromHead(headLine('documentNumber')) ?? fromFacts(facts, '文号'),
    topics: readTopics(topics, title.value, lines),
    units: readUnits(units, [title.value, headLine('subtitle')], lines),
    sourceName: fromFacts(facts, '来源') ?? readSiteName(furniture) ?? fromFacts(facts, '网站'),
    sourceUrl: readSiteUrl(furniture) ?? readPageUrl(facts),
    publishedOn,
    retrievedOn,
  };
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
