import { dayNumber, type Day } from '../../domain/day.ts';
import type { LibraryKind } from '../../schemas/collections.ts';
import { dayFrom, dayOf } from './days.ts';
import type { Finding } from './finding.ts';

/** What the day of the event or of the document is worked out from. */
export interface DayClues {
  kind: LibraryKind;
  title: string;
  dateLine: string | undefined;
  paragraphs: readonly string[];
  /** The whole source, whose other articles may name the year. */
  sourceText: string;
  pageDay: Day | undefined;
  publishedOn: Day | undefined;
  /** What the page says is the day of the paper (成文日期). */
  statedDay: string | undefined;
  fileName: string;
}

/** The day, or `unknown` with what was found instead of it. */
export type EventDay = Finding<Day | 'unknown'>;

const LONGEST_SIGNATURE = 30;
const LINES_OF_ENACTMENT = 8;
const LONGEST_EXCERPT = 60;
const DAYS = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/gu;
const ENACTED =
  /^[（(]?(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^。；]*(?:通过|批准|公布|发布|修订|修正)[^。；]{0,12}[）)]?$/u;
/** A page put up within this many days after a month and day speaks of that day of its own year. */
const DAYS_OF_NEWS = 45;
const NEWS =
  /(?<![\d年至到—-])(?<month>\d{1,2})月(?<day>\d{1,2})日(?<part>上午|下午|晚)?(?=[，,]|(?<=午|晚))/u;
const WHOLE_DAY_OF_NEWS = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?=上午|下午|晚|[，,])/u;

/**
 * The day on which the thing happened or the document was made, never the day of a web page. Tried in order: a date line under
 * the title; in texts the 题注 of a law; a signature's date at the end; the page's own 成文日期; in reports the first day told as news, its year from elsewhere if need be; a
 * newspaper's day; a day in the file name. A year alone is no day.
 */
export function readEventDay(clues: DayClues): EventDay {
  return (
    fromDateLine(clues) ??
    fromEnactment(clues) ??
    fromSignature(clues) ??
    fromStatement(clues) ??
    fromNews(clues) ??
    fromPublication(clues) ??
    fromFileName(clues) ??
    unknownDay(clues)
  );
}

function fromDateLine({ dateLine }: DayClues): EventDay | undefined {
  const day = dateLine === undefined ? undefined : dayOf(dateLine);
  return day === undefined ? undefined : { value: day, evidence: `标题下“${dateLine}”`, confidence: '高' };
}

/** Laws and rules say under their title who passed, approved or revised them and when; the last of these days is that of the text. */
function fromEnactment({ kind, paragraphs }: DayClues): EventDay | undefined {
  if (kind !== 'texts') return undefined;
  const line = paragraphs.slice(0, LINES_OF_ENACTMENT).findLast((words) => ENACTED.test(words.trim()));
  const last = line?.match(DAYS)?.at(-1);
  const day = last === undefined ? undefined : dayOf(last);
  return day === undefined || line === undefined
    ? undefined
    : { value: day, evidence: `题注“${excerpt(line.trim())}”`, confidence: '中' };
}

function excerpt(line: string): string {
  return line.length > LONGEST_EXCERPT ? `${line.slice(0, LONGEST_EXCERPT)}…` : line;
}

function fromSignature({ paragraphs }: DayClues): EventDay | undefined {
  for (const line of paragraphs.slice(-3).reverse()) {
    const day =
      line.length <= LONGEST_SIGNATURE && !/[。；，,至—]|施行|生效/u.test(line) ? dayOf(line) : undefined;
    if (day !== undefined) return { value: day, evidence: `文末落款“${line}”`, confidence: '高' };
  }
  return undefined;
}

function fromStatement({ statedDay }: DayClues): EventDay | undefined {
  const day = statedDay === undefined ? undefined : dayOf(statedDay);
  return day === undefined
    ? undefined
    : {
        value: day,
        evidence: `网页标注“成文日期：${statedDay}”`,
        confidence: '高',
      };
}

function fromNews(clues: DayClues): EventDay | undefined {
  if (clues.kind !== 'articles') return undefined;
  for (const paragraph of clues.paragraphs) {
    const whole = WHOLE_DAY_OF_NEWS.exec(paragraph)?.[0];
    const day = whole === undefined ? undefined : dayOf(whole);
    if (day !== undefined) return { value: day, evidence: `正文“${whole}”`, confidence: '高' };
    const news = NEWS.exec(paragraph);
    if (news?.groups) return withYear(clues, Number(news.groups.month), Number(news.groups.day), news[0]);
  }
  return undefined;
}

function withYear(clues: DayClues, month: number, day: number, words: string): EventDay | undefined {
  const years = yearsIn(clues.sourceText);
  const reference = clues.publishedOn ?? clues.pageDay;
  const near = reference === undefined ? undefined : lastBefore(reference, month, day);
  if (near !== undefined && (years.length === 0 || years.includes(near.slice(0, 4)))) {
    const from = clues.publishedOn === undefined ? '网页日期' : '见报日期';
    return {
      value: near,
      evidence: `正文“${words}”，年份据${from} ${reference}`,
      confidence: '高',
    };
  }
  const [year] = years;
  const found = year === undefined || years.length > 1 ? undefined : dayFrom(Number(year), month, day);
  if (found === undefined) return undefined;
  const isOwn = clues.paragraphs.some((paragraph) => paragraph.includes(`${year}年`));
  const where = isOwn ? '正文' : '同一文件的其他文字';
  return {
    value: found,
    evidence: `正文“${words}”，年份据${where}“${year}年”`,
    confidence: isOwn ? '高' : '中',
  };
}

/** The last such month and day on or shortly before a day. */
function lastBefore(reference: Day, month: number, day: number): Day | undefined {
  const year = Number(reference.slice(0, 4));
  return [year, year - 1]
    .map((candidate) => dayFrom(candidate, month, day))
    .filter((found) => found !== undefined)
    .find((found) => {
      const distance = dayNumber(reference) - dayNumber(found);
      return distance >= 0 && distance <= DAYS_OF_NEWS;
    });
}

function fromPublication({ kind, publishedOn }: DayClues): EventDay | undefined {
  if (kind !== 'articles' || publishedOn === undefined) return undefined;
  return {
    value: publishedOn,
    evidence: '正文没有写明哪一天，取见报日期',
    confidence: '中',
  };
}

function fromFileName({ fileName }: DayClues): EventDay | undefined {
  const words = /(?<!\d)(?:19|20)\d{2}[-.年]\d{1,2}[-.月]\d{1,2}(?!\d)/u.exec(fileName)?.[0];
  const day = words === undefined ? undefined : dayOf(words);
  return day === undefined ? undefined : { value: day, evidence: `文件名中的“${words}”`, confidence: '低' };
}

function unknownDay({ paragraphs, title, pageDay }: DayClues): EventDay {
  const years = yearsIn([title, ...paragraphs].join('\n'));
  const named = years.map((year) => `${year}年`).join('、');
  const told = years.length === 0 ? '原文没有写明年份' : `原文写到${named}，没有写明哪一天`;
  const page = pageDay === undefined ? '' : `；网页日期 ${pageDay} ${distance(years, pageDay)}不是成文日期`;
  const shown = years.length === 1 ? `${named}，哪一天未注明` : undefined;
  return { value: 'unknown', evidence: told + page, confidence: '低', ...(shown && { shown }) };
}

function distance(years: string[], pageDay: Day): string {
  const latest = [...years].sort().at(-1);
  const gap = latest === undefined ? 0 : Number(pageDay.slice(0, 4)) - Number(latest);
  return gap > 1 ? `与此相差 ${gap} 年，` : '';
}

/** The years that a text names, most often named first; decades and yearly ranges aside. */
export function yearsIn(text: string): string[] {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/(?<![\d-])(?<year>(?:19|20)\d{2})年(?!代)/gu)) {
    const year = match.groups?.year ?? '';
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([year]) => year);
}
