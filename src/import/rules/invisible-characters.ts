import { editsForMatches } from '../edits.ts';
import type { Rule } from './rule.ts';

const INVISIBLE = /[\u0000-\u0008\u000E-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]+/g;
/** The same, but for the marks that readers set. */
const INVISIBLE_BESIDE_MARKS =
  /[\u0000-\u0008\u000E-\u001C\u001E\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF]+/g;

/** Characters that nobody sees (zero-width spaces, soft hyphens, stray byte-order marks, control codes) go. */
export const invisibleCharacters: Rule = {
  name: 'invisible-characters',
  title: '去掉看不见的字符',
  edits: (text, form) =>
    editsForMatches(text, form === 'rich' ? INVISIBLE_BESIDE_MARKS : INVISIBLE, () => ''),
};
