import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

/** Characters that nobody sees (zero-width spaces, soft hyphens, stray byte-order marks, control codes) go. */
export const invisibleCharacters: Rule = {
  name: 'invisible-characters',
  title: '去掉看不见的字符',
  edits: (text) =>
    editsForMatches(
      text,
      /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]+/g,
      () => '',
    ),
};
