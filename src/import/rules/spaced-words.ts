import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/** 批 复, 通　知, 土 地 使 用: a whole line, or the last line of a title, of single characters set apart. Names of two characters stay as they are. */
const SPACED =
  /^(?:\p{Script=Han}[ \u00A0\u3000]+){2,}\p{Script=Han}$|^(?:通|公|批|决|意|请|报|命)[ \u00A0\u3000]+(?:知|告|报|复|定|见|示|令)$/gmu;

/** Spaces that only spread a title over the line go. */
export const spacedWords: Rule = {
  name: 'spaced-words',
  title: '去掉标题的字间空格',
  edits: (text, form) =>
    form === 'markdown'
      ? []
      : editsForMatches(text, SPACED, ([line]) => line.replace(/[ \u00A0\u3000]+/gu, '')),
};
