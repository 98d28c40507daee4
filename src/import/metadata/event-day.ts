import { dayNumber, type Day } from '../../domain/day.ts';
import type { LibraryKind } from '../../schemas/collections.ts';
import { dayFrom, dayOf } from './days.ts';
import type { Finding } from './finding.ts';
import type { Genre } from './genre.ts';
import type { Signature } from './signature.ts';

/** What the day of the event or of the document is worked out from. */
export interface DayClues {
  kind: LibraryKind;
  genre?: Genre | undefined;
  title: string;
  dateLine: string | undefined;
  /** Whether a decree makes the text known; the day is then that of the decree. */
  isDecree?: boolean;
  /** A day alone above the title. */
  dayAbove?: string | undefined;
  /** A month without a day, under the title. */
  monthLine?: string | undefined;
  /** The day of an issue, above the title. */
  issueDay?: string | undefined;
  signature?: Signature | undefined;
  /** The day of the printing, which stands in for one that is missing. */
  printing?: { day: Day; words: string } | undefined;
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

const LINES_OF_MINUTES = 10;
const PARAGRAPHS_OF_A_LEAD = 2;
const LINES_OF_ENACTMENT = 8;
const LONGEST_EXCERPT = 60;
const DAYS = /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日/gu;
const ENACTED =
  /^[（(]?(?:根据|经|自)?\s*(?:19|20)\d{2}年\d{1,2}月\d{1,2}日[^。；]*(?:通过|批准|公布|发布|修订|修正)[^。；]{0,12}[）)]?$/u;
/** A page put up within this many days after a month and day speaks of that day of its own year. */
const DAYS_OF_NEWS = 45;
const NEWS =
  /(?<![\d年至到—-])(?<month>\d{1,2})月(?<day>\d{1,2})日(?<part>上午|下午|晚|清晨|早晨|凌晨|深夜|傍晚|中午)?(?=[，,]|(?<=午|晚|晨|夜))/u;
const MEETING = /^\p{Script=Han}{0,4}(?:时\s*间|日\s*期)\s*[:：]\s*(?<when>.{6,40})$/u;
const WHOLE_DAY_OF_MEETING = /^(?:19|20)\d{2}年\d{1,2}月\d{1,2}日.{0,60}(?:召开|主持)/u;
const WHOLE_DAY_OF_NEWS =
  /(?:19|20)\d{2}年\d{1,2}月\d{1,2}日(?=上午|下午|晚|清晨|早晨|凌晨|深夜|傍晚|中午|[，,])/u;

/**
 * The day on which the thing happened or the document was made, never the day of a web page. Tried in order: a date line under
 * the title; the day of an issue; of minutes the day of the meeting; in texts the 题注 of a law; the signature's; the page's own 成文日期;
 * in reports the first day told as news, its year from elsewhere if need be; a newspaper's day; a day in the file name; of a paper without
 * a day of its own that of its printing. A year alone is no day.
 */
export function readEventDay(clues: DayClues): EventDay {
  return (
    fromDateLine(clues) ??
    fromIssue(clues) ??
    fromMeeting(clues) ??
    fromEnactment(clues) ??
    fromSignature(clues) ??
    fromStatement(clues) ??
    fromNews(clues) ??
    fromPublication(clues) ??
    fromDayAbove(clues) ??
    fromPrinting(clues) ??
    fromFileName(clues) ??
    unknownDay(clues)
  );
}

function fromDateLine({ kind, genre, dateLine, signature, paragraphs }: DayClues): EventDay | undefined {
  const day = dateLine === undefined ? undefined : dayOf(dateLine);
  if (day === undefined) return undefined;
  const meeting = genre === '纪要' ? meetingIn(paragraphs)?.day : undefined;
  if (meeting !== undefined && meeting !== day)
    return { value: day, evidence: `标题下“${dateLine}”，会议在 ${meeting}，请核对`, confidence: '中' };
  const other = kind === 'texts' && signature?.isSigned ? signature.day : undefined;
  if (other !== undefined && other !== day)
    return { value: day, evidence: `标题下“${dateLine}”，落款是 ${other}，请核对`, confidence: '中' };
  return { value: day, evidence: `标题下“${dateLine}”`, confidence: '高' };
}

function fromIssue({ genre, issueDay, signature, paragraphs }: DayClues): EventDay | undefined {
  const day = issueDay === undefined ? undefined : dayOf(issueDay);
  if (day === undefined || signature?.day !== undefined) return undefined;
  const meeting = genre === '纪要' ? meetingIn(paragraphs) : undefined;
  if (meeting !== undefined && meeting.day !== day)
    return { value: day, evidence: `版头“${issueDay}”，会议在 ${meeting.day}，请核对`, confidence: '中' };
  return { value: day, evidence: `版头“${issueDay}”`, confidence: '高' };
}

/** Minutes, and the order of a meeting, are of its day where they are not signed. */
function fromMeeting({ genre, title, paragraphs, signature }: DayClues): EventDay | undefined {
  if (signature?.day !== undefined) return undefined;
  const isOrder = genre === '方案' && /(?:日程|议程|程序)(?:安排|表)?$/u.test(title);
  if (genre !== '纪要' && !isOrder) return undefined;
  const meeting = meetingIn(paragraphs);
  if (meeting === undefined) return undefined;
  const { day, words, isLabelled } = meeting;
  return {
    value: day,
    evidence: `会议“${excerpt(words)}”`,
    confidence: isLabelled && !isOrder ? '高' : '中',
  };
}

/** The day of a meeting: under a label (时间：…), else in the first paragraphs. */
function meetingIn(
  paragraphs: readonly string[],
): { day: Day; words: string; isLabelled: boolean } | undefined {
  for (const line of paragraphs.slice(0, LINES_OF_MINUTES)) {
    const words = line.trim();
    const told = MEETING.exec(words)?.groups?.when;
    const day = told === undefined ? undefined : dayOf(told);
    if (day !== undefined) return { day, words, isLabelled: true };
  }
  const words = paragraphs
    .slice(0, PARAGRAPHS_OF_A_LEAD)
    .find((line) => WHOLE_DAY_OF_MEETING.test(line.trim()));
  const day = words === undefined ? undefined : dayOf(words);
  return day === undefined || words === undefined
    ? undefined
    : { day, words: words.trim(), isLabelled: false };
}

/** Laws and rules say under their title who passed, approved or revised them and when; the last of these days is that of the text. */
function fromEnactment({ kind, isDecree, paragraphs }: DayClues): EventDay | undefined {
  if (kind !== 'texts' || isDecree) return undefined;
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

function fromSignature({ signature, paragraphs }: DayClues): EventDay | undefined {
  if (signature?.day === undefined) return undefined;
  const { day, words, isSigned, isFirstOfSeveral, isAfterAttachments } = signature;
  const evidence = `文末落款“${excerpt(words)}”`;
  if (isAfterAttachments)
    return isSigned ? { value: day, evidence: `附件中的${evidence}，请核对`, confidence: '低' } : undefined;
  if (isFirstOfSeveral) return { value: day, evidence: `${evidence}，文中还有别的落款`, confidence: '中' };
  const isOutdone = !isSigned && isOutdoneBy(paragraphs, day);
  return { value: day, evidence, confidence: isOutdone ? '中' : '高' };
}

/** A day above the title may be that of a page as well. */
function fromDayAbove({ dayAbove }: DayClues): EventDay | undefined {
  const day = dayAbove === undefined ? undefined : dayOf(dayAbove);
  return day === undefined ? undefined : { value: day, evidence: `标题上方“${dayAbove}”`, confidence: '中' };
}

/** The printing is days after the paper; better than nothing, and said. */
function fromPrinting({ kind, printing }: DayClues): EventDay | undefined {
  if (kind !== 'texts' || printing === undefined) return undefined;
  return {
    value: printing.day,
    evidence: `没有成文日期，取印发日期“${excerpt(printing.words)}”`,
    confidence: '低',
  };
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
  for (const [index, paragraph] of clues.paragraphs.entries()) {
    const whole = WHOLE_DAY_OF_NEWS.exec(paragraph)?.[0];
    const day = whole === undefined ? undefined : dayOf(whole);
    const isLead = index < PARAGRAPHS_OF_A_LEAD;
    if (day !== undefined)
      return {
        value: day,
        evidence: `正文“${whole}”`,
        confidence: isLead && !isOutdoneBy(clues.paragraphs, day) ? '高' : '中',
      };
    const news = NEWS.exec(paragraph);
    if (!news?.groups) continue;
    const found = withYear(clues, Number(news.groups.month), Number(news.groups.day), news[0]);
    return found?.confidence === '高' && !isLead ? { ...found, confidence: '中' } : found;
  }
  return undefined;
}

/** Whether a text tells of a later year, so that a day of it may be history. */
function isOutdoneBy(paragraphs: readonly string[], day: Day): boolean {
  return yearsIn(paragraphs.join('\n')).some((year) => year > day.slice(0, 4));
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
    confidence: isOwn ? '中' : '低',
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

function unknownDay({ paragraphs, title, pageDay, signature, monthLine }: DayClues): EventDay {
  const signed = signature?.day === undefined ? signature?.dayWords : undefined;
  const month = signed ?? monthLine;
  if (month !== undefined)
    return {
      value: 'unknown',
      evidence: `${signed === undefined ? '标题下' : '落款'}只写“${month}”`,
      confidence: '低',
      shown: `${month}，哪一天未注明`,
    };
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
function yearsIn(text: string): string[] {
  const counts = new Map<string, number>();
  for (const match of text.matchAll(/(?<![\d-])(?<year>(?:19|20)\d{2})年(?!代)/gu)) {
    const year = match.groups?.year ?? '';
    counts.set(year, (counts.get(year) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]).map(([year]) => year);
}
