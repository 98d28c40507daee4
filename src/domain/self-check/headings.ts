import { chineseNumber } from '../chinese-number.ts';
import type { CheckedParagraph } from './checked-text.ts';

/** The number at the head of a heading: its level from 1 to 4, and its value. */
export interface HeadingNumber {
  level: number;
  value: number;
  /** As it is written: （三） */
  written: string;
}

const DIGITS = '零一二三四五六七八九';
const FORMS = [
  /^((?!零)[零一二三四五六七八九十百]+)[、，,.．]/u,
  /^[（(]((?!零)[零一二三四五六七八九十百]+)[）)]/u,
  /^(\d{1,2})[.．、](?!\d)/u,
  /^[（(](\d{1,2})[）)]/u,
];
/** Longest heading that stands on a line of its own. */
const LONGEST = 45;

/** The heading number at the head of a paragraph by GB/T 9704-2012, 7.3.3 (一、（一）1.（1）); `undefined` where there is none. */
export function headingNumber({
  text,
  label = '',
}: Pick<CheckedParagraph, 'text' | 'label'>): HeadingNumber | undefined {
  const whole = (label + text).trimStart();
  for (const [index, form] of FORMS.entries()) {
    const [written, number] = form.exec(whole) ?? [];
    if (written !== undefined && number !== undefined)
      return { level: index + 1, value: numberOf(number), written };
  }
  return undefined;
}

/** Whether a numbered paragraph is a heading alone, and not the beginning of a running paragraph: （一）时间。10月23日前报送。 */
export function isHeadingAlone({ text }: Pick<CheckedParagraph, 'text'>): boolean {
  return text.length <= LONGEST && !/[。！？；].*\S/u.test(text);
}

/** The number as the standard writes it: （三） for 3 on level 2. */
export function writeNumber(level: number, value: number): string {
  const number = level <= 2 ? chineseNumber(value) : String(value);
  return [`${number}、`, `（${number}）`, `${number}.`, `（${number}）`][level - 1] ?? number;
}

function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written);
  const [, hundreds, tens, hasTen, ones] =
    /^(?:([一二三四五六七八九])?百)?零?(?:([一二三四五六七八九])?(十))?([一二三四五六七八九])?$/u.exec(
      written,
    ) ?? [];
  const digit = (character: string | undefined, empty: number) =>
    character ? DIGITS.indexOf(character) : empty;
  return (
    (written.includes('百') ? digit(hundreds, 1) * 100 : 0) +
    (hasTen ? digit(tens, 1) * 10 : 0) +
    digit(ones, 0)
  );
}
