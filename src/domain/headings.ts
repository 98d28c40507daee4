/**
 * Levels of numbered headings in official papers, from the page's title (1) downwards:
 * 一、 and 第一章 are 2, （一） and 第一节 are 3, 1. is 4, （1） is 5 (GB/T 9704-2012, 7.3.3).
 */
const MARKERS: readonly [pattern: RegExp, level: number, name: string][] = [
  [/^[一二三四五六七八九十百]+、/u, 2, '一、'],
  [/^第[一二三四五六七八九十百零〇0-9]+[章编][\s\u3000]/u, 2, '第一章'],
  [/^第[一二三四五六七八九十百零〇0-9]+部分[\s\u3000:：]/u, 2, '第一部分'],
  [/^第[一二三四五六七八九十百零〇0-9]+阶段[\s\u3000:：]/u, 3, '第一阶段'],
  [/^[(（][一二三四五六七八九十百]+[)）]/u, 3, '（一）'],
  [/^第[一二三四五六七八九十百零〇0-9]+节[\s\u3000]/u, 3, '第一节'],
  [/^\d{1,2}[.．、](?!\d)/u, 4, '1.'],
  [/^[(（]\d{1,2}[)）]/u, 5, '（1）'],
];

const LONGEST_HEADING = 42;

/** The kind of number a paragraph begins with, such as `一、`, or `undefined`. */
export function numberingOf(text: string): string | undefined {
  return MARKERS.find(([pattern]) => pattern.test(text))?.[2];
}

/**
 * The heading level of a plain paragraph, or `undefined` when it is running text. It is a heading when it begins with a number of
 * the official sequence, is short, is one clause or sentence, and is not followed by a paragraph of the same numbering
 * (which would make both items of a list). The first two levels may end with a full stop, as speeches write them.
 */
export function headingLevel(text: string, next: string | undefined): number | undefined {
  const marker = MARKERS.find(([pattern]) => pattern.test(text));
  if (!marker || next === undefined) return undefined;
  const [pattern, level, name] = marker;
  const words = text.replace(pattern, '');
  if (words.trim() === '' || text.length > LONGEST_HEADING) return undefined;
  if (/[。！？；;!?]./u.test(words) || /[；;，,：:]$/u.test(words)) return undefined;
  if (/[。！？!?]$/u.test(words) && level > 3) return undefined;
  if (numberingOf(next) === name) return undefined;
  return level;
}
