import { isDay, weekdayName, type Day } from '../day.ts';
import { cut, inEach, type DoubtFinder, type ParagraphDoubt } from './doubt.ts';

const DATE = /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/gu;
const WEEKDAY = /^[（(，,]?(?:星期|周)([一二三四五六日天])/u;
const RANGE =
  /(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日(?:至|到|—|－|-|~|～)(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日/gu;
/** A leap year, in which every day that there is exists. */
const LEAP_YEAR = '2024';

/** Days that do not exist, days that fall on another weekday than the text says, and periods that end before they begin. */
export const findImpossibleDates = inEach((text) =>
  /\d月\d/.test(text)
    ? [
        ...[...text.matchAll(DATE)].flatMap((match) => dateDoubts(match, text)),
        ...[...text.matchAll(RANGE)].flatMap((match) => rangeDoubts(match, text)),
      ]
    : [],
);

const REMEDY = '对照原件核实；原件有误的写进 corrections';

function dateDoubts(match: RegExpExecArray, text: string): ParagraphDoubt[] {
  const [written, year, month = '', date = ''] = match;
  const day = dayFrom(year ?? LEAP_YEAR, month, date);
  const place = { kind: '日期' as const, at: match.index, words: written, remedy: REMEDY };
  if (!isDay(day)) return [{ ...place, reason: `没有${written}这一天` }];
  const [said, name = ''] = WEEKDAY.exec(text.slice(match.index + written.length)) ?? [];
  if (year === undefined || said === undefined) return [];
  const right = weekdayName(day);
  if (right.endsWith(name.replace('天', '日'))) return [];
  return [{ ...place, words: written + said, reason: `${written}是${right}，不是周${name}` }];
}

function rangeDoubts(match: RegExpExecArray, text: string): ParagraphDoubt[] {
  const [written, year, month = '', date = '', laterYear, laterMonth = month, laterDate = ''] = match;
  const mayCrossYears = laterYear === undefined && laterMonth !== month;
  if (mayCrossYears || (year === undefined && laterYear !== undefined)) return [];
  const from = dayFrom(year ?? LEAP_YEAR, month, date);
  const until = dayFrom(laterYear ?? year ?? LEAP_YEAR, laterMonth, laterDate);
  if (!isDay(from) || !isDay(until) || from <= until) return [];
  return [
    {
      kind: '日期',
      ...cut(text, match.index, written.length, 0),
      reason: `“${written}”结束早于开始`,
      remedy: REMEDY,
    },
  ];
}

const SIGNED_DAY = /^(?:\d{4})年\d{1,2}月\d{1,2}日$/u;
/** Paragraphs at the end of a text among which the day of signing stands. */
const LAST_PARAGRAPHS = 3;

/** The day under a text, where it is another than the one its entry gives. */
export function findOtherSigningDay(date: Day | null): DoubtFinder {
  return (paragraphs) =>
    paragraphs.flatMap((text, index) => {
      if (date === null || index < paragraphs.length - LAST_PARAGRAPHS) return [];
      const written = text.trim();
      if (!SIGNED_DAY.test(written)) return [];
      const [, year = '', month = '', day = ''] = /(\d{4})年(\d{1,2})月(\d{1,2})日/u.exec(written) ?? [];
      const signed = dayFrom(year, month, day);
      if (signed === date || !isDay(signed)) return [];
      return [
        {
          kind: '日期' as const,
          paragraph: index + 1,
          at: 0,
          words: written,
          reason: `落款是 ${signed}，字段 date 写的是 ${date}`,
          remedy: '核实成文日期，改其中一处；确是两个日期的写进 settled',
        },
      ];
    });
}

function dayFrom(year: string, month: string, date: string): Day {
  return `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
}
