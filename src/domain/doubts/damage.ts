import type { DoubtFinder } from './doubt.ts';

/** Places where a spam tool cut through two-byte characters, and characters that stand for lost ones. */
export const DAMAGE =
  /\p{Script=Han}?\?[a-zàáèéìíòóùúāēīōūǎěǐǒǔǖǘǚǜü]+[)）]\p{Script=Han}?(?:[_＿][A-Za-z]?)?|[\uFFFD\p{Co}]+/gu;

/** Characters that an encoding accident has destroyed. They are never guessed at. */
export const findDamage: DoubtFinder = (paragraph) =>
  [...paragraph.matchAll(DAMAGE)].map((match) => ({
    words: around(paragraph, match.index, match[0].length),
    reason: '文字损坏，无法自动还原；查到原文后用校订记录更正',
  }));

function around(text: string, at: number, length: number): string {
  return text.slice(Math.max(0, at - 4), at + length + 4);
}
