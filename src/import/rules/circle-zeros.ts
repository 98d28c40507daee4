import { zeroStandIns } from '../../domain/circle-zero.ts';
import type { Rule } from './rule.ts';

/** What was typed for the zero of a Chinese number becomes 〇: 二○二六年, 二Ｏ二六年, 二0二六年. */
export const circleZeros: Rule = {
  name: 'circle-zeros',
  title: '数目里的圆圈、字母换成〇',
  edits: (text) =>
    zeroStandIns(text).map(({ at, character }) => ({
      at,
      removed: character,
      inserted: '〇',
      note: `${character}→〇`,
    })),
};
