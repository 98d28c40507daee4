import { cut, inEach } from './doubt.ts';

/** Places where a spam tool cut through two-byte characters, and characters that stand for lost ones. */
export const DAMAGE =
  /\p{Script=Han}?\?[a-zàáèéìíòóùúāēīōūǎěǐǒǔǖǘǚǜü]+[)）]\p{Script=Han}?(?:[_＿][A-Za-z]?)?|[\uFFFD\p{Co}]+/gu;

/** Han characters that only result from a wrong encoding, two at least in a row. */
const MOJIBAKE = /(?:锟斤拷|烫烫烫|屯屯屯)+/gu;

/** Whether a text can hold damage at all; cheap, and true for few. */
function mayBeDamaged(text: string): boolean {
  return /[?\uE000-\uF8FF\uFFFD\uDB80-\uDBFF锟烫屯]/.test(text);
}

/** Where a text is damaged. Characters of private use alone may be signs of a font: they are rare characters, which are told once each. */
export function damageIn(text: string): { at: number; length: number }[] {
  if (!mayBeDamaged(text)) return [];
  return [...text.matchAll(DAMAGE), ...text.matchAll(MOJIBAKE)]
    .filter(([words]) => !/^\p{Co}+$/u.test(words))
    .map(({ 0: words, index }) => ({ at: index, length: words.length }));
}

/** Characters that an encoding accident has destroyed. They are never guessed at. */
export const findDamage = inEach((text) =>
  damageIn(text).map(({ at, length }) => ({
    kind: '文字损坏' as const,
    ...cut(text, at, length),
    reason: '文字损坏，无法自动还原',
    remedy: '查到原文后写进 corrections，原样保留正文',
  })),
);
