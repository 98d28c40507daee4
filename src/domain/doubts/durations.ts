import { type DoubtFinder, type TextDoubt } from './doubt.ts';
import { COUNT, countOf } from './numbers.ts';

const LASTS = new RegExp(
  `(?:集中|为期|历时|用|持续)(?:大?约|近)?(${COUNT})个(?:多)?月(?:左右)?(?:的?时间)?`,
  'gu',
);
const BEGINS = /(\d{1,2})月(?:份|\d{1,2}日)?(?:开始|起)(?!草|诉|算)/gu;
const ENDS = /(\d{1,2})月(\d{1,2})日(?:前|之前|以前|止)[^。]{0,24}(?:总结|结束)/gu;

interface Statement {
  paragraph: number;
  at: number;
  words: string;
  value: number;
}

/** How far the length that a text gives may lie from its beginning and end, in months. */
const TOLERANCE = 1;

/** A length in months that does not agree with another, or with the beginning and the end that the same text gives. */
export const findConflictingDurations: DoubtFinder = (paragraphs) => {
  const lasts = statements(paragraphs, LASTS, ([, count = '']) => countOf(count));
  const [first] = lasts;
  if (!first) return [];
  const other = lasts.find(({ value }) => value !== first.value);
  const begins = statements(paragraphs, BEGINS, ([, month]) => Number(month));
  const ends = statements(paragraphs, ENDS, ([, month, day]) => Number(month) + Number(day) / 30);
  const [begin] = begins;
  const end = ends.at(-1);
  const said = (...all: Statement[]) =>
    all.map(({ paragraph, words }) => `第 ${paragraph} 段“${words}”`).join('、');
  if (other) return [doubt(other, `前后期限不同：${said(first, other)}`)];
  if (!begin || !end || end.value <= begin.value) return [];
  const months = end.value - begin.value;
  if (Math.abs(months - first.value) <= TOLERANCE) return [];
  return [doubt(first, `几处说法对不上：${said(begin, first, end)}`)];
};

function doubt({ paragraph, at, words }: Statement, reason: string): TextDoubt {
  return {
    kind: '期限',
    paragraph,
    at,
    words,
    reason,
    remedy: '向主办单位核实；核实以前，在专题活动的 statements 里并列写出',
  };
}

function statements(
  paragraphs: readonly string[],
  pattern: RegExp,
  valueOf: (match: RegExpExecArray) => number | undefined,
): Statement[] {
  return paragraphs.flatMap((text, index) =>
    (text.includes('月') ? [...text.matchAll(pattern)] : []).flatMap((match) => {
      const value = valueOf(match);
      return value === undefined ? [] : [{ paragraph: index + 1, at: match.index, words: match[0], value }];
    }),
  );
}
