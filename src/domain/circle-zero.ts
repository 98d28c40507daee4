/**
 * The zero of Chinese numbers is 〇 (GB/T 15835-2011, 5.2). Typists set what looks like it: a circle, a letter, a figure. A stand-in is told
 * by where it stands: behind a Chinese figure, with more of the number around it.
 */
const FIGURES = '一二三四五六七八九';
const CIRCLES = '○◯';
const LETTERS = 'ＯｏOoΟοОо0０';
const NUMBER = new RegExp(`[${FIGURES}][${FIGURES}〇${CIRCLES}${LETTERS}]+`, 'gu');
const STAND_IN = new RegExp(`[${CIRCLES}${LETTERS}]`, 'gu');
const COUNTED = /^[年月日号条届次后代个]/u;

/** A stand-in for 〇, and where it stands in a text. */
export interface ZeroStandIn {
  at: number;
  character: string;
}

/** Every character of a text that stands for 〇 within a Chinese number (二○二六年, 二Ｏ二六, 一九二0年). */
export function zeroStandIns(text: string): ZeroStandIn[] {
  return Array.from(text.matchAll(NUMBER)).flatMap(({ 0: number, index }) =>
    isNumber(number, text.slice(index + number.length))
      ? Array.from(number.matchAll(STAND_IN), (found) => ({
          at: index + found.index,
          character: found[0],
        }))
      : [],
  );
}

/** A number has two true figures, or says what it counts: 一○ alone may be a choice with its box. */
function isNumber(number: string, behind: string): boolean {
  const figures = Array.from(number).filter((each) => FIGURES.includes(each)).length;
  const endsInLetter = LETTERS.includes(number.at(-1) ?? '');
  if (endsInLetter && /^[A-Za-z0-9Ａ-Ｚａ-ｚ]/u.test(behind)) return false;
  return figures > 1 || COUNTED.test(behind);
}
