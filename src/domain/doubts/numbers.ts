const DIGITS = '零一二三四五六七八九';

/** A count as Chinese texts write it: 4, 四, 两, 十二, 二十八, up to 99; `undefined` for anything else. */
export function countOf(written: string): number | undefined {
  if (/^\d{1,4}$/.test(written)) return Number(written);
  if (written === '两') return 2;
  const match = /^(?:([一二三四五六七八九])?十([一二三四五六七八九])?|([一二三四五六七八九]))$/u.exec(
    written,
  );
  if (!match) return undefined;
  const [, tens, ones, single] = match;
  if (single) return DIGITS.indexOf(single);
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

/** A count in words or figures, as a part of a regular expression. */
export const COUNT = '(?:\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九])';
