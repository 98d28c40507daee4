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

/** Characters that an encoding accident has destroyed. They are never guessed at. */
export const findDamage = inEach((text) =>
  mayBeDamaged(text)
    ? [...text.matchAll(DAMAGE), ...text.matchAll(MOJIBAKE)].map((match) => ({
        kind: '文字损坏' as const,
        ...cut(text, match.index, match[0].length),
        reason: '文字损坏，无法自动还原',
        remedy: '查到原文后写进 corrections，原样保留正文',
      }))
    : [],
);
